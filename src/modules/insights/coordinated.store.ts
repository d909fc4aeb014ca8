/** Coordinated posts: texts that many passed on, by the fingerprints of their spellings. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import { type CoordinatedPost, MOST_COUNTED } from '../../shared/contracts/coordinated.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** One change at a time in a workspace: who finds a text at the same time must not make two posts of it. */
export async function lockPosts(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('hx coordinated ' || hx_workspace(), 0))`)
}

/** Which of these voices, of texts that no post holds yet, are crowded: at least `fewest` copies within `days` of them. */
export const crowdedVoices = (
  db: Db,
  ids: readonly string[],
  { bulk, fewest, days }: { bulk: number; fewest: number; days: number },
): Promise<{ id: string; fingerprint: string }[]> =>
  db.many(sql`
    SELECT DISTINCT ON (s.fingerprint) s.feedback_id AS id, s.fingerprint::text
    FROM find_crowded(${[...ids]}::uuid[], ${bulk}, ${fewest}, make_interval(days => ${days})) AS c JOIN voice_signatures s ON s.feedback_id = c.feedback_id
    ORDER BY s.fingerprint, s.occurred_at DESC`)

/** The posts whose texts these voices hold. */
export const postsOf = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (
    await db.many<{ id: string }>(sql`
      SELECT DISTINCT t.post_id AS id FROM voice_signatures s JOIN coordinated_texts t ON t.fingerprint = s.fingerprint
      WHERE s.feedback_id = ANY(${[...ids]}::uuid[])`)
  ).map(({ id }) => id)

/** The posts whose texts the voices of these customers hold. */
export const postsOfCustomers = async (db: Db, customerIds: readonly string[]): Promise<string[]> =>
  (
    await db.many<{ id: string }>(sql`
      SELECT DISTINCT t.post_id AS id
      FROM feedback f JOIN voice_signatures s ON s.feedback_id = f.id JOIN coordinated_texts t ON t.fingerprint = s.fingerprint
      WHERE f.customer_id = ANY(${[...customerIds]}::uuid[])`)
  ).map(({ id }) => id)

/** What the texts of voices are found by, each once. */
export const fingerprintsOf = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (
    await db.many<{ fingerprint: string }>(sql`
      SELECT DISTINCT fingerprint::text FROM voice_signatures WHERE feedback_id = ANY(${[...ids]}::uuid[]) AND fingerprint IS NOT NULL`)
  ).map(({ fingerprint }) => fingerprint)

/** The post that holds one of these texts, the oldest when there are several. */
export const postWith = async (db: Db, fingerprints: readonly string[]): Promise<string | null> =>
  (
    await db.maybe<{ id: string }>(sql`
      SELECT post_id AS id FROM coordinated_texts WHERE fingerprint = ANY(${[...fingerprints]}::bigint[]) ORDER BY post_id LIMIT 1`)
  )?.id ?? null

/** A post without figures: `recountPost` follows. */
export async function insertPost(tx: Db, id: string, now: Instant): Promise<void> {
  const moment = at(now)
  await tx.run(sql`
    INSERT INTO coordinated_posts (id, found_at, voices, people, unknown, channels, first_at, last_at, dense_voices, dense_from, dense_to)
    VALUES (${id}, ${moment}, 0, 0, 0, '{}', ${moment}, ${moment}, 0, ${moment}, ${moment})`)
}

/** Texts that a post holds from now on; those that another one holds stay there. */
export async function addTexts(tx: Db, id: string, fingerprints: readonly string[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO coordinated_texts (fingerprint, post_id) SELECT unnest(${[...fingerprints]}::bigint[]), ${id}
    ON CONFLICT (workspace_id, fingerprint) DO NOTHING`)
}

export type Counted = { voices: number; people: number; unknown: number; from: Instant; to: Instant }

/**
 * Counts a post anew, the newest of its voices when they are very many; one that nobody's words are left of goes.
 *
 * @param without  customers whose words are about to be erased
 * @returns        null when it is gone
 */
export async function recountPost(tx: Db, id: string, without: readonly string[] = []): Promise<Counted | null> {
  const counted = await tx.maybe<Counted>(sql`
    WITH said AS MATERIALIZED (
      SELECT f.occurred_at, f.channel, customer_root(f.customer_id) AS root
      FROM coordinated_texts t, LATERAL (
        SELECT s.feedback_id, s.occurred_at FROM voice_signatures s WHERE s.fingerprint = t.fingerprint
        ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT ${MOST_COUNTED + 1}
      ) AS s JOIN feedback f ON f.id = s.feedback_id
      WHERE t.post_id = ${id} AND NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)
        AND (f.customer_id IS NULL OR f.customer_id <> ALL(${[...without]}::uuid[]))
      ORDER BY f.occurred_at DESC LIMIT ${MOST_COUNTED + 1}
    ), dense AS (
      SELECT occurred_at AS until, min(occurred_at) OVER days AS since, count(*) OVER days AS n FROM said
      WINDOW days AS (ORDER BY occurred_at RANGE BETWEEN interval '3 days' PRECEDING AND CURRENT ROW)
      ORDER BY n DESC, until LIMIT 1
    ), counts AS (
      SELECT count(*)::int AS voices, count(DISTINCT root)::int AS people, count(*) FILTER (WHERE root IS NULL)::int AS unknown,
        array_agg(DISTINCT channel) AS channels, min(occurred_at) AS first_at, max(occurred_at) AS last_at FROM said
    )
    UPDATE coordinated_posts p SET voices = c.voices, people = c.people, unknown = c.unknown, channels = c.channels,
      first_at = c.first_at, last_at = c.last_at, dense_voices = d.n, dense_from = d.since, dense_to = d.until
    FROM counts c, dense d WHERE p.id = ${id}
    RETURNING p.voices, p.people, p.unknown, p.dense_from AS "from", p.dense_to AS "to"`)
  if (counted === null) await tx.run(sql`DELETE FROM coordinated_posts WHERE id = ${id}`)
  return counted
}

