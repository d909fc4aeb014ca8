/** The audit log: who changed, saw or took out what. */
import { z } from 'zod'
import { moment, Paging, pageOf, personId, publicId } from './values.ts'

export const auditId = publicId('audit')

export const AuditView = z.strictObject({
  id: auditId,
  at: moment,
  /** Null: the system itself. */
  person: z.strictObject({ id: personId, name: z.string(), kind: z.enum(['person', 'key']) }).nullable(),
  action: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
})
export const AuditPage = pageOf(AuditView)

export const AuditFilter = z.strictObject({
  person: personId.optional(),
  /** An action, or the first part of several: `key` finds `key.made` and `key.revoked`. */
  action: z
    .string()
    .regex(/^[a-z0-9.-]{1,80}$/)
    .optional(),
  from: moment.optional(),
  to: moment.optional(),
})
export const AuditQuery = Paging.extend(AuditFilter.shape)
