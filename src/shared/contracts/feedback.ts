/** Voices: what may be sent in, and what is answered. */
import { z } from 'zod'
import { postId } from './coordinated.ts'
import { Facts, misfit } from './misfit.ts'
import { freeFacts, link, matching, plainText } from './plain.ts'
import { EmotionView, emotionLabel, NeedView, needLevel, ValueItem, ValueView, worth } from './reading-aids.ts'
import { themeId } from './themes.ts'
import {
  attachmentId,
  CHANNELS,
  caseId,
  categoryId,
  channel,
  customerId,
  feedbackId,
  intentLabel,
  moment,
  Paging,
  pageOf,
  personId,
  sentimentLabel,
  urgencyLabel,
} from './values.ts'

export const TEXT_LIMIT = 20_000
export const BATCH_LIMIT = 1_000

export const SCORE_KINDS = ['nps', 'csat', 'ces', 'rating'] as const
export type ScoreKind = (typeof SCORE_KINDS)[number]

/** The scales that are the same everywhere, and the one a rating has unless it says another. Both ends belong to it. */
export const SCALES: Readonly<Record<ScoreKind, { min: number; max: number; whole: boolean }>> = {
  nps: { min: 0, max: 10, whole: true },
  csat: { min: 1, max: 5, whole: true },
  ces: { min: 1, max: 7, whole: true },
  rating: { min: 1, max: 5, whole: false },
}

const bounded = z.number().min(-1_000_000).max(1_000_000)

export const NewScore = z
  .strictObject({
    kind: z.enum(SCORE_KINDS),
    value: bounded,
    scale: z.strictObject({ min: bounded, max: bounded }).optional(),
  })
  .superRefine((score, context) => {
    const fault = scoreFault(score)
    if (fault !== null) context.addIssue({ code: 'custom', ...fault, input: score })
  })
export type NewScore = z.output<typeof NewScore>

function scoreFault({
  kind,
  value,
  scale,
}: {
  kind: ScoreKind
  value: number
  scale?: { min: number; max: number } | undefined
}): { path: string[]; message: string; params: ReturnType<typeof misfit> } | null {
  const own = SCALES[kind]
  if (scale !== undefined && kind !== 'rating' && (scale.min !== own.min || scale.max !== own.max)) {
    return {
      path: ['scale'],
      message: `${kind} is always ${own.min} to ${own.max}; send another scale as kind rating.`,
      params: misfit('fixed-scale', { least: own.min, most: own.max }),
    }
  }
  const { min, max } = scale ?? own
  if (min >= max)
    return { path: ['scale'], message: 'The scale must begin below its end.', params: misfit('bad-scale') }
  if (value < min || value > max)
    return {
      path: ['value'],
      message: `The value must be from ${min} to ${max}.`,
      params: misfit('off-scale', { least: min, most: max }),
    }
  if (own.whole && !Number.isInteger(value))
    return { path: ['value'], message: `A value of ${kind} is a whole number.`, params: misfit('not-whole') }
  return null
}

export const Speaker = z.strictObject({
  externalId: plainText(200).min(1).optional(),
  email: plainText(254).optional(),
  phone: plainText(40).optional(),
  name: plainText(120).optional(),
  attributes: freeFacts.optional(),
})
export type Speaker = z.output<typeof Speaker>

export const NewFeedback = z
  .strictObject({
    channel,
    sourceId: plainText(300)
      .min(1)
      .optional()
      .meta({ description: 'Your own id of this voice: the same channel and sourceId are one feedback' }),
    text: plainText(TEXT_LIMIT).optional(),
    subject: plainText(300).optional(),
    scores: z.array(NewScore).max(4).optional(),
    customer: Speaker.optional(),
    occurredAt: moment.optional().meta({ description: 'When it was said; the moment it is received unless given' }),
    language: matching(
      z.string(),
      /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/,
      'want a language tag such as zh-CN',
      'not-language',
    ).optional(),
    facts: freeFacts.optional(),
    url: link.optional(),
    attachments: z.array(attachmentId).max(10).optional(),
    quiet: z.boolean().optional().meta({
      description:
        'true: open no case and send nothing. Imports and anything older than 24 h are quiet unless this says false',
    }),
  })
  .superRefine((given, context) => {
    const scores = given.scores ?? []
    if ((given.text ?? '').trim() === '' && scores.length === 0) {
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: 'Send a text or at least one score.',
        params: misfit('no-content'),
        input: given,
      })
    }
    for (const [i, { kind }] of scores.entries()) {
      if (scores.findIndex((other) => other.kind === kind) < i)
        context.addIssue({
          code: 'custom',
          path: ['scores', i, 'kind'],
          message: `There is more than one score of kind ${kind}.`,
          params: misfit('score-twice'),
          input: given,
        })
    }
  })
export type NewFeedback = z.output<typeof NewFeedback>

export const Received = z.strictObject({ id: feedbackId, receivedAt: moment, queryCode: z.string() })
export type Received = z.output<typeof Received>

/** Items are read one by one, so that one that does not fit takes no others with it. */
export const NewFeedbackBatch = z.strictObject({
  items: z.array(z.unknown()).max(BATCH_LIMIT).meta({ description: 'Each as the body of POST /api/v1/feedback' }),
})

export const Misfits = z.strictObject({
  code: z.string(),
  detail: z.string(),
  errors: z.array(
    z.strictObject({ path: z.string(), message: z.string(), code: z.string().optional(), facts: Facts.optional() }),
  ),
})

