import { type Db, sql } from '../../platform/db/db.ts'
import type { Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Longer texts are compared by their beginning. Characters. */
export const COMPARED = 600

/** What a voice is compared by. `meaning` is null where nothing is known of its words. */
export type Signed = {
  id: string
  text: string
  occurredAt: Instant
  fingerprint: string | null
  bulk: number
  sentiment: Sentiment | null
  meaning: Int8Array | null
}

const asMeaning = (bytes: Buffer | null): Int8Array | null =>
  bytes === null ? null : new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Null when there is no such voice or it was not understood yet. */
export async function signedVoice(db: Db, id: string): Promise<Signed | null> {
  const row = await db.maybe<Omit<Signed, 'meaning'> & { meaning: Buffer | null }>(sql`
    SELECT f.id, f.text, f.occurred_at AS "occurredAt", s.fingerprint::text, s.bulk, s.meaning, u.sentiment
    FROM feedback f JOIN voice_signatures s ON s.feedback_id = f.id LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ${id}`)
  return row === null ? null : { ...row, meaning: asMeaning(row.meaning) }
}

/** A voice that may say the same. `root` is the customer with all merged into them, null when nobody knows. */
export type LikelyCopy = { id: string; occurredAt: Instant; root: string | null }

/** Voices with the same fingerprint, the newest first, the voice itself among them. */
export function sameVoices(db: Db, fingerprint: string, limit: number): Promise<LikelyCopy[]> {
  return db.many<LikelyCopy>(sql`
    SELECT f.id, f.occurred_at AS "occurredAt", customer_root(f.customer_id) AS root
    FROM (SELECT s.feedback_id FROM voice_signatures s WHERE s.fingerprint = ${fingerprint}::bigint
          ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT ${limit}) AS same
    JOIN feedback f ON f.id = same.feedback_id`)
}

/**
 * Voices that may be near-copies: they share a band. The planner takes one in twenty for sharing one and would walk the
 * whole table to the first hundred (1.8 s at a million voices), so it is left the index of bands alone.
 */
export function nearVoices(
  db: Db,
  { fingerprint, bands }: { fingerprint: string; bands: readonly number[] },
  limit: number,
): Promise<(LikelyCopy & { text: string })[]> {
  return db.transaction(async (tx) => {
    await walks(tx, 'off')
    const near = await tx.many<{ id: string }>(
      sql`SELECT feedback_id AS id FROM find_near_copies(${[...bands]}::int[], ${fingerprint}::bigint, ${limit})`,
    )
    await walks(tx, 'on')
    return await tx.many<LikelyCopy & { text: string }>(sql`
      SELECT f.id, left(f.text, ${COMPARED}) AS text, f.occurred_at AS "occurredAt", customer_root(f.customer_id) AS root
      FROM feedback f WHERE f.id = ANY(${near.map(({ id }) => id)}::uuid[])`)
  })
}

/** Whether statements of this transaction may be answered by a walk through the table or an index of order. */
const walks = (tx: Db, may: 'on' | 'off') =>
  tx.run(sql`
    SELECT set_config(name, ${may}, true) FROM unnest(ARRAY['enable_seqscan', 'enable_indexscan', 'enable_indexonlyscan']) AS name`)

/** A voice that may mean the same. */
export type Kin = { id: string; meaning: Int8Array }

/** The newest voices of each cell, as many as it says. A cell comes as one row, so that thousands are read at once. */
export async function voicesInCells(db: Db, cells: readonly { cell: number; newest: number }[]): Promise<Kin[]> {
  const rows = await db.many<{ ids: string; meanings: Buffer }>(sql`
    SELECT string_agg(found.feedback_id::text, ' ' ORDER BY found.occurred_at DESC, found.feedback_id DESC) AS ids,
      string_agg(found.meaning, '' ORDER BY found.occurred_at DESC, found.feedback_id DESC) AS meanings
    FROM unnest(${cells.map(({ cell }) => cell)}::smallint[], ${cells.map(({ newest }) => newest)}::int[]) AS c (cell, newest), LATERAL (
      SELECT s.feedback_id, s.occurred_at, s.meaning FROM voice_signatures s WHERE s.cell = c.cell
      ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT c.newest
    ) AS found GROUP BY c.cell`)
  return rows.flatMap(({ ids, meanings }) => {
    const all = ids.split(' ')
    const width = meanings.byteLength / all.length
    return all.map((id, i) => ({ id, meaning: new Int8Array(meanings.buffer, meanings.byteOffset + i * width, width) }))
  })
}

/** What voices say and how they were understood, for a closer look; those that were set aside are left out. */
export function kinTexts(
  db: Db,
  ids: readonly string[],
): Promise<
  { id: string; text: string; fingerprint: string | null; sentiment: Sentiment | null; meaning: Buffer | null }[]
> {
  return db.many(sql`
    SELECT f.id, left(f.text, ${COMPARED}) AS text, s.fingerprint::text, s.meaning, u.sentiment
    FROM feedback f LEFT JOIN voice_signatures s ON s.feedback_id = f.id LEFT JOIN understandings u ON u.feedback_id = f.id
    WHERE f.id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)`)
}

/** The weightiest words of a voice. */
export async function wordsOfVoice(db: Db, id: string): Promise<string[]> {
  const row = await db.maybe<{ words: string[] }>(sql`
    SELECT ARRAY(SELECT k.one->>'word' FROM jsonb_array_elements(keywords) AS k (one) ORDER BY (k.one->>'weight')::real DESC LIMIT 2) AS words
    FROM understandings WHERE feedback_id = ${id}`)
  return row?.words ?? []
}
