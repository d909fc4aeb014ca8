/** What people say instead of the engine, and how far a new engine has come. */
import { z } from 'zod'
import { misfit } from './misfit.ts'
import { categoryId, intentLabel, moment, personId, publicId, sentimentLabel, urgencyLabel } from './values.ts'

export const correctionId = publicId('corr')

export const NewCorrection = z
  .strictObject({
    sentiment: sentimentLabel.optional(),
    intent: intentLabel.optional(),
    urgency: urgencyLabel.optional(),
    categories: z.array(categoryId).max(20).optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'Say at least one thing to correct.',
    params: misfit('nothing-given'),
  })
export type NewCorrection = z.output<typeof NewCorrection>

export const CORRECTED_FIELDS = ['sentiment', 'intent', 'urgency', 'categories'] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

export const CorrectionView = z.strictObject({
  id: correctionId,
  field: z.enum(CORRECTED_FIELDS),
  value: z.union([z.string(), z.array(categoryId)]),
  was: z.union([z.string(), z.array(categoryId)]),
  by: personId.nullable(),
  at: moment,
})
export const CorrectionList = z.strictObject({ items: z.array(CorrectionView) })

export const UnderstandingProgress = z.strictObject({
  engineVersion: z.string(),
  outdated: z
    .number()
    .int()
    .meta({ description: 'Voices that an older engine understood and that are being read again' }),
  stopped: z.boolean().meta({ description: 'A person stopped reading them again; the next change begins anew' }),
})
