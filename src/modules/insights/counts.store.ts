import { at, type Db, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { LocalDate } from '../../shared/time/zone.ts'
import { recountThemes } from './themes.store.ts'

/** Says that these days are to be counted again. */
export async function markStale(tx: Db, moments: readonly Instant[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO stale_days (day)
    SELECT DISTINCT (to_timestamp(ms / 1000.0) AT TIME ZONE (SELECT timezone FROM workspaces))::date
    FROM unnest(${[...moments]}::float8[]) AS ms
    ON CONFLICT (workspace_id, day) DO UPDATE SET marks = stale_days.marks + 1`)
}

/** All days that have voices, for a rebuild. */
export async function markAllStale(tx: Db): Promise<number> {
  return await tx.run(sql`
    INSERT INTO stale_days (day)
    SELECT day FROM daily_counts
    UNION SELECT day FROM daily_themes
    UNION SELECT DISTINCT (occurred_at AT TIME ZONE (SELECT timezone FROM workspaces))::date FROM understandings
    ON CONFLICT (workspace_id, day) DO UPDATE SET marks = stale_days.marks + 1`)
}

export async function staleDays(db: Db, limit: number): Promise<{ day: LocalDate; marks: number }[]> {
  return await db.many(sql`SELECT day, marks FROM stale_days ORDER BY day DESC LIMIT ${limit}`)
}

/** One recount at a time in a workspace, until the transaction ends. */
export async function holdCounts(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('hx counts ' || hx_workspace(), 0))`)
}

/**
 * Counts a day anew from what is understood, corrections included, as a list of the same filter holds it; what is set
 * aside does not count.
 */
export async function recount(tx: Db, day: LocalDate, starts: Instant, ends: Instant): Promise<void> {
  await tx.run(sql`DELETE FROM daily_counts WHERE day = ${day}::date`)
  await tx.run(sql`
    INSERT INTO daily_counts (day, channel, sentiment, intent, voices)
    SELECT ${day}::date, channel, sentiment, intent, count(*) FROM understandings
    WHERE occurred_at >= ${at(starts)} AND occurred_at < ${at(ends)} AND NOT set_aside GROUP BY channel, sentiment, intent`)
  await tx.run(sql`DELETE FROM daily_categories WHERE day = ${day}::date`)
  await tx.run(sql`
    INSERT INTO daily_categories (day, category_id, polarity, voices)
    SELECT ${day}::date, x.category_id, u.sentiment, count(*)
    FROM understandings u JOIN feedback_categories x ON x.feedback_id = u.feedback_id
    WHERE u.occurred_at >= ${at(starts)} AND u.occurred_at < ${at(ends)} AND NOT u.set_aside GROUP BY x.category_id, u.sentiment`)
  await recountThemes(tx, day, starts, ends)
}

/** A day is fresh unless it was marked again while it was counted. */
export async function unmark(tx: Db, day: LocalDate, marks: number): Promise<void> {
  await tx.run(sql`DELETE FROM stale_days WHERE day = ${day}::date AND marks = ${marks}`)
}

export async function workspacesWithStaleDays(lookups: Lookups): Promise<string[]> {
  return (await lookups.many<{ id: string }>(sql`SELECT workspaces_with_stale_days() AS id`)).map(({ id }) => id)
}

export type DayCount = {
  day: LocalDate
  channel: string
  sentiment: 'positive' | 'neutral' | 'negative'
  voices: number
}

export function dayCounts(db: Db, from: LocalDate, to: LocalDate): Promise<DayCount[]> {
  return db.many(sql`
    SELECT day, channel, sentiment, sum(voices) AS voices FROM daily_counts
    WHERE day >= ${from}::date AND day < ${to}::date GROUP BY day, channel, sentiment`)
}

export type CategoryCount = {
  id: string
  names: Record<string, string>
  negative: number
  voices: number
  negativeBefore: number
}

/** Categories by negative voices in [from, to), beside [before, from). */
export function mostNegative(
  db: Db,
  before: LocalDate,
  from: LocalDate,
  to: LocalDate,
  limit: number,
): Promise<CategoryCount[]> {
  return db.many(sql`
    SELECT c.id, c.names,
      sum(d.voices) FILTER (WHERE d.day >= ${from}::date AND d.polarity = 'negative') AS negative,
      sum(d.voices) FILTER (WHERE d.day >= ${from}::date) AS voices,
      coalesce(sum(d.voices) FILTER (WHERE d.day < ${from}::date AND d.polarity = 'negative'), 0) AS "negativeBefore"
    FROM daily_categories d JOIN categories c ON c.id = d.category_id
    WHERE d.day >= ${before}::date AND d.day < ${to}::date
    GROUP BY c.id, c.names HAVING sum(d.voices) FILTER (WHERE d.day >= ${from}::date AND d.polarity = 'negative') > 0
    ORDER BY negative DESC, c.id LIMIT ${limit}`)
}

export type ScoreCount = { kind: 'nps' | 'csat' | 'ces'; value: number; now: number; before: number }

/** How often each score was given in [from, to) and in [before, from). */
export function scoreCounts(db: Db, before: Instant, from: Instant, to: Instant): Promise<ScoreCount[]> {
  return db.many(sql`
    SELECT kind, value, count(*) FILTER (WHERE occurred_at >= ${at(from)}) AS now, count(*) FILTER (WHERE occurred_at < ${at(from)}) AS before
    FROM feedback_scores
    WHERE kind IN ('nps', 'csat', 'ces') AND occurred_at >= ${at(before)} AND occurred_at < ${at(to)}
    GROUP BY kind, value`)
}
