/** Themes as people see them: their names, counts by day, sentences, bursts. The search itself is in themes-run.store.ts. */
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { LocalDate } from '../../shared/time/zone.ts'
import type { ThemeText } from './themes-thread.ts'

export type Example = { feedback: string; start: number; end: number }

export type Theme = {
  id: string
  /** The identity that searches keep. */
  number: number
  name: string | null
  words: { word: string; weight: number }[]
  examples: Example[]
  firstSeen: Instant
  lastSeen: Instant
  retiredAt: Instant | null
  hiddenAt: Instant | null
  /** The number of the theme it counts as. */
  mergedInto: number | null
}

/** All themes there are and were, by number. A search keeps up to 60; a few of them pass with each season. */
export const allThemes = (db: Db): Promise<Theme[]> =>
  db.many(sql`
    SELECT id, number, name, words, examples, first_seen AS "firstSeen", last_seen AS "lastSeen", retired_at AS "retiredAt",
      hidden_at AS "hiddenAt", merged_into AS "mergedInto"
    FROM themes ORDER BY number`)

/** One change of themes at a time in a workspace: what counts as what must not become a circle. */
export async function lockThemes(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('hx themes ' || hx_workspace(), 0))`)
}

/** The theme, held until the transaction ends; null when there is none. */
export const lockTheme = (tx: Db, id: string): Promise<Pick<Theme, 'number' | 'name' | 'words'> | null> =>
  tx.maybe(sql`SELECT number, name, words FROM themes WHERE id = ${id} FOR UPDATE`)

export const setName = (tx: Db, id: string, name: string | null): Promise<number> =>
  tx.run(sql`UPDATE themes SET name = ${name} WHERE id = ${id}`)

export const setHidden = (tx: Db, id: string, hiddenAt: Instant | null): Promise<number> =>
  tx.run(sql`UPDATE themes SET hidden_at = ${hiddenAt === null ? null : at(hiddenAt)} WHERE id = ${id}`)

export const setMerged = (tx: Db, id: string, into: number | null): Promise<number> =>
  tx.run(sql`UPDATE themes SET merged_into = ${into} WHERE id = ${id}`)

export type DayOfTheme = {
  day: LocalDate
  theme: number
  sentiment: 'positive' | 'neutral' | 'negative'
  voices: number
}

/** Voices by day, theme (0: of none) and sentiment, first day included, last not. */
export const daysOfThemes = (db: Db, from: LocalDate, to: LocalDate): Promise<DayOfTheme[]> =>
  db.many(sql`
    SELECT day, theme, sentiment, voices FROM daily_themes WHERE day >= ${from}::date AND day < ${to}::date`)

/** Counts a day's themes anew from how its voices are filed; what is set aside does not count. */
export async function recountThemes(tx: Db, day: LocalDate, starts: Instant, ends: Instant): Promise<void> {
  await tx.run(sql`DELETE FROM daily_themes WHERE day = ${day}::date`)
  await tx.run(sql`
    INSERT INTO daily_themes (day, theme, sentiment, voices)
    SELECT ${day}::date, t.theme, u.sentiment, count(*)
    FROM understandings u JOIN theme_voices t ON t.feedback_id = u.feedback_id
    WHERE u.occurred_at >= ${at(starts)} AND u.occurred_at < ${at(ends)} AND NOT u.set_aside GROUP BY t.theme, u.sentiment`)
}

/** What the voices of examples say, as far as sentences are taken from it; those whose words are gone are left out. */
export const quotedVoices = (
  db: Db,
  ids: readonly string[],
): Promise<(Pick<ThemeText, 'subject' | 'text'> & { id: string })[]> =>
  db.many(sql`
    SELECT f.id, f.subject, left(f.text, 2000) AS text FROM feedback f
    WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.text <> '' AND NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)`)

export type Burst = {
  theme: number
  beganAt: Instant
  seenAt: Instant
  count: number
  expected: number
  low: number
  high: number
  chance: number
  weeks: number
}

export const openBursts = (db: Db): Promise<Burst[]> =>
  db.many(sql`
    SELECT theme, began_at AS "beganAt", seen_at AS "seenAt", count, expected, usual_low AS low, usual_high AS high, chance, weeks
    FROM theme_bursts WHERE ended_at IS NULL`)

/** Writes what is seen of a burst; true when it began with this. */
export async function writeBurst(tx: Db, burst: Omit<Burst, 'beganAt' | 'seenAt'>, now: Instant): Promise<boolean> {
  const { theme, count, expected, low, high, chance, weeks } = burst
  const { began } = await tx.one<{ began: boolean }>(sql`
    INSERT INTO theme_bursts (theme, began_at, seen_at, count, expected, usual_low, usual_high, chance, weeks)
    VALUES (${theme}, ${at(now)}, ${at(now)}, ${count}, ${expected}, ${low}, ${high}, ${chance}, ${weeks})
    ON CONFLICT (workspace_id, theme) WHERE ended_at IS NULL DO UPDATE SET seen_at = excluded.seen_at, count = excluded.count,
      expected = excluded.expected, usual_low = excluded.usual_low, usual_high = excluded.usual_high, chance = excluded.chance, weeks = excluded.weeks
    RETURNING xmax = 0 AS began`)
  return began
}

/** Ends bursts that were not seen since a moment. */
export const endBursts = (tx: Db, unseenSince: Instant, now: Instant): Promise<number> =>
  tx.run(sql`UPDATE theme_bursts SET ended_at = ${at(now)} WHERE ended_at IS NULL AND seen_at < ${at(unseenSince)}`)

/** How often voices were filed, for `markLooked`. */
export const filedMarks = async (db: Db): Promise<number> =>
  (await db.maybe<{ marks: number }>(sql`SELECT marks FROM theme_news`))?.marks ?? 0

/** What is filed meanwhile stays news. */
export const markLooked = (tx: Db, marks: number): Promise<number> =>
  tx.run(sql`UPDATE theme_news SET looked = ${marks}`)

export const workspacesWithThemeNews = async (lookups: Lookups): Promise<string[]> =>
  (await lookups.many<{ id: string }>(sql`SELECT workspaces_with_theme_news() AS id`)).map(({ id }) => id)

export type NewTheme = {
  id: string
  number: number
  words: { word: string; weight: number }[]
  examples: Example[]
  size: number
  firstSeen: Instant
  lastSeen: Instant
}

/** Writes the themes of a search: known ones get its words, new ones are added, all others are retired. */
export async function writeThemes(tx: Db, themes: readonly NewTheme[], now: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO themes (id, number, words, examples, size, found_at, first_seen, last_seen)
    SELECT t.id, t.number, t.words, t.examples, t.size, ${at(now)}, to_timestamp(t."firstSeen" / 1000.0), to_timestamp(t."lastSeen" / 1000.0)
    FROM jsonb_to_recordset(${json(themes)}) AS t (id uuid, number int, words jsonb, examples jsonb, size int, "firstSeen" float8, "lastSeen" float8)
    ON CONFLICT (workspace_id, number) DO UPDATE SET words = excluded.words, examples = excluded.examples, size = excluded.size,
      first_seen = least(themes.first_seen, excluded.first_seen), last_seen = greatest(themes.last_seen, excluded.last_seen), retired_at = NULL`)
  const numbers = themes.map(({ number }) => number)
  await tx.run(
    sql`UPDATE themes SET retired_at = ${at(now)} WHERE retired_at IS NULL AND number <> ALL(${numbers}::int[])`,
  )
}

/** What each voice of a customer was read into; nothing for those of no theme. */
export const themesOfVoices = (
  db: Db,
  customerIds: readonly string[],
): Promise<{ feedback: string; name: string | null; words: string[] }[]> =>
  db.many(sql`
    SELECT v.feedback_id AS feedback, t.name, ARRAY(SELECT w->>'word' FROM jsonb_array_elements(t.words) AS w) AS words
    FROM feedback f JOIN theme_voices v ON v.feedback_id = f.id JOIN themes t ON t.number = v.theme
    WHERE f.customer_id = ANY(${[...customerIds]}::uuid[]) ORDER BY v.occurred_at, v.feedback_id`)

/** The next search is due, as if something had been said. */
export const noteErased = (tx: Db): Promise<number> => tx.run(sql`UPDATE theme_news SET heard = heard + 1`)
