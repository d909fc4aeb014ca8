/**
 * Improvements: a change meant to remove a cause, the voices behind it, and the check whether it worked.
 *
 *   GET    /api/v1/improvements                          list, newest first (ImprovementQuery → page of ImprovementItem)
 *   GET    /api/v1/improvements/board                    the same by stage, most urgent first (Board)
 *   GET    /api/v1/improvements/choices                  what a plan may be made of: categories, surveys, products
 *   POST   /api/v1/improvements                          NewImprovement → Improvement, 201
 *   GET    /api/v1/improvements/{id}                     Improvement
 *   PATCH  /api/v1/improvements/{id}                     ChangeImprovement → Improvement
 *   PUT    /api/v1/improvements/{id}/stage               MoveStage → Improvement; 409 with the reason when not allowed
 *   GET    /api/v1/improvements/{id}/steps               what happened to it (StepPage)
 *   GET    /api/v1/improvements/{id}/feedback            its voices (LinkedVoicePage)
 *   POST   /api/v1/improvements/{id}/feedback            LinkVoices → LinkedVoices
 *   DELETE /api/v1/improvements/{id}/feedback/{feedback}
 *   PUT    /api/v1/improvements/{id}/verification        FreezePlan → Verification; 409 for another plan than the frozen one
 *   GET    /api/v1/improvements/{id}/verification        Verification; 404 before a plan is frozen
 *   POST   /api/v1/improvements/{id}/verification/preview  FreezePlan → PlanPreview
 *   GET    /api/v1/feedback/{id}/improvements            which improvements a voice is linked to
 *   GET    /api/v1/exports/improvements.csv              all of them as a file
 */
import { z } from 'zod'
import { plainText } from './plain.ts'
import {
  caseId,
  categoryId,
  channel,
  feedbackId,
  Interval,
  improvementId,
  intentLabel,
  moment,
  Paging,
  pageOf,
  personId,
  publicId,
  sentimentLabel,
  surveyId,
} from './values.ts'

export const STAGES = ['proposed', 'accepted', 'building', 'shipped', 'verified', 'not-verified', 'declined'] as const
export const improvementStage = z.enum(STAGES)
export type Stage = z.output<typeof improvementStage>

export const VERDICTS = ['worked', 'no-evidence', 'worse', 'too-few'] as const
export const verdict = z.enum(VERDICTS)

export const LINK_LIMIT = 1_000

const title = plainText(200).trim().min(1)
const long = plainText(8_000)
const severity = z
  .number()
  .int()
  .min(1)
  .max(5)
  .meta({ description: '1 a nuisance … 5 money, health or the customer lost' })
const effort = z.number().gt(0).max(100_000).meta({ description: 'Person-days' })
const money = z
  .number()
  .min(0)
  .max(1e12)
  .nullable()
  .meta({ description: 'In the currency of the organisation; null when not known' })
const day = z.iso.date()
const feedbackIds = z.array(feedbackId).min(1).max(LINK_LIMIT)

/** The notice to those who asked. {{customer.name}}, {{said}}, {{title}} and {{date}} are filled in for each. */
export const NOTICE_PLACES = ['customer.name', 'said', 'title', 'date'] as const
const notice = plainText(4_000)

export const NewImprovement = z.strictObject({
  title,
  problem: long.default(''),
  cause: long.default(''),
  solution: long.default(''),
  category: categoryId.nullable().default(null),
  owner: personId.nullable().default(null),
  severity: severity.default(3),
  effort: effort.default(1),
  cost: money.default(null),
  benefit: money.default(null),
  dueOn: day.nullable().default(null),
  notice: notice.default(''),
  feedbackIds: z.array(feedbackId).max(LINK_LIMIT).default([]).meta({ description: 'Voices to link at once' }),
  case: caseId.optional().meta({ description: 'Links the voices of this case' }),
})
export type NewImprovement = z.output<typeof NewImprovement>

/** Fields left out stay as they are. */
export const ChangeImprovement = z.strictObject({
  title: title.optional(),
  problem: long.optional(),
  cause: long.optional(),
  solution: long.optional(),
  category: categoryId.nullable().optional(),
  owner: personId.nullable().optional(),
  severity: severity.optional(),
  effort: effort.optional(),
  cost: money.optional(),
  benefit: money.optional(),
  dueOn: day.nullable().optional(),
  notice: notice.optional(),
})
export type ChangeImprovement = z.output<typeof ChangeImprovement>

export const MoveStage = z.strictObject({
  stage: improvementStage,
  reason: plainText(2_000).default('').meta({ description: 'Needed for going back, declining and reopening' }),
})

export const LinkVoices = z.strictObject({ feedbackIds })
export const LinkedVoices = z.strictObject({
  added: z.number().int(),
  already: z.number().int(),
  unknown: z.number().int().meta({ description: 'Ids that name no feedback here' }),
})