const SHOWN = sql`
  p.id, least(p.voices, ${MOST_COUNTED}) AS voices, p.voices > ${MOST_COUNTED} AS more, p.people, p.unknown, p.channels,
  p.first_at AS "firstAt", p.last_at AS "lastAt", p.found_at AS "foundAt", p.dense_voices AS "denseVoices", p.dense_from AS "denseFrom",
  p.dense_to AS "denseTo", d.dismissed_at AS "dismissedAt", d.dismissed_by AS "dismissedBy", e.name AS "dismissedName", x.id AS "exampleId", x.text`
const FROM = sql`
  coordinated_posts p LEFT JOIN coordinated_dismissals d ON d.post_id = p.id LEFT JOIN people e ON e.id = d.dismissed_by
  LEFT JOIN LATERAL (
    SELECT f.id, left(f.text, 2000) AS text FROM coordinated_texts t, LATERAL (
      SELECT s.feedback_id FROM voice_signatures s WHERE s.fingerprint = t.fingerprint ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT 1
    ) AS s JOIN feedback f ON f.id = s.feedback_id WHERE t.post_id = p.id AND f.text <> '' LIMIT 1
  ) AS x ON true`

type Row = Omit<CoordinatedPost, 'example' | 'dense' | 'dismissed'> & {
  denseVoices: number
  denseFrom: Instant
  denseTo: Instant
  dismissedAt: Instant | null
  dismissedBy: string | null
  dismissedName: string | null
  exampleId: string | null
  text: string | null
}

function shown(row: Row): CoordinatedPost {
  const { denseVoices, denseFrom, denseTo, dismissedAt, dismissedBy, dismissedName, exampleId, text, ...post } = row
  return {
    ...post,
    example: exampleId === null ? null : { feedback: exampleId, text: text ?? '' },
    dense: { voices: denseVoices, from: denseFrom, to: denseTo },
    dismissed:
      dismissedAt === null || dismissedBy === null
        ? null
        : { by: { id: dismissedBy, name: dismissedName ?? '' }, at: dismissedAt },
  }
}

export type After = { at: Instant; id: string }

/** Posts by their last copy, the newest first. */
export async function listPosts(
  db: Db,
  { since, dismissed }: { since: Instant | null; dismissed: boolean },
  after: After | null,
  limit: number,
): Promise<CoordinatedPost[]> {
  const rows = await db.many<Row>(sql`
    SELECT ${SHOWN} FROM ${FROM}
    WHERE (d.post_id IS NOT NULL) = ${dismissed} AND ${since === null ? sql`TRUE` : sql`p.last_at >= ${at(since)}`}
      AND ${after === null ? sql`TRUE` : sql`(p.last_at, p.id) < (${at(after.at)}, ${after.id}::uuid)`}
    ORDER BY p.last_at DESC, p.id DESC LIMIT ${limit}`)
  return rows.map(shown)
}

export async function postById(db: Db, id: string): Promise<CoordinatedPost | null> {
  const row = await db.maybe<Row>(sql`SELECT ${SHOWN} FROM ${FROM} WHERE p.id = ${id}`)
  return row === null ? null : shown(row)
}

/** False when it was dismissed before. */
export const dismissPost = async (tx: Db, id: string, by: string, now: Instant): Promise<boolean> =>
  1 ===
  (await tx.run(sql`
    INSERT INTO coordinated_dismissals (post_id, dismissed_by, dismissed_at) VALUES (${id}, ${by}, ${at(now)})
    ON CONFLICT (workspace_id, post_id) DO NOTHING`))

/** False when it was not dismissed. */
export const restorePost = async (tx: Db, id: string): Promise<boolean> =>
  1 === (await tx.run(sql`DELETE FROM coordinated_dismissals WHERE post_id = ${id}`))

/** Which voices of these customers say what many say, and how many do. */
export const postsSaidBy = (db: Db, customerIds: readonly string[]): Promise<{ feedback: string; voices: number }[]> =>
  db.many(sql`
    SELECT f.id AS feedback, p.voices
    FROM feedback f JOIN voice_signatures s ON s.feedback_id = f.id JOIN coordinated_texts t ON t.fingerprint = s.fingerprint
    JOIN coordinated_posts p ON p.id = t.post_id
    WHERE f.customer_id = ANY(${[...customerIds]}::uuid[]) ORDER BY f.occurred_at, f.id`)
