import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Place } from './voices.store.ts'

/** What a voice says, where personal data stands in it, and which product it names. */
export type SaidText = { id: string; text: string; personal: { start: number; end: number }[]; product: string | null }

/** The words of voices; those that say nothing are left out. */
export function saidBy(db: Db, ids: readonly string[]): Promise<SaidText[]> {
  return db.many<SaidText>(sql`
    SELECT f.id, left(f.text, 2000) AS text, coalesce(u.pii, '[]') AS personal, f.facts->>'product' AS product
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ANY(${ids}::uuid[]) AND f.text <> ''`)
}

/** The voices up to each of these, whatever they say: a look at the same days. Each once. */
export function placesAround(
  db: Db,
  places: readonly Place[],
  { each, since, aside }: { each: number; since: Instant; aside: boolean | null },
): Promise<Place[]> {
  const moments = places.map(({ occurredAt }) => new Date(occurredAt).toISOString())
  const ids = places.map(({ id }) => id)
  return db.many<Place>(sql`
    SELECT DISTINCT found.id, found."occurredAt" FROM unnest(${moments}::timestamptz[], ${ids}::uuid[]) AS p (moment, id), LATERAL (
      SELECT u.feedback_id AS id, u.occurred_at AS "occurredAt" FROM understandings u
      WHERE (u.occurred_at, u.feedback_id) <= (p.moment, p.id) AND u.occurred_at >= ${at(since)} AND (${aside}::boolean IS NULL OR u.set_aside = ${aside})
      ORDER BY u.occurred_at DESC, u.feedback_id DESC LIMIT ${each}
    ) AS found ORDER BY found."occurredAt" DESC, found.id DESC`)
}

/** Words that the workspace keeps whole, such as its products' names. */
export async function wholeWords(db: Db): Promise<string[]> {
  return (await db.maybe<{ words: string[] }>(sql`SELECT words FROM reading_settings`))?.words ?? []
}
