/**
 * Cases: the work of answering one or more voices.
 *
 *   GET    /api/v1/cases                                list by view and filters (CaseQuery → page of CaseItem)
 *   POST   /api/v1/cases                                open one by hand for a feedback (OpenCase → Case); 200 when it has one
 *   GET    /api/v1/cases/counts                         how many stand in each view, counted up to COUNTED_TO
 *   POST   /api/v1/cases/bulk                           one act on up to 100 cases (BulkAct → BulkResult)
 *   GET    /api/v1/cases/{id}                           everything about one (Case)
 *   POST   /api/v1/cases/{id}/replies                   reply or internal note (Reply → Message, 201)
 *   POST   /api/v1/cases/{id}/messages/{msg}/retry      send a failed message again (→ Message)
 *   PUT    /api/v1/cases/{id}/owner                     take it (no body fields) or give it to a person or team (→ CaseItem)
 *   DELETE /api/v1/cases/{id}/owner                     put it back into the team's pool
 *   PUT    /api/v1/cases/{id}/stage                     working or waiting by hand (→ CaseItem)
 *   PUT    /api/v1/cases/{id}/resolution · DELETE       resolve with outcome and note · reopen (→ CaseItem)
 *   POST   /api/v1/cases/{id}/promises                  promise something by a moment: call back, next update … (→ promise)
 *   PUT    /api/v1/cases/{id}/watchers/{person|me} · DELETE
 *   POST   /api/v1/cases/{id}/merge                     {into}: this case's voices and messages move into the other
 *   POST   /api/v1/cases/{id}/split                     {feedback: [ids]} → the new Case
 *   PUT    /api/v1/cases/{id}/links/{other} · DELETE    related cases
 * Promises and settings: promises.ts; templates: templates.ts.
 */
import { z } from 'zod'
import { plainText } from './plain.ts'
import { EmotionView, NeedView, ValueView } from './reading-aids.ts'
import {
  attachmentId,
  caseId,
  channel,
  customerId,
  feedbackId,
  intentLabel,
  messageId,
  moment,
  Paging,
  pageOf,
  personId,
  publicId,
  sentimentLabel,
  teamId,
  urgencyLabel,
} from './values.ts'

/** In the order of a case's life. `resolved` waits for the customer's word; only their "yes" makes `verified`. */
export const STAGES = ['new', 'acknowledged', 'working', 'waiting', 'resolved', 'verified', 'closed'] as const
export const stage = z.enum(STAGES)
export type Stage = z.output<typeof stage>
/** Stages in which something is still owed. */
export const OPEN_STAGES = ['new', 'acknowledged', 'working', 'waiting'] as const satisfies readonly Stage[]

export const OUTCOMES = ['resolved', 'explained', 'no-action'] as const
export const outcome = z.enum(OUTCOMES)
export type Outcome = z.output<typeof outcome>

/** Kinds of promise; words `promise.<kind>`. */
export const PROMISE_KINDS = ['first-answer', 'resolution', 'decision', 'call-back', 'next-update'] as const
export const promiseKind = z.enum(PROMISE_KINDS)
export type PromiseKind = z.output<typeof promiseKind>

/**
 * `soon` has used 75 % of its time; `paused` waits for the customer; `broken` is past its time and still owed;
 * `late-kept` was broken and is done all the same; `withdrawn` is no longer owed.
 */
export const PROMISE_STATES = ['running', 'soon', 'paused', 'kept', 'broken', 'late-kept', 'withdrawn'] as const
export const promiseState = z.enum(PROMISE_STATES)
export type PromiseState = z.output<typeof promiseState>

export const promiseId = publicId('promise')

/**
 * What is shown in one view of the Inbox. Open views come by due time, earliest first; `all`, `resolved` and `closed`
 * come by last activity, newest first.
 * mine: open, mine · unassigned: open, nobody's · team: open, of my teams · watching: open, watched by me ·
 * open: every open one · waiting: for the customer · broken: open with a promise past its time ·
 * resolved: until the customer's word · closed: verified or closed · all: every case there is
 */
export const CASE_VIEWS = [
  'mine',
  'unassigned',
  'team',
  'watching',
  'open',
  'waiting',
  'broken',
  'resolved',
  'closed',
  'all',
] as const
export const caseView = z.enum(CASE_VIEWS)
export type CaseView = z.output<typeof caseView>

export const CaseQuery = Paging.extend({
  view: caseView.default('all'),
  stage: stage.optional(),
  channel: channel.optional(),
  intent: intentLabel.optional(),
  urgency: urgencyLabel.optional(),
  owner: personId.optional(),
  team: teamId.optional(),
  customer: customerId.optional(),
  feedback: feedbackId.optional(),
  /** Words of the subject, the customer's name, or a case number (`#42` or `42`). */
  q: plainText(200).trim().optional(),
})

