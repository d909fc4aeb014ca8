import { at, type Db, sql } from '../../platform/db/db.ts'
import { FILE } from '../../platform/files/files.store.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Everything that customers said, as plain data for their own copy. */
export function saidBy(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT f.id, f.channel, f.source_id AS "sourceId", f.subject, f.text, f.language, f.url, f.facts,
           to_jsonb(f.occurred_at) AS "occurredAt", to_jsonb(f.received_at) AS "receivedAt",
           f.query_code AS "queryCode",
           (SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'min', s.low, 'max', s.high)) FROM feedback_scores s WHERE s.feedback_id = f.id) AS scores,
           (SELECT jsonb_agg(${FILE} ORDER BY a.id) FROM feedback_attachments l JOIN attachments a ON a.id = l.attachment_id WHERE l.feedback_id = f.id) AS files
    FROM feedback f WHERE f.customer_id = ANY(${customerIds}::uuid[]) ORDER BY f.occurred_at, f.id`)
}

/**
 * Takes the words, facts and the person out of what customers said; scores, channel and moment stay, for figures
 * already reported. The organisation's own source id stays too: with it a repeated import adds nothing again.
 */
export async function eraseSaid(tx: Db, customerIds: readonly string[], now: Instant): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    UPDATE feedback SET text = '', subject = '', facts = '{}', url = NULL, customer_id = NULL, erased_at = ${at(now)}
    WHERE customer_id = ANY(${customerIds}::uuid[]) RETURNING id`)
  const ids = rows.map(({ id }) => id)
  await tx.run(sql`DELETE FROM feedback_keys WHERE feedback_id = ANY(${ids}::uuid[])`)
  return ids
}

/** Lets go of the files that came with these voices; gives their ids. */
export async function detachFiles(tx: Db, feedbackIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    sql`DELETE FROM feedback_attachments WHERE feedback_id = ANY(${feedbackIds}::uuid[]) RETURNING attachment_id AS id`,
  )
  return rows.map(({ id }) => id)
}

export async function idsSaidBy(tx: Db, customerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    sql`SELECT id FROM feedback WHERE customer_id = ANY(${customerIds}::uuid[])`,
  )
  return rows.map(({ id }) => id)
}

/** Which of these voices have lost their words to an erasure. */
export async function erasedAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ id: string }>(
    sql`SELECT id FROM feedback WHERE id = ANY(${ids}::uuid[]) AND erased_at IS NOT NULL`,
  )
  return new Set(rows.map(({ id }) => id))
}
