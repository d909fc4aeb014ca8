import { at, type Database, type Db, type Reader, sql } from '../../platform/db/db.ts'
import type { Channel } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { FeedbackRow } from './row.ts'

/** What `receive_feedback` says of a row that was not simply added. */
export type Exception = {
  n: number
  outcome: 'already' | 'other-body' | 'again'
  id: string | null
  receivedAt: Instant | null
  queryCode: string | null
}

const COLUMNS = 'n, outcome, id, received_at AS "receivedAt", query_code AS "queryCode"'
const WRITE = {
  name: 'receive_feedback',
  text: `SELECT ${COLUMNS} FROM receive_feedback($1::uuid, $2::jsonb, $3, $4, $5)`,
}

/**
 * Writes rows in one statement and one commit. The function sets the workspace by itself, so an autocommit statement
 * on any connection of the app is enough; prepared by name, because planning it anew costs a third of one row.
 */
export async function writeFeedback(
  database: Database,
  workspaceId: string,
  rows: readonly FeedbackRow[],
  wakes: boolean,
): Promise<Exception[]> {
  const { peopled, attached } = counted(rows)
  const { rows: exceptions } = await database.pool.query<Exception>({
    ...WRITE,
    values: [workspaceId, JSON.stringify(rows), peopled, attached, wakes],
  })
  return exceptions
}

/** The same inside a transaction. */
export function writeFeedbackIn(tx: Db, rows: readonly FeedbackRow[]): Promise<Exception[]> {
  const { peopled, attached } = counted(rows)
  return tx.many<Exception>(sql`
    SELECT ${sql.raw(COLUMNS)} FROM receive_feedback(${tx.workspaceId}::uuid, ${JSON.stringify(rows)}::jsonb, ${peopled}, ${attached}, true)`)
}

function counted(rows: readonly FeedbackRow[]): { peopled: number; attached: number } {
  let peopled = 0
  let attached = 0
  for (const row of rows) {
    if (row.customer !== undefined) peopled++
    if (row.attachments !== undefined && row.attachments.length > 0) attached++
  }
  return { peopled, attached }
}

/** Wakes those who relay news. */
export async function wakeRelay(database: Database): Promise<void> {
  await database.pool.query(`SELECT pg_notify('hx_outbox', '')`)
}

export type Voice = {
  id: string
  channel: Channel
  customerId: string | null
  subject: string
  text: string
  language: string | null
  occurredAt: Instant
  receivedAt: Instant
  quiet: boolean
  erased: boolean
  scores: { kind: string; value: number; low: number; high: number }[]
}

const VOICE = sql`
  f.id, f.channel, customer_root(f.customer_id) AS "customerId", f.subject, f.text, f.language,
  f.occurred_at AS "occurredAt", f.received_at AS "receivedAt", f.quiet, f.erased_at IS NOT NULL AS erased,
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'low', s.low, 'high', s.high) ORDER BY s.kind)
            FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores`

/** Voices by id, in no particular order; those that do not exist are left out. */
export function voicesOf(db: Db, ids: readonly string[]): Promise<Voice[]> {
  return db.many<Voice>(sql`SELECT ${VOICE} FROM feedback f WHERE f.id = ANY(${ids}::uuid[])`)
}

export async function feedbackExists(db: Db, id: string): Promise<boolean> {
  return (await db.maybe(sql`SELECT 1 FROM feedback WHERE id = ${id}`)) !== null
}

/** Who to look for behind a query code, before any workspace is known. */
export function findByCode(
  lookups: Pick<Reader, 'maybe'>,
  code: string,
): Promise<{ workspaceId: string; feedbackId: string } | null> {
  return lookups.maybe(
    sql`SELECT workspace_id AS "workspaceId", feedback_id AS "feedbackId" FROM feedback_by_code(${code})`,
  )
}

/** Puts voices aside; gives those that were not aside before. */
export async function insertSetAsides(
  tx: Db,
  aside: readonly { feedbackId: string; reason: string }[],
  by: string | null,
  now: Instant,
): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    INSERT INTO set_asides (feedback_id, reason, set_by, set_at)
    SELECT f.id, a.reason, ${by}::uuid, ${at(now)}
    FROM jsonb_to_recordset(${JSON.stringify(aside)}::jsonb) AS a ("feedbackId" uuid, reason text) JOIN feedback f ON f.id = a."feedbackId"
    ON CONFLICT DO NOTHING RETURNING feedback_id AS id`)
  return rows.map(({ id }) => id)
}

export function setAsideOf(
  db: Db,
  feedbackId: string,
): Promise<{ reason: string; by: string | null; at: Instant } | null> {
  return db.maybe(sql`SELECT reason, set_by AS by, set_at AS at FROM set_asides WHERE feedback_id = ${feedbackId}`)
}

/** True when it was aside. */
export async function deleteSetAside(tx: Db, feedbackId: string): Promise<boolean> {
  return (await tx.run(sql`DELETE FROM set_asides WHERE feedback_id = ${feedbackId}`)) === 1
}
