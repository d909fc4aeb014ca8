/** Frozen plans and their results: both only ever added. */
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { StoredResult } from './result.ts'

export type PlanRow = {
  id: string
  improvementId: string
  round: number
  /** As it was frozen, in the outside form: ids and moments as the API writes them. */
  plan: unknown
  hash: string
  frozenBy: string | null
  frozenByName: string | null
  frozenAt: Instant
  dueAt: Instant
  result: StoredResult | null
}

const PLAN = sql`
  SELECT v.id, v.improvement_id AS "improvementId", v.round, v.plan, v.plan_hash AS hash, v.frozen_by AS "frozenBy",
         p.name AS "frozenByName", v.frozen_at AS "frozenAt", v.due_at AS "dueAt", r.result
  FROM verifications v
  LEFT JOIN verification_results r ON r.verification_id = v.id
  LEFT JOIN people p ON p.id = v.frozen_by`

/** Every plan of an improvement, the latest first. */
export function plansOf(db: Db, improvementId: string): Promise<PlanRow[]> {
  return db.many<PlanRow>(sql`${PLAN} WHERE v.improvement_id = ${improvementId} ORDER BY v.round DESC`)
}

export async function latestPlan(db: Db, improvementId: string): Promise<PlanRow | null> {
  return (
    (await db.many<PlanRow>(sql`${PLAN} WHERE v.improvement_id = ${improvementId} ORDER BY v.round DESC LIMIT 1`))[0] ??
    null
  )
}

export async function insertPlan(
  tx: Db,
  frozen: {
    id: string
    improvementId: string
    round: number
    plan: object
    hash: string
    by: string | null
    at: Instant
    dueAt: Instant
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO verifications (id, improvement_id, round, plan, plan_hash, frozen_by, frozen_at, due_at)
    VALUES (${frozen.id}, ${frozen.improvementId}, ${frozen.round}, ${json(frozen.plan)}, ${frozen.hash}, ${frozen.by}, ${at(frozen.at)},
            ${at(frozen.dueAt)})`)
}

/** True for the one call that wrote it down. */
export async function insertResult(tx: Db, verificationId: string, result: StoredResult): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      INSERT INTO verification_results (verification_id, result, verdict, computed_at)
      VALUES (${verificationId}, ${json(result)}, ${result.verdict}, ${at(result.computedAt)}) ON CONFLICT DO NOTHING`))
  )
}

/** Improvements whose latest plan is to be decided now. */
export async function improvementsDue(db: Db, now: Instant, limit: number): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT v.improvement_id AS id FROM verifications v JOIN improvements i ON i.id = v.improvement_id AND i.stage = 'shipped'
    WHERE v.workspace_id = ${db.workspaceId} AND v.due_at <= ${at(now)}
      AND NOT EXISTS (SELECT FROM verification_results r WHERE r.verification_id = v.id)
      AND NOT EXISTS (SELECT FROM verifications later WHERE later.improvement_id = v.improvement_id AND later.round > v.round)
    ORDER BY v.due_at LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

export async function workspacesDue(lookups: Lookups, now: Instant): Promise<string[]> {
  return (
    await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_verifications_due(${at(now)}) AS w`)
  ).map(({ id }) => id)
}
