/** Which words tell some voices from others. Odds ratios with their 95 % interval; n counts voices that were read. */
import { z } from 'zod'
import { FeedbackFilter } from './feedback.ts'
import { Interval, moment } from './values.ts'

/** What the chosen voices are held against: all others of the same days, or the same choice in the period before. */
export const AGAINST = ['rest', 'before'] as const
export type Against = (typeof AGAINST)[number]

export const WordsQuery = z.strictObject({
  ...FeedbackFilter.shape,
  against: z.enum(AGAINST).default('rest').meta({
    description:
      'rest: other voices of the same days; before: the same filter over the equally long period before `from` (the last 30 days unless said)',
  }),
})
export type WordsQuery = z.output<typeof WordsQuery>

const Group = z.strictObject({
  /** Voices that were read: at most 3,000. */
  n: z.number().int(),
  from: moment.nullable(),
  to: moment.nullable(),
})

export const TellingWord = z.strictObject({
  word: z.string(),
  /** What finds the voices that hold it, as `q` of GET /feedback. */
  q: z.string(),
  here: z.number().int(),
  there: z.number().int(),
  /** Odds here against there; over 1 is more here. */
  odds: z.number(),
  interval: Interval,
  z: z.number(),
  /** How large a cloud of words writes it, 0…1; null for words of the others. */
  weight: z.number().nullable(),
})
export type TellingWord = z.output<typeof TellingWord>

export const WordsView = z.strictObject({
  against: z.enum(AGAINST),
  here: Group,
  there: Group,
  /** True when more voices fit than were read: then the newest were. */
  sampled: z.boolean(),
  words: z.array(TellingWord),
})
export type WordsView = z.output<typeof WordsView>
