/**
 * Surveys: what is asked, published in versions, and what came back.
 *
 *   GET    /api/v1/surveys                         list (SurveyQuery → page of SurveyItem)
 *   POST   /api/v1/surveys                         make one from a template (NewSurvey → Survey, 201)
 *   GET    /api/v1/surveys/templates               what can be begun with (TemplateList)
 *   GET    /api/v1/surveys/{id}                    one with its draft (Survey)
 *   PUT    /api/v1/surveys/{id}                    save the draft; `changedAt` must be the last one, else 409 (SaveDraft → Survey)
 *   DELETE /api/v1/surveys/{id}                    only while nobody has answered
 *   PUT    /api/v1/surveys/{id}/address            another word in its link (Address → Survey)
 *   POST   /api/v1/surveys/{id}/publication        freeze the draft as the next version and open it (→ Survey)
 *   PUT    /api/v1/surveys/{id}/closure · DELETE   close · open again (→ Survey)
 *   GET    /api/v1/surveys/{id}/results            figures per question over all versions (ResultsQuery → Results)
 *   GET    /api/v1/surveys/{id}/responses          answers, newest first (ResponseQuery → page of ResponseItem)
 *   GET    /api/v1/surveys/{id}/responses.csv      the same as a file
 *   GET    /api/v1/surveys/{id}/qr.svg · /poster   the link as a QR code · as a page to print
 *   POST   /s/{survey}/responses                   answering, without a key (NewResponse → ResponseTaken)
 *   POST   /s/{survey}/follow-up                   what to ask once more about a vague answer (FollowUpAsked → FollowUpView)
 */
import { z } from 'zod'
import type { Definition } from '../questions/definition.ts'
import { QUESTION_KINDS } from '../questions/kinds.ts'
import { FOLLOW_UP_LONGEST, type Question } from '../questions/question.ts'
import { matching, plainText } from './plain.ts'
import { feedbackId, Interval, locale, moment, Paging, pageOf, responseId, surveyId } from './values.ts'

const texts = (max: number) => z.partialRecord(locale, plainText(max))
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'want a letter, then letters, digits and dashes')

const asked = { key, label: texts(500), help: texts(500), required: z.boolean() }
const ends = { low: texts(60), high: texts(60) }
const choice = {
  options: z.array(z.strictObject({ key, label: texts(200) })).max(60),
  other: z.boolean(),
}

const question: z.ZodType<Question, Question> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['nps', 'csat', 'ces']), ...asked, ...ends }),
  z.strictObject({ kind: z.enum(['single', 'multi']), ...asked, ...choice }),
  z.strictObject({
    kind: z.enum(['short-text', 'long-text']),
    ...asked,
    example: texts(300),
    followUp: z.boolean().optional().meta({ description: 'Asks once more, on the spot, when the answer is vague' }),
  }),
])

const isoMoment = z.iso.datetime({ offset: true }).nullable()

/** A draft may be unfinished; what stands in the way of publishing is `faultsOf` of questions/definition.ts. */
export const SurveyDefinition: z.ZodType<Definition, Definition> = z.strictObject({
  title: texts(120),
  purpose: texts(500),
  thanks: texts(500),
  locales: z.array(locale).max(3),
  questions: z.array(question).max(60),
  settings: z.strictObject({
    opensAt: isoMoment,
    closesAt: isoMoment,
    cap: z.number().int().min(1).max(10_000_000).nullable(),
    perAddress: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .nullish()
      .meta({ description: 'Responses taken in a minute from one address; 60 unless said' }),
    contact: z.enum(['none', 'optional']),
  }),
})

export const SURVEY_STATES = ['draft', 'open', 'closed'] as const
export const surveyState = z.enum(SURVEY_STATES)
export type SurveyState = z.output<typeof surveyState>

/** Lists count responses up to here; "10000" then means "so many or more". */
export const RESPONSES_COUNTED_TO = 10_000

export const slug = matching(
  z.string(),
  /^[a-z0-9][a-z0-9-]{1,62}$/,
  'want 2 to 63 lower-case letters, digits and dashes, not beginning with a dash',
  'not-slug',
)

export const SurveyItem = z.strictObject({
  id: surveyId,
  slug: z.string(),
  title: z.string(),
  state: surveyState,
  version: z.number().int().meta({ description: 'The last published version; 0 before the first' }),
  responses: z.number().int(),
  lastAnsweredAt: moment.nullable(),
  createdAt: moment,
  changedAt: moment,
})

export const Survey = z.strictObject({
  ...SurveyItem.shape,
  url: z.string(),
  template: z.string(),
  draft: SurveyDefinition,
  /** What is being asked now; null before the first publication. */
  published: SurveyDefinition.nullable(),
  publishedAt: moment.nullable(),
})

export const SurveyQuery = z.strictObject({ ...Paging.shape, state: surveyState.optional() })
export const SurveyPage = pageOf(SurveyItem)

export const NewSurvey = z.strictObject({
  template: z.string().max(40).default('blank'),
  title: plainText(120).optional(),
  locales: z.array(locale).min(1).max(3).optional(),
})
export const SaveDraft = z.strictObject({ changedAt: moment, draft: SurveyDefinition })
export const SurveyAddress = z.strictObject({ slug })

