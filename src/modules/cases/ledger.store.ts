/** The promise ledger: what fell due, what was kept, how late, and why. */
import { all, at, cursorOf, type Db, type Query, readCursor, sql } from '../../platform/db/db.ts'
import type { PromiseKind, PromiseState, Stage } from '../../shared/contracts/cases.ts'
import type { PromiseEnd } from '../../shared/contracts/promises.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import { PROMISE_ROW, type PromiseRow } from './promise.store.ts'

export type Period = {
  from?: Instant | undefined
  to?: Instant | undefined
  kind?: PromiseKind | undefined
  team?: string | undefined
}

const inPeriod = ({ from, to, kind, team }: Period): Query[] => [
  ...(from === undefined ? [] : [sql`p.due_at >= ${at(from)}`]),
  ...(to === undefined ? [] : [sql`p.due_at < ${at(to)}`]),
  ...(kind === undefined ? [] : [sql`p.kind = ${kind}`]),
  ...(team === undefined ? [] : [sql`EXISTS (SELECT FROM cases c WHERE c.id = p.case_id AND c.team_id = ${team})`]),
]

const RUNS = sql`p.kept_at IS NULL AND p.broken_at IS NULL AND p.dropped_at IS NULL`

/** The same states as the rule promiseStatus, asked of the database. */
function inState(state: PromiseState, now: Instant): Query {
  switch (state) {
    case 'kept':
      return sql`p.kept_at IS NOT NULL`
    case 'late-kept':
      return sql`p.made_good_at IS NOT NULL`
    case 'withdrawn':
      return sql`p.dropped_at IS NOT NULL`
    case 'broken':
      return sql`p.made_good_at IS NULL AND (p.broken_at IS NOT NULL OR (${RUNS} AND p.paused_at IS NULL AND p.due_at < ${at(now)}))`
    case 'paused':
      return sql`${RUNS} AND p.paused_at IS NOT NULL`
    case 'soon':
      return sql`${RUNS} AND p.paused_at IS NULL AND p.warn_at <= ${at(now)} AND p.due_at >= ${at(now)}`
    case 'running':
      return sql`${RUNS} AND p.paused_at IS NULL AND p.warn_at > ${at(now)} AND p.due_at >= ${at(now)}`
  }
}

/** What the summary counts. Broken is also what was done too late, and what is past its time and not yet swept. */
function ended(end: PromiseEnd, now: Instant): Query {
  switch (end) {
    case 'kept':
      return sql`p.kept_at IS NOT NULL`
    case 'broken':
      return sql`(p.broken_at IS NOT NULL OR ${inState('broken', now)})`
    case 'open':
      return sql`${RUNS} AND p.paused_at IS NULL AND p.due_at >= ${at(now)}`
    case 'paused':
      return sql`${RUNS} AND p.paused_at IS NOT NULL`
  }
}

const SAID = sql`coalesce(p.why_broken, '') <> ''`
const explained = (yes: boolean, now: Instant): Query =>
  sql`${ended('broken', now)} AND ${yes ? SAID : sql`NOT ${SAID}`}`

export type Entry = PromiseRow & {
  case: {
    id: string
    number: number
    subject: string
    stage: Stage
    owner: { id: string; name: string } | null
    team: { id: string; name: string } | null
  }
}

export type LedgerAsked = Period & {
  state?: PromiseState | undefined
  end?: PromiseEnd | undefined
  why?: string | undefined
  explained?: 'yes' | 'no' | undefined
  now: Instant
  limit: number
  cursor?: string | undefined
}

/** Promises by due time, newest first. */
export async function ledgerPage(db: Db, asked: LedgerAsked): Promise<{ items: Entry[]; nextCursor: string | null }> {
  const after = readCursor(asked.cursor, 2)
  const conditions = [
    ...inPeriod(asked),
    ...(asked.state === undefined ? [] : [inState(asked.state, asked.now)]),
    ...(asked.end === undefined ? [] : [ended(asked.end, asked.now)]),
    ...(asked.why === undefined ? [] : [sql`p.broken_at IS NOT NULL AND p.why_broken = ${asked.why}`]),
    ...(asked.explained === undefined ? [] : [explained(asked.explained === 'yes', asked.now)]),
    ...(after === null ? [] : [sql`(p.due_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ]
  const rows = await db.many<Entry>(sql`
    SELECT ${PROMISE_ROW}, jsonb_build_object('id', c.id, 'number', c.number, 'subject', c.subject, 'stage', c.stage,
      'owner', CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'name', o.name) END,
      'team', CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END) AS case
    FROM (SELECT * FROM promises p WHERE ${all(conditions)} ORDER BY p.due_at DESC, p.id DESC LIMIT ${asked.limit + 1}) AS p
    JOIN cases c ON c.id = p.case_id LEFT JOIN people o ON o.id = c.owner_id LEFT JOIN teams t ON t.id = c.team_id
    ORDER BY p.due_at DESC, p.id DESC`)
  const items = rows.slice(0, asked.limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > asked.limit && last !== undefined ? cursorOf([isoOf(last.dueAt), last.id]) : null,
  }
}

export type KindCount = Record<PromiseEnd, number> & { kind: PromiseKind; unexplained: number }

export function countsByKind(db: Db, period: Period, now: Instant): Promise<KindCount[]> {
  const count = (condition: Query): Query => sql`count(*) FILTER (WHERE ${condition})::int`
  return db.many<KindCount>(sql`
    SELECT p.kind, ${count(ended('kept', now))} AS kept, ${count(ended('broken', now))} AS broken,
           ${count(ended('open', now))} AS open, ${count(ended('paused', now))} AS paused,
           ${count(explained(false, now))} AS unexplained
    FROM promises p WHERE ${all(inPeriod(period))} GROUP BY p.kind ORDER BY p.kind`)
}

/** Milliseconds from due to done, of those that were done late: median and 90th percentile. */
export function lateness(db: Db, period: Period): Promise<{ n: number; p50: number | null; p90: number | null }> {
  const late = sql`extract(epoch FROM p.made_good_at - p.due_at) * 1000`
  return db.one(sql`
    SELECT count(*)::int AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${late}) AS p50, percentile_cont(0.9) WITHIN GROUP (ORDER BY ${late}) AS p90
    FROM promises p WHERE p.made_good_at IS NOT NULL AND ${all(inPeriod(period))}`)
}

export function reasons(db: Db, period: Period): Promise<{ why: string; n: number }[]> {
  return db.many(sql`
    SELECT p.why_broken AS why, count(*)::int AS n FROM promises p
    WHERE p.broken_at IS NOT NULL AND p.why_broken <> '' AND ${all(inPeriod(period))} GROUP BY p.why_broken ORDER BY n DESC, why LIMIT 50`)
}
