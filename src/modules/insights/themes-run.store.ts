/** Searches for themes: their runs, the voices they read and how these are filed. */
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { THEME_FAULTS, ThemeRun } from '../../shared/contracts/themes.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { KeptThemes, ThemeText } from './themes-thread.ts'

const RUN = sql`
  id, state, asked_by IS NOT NULL AS "byHand", asked_at AS "askedAt", started_at AS "startedAt", finished_at AS "finishedAt", progress,
  voices, left_out AS "leftOut", themes, took_ms AS "tookMs", failure`

export const newestRun = (db: Db): Promise<ThemeRun | null> =>
  db.maybe(sql`SELECT ${RUN} FROM theme_runs ORDER BY asked_at DESC, id DESC LIMIT 1`)

export const newestDone = (db: Db): Promise<ThemeRun | null> =>
  db.maybe(sql`SELECT ${RUN} FROM theme_runs WHERE state = 'done' ORDER BY asked_at DESC, id DESC LIMIT 1`)

export const runById = (db: Db, id: string): Promise<ThemeRun | null> =>
  db.maybe(sql`SELECT ${RUN} FROM theme_runs WHERE id = ${id}`)

/** False when one waits or runs already. */
export async function insertRun(tx: Db, id: string, by: string | null, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      INSERT INTO theme_runs (id, state, asked_by, asked_at) VALUES (${id}, 'waiting', ${by}, ${at(now)})
      ON CONFLICT (workspace_id) WHERE state IN ('waiting', 'running') DO NOTHING`))
  )
}

/** Takes up the run that waits or was left behind; null when there is none. What is heard from now on is news. */
export async function beginRun(db: Db, now: Instant): Promise<{ id: string; attempts: number } | null> {
  return await db.transaction(async (tx) => {
    const run = await tx.maybe<{ id: string; attempts: number }>(sql`
      UPDATE theme_runs SET state = 'running', attempts = attempts + 1, started_at = ${at(now)}, progress = 0
      WHERE state IN ('waiting', 'running') RETURNING id, attempts`)
    if (run !== null) await tx.run(sql`UPDATE theme_news SET heard = 0`)
    return run
  })
}

/** False when the run is over: cancelled meanwhile. */
export const noteProgress = async (db: Db, id: string, progress: number): Promise<boolean> =>
  1 === (await db.run(sql`UPDATE theme_runs SET progress = ${progress} WHERE id = ${id} AND state = 'running'`))

export type Ending =
  | {
      state: 'done'
      voices: number
      leftOut: number
      themes: number
      tookMs: number
      parameters: Record<string, number>
    }
  | { state: 'failed'; failure: (typeof THEME_FAULTS)[number] }
  | { state: 'cancelled' }

/** False when it had ended before. */
export async function endRun(tx: Db, id: string, ending: Ending, now: Instant): Promise<boolean> {
  const none = { voices: null, leftOut: null, themes: null, tookMs: null, parameters: {}, failure: null }
  const { state, voices, leftOut, themes, tookMs, parameters, failure } = { ...none, ...ending }
  return (
    1 ===
    (await tx.run(sql`
      UPDATE theme_runs SET state = ${state}, finished_at = ${at(now)}, voices = ${voices}, left_out = ${leftOut}, themes = ${themes},
        took_ms = ${tookMs}, parameters = ${json(parameters)}, failure = ${failure}, progress = CASE WHEN ${state} = 'done' THEN 1 ELSE progress END
      WHERE id = ${id} AND state IN ('waiting', 'running')`))
  )
}

/** Keeps the model of a run; the one before lets go of its own. */
export async function keepModel(tx: Db, id: string, { head, body }: KeptThemes): Promise<void> {
  await tx.run(
    sql`UPDATE theme_runs SET model_head = NULL, model_body = NULL WHERE model_head IS NOT NULL AND id <> ${id}`,
  )
  await tx.run(sql`
    UPDATE theme_runs SET model_head = ${head}, model_body = ${Buffer.from(body.buffer, body.byteOffset, body.byteLength)}
    WHERE id = ${id}`)
}

/** Which run's model holds; null before the first search. */
export const modelRun = async (db: Db): Promise<string | null> =>
  (await db.maybe<{ id: string }>(sql`SELECT id FROM theme_runs WHERE model_head IS NOT NULL`))?.id ?? null

export const modelOf = (db: Db, run: string): Promise<KeptThemes | null> =>
  db.maybe(
    sql`SELECT model_head AS head, model_body AS body FROM theme_runs WHERE id = ${run} AND model_head IS NOT NULL`,
  )

export const workspacesWithThemesDue = async (
  lookups: Lookups,
  { now, fewest, nightHour }: { now: Instant; fewest: number; nightHour: number },
): Promise<string[]> =>
  (
    await lookups.many<{ id: string }>(
      sql`SELECT workspaces_with_themes_due(${at(now)}, ${fewest}, make_interval(hours => ${nightHour})) AS id`,
    )
  ).map(({ id }) => id)

export type VoiceToFile = ThemeText & { id: string; occurredAt: Instant }

const TEXT = sql`
  u.feedback_id AS id, u.occurred_at AS "occurredAt", f.subject, left(f.text, 2000) AS text, u.pii`

/**
 * A page of voices with words: which and when, and what they say as JSON of `ThemeText`s in the same order, to be taken
 * apart by the thread that reads it. `looked` counts those without words too, `last` is where the next page begins.
 */
export type TextPage = {
  ids: string[]
  moments: Instant[]
  texts: string
  units: number
  looked: number
  last: { id: string; occurredAt: Instant } | null
}

/** The next page, newest first, after a place when given. What is set aside is not searched. */
export async function newestVoices(db: Db, before: TextPage['last'], limit: number): Promise<TextPage> {
  const { ids, moments, lastId, lastAt, ...page } = await db.one<{
    ids: string
    moments: string
    texts: string
    units: number
    looked: number
    lastId: string | null
    lastAt: Instant | null
  }>(sql`
    WITH page AS MATERIALIZED (
      SELECT ${TEXT} FROM understandings u JOIN feedback f ON f.id = u.feedback_id
      WHERE NOT u.set_aside AND ${
        before === null
          ? sql`TRUE`
          : sql`(u.occurred_at, u.feedback_id) < (${at(before.occurredAt)}, ${before.id}::uuid)`
      }
      ORDER BY u.occurred_at DESC, u.feedback_id DESC LIMIT ${limit}
    ), worded AS (SELECT * FROM page WHERE text <> '' ORDER BY "occurredAt" DESC, id DESC)
    SELECT (SELECT coalesce(string_agg(id::text, ' '), '') FROM worded) AS ids,
      (SELECT coalesce(string_agg(floor(extract(epoch FROM "occurredAt") * 1000)::bigint::text, ' '), '') FROM worded) AS moments,
      (SELECT coalesce(json_agg(json_build_object('subject', subject, 'text', text, 'pii', pii)), '[]')::text FROM worded) AS texts,
      (SELECT coalesce(sum(length(subject) + length(text)), 0)::int FROM worded) AS units,
      (SELECT count(*)::int FROM page) AS looked,
      (SELECT id FROM page ORDER BY "occurredAt", id LIMIT 1) AS "lastId", (SELECT min("occurredAt") FROM page) AS "lastAt"`)
  return {
    ...page,
    ids: ids === '' ? [] : ids.split(' '),
    moments: moments === '' ? [] : moments.split(' ').map((ms) => Number(ms) as Instant),
    last: lastId === null || lastAt === null ? null : { id: lastId, occurredAt: lastAt },
  }
}

/** Where most voices are scores alone, words are looked for among so many, the newest. */
const LOOKED_AT = 20_000

/** How many voices there are with words, counted up to a number. */
export async function countTexts(db: Db, upTo: number): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (
      SELECT FROM (SELECT feedback_id FROM understandings WHERE NOT set_aside ORDER BY occurred_at DESC LIMIT ${LOOKED_AT}) AS u
      JOIN feedback f ON f.id = u.feedback_id WHERE f.text <> '' LIMIT ${upTo}) AS first_few`)
  return n
}