export const PersonRef = z.strictObject({ id: personId, name: z.string() })
export const TeamRef = z.strictObject({ id: teamId, name: z.string() })
export const CustomerRef = z.strictObject({ id: customerId, name: z.string(), tier: z.string() })

/** One promise. `keptAt` and `brokenAt` never both; `madeGoodAt` (done after all) only after `brokenAt`. */
export const CasePromise = z.strictObject({
  id: promiseId,
  kind: promiseKind,
  state: promiseState,
  /** ISO 8601 duration it was made with, for example PT24H; empty when a moment was named. */
  duration: z.string(),
  basis: z.enum(['clock', 'calendar']),
  madeAt: moment,
  warnAt: moment.nullable(),
  dueAt: moment,
  pausedAt: moment.nullable(),
  keptAt: moment.optional(),
  brokenAt: moment.optional(),
  madeGoodAt: moment.optional(),
  whyBroken: z.string().nullable(),
})

/** A case in a list. `dueAt` is the earliest moment of what is still owed; null when nothing is or while it is paused. */
export const CaseItem = z.strictObject({
  id: caseId,
  /** Shown as #42. */
  number: z.number().int(),
  /** First words of the first voice, personal data masked. */
  subject: z.string(),
  channel,
  intent: intentLabel,
  sentiment: sentimentLabel,
  urgency: urgencyLabel,
  stage,
  stageAt: moment,
  customer: CustomerRef.nullable(),
  owner: PersonRef.nullable(),
  team: TeamRef.nullable(),
  dueAt: moment.nullable(),
  openedAt: moment,
  lastAt: moment,
  /** Who spoke last: a case whose last word is the customer's wants one from us. */
  lastFrom: z.enum(['customer', 'staff', 'system']),
  /** The red line: nobody spoke to the customer for 72 hours (or what Settings say). */
  alarmed: z.boolean(),
  promises: z.array(CasePromise),
  feedback: z.array(feedbackId),
})
export const CasePage = pageOf(CaseItem)

/** Views are counted up to here; `capped` says there are more. */
export const COUNTED_TO = 1000
export const CaseCounts = z.strictObject({
  counts: z.array(z.strictObject({ view: caseView, n: z.number().int(), capped: z.boolean() })),
})

export const AttachmentRef = z.strictObject({
  id: attachmentId,
  name: z.string(),
  contentType: z.string(),
  size: z.number(),
})

/**
 * How an outgoing message fares. By `email`: queued → sending → sent → delivered, or failed with the reason.
 * By `status-page`: `shown` at once, for the customer has no address.
 */
export const Delivery = z.strictObject({
  by: z.enum(['email', 'status-page']),
  state: z.enum(['queued', 'sending', 'sent', 'delivered', 'failed', 'shown']),
  fault: z.string().nullable().meta({ description: 'What kind of failure it is' }),
  reason: z.string().nullable().meta({ description: 'In the words of the server' }),
  /** True when `POST …/retry` would send it again. */
  retryable: z.boolean(),
})

/** `in` from the customer, `out` to the customer, `note` for staff only. */
export const Message = z.strictObject({
  id: messageId,
  direction: z.enum(['in', 'out', 'note']),
  kind: z.enum(['message', 'acknowledgement', 'resolution', 'check', 'notice']),
  /** Null for the customer and for what the system wrote. */
  author: PersonRef.nullable(),
  channel: z.string(),
  text: z.string(),
  at: moment,
  mentions: z.array(personId),
  attachments: z.array(AttachmentRef),
  delivery: Delivery.nullable(),
})

