/** What is like a voice: copies of its words, and voices that mean the same. */
import { z } from 'zod'
import { FeedbackItem } from './feedback.ts'
import { moment } from './values.ts'

/** `alike` is a share, 0…1. */
const AlikeItem = z.strictObject({ ...FeedbackItem.shape, alike: z.number() })
export type AlikeItem = z.output<typeof AlikeItem>

export const SimilarVoices = z.strictObject({
  copies: z.strictObject({
    /** Other voices with the same words or nearly the same; more than 500 are not counted. */
    n: z.number().int(),
    more: z.boolean(),
    items: z.array(AlikeItem),
    /** Many speakers with one text within three days, this voice among them or not; null when it does not look so. */
    coordinated: z
      .strictObject({
        voices: z.number().int(),
        people: z.number().int(),
        unknown: z.number().int(),
        from: moment,
        to: moment,
        alike: z.number(),
      })
      .nullable(),
  }),
  /** Voices that mean the same with other words, the most alike first. */
  similar: z.array(AlikeItem),
})
export type SimilarVoices = z.output<typeof SimilarVoices>
