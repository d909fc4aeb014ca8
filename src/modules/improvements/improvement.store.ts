/** Improvements themselves. Every action that changes one locks it first, so that two never work from the same past. */
import { all, at, type Db, json, type Query, sql } from '../../platform/db/db.ts'
import type { Stage, VERDICTS } from '../../shared/contracts/improvements.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type ImprovementRow = {
  id: string
  number: number
  title: string
  problem: string
  cause: string
  solution: string
  categoryId: string | null
  categoryKey: string | null
  categoryNames: CategoryNames | null
  ownerId: string | null
  ownerName: string | null
  severity: number
  effort: number
  cost: number | null
  benefit: number | null
  stage: Stage
  stageAt: Instant
  dueOn: string | null
  shippedAt: Instant | null
  notice: string
  public: boolean
  createdBy: string | null
  createdByName: string | null
  createdAt: Instant
  changedAt: Instant
  voices: number
  people: number
  round: number | null
  dueAt: Instant | null
  verdict: (typeof VERDICTS)[number] | null
}

/** Voices set aside count for nothing; a customer counts once, whatever they were merged into. */
export const REACH = sql`
  SELECT count(*) AS voices,
         count(DISTINCT CASE WHEN c.merged_into IS NULL THEN coalesce(f.customer_id, f.id) ELSE customer_root(c.id) END) AS people
  FROM improvement_feedback l JOIN feedback f ON f.id = l.feedback_id
  LEFT JOIN customers c ON c.id = f.customer_id
  WHERE l.improvement_id = i.id AND NOT EXISTS (SELECT FROM set_asides s WHERE s.feedback_id = f.id)`

const WHOLE = sql`
  SELECT i.id, i.number, i.title, i.problem, i.cause, i.solution, i.category_id AS "categoryId", k.key AS "categoryKey",
         k.names AS "categoryNames", i.owner_id AS "ownerId", o.name AS "ownerName", i.severity, i.effort, i.cost, i.benefit,
         i.stage, i.stage_at AS "stageAt", i.due_on AS "dueOn", i.shipped_at AS "shippedAt", i.notice_text AS notice, i.public,
         i.created_by AS "createdBy", m.name AS "createdByName", i.created_at AS "createdAt", i.changed_at AS "changedAt",
         reach.voices, reach.people, plan.round, plan."dueAt", plan.verdict
  FROM improvements i
  LEFT JOIN categories k ON k.id = i.category_id
  LEFT JOIN people o ON o.id = i.owner_id
  LEFT JOIN people m ON m.id = i.created_by
  CROSS JOIN LATERAL (${REACH}) AS reach
  LEFT JOIN LATERAL (
    SELECT v.round, v.due_at AS "dueAt", r.verdict FROM verifications v
    LEFT JOIN verification_results r ON r.verification_id = v.id
    WHERE v.improvement_id = i.id ORDER BY v.round DESC LIMIT 1) AS plan ON true`

export function improvementById(db: Db, id: string): Promise<ImprovementRow | null> {
  return db.maybe<ImprovementRow>(sql`${WHOLE} WHERE i.id = ${id}`)
}

export type Wanted = {
  stage?: Stage | undefined
  owner?: string | undefined
  category?: string | undefined
  q?: string | undefined
}

const likeOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Improvements, newest first; `below` is the number of the last one seen. */
export function listImprovements(
  db: Db,
  wanted: Wanted,
  below: number | null,
  limit: number,
): Promise<ImprovementRow[]> {
  const conditions: Query[] = []
  if (wanted.stage !== undefined) conditions.push(sql`i.stage = ${wanted.stage}`)
  if (wanted.owner !== undefined) conditions.push(sql`i.owner_id = ${wanted.owner}::uuid`)
  if (wanted.category !== undefined) conditions.push(sql`i.category_id = ${wanted.category}::uuid`)
  if (below !== null) conditions.push(sql`i.number < ${below}`)
  const number = /^#?(\d{1,9})$/.exec(wanted.q ?? '')?.[1]
  if (number !== undefined) conditions.push(sql`i.number = ${Number(number)}`)
  else if (wanted.q) conditions.push(sql`i.title ILIKE ${likeOf(wanted.q)}`)
  return db.many<ImprovementRow>(sql`${WHOLE} WHERE ${all(conditions)} ORDER BY i.number DESC LIMIT ${limit}`)
}

export async function countByStage(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.many<{ stage: string; total: number }>(
    sql`SELECT stage, count(*) AS total FROM improvements GROUP BY stage`,
  )
  return new Map(rows.map(({ stage, total }) => [stage, total]))
}

/** What a change must know, held until the transaction ends. */
export type Locked = {
  id: string
  number: number
  title: string
  /** What customers know it by. */
  toldTitle: string
  stage: Stage
  ownerId: string | null
  createdBy: string | null
  shippedAt: Instant | null
  notice: string
}

export function lockImprovement(tx: Db, id: string): Promise<Locked | null> {
  return tx.maybe<Locked>(sql`
    SELECT id, number, title, coalesce(nullif(public_title, ''), title) AS "toldTitle", stage, owner_id AS "ownerId", created_by AS "createdBy", shipped_at AS "shippedAt", notice_text AS notice
    FROM improvements WHERE id = ${id} FOR UPDATE`)
}

