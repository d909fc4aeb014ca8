/** Which emotions show in the voices that fit. A reading aid; n counts voices that were read and say something in words. */
import { z } from 'zod'
import { emotionLabel } from './reading-aids.ts'
import { Interval, moment } from './values.ts'

export const EmotionsView = z.strictObject({
  /** Voices that were looked at: at most 5,000, the newest. */
  n: z.number().int(),
  from: moment.nullable(),
  to: moment.nullable(),
  sampled: z.boolean().meta({ description: 'More fit than were looked at' }),
  /** Those in which one shows; the others show none. */
  felt: z.number().int(),
  /** The most frequent first; only those that occur. */
  emotions: z.array(
    z.strictObject({
      emotion: emotionLabel,
      count: z.number().int(),
      share: z.number(),
      interval: Interval.nullable(),
    }),
  ),
})
export type EmotionsView = z.output<typeof EmotionsView>