export const textsOf = (db: Db, ids: readonly string[]): Promise<VoiceToFile[]> =>
  db.many(sql`
    SELECT ${TEXT} FROM understandings u JOIN feedback f ON f.id = u.feedback_id
    WHERE u.feedback_id = ANY(${[...ids]}::uuid[]) AND f.text <> ''`)

/** Voices from a moment on that nobody has filed yet: they came while a search was under way. */
export const unfiledTexts = (db: Db, since: Instant, limit: number): Promise<VoiceToFile[]> =>
  db.many(sql`
    SELECT ${TEXT} FROM understandings u JOIN feedback f ON f.id = u.feedback_id
    WHERE u.occurred_at >= ${at(since)} AND NOT u.set_aside AND f.text <> ''
      AND NOT EXISTS (SELECT FROM theme_voices t WHERE t.feedback_id = u.feedback_id)
    ORDER BY u.occurred_at DESC, u.feedback_id DESC LIMIT ${limit}`)

export type FiledVoice = { id: string; occurredAt: Instant; theme: number; confidence: number }

/**
 * Files voices, those filed before anew; gives how many were not filed before. In the order of their ids, so that two who
 * do it at once do not wait in a circle.
 */
export async function fileVoices(tx: Db, filed: readonly FiledVoice[]): Promise<number> {
  const rows = [...filed].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { fresh } = await tx.one<{ fresh: number }>(sql`
    WITH written AS (
      INSERT INTO theme_voices (feedback_id, theme, confidence, occurred_at)
      SELECT id, theme, confidence, to_timestamp(ms / 1000.0)
      FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ theme }) => theme)}::int[],
        ${rows.map(({ confidence }) => confidence)}::real[], ${rows.map(({ occurredAt }) => occurredAt)}::float8[]) AS t (id, theme, confidence, ms)
      ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET theme = excluded.theme, confidence = excluded.confidence
      WHERE theme_voices.theme <> excluded.theme
      RETURNING xmax = 0 AS fresh
    ) SELECT count(*) FILTER (WHERE fresh)::int AS fresh FROM written`)
  return fresh
}

