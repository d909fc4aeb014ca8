/** Promises: rows that are made, paused, kept or broken. */
import { at, atOrNull, type Db, sql } from '../../platform/db/db.ts'
import type { PromiseKind } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type PromiseRow = {
  id: string
  caseId: string
  kind: PromiseKind
  duration: string
  basis: 'clock' | 'calendar'
  madeAt: Instant
  warnAt: Instant
  dueAt: Instant
  pausedAt: Instant | null
  keptAt: Instant | null
  brokenAt: Instant | null
  madeGoodAt: Instant | null
  droppedAt: Instant | null
  whyBroken: string | null
}

/** The columns of `p`, as PromiseRow names them. */
export const PROMISE_ROW = sql`p.id, p.case_id AS "caseId", p.kind, p.duration, p.basis, p.made_at AS "madeAt",
  coalesce(p.warn_at, p.due_at) AS "warnAt", p.due_at AS "dueAt", p.paused_at AS "pausedAt", p.kept_at AS "keptAt",
  p.broken_at AS "brokenAt", p.made_good_at AS "madeGoodAt", p.dropped_at AS "droppedAt", p.why_broken AS "whyBroken"`

/** Neither kept nor broken nor withdrawn. */
const RUNNING = sql`kept_at IS NULL AND broken_at IS NULL AND dropped_at IS NULL`

export type NewPromise = Pick<
  PromiseRow,
  'id' | 'caseId' | 'kind' | 'duration' | 'basis' | 'madeAt' | 'warnAt' | 'dueAt'
> & { by: string | null }

/** False when the case has a promise of this kind that still runs. */
export async function insertPromise(tx: Db, made: NewPromise): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO promises (id, case_id, kind, duration, basis, made_at, warn_at, due_at, made_by)
    VALUES (${made.id}, ${made.caseId}, ${made.kind}, ${made.duration}, ${made.basis}, ${at(made.madeAt)}, ${at(made.warnAt)},
            ${at(made.dueAt)}, ${made.by})
    ON CONFLICT DO NOTHING`))
  )
}

export function promisesOf(db: Db, caseId: string): Promise<PromiseRow[]> {
  return db.many<PromiseRow>(
    sql`SELECT ${PROMISE_ROW} FROM promises p WHERE p.case_id = ${caseId} ORDER BY p.made_at, p.id`,
  )
}

export function promiseById(db: Db, id: string): Promise<PromiseRow | null> {
  return db.maybe<PromiseRow>(sql`SELECT ${PROMISE_ROW} FROM promises p WHERE p.id = ${id}`)
}

/** What is still owed: running, or broken and not made good. */
export function owedBy(tx: Db, caseId: string): Promise<PromiseRow[]> {
  return tx.many<PromiseRow>(sql`
    SELECT ${PROMISE_ROW} FROM promises p
    WHERE p.case_id = ${caseId} AND p.kept_at IS NULL AND p.made_good_at IS NULL AND p.dropped_at IS NULL ORDER BY p.due_at, p.id`)
}

/** True when this call settled it. In time it is kept; late it is broken (unless the sweep was first) and made good. */
export async function settlePromise(tx: Db, id: string, done: { now: Instant; late: boolean }): Promise<boolean> {
  const open = sql`id = ${id} AND kept_at IS NULL AND made_good_at IS NULL AND dropped_at IS NULL`
  const settled = done.late
    ? sql`UPDATE promises SET broken_at = coalesce(broken_at, ${at(done.now)}), made_good_at = ${at(done.now)}, paused_at = NULL WHERE ${open}`
    : sql`UPDATE promises SET kept_at = ${at(done.now)}, paused_at = NULL WHERE ${open} AND broken_at IS NULL`
  return 1 === (await tx.run(settled))
}

/** True when this call found it broken; a node that comes second changes nothing. */
export async function breakPromise(tx: Db, id: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE promises SET broken_at = ${at(now)} WHERE id = ${id} AND ${RUNNING} AND paused_at IS NULL AND due_at <= ${at(now)}`))
  )
}

export async function markWarned(tx: Db, id: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE promises SET warned_at = ${at(now)}
    WHERE id = ${id} AND ${RUNNING} AND paused_at IS NULL AND warned_at IS NULL AND warn_at <= ${at(now)}`))
  )
}

export async function dropPromise(tx: Db, id: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`UPDATE promises SET dropped_at = ${at(now)}, paused_at = NULL WHERE id = ${id} AND ${RUNNING}`))
  )
}

/** Stops the clocks of what runs and is not past its time. */
export async function pausePromises(tx: Db, caseId: string, now: Instant): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET paused_at = ${at(now)}
    WHERE case_id = ${caseId} AND ${RUNNING} AND paused_at IS NULL AND due_at > ${at(now)}`)
}

export async function resumePromise(tx: Db, id: string, times: { warnAt: Instant; dueAt: Instant }): Promise<void> {
  await tx.run(sql`
    UPDATE promises SET paused_at = NULL, warn_at = ${atOrNull(times.warnAt)}, due_at = ${at(times.dueAt)} WHERE id = ${id} AND paused_at IS NOT NULL`)
}

export async function setWhyBroken(tx: Db, id: string, why: string): Promise<boolean> {
  return 1 === (await tx.run(sql`UPDATE promises SET why_broken = ${why} WHERE id = ${id} AND broken_at IS NOT NULL`))
}

/** Promises past their time that nobody has written down, longest overdue first. */
export function promisesDue(db: Db, now: Instant, limit: number): Promise<{ id: string; caseId: string }[]> {
  return db.many(sql`
    SELECT id, case_id AS "caseId" FROM promises WHERE ${RUNNING} AND paused_at IS NULL AND due_at <= ${at(now)}
    ORDER BY due_at LIMIT ${limit}`)
}

/** Promises of which nobody was warned, by warning time. */
export function promisesToWarn(db: Db, now: Instant, limit: number): Promise<{ id: string; caseId: string }[]> {
  return db.many(sql`
    SELECT id, case_id AS "caseId" FROM promises
    WHERE ${RUNNING} AND paused_at IS NULL AND warned_at IS NULL AND warn_at <= ${at(now)} AND due_at > ${at(now)}
    ORDER BY warn_at LIMIT ${limit}`)
}
