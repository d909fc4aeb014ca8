/** What the customer's own pages read. */
import { type Db, sql } from '../../platform/db/db.ts'
import type { Stage } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type VoiceRead = {
  id: string
  text: string
  language: string | null
  occurredAt: Instant
  scores: { kind: string; value: number; high: number }[]
}

export function voiceRead(db: Db, feedbackId: string): Promise<VoiceRead | null> {
  return db.maybe<VoiceRead>(sql`
    SELECT f.id, f.text, coalesce(u.language, f.language) AS language, f.occurred_at AS "occurredAt",
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'high', s.high)) FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ${feedbackId}`)
}

export type MessageRead = {
  direction: 'in' | 'out'
  kind: string
  author: string | null
  text: string
  at: Instant
  files: { id: string; name: string; size: number }[]
}

/** What the customer may read of a case: never notes, and no notices, which stand apart. */
const FOR_CUSTOMERS = sql`m.direction IN ('in', 'out') AND m.kind <> 'notice'`

/** The newest 200, oldest first. */
export async function messagesRead(db: Db, caseId: string): Promise<MessageRead[]> {
  const rows = await db.many<MessageRead>(sql`
    SELECT m.direction, m.kind, p.name AS author, m.text, m.created_at AS at,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'size', a.size) ORDER BY a.id)
                     FROM attachments a WHERE a.id = ANY(m.attachments)), '[]') AS files
    FROM messages m LEFT JOIN people p ON p.id = m.author_id
    WHERE m.case_id = ${caseId} AND ${FOR_CUSTOMERS} ORDER BY m.created_at DESC, m.id DESC LIMIT 200`)
  return rows.reverse()
}

/** True for a file of a message that the customer of this case may read. */
export async function mayReadFile(db: Db, caseId: string, fileId: string): Promise<boolean> {
  return (
    null !==
    (await db.maybe(sql`
    SELECT FROM messages m WHERE m.case_id = ${caseId} AND ${FOR_CUSTOMERS} AND ${fileId}::uuid = ANY(m.attachments) LIMIT 1`))
  )
}

export type WorkspaceRead = { name: string; timezone: string; locale: string; settings: Record<string, unknown> }

export function workspaceRead(db: Db): Promise<WorkspaceRead> {
  return db.one<WorkspaceRead>(
    sql`SELECT name, timezone, locale, settings FROM workspaces WHERE id = ${db.workspaceId}`,
  )
}

/** The stage and what is owed, as the customer reads it. */
export type CaseRead = { id: string; stage: Stage; checkId: string | null }

export function caseRead(db: Db, caseId: string): Promise<CaseRead | null> {
  return db.maybe<CaseRead>(sql`
    SELECT c.id, c.stage, (SELECT k.id FROM satisfaction_checks k WHERE k.case_id = c.id AND k.answered_at IS NULL AND k.ended_at IS NULL) AS "checkId"
    FROM cases c WHERE c.id = ${caseId}`)
}

/** A code by which the customer of a case can look it up. */
export async function codeOfCase(db: Db, caseId: string): Promise<string | null> {
  const row = await db.maybe<{ code: string }>(sql`
    SELECT f.query_code AS code FROM case_feedback l JOIN feedback f ON f.id = l.feedback_id
    WHERE l.case_id = ${caseId} ORDER BY f.occurred_at, f.id LIMIT 1`)
  return row?.code ?? null
}
