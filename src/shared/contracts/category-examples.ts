/**
 * A category learned from examples, without anything else being learned anew.
 *
 *   GET    /api/v1/categories/{id}/examples             what belongs to it and what does not (ExampleList)
 *   POST   /api/v1/categories/{id}/examples             adds texts or voices (NewExamples → ExamplesAdded, 201)
 *   PUT    /api/v1/categories/{id}/examples             all of them at once (AllExamples → ExamplesAdded)
 *   DELETE /api/v1/categories/{id}/examples/{exampleId}
 *   GET    /api/v1/categories/{id}/learned              what was learned, how right it is, and which voices it would find (CategoryLearned)
 *   PUT    /api/v1/categories/{id}/learned/use          new voices are read with it (UseLearned → CategoryLearned) · DELETE stops that
 *   PUT    /api/v1/understanding/reading-again          goes on reading old voices again (→ UnderstandingProgress) · DELETE stops it
 *
 * Within a minute of a change of the examples, of the definition, or of a judgement on this category it is learned anew;
 * once in use, what is learned anew is used by itself. Examples of what was merged into it count as its own. A text is
 * kept with personal data masked; a voice is kept by its id, and is gone as an example when its words are erased.
 * Who may: reading `feedback:read`; changing `taxonomy:change`.
 */
import { z } from 'zod'
import { LONGEST_EXAMPLE, MOST_EXAMPLES_KEPT } from './example-limits.ts'
import { Share } from './learning.ts'
import { misfit } from './misfit.ts'
import { plainText } from './plain.ts'
import { categoryId, feedbackId, moment, personId, publicId } from './values.ts'

export const exampleId = publicId('ex')
const text = plainText(LONGEST_EXAMPLE).trim().min(1)
const belongs = z.boolean().meta({ description: 'False for a counter-example: it may seem to belong, but does not' })

export const Example = z.strictObject({
  id: exampleId,
  /** Where it was given: this category, or one that was merged into it. */
  categoryId,
  text: z.string().meta({ description: 'Masked where it was pasted; the words of the voice where it is one' }),
  feedbackId: feedbackId.nullable(),
  belongs,
  by: personId.nullable(),
  at: moment,
})
export type Example = z.output<typeof Example>

/** Newest first. */
export const ExampleList = z.strictObject({ items: z.array(Example) })

const someGiven = ({ texts, feedbackIds }: { texts?: unknown[] | undefined; feedbackIds?: unknown[] | undefined }) =>
  (texts?.length ?? 0) + (feedbackIds?.length ?? 0) > 0

export const NewExamples = z
  .strictObject({
    belongs,
    texts: z.array(text).max(MOST_EXAMPLES_KEPT).optional(),
    feedbackIds: z.array(feedbackId).max(MOST_EXAMPLES_KEPT).optional(),
  })
  .refine(someGiven, { error: 'Give at least one text or one feedback.', params: misfit('nothing-given') })
export type NewExamples = z.output<typeof NewExamples>

const oneGiven = (item: { text?: unknown; feedbackId?: unknown }) =>
  (item.text === undefined) !== (item.feedbackId === undefined)

export const AllExamples = z.strictObject({
  items: z
    .array(
      z
        .strictObject({ belongs, text: text.optional(), feedbackId: feedbackId.optional() })
        .refine(oneGiven, { error: 'Give either a text or a feedback.', params: misfit('nothing-given') }),
    )
    .max(MOST_EXAMPLES_KEPT),
})
export type AllExamples = z.output<typeof AllExamples>

/** `changed`: it was there as the contrary. `removed` is 0 unless all were given at once. */
export const ExamplesAdded = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  already: z.number().int(),
  removed: z.number().int(),
})
export type ExamplesAdded = z.output<typeof ExamplesAdded>

/**
 * none: no examples · fitting: it is being learned, or waits for its turn of seconds · too-few: fewer belong than are
 * needed · ready · failed: it is tried again after ten minutes, or with the next change
 */
export const LEARNED_STATES = ['none', 'fitting', 'too-few', 'ready', 'failed'] as const
export type LearnedState = (typeof LEARNED_STATES)[number]

const PreviewVoice = z.strictObject({
  feedbackId,
  text: z.string(),
  occurredAt: moment,
  /** What a person has said of it since; null for nothing. */
  belongs: z.boolean().nullable(),
})
export type PreviewVoice = z.output<typeof PreviewVoice>

export const FitMade = z.strictObject({
  number: z.number().int(),
  at: moment,
  /** What it was learned from, copies counted once; judgements are of voices in the review queue and corrections. */
  from: z.strictObject({
    examples: z.number().int(),
    counterExamples: z.number().int(),
    judgements: z.number().int(),
    /** Newest voices that it stands out against, and texts of the starter categories where these are few. */
    voices: z.number().int(),
    starterTexts: z.number().int(),
  }),
  /** Of what it finds among judged voices, what belongs; each was judged by what was learned without it. */
  precision: Share,
  /** Of the examples, those found by what was learned without them. */
  recall: Share,
  /** Of the newest voices, those that it would find. */
  found: Share,
  /** Voices that would get the category, the newest first, and those that come closest without getting it. */
  would: z.array(PreviewVoice),
  close: z.array(PreviewVoice),
})
export type FitMade = z.output<typeof FitMade>

export const CategoryLearned = z.strictObject({
  state: z.enum(LEARNED_STATES),
  /** Given now. */
  examples: z.number().int(),
  counterExamples: z.number().int(),
  needed: z.number().int().meta({ description: 'So many that belong are needed to learn from' }),
  /** Since when voices are read with it; null while they are not. */
  liveSince: moment.nullable(),
  /** What was learned last; null until something was. */
  made: FitMade.nullable(),
})
export type CategoryLearned = z.output<typeof CategoryLearned>

export const UseLearned = z.strictObject({
  again: z.boolean().meta({ description: 'Read old voices again as well, in the background' }),
})
