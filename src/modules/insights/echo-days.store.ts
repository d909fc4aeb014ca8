/** The echo rate's counts day by day: marked when news touches them, counted anew once the day is over. */
import { at, type Db, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { LocalDate } from '../../shared/time/zone.ts'
import { ASKING } from './echo-rate.store.ts'
import type { EchoCounts } from './echo-rate.ts'

type Fragment = ReturnType<typeof sql>

const ZONE = sql`(SELECT timezone FROM workspaces)`

/** In the order of days, so that two who mark the same days wait for each other and never in a circle. */
const mark = (tx: Db, days: Fragment): Promise<number> =>
  tx.run(sql`
    INSERT INTO stale_echo_days (day) SELECT DISTINCT touched.day FROM (${days}) AS touched ORDER BY touched.day
    ON CONFLICT (workspace_id, day) DO UPDATE SET marks = stale_echo_days.marks + 1`)

/**
 * Marks every day on which a first promise of these cases may fall due: withdrawn ones too, for another is the first
 * since; and those of cases merged with them or split from them, for voices and promises moved there.
 */
export async function markEchoOf(tx: Db, caseIds: readonly string[]): Promise<void> {
  await mark(
    tx,
    sql`
    SELECT (p.due_at AT TIME ZONE ${ZONE})::date AS day FROM promises p
    WHERE p.kind IN ${ASKING} AND p.case_id IN (
      SELECT unnest(${[...caseIds]}::uuid[])
      UNION SELECT l.other_id FROM case_links l WHERE l.case_id = ANY(${[...caseIds]}::uuid[]) AND l.why IN ('merged', 'split'))`,
  )
}

/** Marks the days of the cases of those who were told: of the voice they were told on, and of all of a known customer. */
export async function markEchoOfTold(
  tx: Db,
  told: readonly { feedbackId: string; customerId: string | null }[],
): Promise<void> {
  const customers = told.flatMap(({ customerId }) => customerId ?? [])
  const cases = await tx.many<{ id: string }>(sql`
    SELECT case_id AS id FROM case_feedback WHERE feedback_id = ANY(${told.map(({ feedbackId }) => feedbackId)}::uuid[])
    UNION SELECT l.case_id FROM unnest(${customers}::uuid[]) AS told (customer), LATERAL unnest(customer_family(told.customer)) AS one (id)
    JOIN feedback f ON f.customer_id = one.id JOIN case_feedback l ON l.feedback_id = f.id`)
  await markEchoOf(
    tx,
    cases.map(({ id }) => id),
  )
}

/**
 * Marks the days that passed while these cases waited for their customers: a promise fell due on one of them, until
 * the wait ended and it was put off. Where it stood before is written down nowhere.
 */
export async function markWaited(tx: Db, waits: readonly { caseId: string; at: number }[]): Promise<void> {
  await mark(
    tx,
    sql`
    SELECT passed::date AS day
    FROM unnest(${waits.map(({ caseId }) => caseId)}::uuid[], ${waits.map((wait) => wait.at)}::float8[]) AS wait (case_id, ms),
      LATERAL (SELECT to_timestamp(wait.ms / 1000.0) AS at) AS ended,
      LATERAL (
        SELECT max(s.at) AS at FROM case_steps s
        WHERE s.case_id = wait.case_id AND s.kind = 'stage' AND s.facts->>'to' = 'waiting' AND s.at <= ended.at
      ) AS began,
      generate_series((began.at AT TIME ZONE ${ZONE})::date::timestamp, (ended.at AT TIME ZONE ${ZONE})::date::timestamp, '1 day') AS passed`,
  )
}

/**
 * Marks the days from the first promise to yesterday that were never counted in this zone, if there are any.
 *
 * @returns how many
 */
export async function markMissing(tx: Db, yesterday: LocalDate, zone: string): Promise<number> {
  const { missing } = await tx.one<{ missing: boolean }>(
    sql`SELECT echo_days_missing(${tx.workspaceId}, ${yesterday}::date, ${zone}) AS missing`,
  )
  if (!missing) return 0
  return await mark(
    tx,
    sql`
    SELECT past::date AS day
    FROM generate_series(
      (SELECT min((p.due_at AT TIME ZONE ${zone})::date)::timestamp FROM promises p WHERE p.kind IN ${ASKING}), ${yesterday}::date::timestamp, '1 day') AS past
    WHERE NOT EXISTS (SELECT FROM daily_echo d WHERE d.day = past::date AND d.zone = ${zone})`,
  )
}

/** Days before `today` to be counted, the latest first. */
export function staleEchoDays(db: Db, today: LocalDate, limit: number): Promise<{ day: LocalDate; marks: number }[]> {
  return db.many(
    sql`SELECT day, marks FROM stale_echo_days WHERE day < ${today}::date ORDER BY day DESC LIMIT ${limit}`,
  )
}

export async function writeEchoDay(tx: Db, day: LocalDate, zone: string, counts: EchoCounts): Promise<void> {
  const { asked, answered, told, either } = counts
  await tx.run(sql`
    INSERT INTO daily_echo (day, zone, asked, answered, told, either)
    VALUES (${day}::date, ${zone}, ${asked}, ${answered}, ${told}, ${either})
    ON CONFLICT (workspace_id, day) DO UPDATE SET zone = excluded.zone, asked = excluded.asked,
      answered = excluded.answered, told = excluded.told, either = excluded.either`)
}

/** A day is fresh unless it was marked again while it was counted. */
export async function unmarkEcho(tx: Db, day: LocalDate, marks: number): Promise<void> {
  await tx.run(sql`DELETE FROM stale_echo_days WHERE day = ${day}::date AND marks = ${marks}`)
}

export type EchoDay = EchoCounts & { day: LocalDate }

/** The days of [from, to) whose counts hold, in order; a day that is not among them is to be counted. */
export function freshEchoDays(db: Db, from: LocalDate, to: LocalDate, zone: string): Promise<EchoDay[]> {
  return db.many(sql`
    SELECT d.day, d.asked, d.answered, d.told, d.either FROM daily_echo d
    WHERE d.day >= ${from}::date AND d.day < ${to}::date AND d.zone = ${zone}
      AND NOT EXISTS (SELECT FROM stale_echo_days s WHERE s.day = d.day)
    ORDER BY d.day`)
}

export async function workspacesWithStaleEchoDays(lookups: Lookups, now: Instant): Promise<string[]> {
  return (await lookups.many<{ id: string }>(sql`SELECT workspaces_with_stale_echo_days(${at(now)}) AS id`)).map(
    ({ id }) => id,
  )
}