const PersonRef = z.strictObject({ id: personId, name: z.string() })
const CategoryRef = z.strictObject({ id: categoryId, name: z.string() })

export const Factor = z.strictObject({
  factor: z.enum(['severity', 'reach', 'value', 'effort']),
  input: z.number().nullable().meta({ description: 'What was entered or counted; null counts as neutral' }),
  by: z.number().meta({ description: 'What the score is multiplied by' }),
  running: z.number().meta({ description: 'The score after this factor' }),
})

export const Priority = z.strictObject({ score: z.number(), factors: z.array(Factor) })

export const ImprovementItem = z.strictObject({
  id: improvementId,
  number: z.number().int(),
  title: z.string(),
  stage: improvementStage,
  stageAt: moment,
  severity: z.number().int(),
  reach: z.strictObject({
    voices: z.number().int(),
    people: z.number().int().meta({ description: 'Customers, each once, and voices nobody is known behind' }),
  }),
  effort: z.number(),
  cost: z.number().nullable(),
  benefit: z.number().nullable(),
  priority: Priority,
  owner: PersonRef.nullable(),
  category: CategoryRef.nullable(),
  dueOn: z.string().nullable(),
  createdAt: moment,
  shippedAt: moment.nullable(),
  public: z.boolean(),
  check: z
    .strictObject({ round: z.number().int(), dueAt: moment, verdict: verdict.nullable() })
    .nullable()
    .meta({ description: 'The latest frozen plan, and its verdict once there is one' }),
  moves: z
    .array(z.strictObject({ to: improvementStage, reasonNeeded: z.boolean() }))
    .meta({ description: 'Where a person may move it from here' }),
})
export type ImprovementItem = z.output<typeof ImprovementItem>

export const Improvement = z.strictObject({
  ...ImprovementItem.shape,
  problem: z.string(),
  cause: z.string(),
  solution: z.string(),
  notice: z.string(),
  createdBy: PersonRef.nullable(),
  changedAt: moment,
})
export type Improvement = z.output<typeof Improvement>

export const ImprovementQuery = z.strictObject({
  ...Paging.shape,
  stage: improvementStage.optional(),
  owner: personId.optional(),
  category: categoryId.optional(),
  q: plainText(200).trim().optional().meta({ description: 'Part of the title, or a number (#12)' }),
})
export type ImprovementQuery = z.output<typeof ImprovementQuery>
export const ImprovementPage = pageOf(ImprovementItem)

export const Board = z.strictObject({
  columns: z.array(
    z.strictObject({ stage: improvementStage, total: z.number().int(), items: z.array(ImprovementItem) }),
  ),
})

export const Step = z.strictObject({
  id: publicId('step'),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  by: PersonRef.nullable(),
  at: moment,
})
export const StepPage = pageOf(Step)

export const LinkedVoice = z.strictObject({
  id: feedbackId,
  channel,
  text: z.string(),
  sentiment: sentimentLabel.nullable(),
  customer: z.string().nullable(),
  occurredAt: moment,
  linkedAt: moment,
  linkedBy: PersonRef.nullable(),
})
export const LinkedVoicePage = pageOf(LinkedVoice)

export const VoiceImprovements = z.strictObject({
  items: z.array(
    z.strictObject({ id: improvementId, number: z.number().int(), title: z.string(), stage: improvementStage }),
  ),
})

const scoreKind = z.enum(['nps', 'csat', 'ces', 'rating'])
const category = categoryId
  .nullable()
  .default(null)
  .meta({ description: 'This category and those below it; null is every contact' })

/** What an improvement is measured by. Denominators that the improvement does not move; else a warning says so. */
export const Metric = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share-choosing-option'),
    survey: surveyId,
    question: plainText(60).min(1),
    options: z.array(plainText(60)).min(1).max(60),
  }),
  z.strictObject({ kind: z.literal('share-of-score'), score: scoreKind, from: z.number(), to: z.number() }),
  z.strictObject({ kind: z.literal('mean-score'), score: scoreKind }),
  z.strictObject({ kind: z.literal('contacts-per-1000-orders'), category }),
  z.strictObject({ kind: z.literal('contacts-per-1000-customers'), category }),
  z.strictObject({ kind: z.literal('share-of-resolved-needs'), category }),
  z.strictObject({ kind: z.literal('share-of-category'), category: categoryId }),
])
export type Metric = z.output<typeof Metric>
export type MetricKind = Metric['kind']

/** Which voices count. Orders are filtered by product alone. */
export const PlanFilter = z.strictObject({
  channel: channel.optional(),
  intent: intentLabel.optional(),
  sentiment: sentimentLabel.optional(),
  product: plainText(200).min(1).optional(),
  survey: surveyId.optional().meta({ description: 'Only answers to this survey' }),
})
export type PlanFilter = z.output<typeof PlanFilter>