/** Says when themes were spoken of last, and that there is news, `heard` of it for the next search. */
export async function noteFiled(tx: Db, filed: readonly FiledVoice[], heard: number): Promise<void> {
  const last = new Map<number, Instant>()
  for (const { theme, occurredAt } of filed)
    last.set(theme, Math.max(occurredAt, last.get(theme) ?? occurredAt) as Instant)
  await tx.run(sql`
    UPDATE themes t SET last_seen = to_timestamp(n.ms / 1000.0)
    FROM unnest(${[...last.keys()]}::int[], ${[...last.values()]}::float8[]) AS n (number, ms)
    WHERE t.number = n.number AND t.last_seen < to_timestamp(n.ms / 1000.0)`)
  await tx.run(sql`
    INSERT INTO theme_news (heard) VALUES (${heard})
    ON CONFLICT (workspace_id) DO UPDATE SET heard = theme_news.heard + excluded.heard, marks = theme_news.marks + 1`)
}

/** Says that the days from a moment on are to be counted again. */
export async function markDaysSince(tx: Db, since: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO stale_days (day)
    SELECT DISTINCT (occurred_at AT TIME ZONE (SELECT timezone FROM workspaces))::date FROM understandings
    WHERE occurred_at >= ${at(since)}
    ON CONFLICT (workspace_id, day) DO UPDATE SET marks = stale_days.marks + 1`)
}