export const BatchResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.enum(['added', 'already']), id: feedbackId, receivedAt: moment, queryCode: z.string() }),
  z.strictObject({ status: z.literal('refused'), error: Misfits }),
])
export type BatchResult = z.output<typeof BatchResult>
export const BatchReceived = z.strictObject({ results: z.array(BatchResult) })

export const Score = z.strictObject({
  kind: z.enum(SCORE_KINDS),
  value: z.number(),
  scale: z.strictObject({ min: z.number(), max: z.number() }),
})

/** A voice as lists show it. What is not understood yet is null. */
export const FeedbackItem = z.strictObject({
  id: feedbackId,
  channel,
  sourceId: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  scores: z.array(Score),
  customer: z.strictObject({ id: customerId, name: z.string() }).nullable(),
  occurredAt: moment,
  receivedAt: moment,
  language: z.string().nullable(),
  sentiment: sentimentLabel.nullable(),
  intent: intentLabel.nullable(),
  urgency: urgencyLabel.nullable(),
  categories: z.array(categoryId),
  emotion: emotionLabel.nullable(),
  need: needLevel.nullable(),
  value: ValueItem,
  setAside: z.boolean(),
})
export type FeedbackItem = z.output<typeof FeedbackItem>

export const AspectView = z.strictObject({
  category: categoryId,
  polarity: sentimentLabel,
  confidence: z.number(),
  start: z.number().int(),
  end: z.number().int(),
})

export const UnderstandingView = z.strictObject({
  status: z.enum(['pending', 'done']),
  language: z.string().nullable(),
  sentiment: sentimentLabel.nullable(),
  score: z.number().nullable(),
  confidence: z.number().nullable(),
  intent: intentLabel.nullable(),
  intentConfidence: z.number().nullable(),
  urgency: urgencyLabel.nullable(),
  urgencyReasons: z.array(z.string()),
  categories: z.array(categoryId),
  aspects: z.array(AspectView),
  keywords: z.array(z.strictObject({ word: z.string(), weight: z.number() })),
  emotion: EmotionView,
  need: NeedView,
  value: ValueView,
  pii: z.array(z.strictObject({ kind: z.string(), start: z.number().int(), end: z.number().int() })),
  corrected: z.boolean(),
  engineVersion: z.string().nullable(),
  understoodAt: moment.nullable(),
})

export const FeedbackView = z.strictObject({
  ...FeedbackItem.omit({
    sentiment: true,
    intent: true,
    urgency: true,
    categories: true,
    emotion: true,
    need: true,
    value: true,
  }).shape,
  queryCode: z.string(),
  url: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  quiet: z.boolean(),
  erasedAt: moment.nullable(),
  attachments: z.array(
    z.strictObject({ id: attachmentId, name: z.string(), contentType: z.string(), size: z.number().int() }),
  ),
  setAsideReason: z.string().nullable(),
  understanding: UnderstandingView,
  cases: z.array(caseId),
})
export type FeedbackView = z.output<typeof FeedbackView>

/** What stands behind the echo rate: fell due and was answered, told, either in time, or late; or waits, or is silent. */
export const ECHO_STATES = ['asked', 'answered', 'told', 'in-time', 'late', 'waiting', 'silent'] as const
export type EchoState = (typeof ECHO_STATES)[number]

/** Which voices. */
export const FeedbackFilter = z.strictObject({
  q: z.string().max(500).optional().meta({ description: 'Words or phrases; all of them must occur' }),
  channel: z.enum(CHANNELS).optional(),
  from: moment.optional().meta({ description: 'Said at or after' }),
  to: moment.optional().meta({ description: 'Said before' }),
  category: categoryId.optional().meta({ description: 'This category or one below it' }),
  sentiment: sentimentLabel.optional(),
  intent: intentLabel.optional(),
  emotion: emotionLabel.optional().meta({ description: 'Seems to show this emotion; a reading aid, no verdict' }),
  value: worth.optional().meta({
    description:
      'specific: says what happened; vague: only that it was good or bad; doubtful: perhaps not its speaker’s own words. A reading aid, no verdict',
  }),
  customer: customerId.optional(),
  theme: themeId.optional().meta({ description: 'Read into this theme or one that counts as it' }),
  post: postId.optional().meta({ description: 'Says what this coordinated post says' }),
  coordinated: z.enum(['no']).optional().meta({
    description: '`no` leaves out what coordinated posts say, those that people dismissed apart',
  }),
  score: z.enum(SCORE_KINDS).optional().meta({ description: 'Holds a score of this kind' }),
  echo: z.enum(ECHO_STATES).optional().meta({
    description:
      'Where it stands in the echo rate; `from` and `to` are then about when its promise fell due, the last 30 days unless said',
  }),
  setAside: z.enum(['no', 'only', 'any']).default('no'),
})
export type FeedbackFilter = z.output<typeof FeedbackFilter>
export const FeedbackQuery = z.strictObject({ ...Paging.shape, ...FeedbackFilter.shape })
export const FeedbackPage = pageOf(FeedbackItem)

export const SetAside = z.strictObject({ reason: plainText(300).min(1) })
export const SetAsideView = z.strictObject({
  feedback: feedbackId,
  reason: z.string(),
  by: personId.nullable(),
  at: moment,
})
