/** What one case shows beside its row. */
import { type Db, prepared, sql } from '../../platform/db/db.ts'
import { COUNTED_TO, type Outcome, type Stage } from '../../shared/contracts/cases.ts'
import type { EmotionView, NeedView } from '../../shared/contracts/reading-aids.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { ValueRow } from '../understanding/index.ts'
import type { Why } from './link.store.ts'
import { PROMISE_ROW, type PromiseRow } from './promise.store.ts'

type Person = { id: string; name: string } | null
type File = { id: string; name: string; contentType: string; size: number }

/** The files of a column of ids, in their order. */
const filesOf = (ids: 'm' | 'f') => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'size', a.size))
            FROM attachments a WHERE a.id = ANY(${ids === 'm' ? sql`m.attachments` : sql`ARRAY(SELECT x.attachment_id FROM feedback_attachments x WHERE x.feedback_id = f.id)`})), '[]') AS attachments`

export type MessageShown = {
  id: string
  direction: 'in' | 'out' | 'note'
  kind: 'message' | 'acknowledgement' | 'resolution' | 'check' | 'notice'
  author: Person
  channel: string
  text: string
  at: Instant
  mentions: string[]
  attachments: File[]
  mailState: 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | null
  mailFault: string | null
  mailReason: string | null
}

const NEWEST = 500

/** The newest messages, oldest first. */
export async function messagesShown(db: Db, caseId: string): Promise<MessageShown[]> {
  const rows = await db.many<MessageShown>(prepared`
    SELECT m.id, m.direction, m.kind, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS author,
           m.channel, m.text, m.created_at AS at, m.mentions, l.state AS "mailState", l.fault AS "mailFault", l.reason AS "mailReason", ${filesOf('m')}
    FROM messages m LEFT JOIN people p ON p.id = m.author_id LEFT JOIN mails l ON l.id = m.mail_id
    WHERE m.case_id = ${caseId} ORDER BY m.created_at DESC, m.id DESC LIMIT ${NEWEST}`)
  return rows.reverse()
}

type Understood = ValueRow & {
  language: string
  sentiment: Sentiment
  intent: Intent
  urgency: Urgency
  urgencyReasons: string[]
  categories: { id: string; key: string; names: Record<string, string> }[]
  /** Category ids, the first one named first. */
  inOrder: string[]
  emotion: EmotionView
  need: NeedView
}

export type VoiceShown = {
  id: string
  channel: Channel
  text: string
  subject: string
  language: string | null
  url: string | null
  occurredAt: Instant
  queryCode: string
  scores: { kind: 'nps' | 'csat' | 'ces' | 'rating'; value: number; low: number; high: number }[]
  understanding: Understood | null
  attachments: File[]
}

export function voicesShown(db: Db, caseId: string): Promise<VoiceShown[]> {
  return db.many<VoiceShown>(prepared`
    SELECT f.id, f.channel, f.text, f.subject, f.language, f.url, f.occurred_at AS "occurredAt", f.query_code AS "queryCode",
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'low', s.low, 'high', s.high))
                     FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores,
           CASE WHEN u.feedback_id IS NOT NULL THEN jsonb_build_object(
             'language', u.language, 'sentiment', u.sentiment, 'intent', u.intent, 'urgency', u.urgency, 'urgencyReasons', to_jsonb(u.urgency_reasons),
             'categories', coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'key', g.key, 'names', g.names) ORDER BY g.position)
                                     FROM categories g WHERE g.id = ANY(u.categories)), '[]'),
             'inOrder', to_jsonb(u.categories),
             'emotion', CASE WHEN u.emotion IS NOT NULL THEN jsonb_build_object('label', u.emotion, 'confidence', u.emotion_confidence) END,
             'need', CASE WHEN u.need IS NOT NULL THEN jsonb_build_object('level', u.need, 'confidence', u.need_confidence) END,
             'valueRelevant', u.value_relevant, 'valueAuthentic', u.value_authentic, 'valueSpecific', u.value_specific, 'valueTimely', u.value_timely) END AS understanding,
           ${filesOf('f')}
    FROM case_feedback l JOIN feedback f ON f.id = l.feedback_id LEFT JOIN understandings u ON u.feedback_id = f.id
    WHERE l.case_id = ${caseId} ORDER BY f.occurred_at, f.id`)
}

export type StepShown = {
  id: string
  kind: string
  facts: Record<string, string | number | null>
  by: Person
  at: Instant
}

export async function stepsShown(db: Db, caseId: string): Promise<StepShown[]> {
  const rows = await db.many<StepShown>(prepared`
    SELECT s.id, s.kind, s.facts, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS by, s.at
    FROM case_steps s LEFT JOIN people p ON p.id = s.by_id
    WHERE s.case_id = ${caseId} ORDER BY s.at DESC, s.id DESC LIMIT ${NEWEST}`)
  return rows.reverse()
}

export function watchersShown(db: Db, caseId: string): Promise<{ id: string; name: string }[]> {
  return db.many(prepared`
    SELECT p.id, p.name FROM case_watchers w JOIN people p ON p.id = w.person_id WHERE w.case_id = ${caseId} ORDER BY p.name, p.id`)
}

export type CustomerShown = {
  id: string
  name: string
  tier: string
  note: string
  email: string | null
  phone: string | null
  externalId: string | null
  since: Instant
  voices: number
  orders: number
  openCases: number
}

export function customerShown(db: Db, customerId: string): Promise<CustomerShown | null> {
  const identity = (kind: string) =>
    sql`(SELECT i.value FROM identities i WHERE i.customer_id = ANY(customer_family(c.id)) AND i.kind = ${kind} ORDER BY i.created_at LIMIT 1)`
  return db.maybe<CustomerShown>(prepared`
    SELECT c.id, c.name, c.tier, c.note, c.created_at AS since,
           ${identity('email')} AS email, ${identity('phone')} AS phone, ${identity('external')} AS "externalId",
           (SELECT count(*) FROM (SELECT FROM feedback f WHERE f.customer_id = ANY(customer_family(c.id)) LIMIT ${COUNTED_TO}) AS counted)::int AS voices,
           (SELECT count(*) FROM (SELECT FROM orders o WHERE o.customer_id = ANY(customer_family(c.id)) LIMIT ${COUNTED_TO}) AS counted)::int AS orders,
           (SELECT count(*) FROM cases k WHERE k.customer_id = ANY(customer_family(c.id)) AND k.stage IN ('new', 'acknowledged', 'working', 'waiting'))::int AS "openCases"
    FROM customers c WHERE c.id = ${customerId}`)
}

export type ResolutionShown = { outcome: Outcome; note: string; by: Person; at: Instant }

export function resolutionShown(db: Db, caseId: string): Promise<ResolutionShown | null> {
  return db.maybe<ResolutionShown>(prepared`
    SELECT k.outcome, k.note, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS by, k.closed_at AS at
    FROM case_closures k LEFT JOIN people p ON p.id = k.closed_by WHERE k.case_id = ${caseId}`)
}

export function linksShown(
  db: Db,
  caseId: string,
): Promise<{ id: string; number: number; subject: string; stage: Stage; why: Why }[]> {
  return db.many(prepared`
    SELECT c.id, c.number, c.subject, c.stage, k.why FROM case_links k JOIN cases c ON c.id = k.other_id
    WHERE k.case_id = ${caseId} ORDER BY k.linked_at, c.number`)
}

/** The promises of several cases at once, for a list. */
export function promisesOfCases(db: Db, caseIds: readonly string[]): Promise<PromiseRow[]> {
  return db.many<PromiseRow>(
    prepared`SELECT ${PROMISE_ROW} FROM promises p WHERE p.case_id = ANY(${[...caseIds]}::uuid[]) ORDER BY p.made_at, p.id`,
  )
}
