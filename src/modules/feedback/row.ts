import { type NewFeedback, SCALES } from '../../shared/contracts/feedback.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import type { Misfit, Told } from '../customers/index.ts'

/** A voice as another module or the API hands it over. */
export type Incoming = Omit<NewFeedback, 'customer'> & {
  customer?: Told | undefined
  /** The customer when it is known already; then nothing is looked up. */
  customerId?: string | undefined
}

/** How a voice is received. */
export type Reception = {
  now: Instant
  /** Opens no case and sends nothing; unless said, imports and what is older than a day are quiet. */
  quiet?: boolean | undefined
  /** False for public forms: what a stranger claims adds nothing to a known customer. */
  trusted?: boolean | undefined
}

/** What identifies a request: whose key, and a hash of what was sent with it. */
export type RequestKey = { person: string; key: string; hash: string }

/** One row for `receive_feedback`, named as that function names them; absent fields are not sent. */
export type FeedbackRow = {
  n: number
  id: string
  code: string
  channel: string
  source?: string | undefined
  subject?: string | undefined
  text?: string | undefined
  language?: string | undefined
  occurred: Instant
  received: Instant
  url?: string | undefined
  facts?: Record<string, unknown> | undefined
  quiet?: true | undefined
  customer_id?: string | undefined
  customer?: object | undefined
  scores?: { kind: string; value: number; low: number; high: number }[] | undefined
  attachments?: string[] | undefined
  person?: string | undefined
  key?: string | undefined
  hash?: string | undefined
}

const EARLIEST = 0

/** What cannot be: a voice from tomorrow's tomorrow, or from before computers. Clocks may be a day off. */
export function misfitsOfTime(occurredAt: Instant | undefined, now: Instant): Misfit[] {
  if (occurredAt === undefined || (occurredAt <= now + DAY && occurredAt >= EARLIEST)) return []
  const path = 'occurredAt'
  return occurredAt > now
    ? [{ path, message: 'This moment is more than 24 hours ahead.', code: 'moment-ahead' }]
    : [{ path, message: 'This moment cannot be read, or lies before 1970.', code: 'moment-too-old' }]
}

/** Imports and old voices are quiet unless it is said otherwise. */
export const isQuiet = (item: Incoming, { now, quiet }: Reception): boolean =>
  item.quiet ?? quiet ?? (item.channel === 'import' || now - (item.occurredAt ?? now) > DAY)

/** The row of a voice that fits. `person` is the customer it names, already folded. */
export function rowOf(
  item: Incoming,
  ids: { id: string; code: string },
  reception: Reception,
  person: object | undefined,
  request?: RequestKey,
): FeedbackRow {
  return {
    n: 0,
    ...ids,
    channel: item.channel,
    source: item.sourceId,
    subject: item.subject,
    text: item.text,
    language: item.language,
    occurred: item.occurredAt ?? reception.now,
    received: reception.now,
    url: item.url,
    facts: item.facts,
    quiet: isQuiet(item, reception) || undefined,
    customer_id: item.customerId,
    customer: item.customerId === undefined ? person : undefined,
    scores: item.scores?.map(({ kind, value, scale = SCALES[kind] }) => ({
      kind,
      value,
      low: scale.min,
      high: scale.max,
    })),
    attachments: item.attachments,
    ...request,
  }
}
