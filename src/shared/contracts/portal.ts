/**
 * The public page "what we heard, what we did, what came of it", and what staff put on it.
 *
 *   GET /api/v1/portal/improvements        what is or could be shown, with its public words (PortalList)
 *   PUT /api/v1/portal/improvements/{id}   PutPortalEntry → PortalEntry
 *   GET /p/{workspace}                     the page itself
 */
import { z } from 'zod'
import { improvementStage, VerificationResult } from './improvements.ts'
import { plainText } from './plain.ts'
import { improvementId, moment } from './values.ts'

const words = plainText(1_000)

export const PutPortalEntry = z.strictObject({
  public: z.boolean(),
  title: plainText(200).trim().default('').meta({ description: 'Empty takes the title of the improvement' }),
  heard: words.default('').meta({ description: 'What we heard' }),
  did: words.default('').meta({ description: 'What we did' }),
  came: words.default('').meta({ description: 'What came of it, beside the verdict, which is said by itself' }),
})
export type PutPortalEntry = z.output<typeof PutPortalEntry>

export const PortalEntry = z.strictObject({
  id: improvementId,
  number: z.number().int(),
  internalTitle: z.string(),
  stage: improvementStage,
  voices: z.number().int(),
  public: z.boolean(),
  title: z.string(),
  heard: z.string(),
  did: z.string(),
  came: z.string(),
  shippedAt: moment.nullable(),
  result: VerificationResult.nullable(),
})
export type PortalEntry = z.output<typeof PortalEntry>
export const PortalList = z.strictObject({ url: z.string(), items: z.array(PortalEntry) })
