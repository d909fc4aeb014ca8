/**
 * The review queue: voices that the engine is unsure of and that matter, judged by people one after the other.
 *
 *   GET    /api/v1/review                  voices to be judged, those of most doubt × influence first, every tenth drawn by
 *                                          chance (ReviewQuery → ReviewPage)
 *   GET    /api/v1/review/state            how many wait, how many were judged today, whether two people judge (ReviewState)
 *   POST   /api/v1/review/{feedback}       what a person says of a voice (NewJudgement → JudgementTaken); agreeing counts too
 *   DELETE /api/v1/review/{feedback}       takes back what I said of it, as long as nobody has said anything since (204)
 *   GET    /api/v1/settings/review · PUT   whether every voice is judged by two people (ReviewSettings)
 *
 * Who may: judging `feedback:correct`; the setting, and deciding where two differ, `taxonomy:change`.
 * Definitions of categories: GET /api/v1/categories. What is learned from judgements: learning.ts.
 */
import { z } from 'zod'
import { misfit } from './misfit.ts'
import {
  categoryId,
  channel,
  feedbackId,
  intentLabel,
  moment,
  Paging,
  pageOf,
  personId,
  sentimentLabel,
  urgencyLabel,
} from './values.ts'

/** What a voice is judged by, and what is learned from it. */
export const JUDGED_FIELDS = ['sentiment', 'intent', 'categories'] as const
export const judgedField = z.enum(JUDGED_FIELDS)
export type JudgedField = z.output<typeof judgedField>

/**
 * open: nobody has judged it · second: one person has, another one is wanted · differs: two said different things, a
 * third person or one who may shape the taxonomy decides
 */
export const REVIEW_STATES = ['open', 'second', 'differs'] as const
export const reviewState = z.enum(REVIEW_STATES)
export type ReviewStateName = z.output<typeof reviewState>

export const ReviewQuery = Paging.extend({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** Only voices where this is what the engine is unsure of. */
  field: judgedField.optional(),
  /** Only voices in this state; without it all that I may judge. */
  state: reviewState.optional(),
  /** Only voices drawn by chance, whatever the engine thinks of them. */
  drawn: z.literal('true').optional(),
})

const share = z.number().min(0).max(1)

/** What people said of one voice; fields that nobody spoke of are absent. */
const Said = z.strictObject({
  sentiment: sentimentLabel.optional(),
  intent: intentLabel.optional(),
  categories: z.array(categoryId).optional(),
})

export const ReviewItem = z.strictObject({
  feedbackId,
  channel,
  subject: z.string(),
  text: z.string(),
  language: z.string(),
  occurredAt: moment,
  scores: z.array(z.strictObject({ kind: z.string(), value: z.number(), low: z.number(), high: z.number() })),
  urgency: urgencyLabel,
  /** What the engine says, and how sure it is, 0…1. */
  engine: z.strictObject({
    sentiment: z.strictObject({ label: sentimentLabel, score: z.number(), confidence: share }),
    intent: z.strictObject({ label: intentLabel, confidence: share }),
    categories: z.array(categoryId),
    aspects: z
      .array(
        z.strictObject({
          category: categoryId,
          polarity: sentimentLabel,
          confidence: share,
          start: z.number().int(),
          end: z.number().int(),
        }),
      )
      .meta({ description: 'Where in the text it found them; offsets in UTF-16 code units' }),
  }),
  /** How unsure the engine is of each, 0 (sure) … 1 (as good as a guess). */
  doubt: z.strictObject({ sentiment: share, intent: share, categories: share }),
  /** What it is most unsure of. */
  field: judgedField,
  /** How much depends on it, 1 for a usual voice: urgent, asking for an answer or with a case open, public, of a customer of the first rank, one of many copies. */
  influence: z.number(),
  /** True where chance alone brought it here: figures of these hold for all that nobody judged. */
  drawn: z.boolean(),
  copies: z
    .number()
    .int()
    .meta({ description: 'Other voices that wait and say nearly the same, at most 100; `along` judges them as well' }),
  state: reviewState,
  /** Who judged it already, when two people judge; what they said only when they differ. */
  reviewed: z.array(
    z.strictObject({ by: z.strictObject({ id: personId, name: z.string() }), at: moment, said: Said.nullable() }),
  ),
})
export type ReviewItem = z.output<typeof ReviewItem>
export const ReviewPage = pageOf(ReviewItem)

/** At least one field. What is left out is not judged; an empty list of categories says that none fits. */
export const NewJudgement = z
  .strictObject({
    sentiment: sentimentLabel.optional(),
    intent: intentLabel.optional(),
    categories: z.array(categoryId).max(20).optional(),
    /** Whether the near-copies that wait are judged the same. Taking this judgement back takes theirs back. */
    along: z.boolean().optional(),
    /** As the item said: it was drawn by chance. */
    drawn: z.boolean().optional(),
  })
  .refine((given) => JUDGED_FIELDS.some((field) => given[field] !== undefined), {
    error: 'Say at least one thing.',
    params: misfit('nothing-given'),
  })
export type NewJudgement = z.output<typeof NewJudgement>

export const JudgementTaken = z.strictObject({
  /** settled: it holds and wins over every engine · second: it waits for another person · differs: the two differ */
  state: z.enum(['settled', 'second', 'differs']),
  /** True when all that was said is what the engine said. */
  agrees: z.boolean(),
  /** Near-copies that were judged the same. */
  along: z.number().int(),
})

/** So many near-copies are counted, and judged along with one. */
export const MOST_COPIES = 100

/** Counts stop at this; more is shown as "more than". */
export const REVIEW_COUNTED_TO = 1_000

export const ReviewState = z.strictObject({
  twoReviewers: z.boolean(),
  /** Counted up to REVIEW_COUNTED_TO; those that I may judge now. */
  waiting: z.number().int(),
  /** Judged by one person, waiting for another; and those where two differ. Of all people. */
  second: z.number().int(),
  differs: z.number().int(),
  /** Voices judged since midnight in the workspace's time. */
  today: z.strictObject({ mine: z.number().int(), all: z.number().int() }),
})

export const ReviewSettings = z.strictObject({ twoReviewers: z.boolean() })
