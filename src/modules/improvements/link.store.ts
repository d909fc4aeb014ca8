/** Which voices an improvement answers. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Stage } from '../../shared/contracts/improvements.ts'
import type { Channel, Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

/**
 * Links voices; those that do not exist are left out.
 *
 * @returns ids that were not linked before
 */
export async function insertLinks(
  tx: Db,
  link: { improvementId: string; feedbackIds: readonly string[]; by: string | null; at: Instant },
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    INSERT INTO improvement_feedback (improvement_id, feedback_id, linked_by, linked_at)
    SELECT ${link.improvementId}::uuid, f.id, ${link.by}::uuid, ${at(link.at)} FROM feedback f WHERE f.id = ANY(${[...link.feedbackIds]}::uuid[])
    ON CONFLICT DO NOTHING RETURNING feedback_id AS id`)
  return rows.map(({ id }) => id)
}

export async function countKnown(db: Db, feedbackIds: readonly string[]): Promise<number> {
  return (
    await db.one<{ n: number }>(sql`SELECT count(*) AS n FROM feedback WHERE id = ANY(${[...feedbackIds]}::uuid[])`)
  ).n
}

/** True when it was linked. */
export async function deleteLink(tx: Db, improvementId: string, feedbackId: string): Promise<boolean> {
  return (
    1 ===
    (await tx.run(
      sql`DELETE FROM improvement_feedback WHERE improvement_id = ${improvementId} AND feedback_id = ${feedbackId}`,
    ))
  )
}

/** The voices of a case; null when there is no such case. */
export async function voicesOfCase(db: Db, caseId: string): Promise<string[] | null> {
  const row = await db.maybe<{ ids: string[] }>(sql`
    SELECT coalesce((SELECT array_agg(l.feedback_id) FROM case_feedback l WHERE l.case_id = c.id), '{}') AS ids FROM cases c WHERE c.id = ${caseId}`)
  return row?.ids ?? null
}

export type LinkedRow = {
  id: string
  channel: Channel
  text: string
  sentiment: Sentiment | null
  customer: string | null
  occurredAt: Instant
  linkedAt: Instant
  byId: string | null
  byName: string | null
}

/** The voices of an improvement, last linked first. */
export function linkedVoices(
  db: Db,
  improvementId: string,
  before: { at: Instant; id: string } | null,
  limit: number,
): Promise<LinkedRow[]> {
  const older = before === null ? sql`TRUE` : sql`(l.linked_at, l.feedback_id) < (${at(before.at)}, ${before.id}::uuid)`
  return db.many<LinkedRow>(sql`
    SELECT f.id, f.channel, left(f.text, 400) AS text, u.sentiment, nullif(c.name, '') AS customer, f.occurred_at AS "occurredAt",
           l.linked_at AS "linkedAt", l.linked_by AS "byId", p.name AS "byName"
    FROM improvement_feedback l JOIN feedback f ON f.id = l.feedback_id
    LEFT JOIN understandings u ON u.feedback_id = f.id
    LEFT JOIN customers c ON c.id = customer_root(f.customer_id)
    LEFT JOIN people p ON p.id = l.linked_by
    WHERE l.improvement_id = ${improvementId} AND ${older}
    ORDER BY l.linked_at DESC, l.feedback_id DESC LIMIT ${limit}`)
}

/** All ids of an improvement's voices after one of them, in order, for those who work through them. */
export async function linkedIds(db: Db, improvementId: string, after: string | null, limit: number): Promise<string[]> {
  const later = after === null ? sql`TRUE` : sql`feedback_id > ${after}::uuid`
  const rows = await db.many<{ id: string }>(sql`
    SELECT feedback_id AS id FROM improvement_feedback WHERE improvement_id = ${improvementId} AND ${later} ORDER BY feedback_id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Which improvements a voice is linked to, newest first. */
export function improvementsOf(
  db: Db,
  feedbackId: string,
): Promise<{ id: string; number: number; title: string; stage: Stage }[]> {
  return db.many(sql`
    SELECT i.id, i.number, i.title, i.stage FROM improvement_feedback l JOIN improvements i ON i.id = l.improvement_id
    WHERE l.feedback_id = ${feedbackId} ORDER BY i.number DESC`)
}