export const TemplateList = z.strictObject({
  items: z.array(
    z.strictObject({
      key: z.string(),
      title: texts(120),
      about: texts(300),
      kinds: z.array(z.enum(QUESTION_KINDS)),
    }),
  ),
})

const FollowUpKey = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'want the key that came with the question')

/** Whether an answer in words is vague, asked before it is sent. */
export const FollowUpAsked = z.strictObject({
  question: z.string().max(40),
  text: plainText(5_000),
  version: z.number().int().optional(),
  locale: locale.optional(),
})
/** What to ask once more, and its key to send back with what is said; null where the answer is concrete or need not be. */
export const FollowUpView = z.strictObject({
  ask: z.strictObject({ key: FollowUpKey, text: z.string() }).nullable(),
})

/**
 * One answer: a point, an option or words; options as a list; `other` with its words; words with what was said when more
 * was asked.
 */
export const SentAnswer = z.union([
  z.number(),
  plainText(5_000),
  z.array(plainText(60)).max(61),
  z.strictObject({ options: z.array(plainText(60)).max(61).default([]), other: plainText(1_000).default('') }),
  z.strictObject({
    text: plainText(5_000),
    followUp: z.strictObject({ asked: FollowUpKey, text: plainText(FOLLOW_UP_LONGEST) }),
  }),
])

export const LINK_FACTS = ['product', 'order', 'branch', 'channel'] as const

export const NewResponse = z.strictObject({
  submission: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,80}$/, 'want 8 to 80 letters, digits, - and _')
    .optional()
    .meta({ description: 'Made by the caller: the same submission is one response, however often it comes' }),
  locale: locale.optional(),
  answers: z.record(z.string().max(40), SentAnswer),
  contact: plainText(254)
    .optional()
    .meta({ description: 'E-mail address or phone number, where the survey asks for it' }),
  facts: z
    .strictObject({
      product: plainText(120).optional(),
      order: plainText(120).optional(),
      branch: plainText(120).optional(),
      channel: plainText(120).optional(),
    })
    .optional(),
})

export type NewResponse = z.output<typeof NewResponse>

export const ResponseTaken = z.strictObject({
  id: responseId,
  feedback: feedbackId,
  receivedAt: moment,
  queryCode: z.string(),
  thanks: z.string().meta({ description: 'Path of the thank-you page' }),
})

export const Answer = z.strictObject({
  question: z.string(),
  kind: z.enum(QUESTION_KINDS),
  number: z.number().nullable(),
  option: z.string().nullable().meta({ description: 'The chosen option; of words, what was asked once more' }),
  text: z.string().nullable(),
})

export const ResponseItem = z.strictObject({
  id: responseId,
  feedback: feedbackId.nullable(),
  version: z.number().int(),
  locale: z.string(),
  answeredAt: moment,
  facts: z
    .strictObject({ product: z.string().optional(), order: z.string().optional(), branch: z.string().optional() })
    .meta({ description: 'What the link said it was about' }),
  answers: z.array(Answer),
})
export const ResponseQuery = z.strictObject({
  ...Paging.shape,
  question: z.string().max(40).optional().meta({ description: 'Only those who answered this question' }),
  option: z.string().max(60).optional().meta({ description: 'with `question`: who chose this option' }),
  number: z.coerce.number().int().optional().meta({ description: 'with `question`: who gave this point' }),
  from: moment.optional(),
  to: moment.optional(),
})
export const ResponsePage = pageOf(ResponseItem)

/** `hidden` fewer than 5 answers, `weak` fewer than 30: the figure is then withheld, or shown with a warning. */
export const firmness = z.enum(['hidden', 'weak', 'firm'])

const Bucket = z.strictObject({
  key: z.string(),
  count: z.number().int(),
  share: z.number(),
  interval: Interval.nullable(),
})

/** The figure of a scale: NPS from −100 to 100, CSAT the share of 4 and 5, CES the mean of 1 to 7. */
const Score = z.strictObject({
  kind: z.enum(['nps', 'csat', 'ces']),
  value: z.number(),
  interval: Interval.nullable(),
  mean: z.number(),
  meanInterval: Interval.nullable(),
  /** Of an NPS: 9–10, 7–8 and 0–6, each with its share; null for the others. */
  groups: z.array(Bucket.extend({ key: z.enum(['promoters', 'passives', 'detractors']) })).nullable(),
})

export const QuestionResult = z.strictObject({
  key: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** As it was asked last. */
  asked: question,
  /** It is no longer part of the survey. */
  retired: z.boolean(),
  n: z.number().int(),
  firmness,
  /** Points (scales) or options (choices), each with its share of the n who answered; empty for words. */
  buckets: z.array(Bucket),
  score: Score.nullable(),
  /** The newest words: answers to text questions, and what was written beside "other". */
  texts: z.array(z.strictObject({ text: z.string(), feedback: feedbackId.nullable(), answeredAt: moment })),
})

export const ResultsQuery = z.strictObject({ from: moment.optional(), to: moment.optional() })
export const Results = z.strictObject({
  responses: z.number().int(),
  firstAt: moment.nullable(),
  lastAt: moment.nullable(),
  /** Responses per day of the workspace's time zone, up to 60 days before the last response; days without any are 0. */
  days: z.array(z.strictObject({ day: z.string(), responses: z.number().int() })),
  questions: z.array(QuestionResult),
})
