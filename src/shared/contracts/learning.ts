/**
 * What the engine has learned from this workspace's judgements, and its own words.
 *
 *   GET  /api/v1/learning                        what is live, all versions with their figures, agreement (Learning)
 *   POST /api/v1/learning/versions/{number}/use  makes a version live; 0 is the engine as it ships (→ Learning)
 *   GET  /api/v1/settings/dictionary · PUT       product names and own words that are kept whole (Dictionary)
 *
 *   POST /api/v1/categories/{id}/split/suggestion  how a category may be parted, and which voices go where (SplitWanted → SplitSuggested)
 *   POST /api/v1/categories/{id}/split             parts it (NewSplit → SplitDone, 201)
 *   DELETE /api/v1/categories/{id}/split           takes its last split back, all of it (→ CategoryView)
 *
 * Within a minute of the 20th new judgement the workspace's layer is learned anew from two thirds of all judgements; the
 * other third is never learned from. A field goes live only where it is wrong less often on those than what is live.
 * Who may: reading `insight:read`; using a version, the dictionary and splitting `taxonomy:change`.
 */
import { z } from 'zod'
import { plainText } from './plain.ts'
import { judgedField } from './review.ts'
import { CategoryNames, CategoryView } from './taxonomy.ts'
import { categoryId, feedbackId, Interval, moment } from './values.ts'

/** So many new judgements start the next lesson. */
export const JUDGEMENTS_A_LESSON = 20

/** A share with what it is a share of and its 95 % interval; null where nothing was counted. */
export const Share = z.strictObject({
  hits: z.number().int(),
  of: z.number().int(),
  rate: z.number().nullable(),
  interval: Interval.nullable(),
})
export type Share = z.output<typeof Share>

export const LabelFigures = z.strictObject({
  label: z.string().meta({ description: 'A label of sentiment or intent, or the id of a category (cat_…)' }),
  /** Of the voices called so, those that people call so; and of those that people call so, those called so. */
  precision: Share,
  recall: Share,
})

/**
 * better: wrong less often, taken · equal, worse: what was live stays · too-few: too few judgements to learn from or to
 * check with · too-far: right more often on judgements, but it would change more of the voices that nobody objected to
 */
export const LESSON_OUTCOMES = ['better', 'equal', 'worse', 'too-far', 'too-few'] as const
export const lessonOutcome = z.enum(LESSON_OUTCOMES)
export type LessonOutcome = z.output<typeof lessonOutcome>

/** What one lesson taught about one field; for categories one for each category that was judged often enough. */
export const Lesson = z.strictObject({
  field: judgedField,
  /** The category; null for sentiment and intent. */
  category: categoryId.nullable(),
  learnedFrom: z.number().int(),
  /** Right on the judgements held back: what was live, and what was learned. */
  before: Share,
  after: Share,
  /** Of the newest voices that nobody judged, those that it would judge otherwise than what was live. */
  changes: Share,
  outcome: lessonOutcome,
})
export type Lesson = z.output<typeof Lesson>

/**
 * drawn: voices that chance brought up among those nobody had judged; what holds of them holds for those · doubtful: voices
 * that people judged because the engine was unsure or wrong; figures on these are worse than on all
 */
export const FIGURE_SAMPLES = ['drawn', 'doubtful'] as const

export const FieldFigures = z.strictObject({
  field: judgedField,
  sample: z.enum(FIGURE_SAMPLES),
  /** Judgements held back that all of this is counted on. */
  n: z.number().int(),
  /** So many more are wanted until `accuracy` is known to about ten points either way. */
  wanted: z.number().int(),
  /** As the engine ships, on the same voices; null for versions from before this was counted. */
  shipped: Share.nullable(),
  /** All of the field as people say: the one label, or exactly the same categories. */
  accuracy: Share,
  labels: z.array(LabelFigures),
})

export const LearnedVersion = z.strictObject({
  number: z.number().int().min(1),
  madeAt: moment,
  /** Judgements there were, held back ones included. */
  judgements: z.number().int(),
  live: z.boolean(),
  /** True when it was better in at least one field, and went live by itself. */
  wentLive: z.boolean(),
  /** False for versions so old that only their figures were kept. */
  usable: z.boolean(),
  lessons: z.array(Lesson),
  /** How right it is with what was taken, on judgements held back at that time. */
  figures: z.array(FieldFigures),
})
export type FieldFigures = z.output<typeof FieldFigures>
export type LearnedVersion = z.output<typeof LearnedVersion>

export const Agreement = z.strictObject({
  field: judgedField,
  /** Voices that two people judged without seeing what the other said. */
  n: z.number().int(),
  agreed: Share,
  /** Cohen's kappa, −1…1: agreement beyond chance; null where it is not known. For categories the mean over them. */
  kappa: z.number().nullable(),
})

export const Learning = z.strictObject({
  /** What voices are read with now: the engine's version, with what was learned here. */
  reading: z.string(),
  /** The version that is live; 0 is the engine as it ships. */
  live: z.number().int(),
  /** Settled judgements of this workspace, and those since the last lesson. */
  judgements: z.strictObject({ all: z.number().int(), fresh: z.number().int(), needed: z.number().int() }),
  /** Voices still to be read again with what is live. */
  outdated: z.number().int(),
  /** Newest first, at most 50. */
  versions: z.array(LearnedVersion),
  agreement: z.array(Agreement),
})
export type Learning = z.output<typeof Learning>

export const MOST_WORDS = 2_000

/** Words that are never cut, in the order given; voices are read again when they change. */
export const Dictionary = z.strictObject({ words: z.array(plainText(40).trim().min(1)).max(MOST_WORDS) })
export type Dictionary = z.output<typeof Dictionary>

const Part = z.strictObject({
  names: CategoryNames,
  definition: plainText(1_000).optional(),
  words: z.array(plainText(60).min(1)).max(300).optional(),
})

/** Parts that people have in mind, or how many to look for; two when nothing is said. */
export const SplitWanted = z.strictObject({
  parts: z.array(Part).min(2).max(6).optional(),
  count: z.number().int().min(2).max(6).optional(),
})

export const SplitSuggested = z.strictObject({
  /** What each part is about: as given, or named by the words that set it apart. At least two, or none. */
  parts: z.array(
    z.strictObject({
      names: CategoryNames,
      words: z.array(z.string()),
      /** The sentence of a voice that speaks most clearly of it; empty where the part was given. */
      example: z.string(),
      voices: z.number().int(),
    }),
  ),
  /** Why nothing is proposed. too-few: too few voices · alike: nothing sets two groups of them apart; null where there are parts */
  why: z.enum(['too-few', 'alike']).nullable(),
  /** The newest voices of the category, at most 300, each with the part it seems to belong to; null when to none. */
  voices: z.array(
    z.strictObject({ feedbackId, text: z.string(), part: z.number().int().nullable(), confidence: z.number() }),
  ),
})
export type SplitWanted = z.output<typeof SplitWanted>
export type SplitSuggested = z.output<typeof SplitSuggested>

export const NewSplit = z.strictObject({
  parts: z.array(Part).min(2).max(6),
  /** below: the category stays as their parent · instead: they take its place, and it goes out of use */
  place: z.enum(['below', 'instead']),
  /** Voices that people filed, by the place of the part; each is a judgement to learn from. */
  voices: z.array(z.strictObject({ feedbackId, part: z.number().int().min(0).max(5) })).max(300),
})
export type NewSplit = z.output<typeof NewSplit>

export const SplitDone = z.strictObject({ parts: z.array(CategoryView), filed: z.number().int() })