/** One of the voices a case answers. `understanding` is null until the worker has read it. */
export const CaseVoice = z.strictObject({
  id: feedbackId,
  channel,
  text: z.string(),
  subject: z.string(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  occurredAt: moment,
  queryCode: z.string(),
  scores: z.array(
    z.strictObject({
      kind: z.enum(['nps', 'csat', 'ces', 'rating']),
      value: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
  understanding: z
    .strictObject({
      language: z.string(),
      sentiment: sentimentLabel,
      intent: intentLabel,
      urgency: urgencyLabel,
      urgencyReasons: z.array(z.string()),
      /** Category ids and keys with their names in every language. */
      categories: z.array(
        z.strictObject({ id: publicId('cat'), key: z.string(), names: z.record(z.string(), z.string()) }),
      ),
      emotion: EmotionView,
      need: NeedView,
      value: ValueView,
    })
    .nullable(),
  attachments: z.array(AttachmentRef),
})

/**
 * Everything that happened, in order. Kinds and their facts:
 * opened {channel} · joined {feedback} · acknowledged {by} · assigned {owner?, team?} · released · replied {message} ·
 * noted {message} · heard {message} · stage {from, to} · promised {kind, dueAt} · kept {kind} · broken {kind, dueAt} ·
 * escalated {kind, to} · alarmed {since} · resolved {outcome} · checked {answer, comment} · reopened {why} ·
 * told {message} · reread {intent, sentiment, wasIntent, wasSentiment} ·
 * closed {why} · merged {into | from} · split {into | from} · linked {other} · unlinked {other} · continued {from}
 */
export const CaseStep = z.strictObject({
  id: z.string(),
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  by: PersonRef.nullable(),
  at: moment,
})

/** The customer's panel beside the conversation; their whole history is at `GET /customers/{id}`. */
export const CaseCustomer = z.strictObject({
  id: customerId,
  name: z.string(),
  tier: z.string(),
  note: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  externalId: z.string().nullable(),
  since: moment,
  /** Counted up to COUNTED_TO. */
  voices: z.number().int(),
  orders: z.number().int(),
  openCases: z.number().int(),
})

export const Resolution = z.strictObject({ outcome, note: z.string(), by: PersonRef.nullable(), at: moment })

/** The newest satisfaction check. `endedAt` without an answer: silence, or the case was reopened before. */
export const SatisfactionCheck = z.strictObject({
  askedAt: moment,
  endsAt: moment,
  answer: z.enum(['yes', 'no']).nullable(),
  comment: z.string(),
  answeredAt: moment.nullable(),
  endedAt: moment.nullable(),
})

export const CaseLink = z.strictObject({
  id: caseId,
  number: z.number().int(),
  subject: z.string(),
  stage,
  why: z.enum(['related', 'continues', 'split', 'merged']),
})

export const Case = CaseItem.extend({
  voices: z.array(CaseVoice),
  /** Oldest first; at most the newest 500. */
  messages: z.array(Message),
  /** Oldest first; at most the newest 500. */
  steps: z.array(CaseStep),
  watchers: z.array(PersonRef),
  person: CaseCustomer.nullable(),
  resolution: Resolution.nullable(),
  check: SatisfactionCheck.nullable(),
  links: z.array(CaseLink),
  /** Where this case's work went on, when it was merged away. */
  mergedInto: caseId.nullable(),
  /** How a reply would travel, and to whom: shown above the composer. `to` is the address, or the status page's code. */
  replyBy: z.strictObject({ by: z.enum(['email', 'status-page']), to: z.string() }),
  /** The address of the customer's status page. */
  statusPage: z.string().nullable(),
})

export const OpenCase = z.strictObject({ feedback: feedbackId })

/** People are mentioned by id (`mentions`); only notes mention. `wait` moves the case to waiting once the reply is out. */
export const Reply = z.strictObject({
  text: plainText(20_000).trim().min(1),
  internal: z.boolean().default(false),
  attachments: z.array(attachmentId).max(10).default([]),
  mentions: z.array(personId).max(20).default([]),
  wait: z.boolean().default(false),
  /** The newest message to or from the customer that the writer saw; null for none. A reply is refused (409) when someone else's came since. */
  after: messageId.nullable().optional(),
})

/** Without a field: I take it. With `from`, taking is refused (409) when someone else took it meanwhile. */
export const Owner = z.strictObject({
  person: personId.optional(),
  team: teamId.optional(),
  /** Whom the caller saw as owner; null for nobody. Left out, whoever had it loses it. */
  from: personId.nullable().optional(),
  note: plainText(2000).trim().optional(),
})

export const StageChange = z.strictObject({ stage: z.enum(['working', 'waiting']) })

/** The note is what the customer reads; `no-action` needs one. */
export const Resolve = z.strictObject({ outcome, note: plainText(4000).trim().default('') })

export const Merge = z.strictObject({ into: caseId })
export const Split = z.strictObject({ feedback: z.array(feedbackId).min(1).max(100) })

export const BulkAct = z.strictObject({
  ids: z.array(caseId).min(1).max(100),
  act: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('assign'), person: personId.optional(), team: teamId.optional() }),
    z.strictObject({ action: z.literal('resolve'), outcome, note: plainText(4000).trim().default('') }),
    z.strictObject({ action: z.literal('stage'), stage: z.enum(['working', 'waiting']) }),
    z.strictObject({ action: z.literal('watch') }),
    z.strictObject({ action: z.literal('unwatch') }),
  ]),
})
/** Each case by itself: one refusal does not undo the others. */
export const BulkResult = z.strictObject({
  results: z.array(
    z.strictObject({
      id: caseId,
      status: z.enum(['done', 'refused']),
      code: z.string().optional(),
      message: z.string().optional(),
    }),
  ),
})