export const PlanWindow = z.strictObject({ from: moment, to: moment }).meta({ description: 'from ≤ t < to' })

export const FreezePlan = z.strictObject({
  metric: Metric,
  filter: PlanFilter.default({}),
  better: z.enum(['higher', 'lower']).meta({ description: 'Which way is better' }),
  before: PlanWindow,
  after: PlanWindow,
  minimumVoices: z
    .number()
    .int()
    .min(5)
    .max(1_000_000)
    .default(30)
    .meta({ description: 'Fewest voices, or orders or customers, in each window' }),
  hopedFor: z
    .number()
    .gt(0)
    .max(1_000_000)
    .optional()
    .meta({ description: 'The move hoped for: fraction of 1, points, or contacts per 1,000' }),
  beforePicked: z
    .enum(['in-advance', 'worst'])
    .default('in-advance')
    .meta({ description: 'worst: the window before was picked because it was bad' }),
})
export type FreezePlan = z.output<typeof FreezePlan>

/** What one window held. A share has hits and n, a mean its mean and variance, a rate events over an exposure n. */
export const WindowCount = z.strictObject({
  n: z.number().meta({ description: 'Respondents, needs or feedback; orders or customers for a rate' }),
  hits: z.number().nullable().meta({ description: 'Those who count: answers in the group, contacts; null for a mean' }),
  value: z.number().nullable().meta({ description: 'Fraction of 1, points, or contacts per 1,000; null when n is 0' }),
  interval: Interval.nullable()
    .optional()
    .meta({ description: '95 % interval of the value; absent in results that were decided before it was kept' }),
})

const reasonCode = z.enum([
  'interval-clear-of-zero',
  'interval-holds-zero',
  'too-few-before',
  'too-few-after',
  'too-rare',
  'no-spread',
  'hoped-for-needs',
])
const caution = z.enum([
  'denominator-moves',
  'regression-to-mean',
  'windows-unequal',
  'weekdays-mixed',
  'window-short',
  'volume-shifted',
  'underpowered',
])
export const unit = z.enum(['fraction', 'points', 'per-1000'])

export const VerificationResult = z.strictObject({
  verdict,
  unit,
  before: WindowCount,
  after: WindowCount,
  effect: z.number().nullable().meta({ description: 'after − before, in the unit' }),
  interval: Interval.nullable().meta({ description: '95 % interval of the effect' }),
  method: z.enum(['newcombe', 'welch', 'poisson-score']),
  missing: z
    .strictObject({ before: z.number(), after: z.number() })
    .meta({ description: 'How many more each window needs; 0 when it has enough' }),
  reasons: z.array(z.strictObject({ code: reasonCode, facts: z.record(z.string(), z.number()) })),
  cautions: z.array(caution),
  sentence: z.string().meta({ description: 'The verdict in plain words, in the language of the reader' }),
  computedAt: moment,
})
export type VerificationResult = z.output<typeof VerificationResult>

export const Verification = z.strictObject({
  round: z.number().int(),
  plan: FreezePlan,
  hash: z.string().meta({ description: 'SHA-256 of the plan as canonical JSON (RFC 8785)' }),
  frozenBy: PersonRef.nullable(),
  frozenAt: moment,
  dueAt: moment.meta({ description: 'When it is decided' }),
  warnings: z.array(z.enum(['denominator-moves'])),
  unit,
  progress: z.strictObject({ before: WindowCount, after: WindowCount }),
  result: VerificationResult.nullable(),
  earlier: z.array(
    z.strictObject({
      round: z.number().int(),
      plan: FreezePlan,
      hash: z.string(),
      frozenAt: moment,
      result: VerificationResult.nullable(),
    }),
  ),
})
export type Verification = z.output<typeof Verification>

export const PlanPreview = z.strictObject({
  unit,
  before: WindowCount,
  needed: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Per window, for the hoped-for move at 80 % power; null when none is hoped for' }),
  expectedAfter: z
    .number()
    .nullable()
    .meta({ description: 'What the window after will hold if things go on as before' }),
  warnings: z.array(z.enum(['denominator-moves'])),
  faults: z
    .array(z.strictObject({ path: z.string(), code: z.string() }))
    .meta({ description: 'What stands in the way of freezing' }),
})

export const PlanChoices = z.strictObject({
  categories: z.array(z.strictObject({ id: categoryId, name: z.string(), level: z.number().int() })),
  surveys: z.array(
    z.strictObject({
      id: surveyId,
      title: z.string(),
      questions: z.array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          options: z.array(z.strictObject({ key: z.string(), label: z.string() })),
        }),
      ),
    }),
  ),
  products: z.array(z.string()),
  people: z.array(PersonRef),
})
