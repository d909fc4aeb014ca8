/** Coordinated posts: one text, or nearly one, that many passed on within few days. Evidence only: nothing follows from it. */
import { z } from 'zod'
import { channel, feedbackId, moment, Paging, pageOf, personId, publicId } from './values.ts'

export const postId = publicId('post')

const count = z.number().int()

/** More voices than this are not counted. */
export const MOST_COUNTED = 2_000

export const CoordinatedQuery = z.strictObject({
  ...Paging.shape,
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(366)
    .optional()
    .meta({ description: 'Passed on in the last so many days; whenever unless given' }),
  dismissed: z.enum(['no', 'only']).default('no'),
})

export const CoordinatedPost = z.strictObject({
  id: postId,
  example: z
    .strictObject({ feedback: feedbackId, text: z.string() })
    .nullable()
    .meta({ description: 'The newest of its voices; null when the words of all are erased' }),
  voices: count.meta({ description: `Voices that say it, those set aside left out; no more than ${MOST_COUNTED}` }),
  more: z.boolean().meta({ description: 'True: there are more, and the figures are of the newest' }),
  people: count.meta({ description: 'Different customers among them' }),
  unknown: count.meta({ description: 'Voices that nobody left a name with' }),
  channels: z.array(channel),
  firstAt: moment,
  lastAt: moment,
  dense: z
    .strictObject({ voices: count, from: moment, to: moment })
    .meta({ description: 'The three days in which most of them came' }),
  foundAt: moment,
  dismissed: z
    .strictObject({ by: z.strictObject({ id: personId, name: z.string() }), at: moment })
    .nullable()
    .meta({ description: 'A person said that it is not coordinated; copies that come later change nothing about it' }),
})
export type CoordinatedPost = z.output<typeof CoordinatedPost>

export const CoordinatedPage = pageOf(CoordinatedPost)
