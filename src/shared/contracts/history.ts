/**
 * Everything between a customer and us, in one line of time, newest first.
 *
 *   GET /api/v1/customers/{id}/history   voices, messages, notices and orders (HistoryQuery → HistoryPage)
 */
import { z } from 'zod'
import { stage } from './cases.ts'
import { Score } from './feedback.ts'
import { NOTICE_STATES, noticeId } from './notices.ts'
import {
  caseId,
  channel,
  feedbackId,
  improvementId,
  intentLabel,
  messageId,
  moment,
  Paging,
  pageOf,
  sentimentLabel,
  surveyId,
} from './values.ts'

/** Long texts are cut to so many characters; the whole stands where the entry leads. */
export const HISTORY_TEXT = 1_000

const CaseOf = z.strictObject({ id: caseId, number: z.number().int(), stage })

/** What was said; of a survey's response every answer in the order asked. */
const Said = z.strictObject({
  kind: z.literal('voice'),
  at: moment,
  id: feedbackId,
  channel,
  subject: z.string(),
  text: z.string(),
  scores: z.array(Score),
  sentiment: sentimentLabel.nullable(),
  intent: intentLabel.nullable(),
  /** The case that answers it now; null when it needs none. */
  case: CaseOf.nullable(),
  survey: z
    .strictObject({
      id: surveyId,
      title: z.string(),
      answers: z.array(z.strictObject({ asked: z.string(), said: z.string() })),
    })
    .nullable(),
})

/** A message of a case, from the customer or to them; never a note. */
const Written = z.strictObject({
  kind: z.literal('message'),
  at: moment,
  id: messageId,
  direction: z.enum(['in', 'out']),
  about: z.enum(['message', 'acknowledgement', 'resolution', 'check']),
  author: z.string().nullable(),
  channel: z.string(),
  text: z.string(),
  case: CaseOf,
  /** Why a mail did not arrive; null when nothing is known to have failed. */
  failed: z.string().nullable(),
})

const Told = z.strictObject({
  kind: z.literal('notice'),
  at: moment,
  id: noticeId,
  improvement: z.strictObject({ id: improvementId, title: z.string() }),
  by: z.enum(['email', 'status-page']),
  text: z.string(),
  state: z.enum(NOTICE_STATES),
})

const Bought = z.strictObject({
  kind: z.literal('order'),
  at: moment,
  id: z.string().meta({ description: 'The id in your own system' }),
  product: z.string(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
})

export const HistoryEntry = z.discriminatedUnion('kind', [Said, Written, Told, Bought])
export type HistoryEntry = z.output<typeof HistoryEntry>
export const HistoryQuery = Paging
export const HistoryPage = pageOf(HistoryEntry)
