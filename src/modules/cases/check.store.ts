/** Satisfaction checks: asked once per resolution, answered by the customer alone. */
import { at, type Db, type Lookups, prepared, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type CheckRow = {
  id: string
  caseId: string
  askedAt: Instant
  endsAt: Instant
  answer: 'yes' | 'no' | null
  comment: string
  answeredAt: Instant | null
  endedAt: Instant | null
}

const ROW = sql`id, case_id AS "caseId", asked_at AS "askedAt", ends_at AS "endsAt", answer, comment,
  answered_at AS "answeredAt", ended_at AS "endedAt"`

export async function insertCheck(
  tx: Db,
  check: { id: string; caseId: string; tokenHash: string; askedAt: Instant; endsAt: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO satisfaction_checks (id, case_id, token_hash, asked_at, ends_at)
    VALUES (${check.id}, ${check.caseId}, ${check.tokenHash}, ${at(check.askedAt)}, ${at(check.endsAt)})`)
}

export function checkById(db: Db, id: string): Promise<CheckRow | null> {
  return db.maybe<CheckRow>(sql`SELECT ${ROW} FROM satisfaction_checks WHERE id = ${id}`)
}

export function newestCheck(db: Db, caseId: string): Promise<CheckRow | null> {
  return db.maybe<CheckRow>(
    prepared`SELECT ${ROW} FROM satisfaction_checks WHERE case_id = ${caseId} ORDER BY asked_at DESC, id DESC LIMIT 1`,
  )
}

/** True for the one answer that counts. */
export async function answerOnce(
  tx: Db,
  id: string,
  given: { answer: 'yes' | 'no'; comment: string; at: Instant },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE satisfaction_checks SET answer = ${given.answer}, comment = ${given.comment}, answered_at = ${at(given.at)}
    WHERE id = ${id} AND answered_at IS NULL`))
  )
}

/** The question no longer stands: nobody answered in time, or the case was opened again. */
export async function endChecks(tx: Db, caseId: string, now: Instant): Promise<void> {
  await tx.run(
    sql`UPDATE satisfaction_checks SET ended_at = ${at(now)} WHERE case_id = ${caseId} AND answered_at IS NULL AND ended_at IS NULL`,
  )
}

export function checksDue(db: Db, now: Instant, limit: number): Promise<{ id: string; caseId: string }[]> {
  return db.many(sql`
    SELECT id, case_id AS "caseId" FROM satisfaction_checks
    WHERE answered_at IS NULL AND ended_at IS NULL AND ends_at <= ${at(now)} ORDER BY ends_at LIMIT ${limit}`)
}

export async function findCheck(
  lookups: Lookups,
  tokenHash: string,
): Promise<{ workspaceId: string; checkId: string } | null> {
  return await lookups.maybe(
    sql`SELECT workspace_id AS "workspaceId", check_id AS "checkId" FROM check_by_token(${tokenHash})`,
  )
}

export async function findVoice(
  lookups: Lookups,
  code: string,
): Promise<{ workspaceId: string; feedbackId: string } | null> {
  return await lookups.maybe(
    sql`SELECT workspace_id AS "workspaceId", feedback_id AS "feedbackId" FROM feedback_by_code(${code})`,
  )
}

export async function workspacesWithChecksDue(lookups: Lookups, now: Instant): Promise<string[]> {
  return (await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_checks_due(${at(now)}) AS w`)).map(
    ({ id }) => id,
  )
}

export async function workspacesWithPromisesDue(lookups: Lookups, now: Instant): Promise<string[]> {
  return (
    await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_promises_due(${at(now)}) AS w`)
  ).map(({ id }) => id)
}

export async function workspacesWithSilence(lookups: Lookups, now: Instant): Promise<string[]> {
  return (await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_silence(${at(now)}) AS w`)).map(
    ({ id }) => id,
  )
}
