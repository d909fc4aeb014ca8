/** API keys. A key is shown once, when it is made. */
import { z } from 'zod'
import { role } from './session.ts'
import { keyId, moment } from './values.ts'

export const keyScope = z.enum(['all', 'read'])

export const KeyView = z.strictObject({
  id: keyId,
  name: z.string(),
  /** The first and last characters, to tell keys apart. */
  hint: z.string(),
  role,
  scope: keyScope,
  callsPerMinute: z.number().int().nullable(),
  createdBy: z.string().nullable(),
  createdAt: moment,
  /** To the minute. */
  lastUsedAt: moment.nullable(),
})
export const KeyList = z.strictObject({ items: z.array(KeyView) })

export const MakeKey = z.strictObject({
  name: z.string().trim().min(1).max(120),
  role,
  scope: keyScope.default('all'),
  callsPerMinute: z.number().int().min(1).max(1_000_000).nullable().default(null),
})
export const KeyMade = KeyView.extend({ key: z.string() })
