import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Place } from './voices.store.ts'

/** Voices a page holds: small enough that nobody waits while it passes through. */
const PAGE = 250

/**
 * The words of voices, where personal data stands in them and which product they name, as JSON of `SaidText`s, page by
 * page; those that say nothing are left out. They are taken apart in the thread that reads them, not here.
 */
export async function saidBy(db: Db, ids: readonly string[]): Promise<string[]> {
  const pages: string[] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const { said } = await db.one<{ said: string }>(sql`
      SELECT coalesce(json_agg(json_build_object('text', left(f.text, 2000), 'personal', coalesce(u.pii, '[]'), 'product', f.facts->>'product')), '[]')::text AS said
      FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ANY(${ids.slice(from, from + PAGE)}::uuid[]) AND f.text <> ''`)
    pages.push(said)
  }
  return pages
}

/** The voices up to each of these, whatever they say, but not those of `but`: at most so many, evenly drawn. Each once. */
export function placesAround(
  db: Db,
  places: readonly Place[],
  {
    each,
    since,
    aside,
    but,
    most,
  }: {
    each: number
    since: Instant
    aside: boolean | null
    but: readonly string[]
    most: number
  },
): Promise<Place[]> {
  const moments = places.map(({ occurredAt }) => new Date(occurredAt).toISOString())
  const ids = places.map(({ id }) => id)
  return db.many<Place>(sql`
    WITH around AS (
      SELECT DISTINCT found.id, found.moment FROM unnest(${moments}::timestamptz[], ${ids}::uuid[]) AS p (moment, id), LATERAL (
        SELECT u.feedback_id AS id, u.occurred_at AS moment FROM understandings u
        WHERE (u.occurred_at, u.feedback_id) <= (p.moment, p.id) AND u.occurred_at >= ${at(since)} AND (${aside}::boolean IS NULL OR u.set_aside = ${aside})
        ORDER BY u.occurred_at DESC, u.feedback_id DESC LIMIT ${each}
      ) AS found
    ), others AS (
      SELECT id, moment, row_number() OVER (ORDER BY moment DESC, id DESC) - 1 AS i, count(*) OVER () AS n
      FROM around WHERE NOT EXISTS (SELECT FROM unnest(${[...but]}::uuid[]) AS own (id) WHERE own.id = around.id)
    )
    SELECT id, moment AS "occurredAt" FROM others
    WHERE n <= ${most} OR i = 0 OR i * ${most} / n <> (i - 1) * ${most} / n ORDER BY moment DESC, id DESC`)
}

/** Words that the workspace keeps whole, such as its products' names. */
export async function wholeWords(db: Db): Promise<string[]> {
  return (await db.maybe<{ words: string[] }>(sql`SELECT words FROM reading_settings`))?.words ?? []
}