/** The next number of this workspace; none is left out. */
export async function nextNumber(tx: Db): Promise<number> {
  const { last } = await tx.one<{ last: number }>(sql`
    INSERT INTO improvement_numbers (last) VALUES (1)
    ON CONFLICT (workspace_id) DO UPDATE SET last = improvement_numbers.last + 1 RETURNING last`)
  return last
}

export type Fields = {
  title: string
  problem: string
  cause: string
  solution: string
  category: string | null
  owner: string | null
  severity: number
  effort: number
  cost: number | null
  benefit: number | null
  dueOn: string | null
  notice: string
}

export async function insertImprovement(
  tx: Db,
  made: Fields & { id: string; number: number; by: string | null; at: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO improvements (id, number, title, problem, cause, solution, category_id, owner_id, severity, effort, cost, benefit,
                              stage_at, due_on, notice_text, created_by, created_at, changed_at)
    VALUES (${made.id}, ${made.number}, ${made.title}, ${made.problem}, ${made.cause}, ${made.solution}, ${made.category}, ${made.owner},
            ${made.severity}, ${made.effort}, ${made.cost}, ${made.benefit}, ${at(made.at)}, ${made.dueOn}::date, ${made.notice},
            ${made.by}, ${at(made.at)}, ${at(made.at)})`)
}

export type Change = { [Field in keyof Fields]?: Fields[Field] | undefined }

const COLUMNS: Readonly<Record<keyof Fields, Query>> = {
  title: sql`title`,
  problem: sql`problem`,
  cause: sql`cause`,
  solution: sql`solution`,
  category: sql`category_id`,
  owner: sql`owner_id`,
  severity: sql`severity`,
  effort: sql`effort`,
  cost: sql`cost`,
  benefit: sql`benefit`,
  dueOn: sql`due_on`,
  notice: sql`notice_text`,
}

/** Writes what is given and leaves the rest. */
export async function updateImprovement(tx: Db, id: string, change: Change, now: Instant): Promise<void> {
  const given = (Object.keys(COLUMNS) as (keyof Fields)[]).filter((field) => change[field] !== undefined)
  const sets = given.map((field) => sql`${COLUMNS[field]} = ${change[field]}`)
  await tx.run(
    sql`UPDATE improvements SET ${sql.join([...sets, sql`changed_at = ${at(now)}`], sql`, `)} WHERE id = ${id}`,
  )
}

/** A shipped one carries the moment it reached customers, also after it came back. */
export async function setStage(tx: Db, id: string, stage: Stage, now: Instant): Promise<void> {
  const shipped = stage === 'shipped' ? sql`, shipped_at = ${at(now)}` : sql``
  await tx.run(
    sql`UPDATE improvements SET stage = ${stage}, stage_at = ${at(now)}, changed_at = ${at(now)}${shipped} WHERE id = ${id}`,
  )
}

/** Which of these name something here: a category that is in use. */
export async function categoryExists(db: Db, id: string): Promise<boolean> {
  return (await db.maybe(sql`SELECT FROM categories WHERE id = ${id}`)) !== null
}

export type StepFacts = Record<string, string | number | null>

/** Writes down what happened. */
export async function addStep(
  tx: Db,
  step: { id: string; improvementId: string; kind: string; facts?: StepFacts; by: string | null; at: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO improvement_steps (id, improvement_id, kind, facts, by_id, at)
    VALUES (${step.id}, ${step.improvementId}, ${step.kind}, ${json(step.facts ?? {})}, ${step.by}, ${at(step.at)})`)
}

/** Whether this person's latest trace here is a change of content made since then. */
export async function changedLately(
  db: Db,
  { improvementId, by, since }: { improvementId: string; by: string | null; since: Instant },
): Promise<boolean> {
  const latest = await db.maybe<{ kind: string; byId: string | null; at: Instant }>(sql`
    SELECT kind, by_id AS "byId", at FROM improvement_steps WHERE improvement_id = ${improvementId} ORDER BY at DESC, id DESC LIMIT 1`)
  return latest?.kind === 'changed' && latest.byId === by && latest.at >= since
}

export type StepRow = {
  id: string
  kind: string
  facts: StepFacts
  byId: string | null
  byName: string | null
  at: Instant
}

/** What happened to an improvement, newest first. */
export function stepsOf(
  db: Db,
  improvementId: string,
  before: { at: Instant; id: string } | null,
  limit: number,
): Promise<StepRow[]> {
  const older = before === null ? sql`TRUE` : sql`(s.at, s.id) < (${at(before.at)}, ${before.id}::uuid)`
  return db.many<StepRow>(sql`
    SELECT s.id, s.kind, s.facts, s.by_id AS "byId", p.name AS "byName", s.at
    FROM improvement_steps s LEFT JOIN people p ON p.id = s.by_id
    WHERE s.improvement_id = ${improvementId} AND ${older} ORDER BY s.at DESC, s.id DESC LIMIT ${limit}`)
}
