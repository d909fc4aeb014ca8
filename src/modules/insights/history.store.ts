/** What lies between a customer and us. Each kind is walked by its own index of customer and time. */
import { at, type Db, type Query, sql } from '../../platform/db/db.ts'
import { HISTORY_TEXT, type HistoryEntry } from '../../shared/contracts/history.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type HistoryKind = HistoryEntry['kind']
export type HistoryPlace = { at: Instant; kind: HistoryKind; id: string }

/** The next places of a customer's history, newest first; of the same moment by kind, then id. */
export function historyPlaces(
  db: Db,
  family: readonly string[],
  before: HistoryPlace | null,
  limit: number,
): Promise<HistoryPlace[]> {
  const newest = (kind: HistoryKind, moment: Query, id: Query) => {
    const older =
      before === null
        ? sql`TRUE`
        : sql`${moment} <= ${at(before.at)} AND (${moment}, ${kind}::text, ${id}::text) < (${at(before.at)}, ${before.kind}::text, ${before.id}::text)`
    return {
      place: sql`${moment} AS at, ${kind}::text AS kind, ${id}::text AS id`,
      older,
      last: sql`ORDER BY ${moment} DESC, ${id} DESC LIMIT ${limit}`,
    }
  }
  const voice = newest('voice', sql`f.occurred_at`, sql`f.id`)
  const message = newest('message', sql`m.created_at`, sql`m.id`)
  const notice = newest('notice', sql`n.sent_at`, sql`n.id`)
  const order = newest('order', sql`o.placed_at`, sql`o.external_id`)
  return db.many<HistoryPlace>(sql`
    SELECT found.at, found.kind, found.id FROM unnest(${[...family]}::uuid[]) AS c (id), LATERAL (
      (SELECT ${voice.place} FROM feedback f WHERE f.customer_id = c.id AND ${voice.older}
         AND NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id) ${voice.last})
      UNION ALL
      (SELECT ${message.place} FROM cases k JOIN messages m ON m.case_id = k.id
       WHERE k.customer_id = c.id AND m.direction IN ('in', 'out') AND m.kind <> 'notice' AND ${message.older} ${message.last})
      UNION ALL
      (SELECT ${notice.place} FROM notices n WHERE n.customer_id = c.id AND ${notice.older} ${notice.last})
      UNION ALL
      (SELECT ${order.place} FROM orders o WHERE o.customer_id = c.id AND ${order.older} ${order.last})
    ) AS found ORDER BY found.at DESC, found.kind DESC, found.id DESC LIMIT ${limit}`)
}

type Of<Kind extends HistoryKind> = Extract<HistoryEntry, { kind: Kind }>

const CASE = sql`jsonb_build_object('id', k.id, 'number', k.number, 'stage', k.stage)`

export function voicesInHistory(db: Db, ids: readonly string[]): Promise<Omit<Of<'voice'>, 'kind' | 'survey'>[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many(sql`
    SELECT f.id, f.occurred_at AS at, f.channel, f.subject, left(f.text, ${HISTORY_TEXT}) AS text, u.sentiment, u.intent,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'scale', jsonb_build_object('min', s.low, 'max', s.high)) ORDER BY s.kind)
                FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores,
      (SELECT ${CASE} FROM case_feedback l JOIN cases k ON k.id = l.case_id WHERE l.feedback_id = f.id
       ORDER BY k.opened_at DESC, k.number DESC LIMIT 1) AS "case"
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ANY(${[...ids]}::uuid[])`)
}

export function messagesInHistory(db: Db, ids: readonly string[]): Promise<Omit<Of<'message'>, 'kind'>[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many(sql`
    SELECT m.id, m.created_at AS at, m.direction, m.kind AS about, p.name AS author, m.channel, left(m.text, ${HISTORY_TEXT}) AS text,
      ${CASE} AS "case", CASE WHEN e.state = 'failed' THEN coalesce(e.reason, '') END AS failed
    FROM messages m JOIN cases k ON k.id = m.case_id LEFT JOIN people p ON p.id = m.author_id LEFT JOIN mails e ON e.id = m.mail_id
    WHERE m.id = ANY(${[...ids]}::uuid[])`)
}

export function noticesInHistory(db: Db, ids: readonly string[]): Promise<Omit<Of<'notice'>, 'kind'>[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many(sql`
    SELECT n.id, n.sent_at AS at, jsonb_build_object('id', i.id, 'title', i.title) AS improvement, n.channel AS by, left(n.text, ${HISTORY_TEXT}) AS text,
      CASE WHEN n.seen_at IS NOT NULL THEN 'seen' WHEN e.state IN ('queued', 'sending') THEN 'waiting' ELSE coalesce(e.state, 'shown') END AS state
    FROM notices n JOIN improvements i ON i.id = n.improvement_id LEFT JOIN mails e ON e.id = n.mail_id
    WHERE n.id = ANY(${[...ids]}::uuid[])`)
}

export function ordersInHistory(db: Db, ids: readonly string[]): Promise<Omit<Of<'order'>, 'kind'>[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.many(sql`
    SELECT external_id AS id, placed_at AS at, product, amount, currency FROM orders WHERE external_id = ANY(${[...ids]}::text[])`)
}
