import { type Db, prepared, sql } from '../../platform/db/db.ts'
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
  /** The two weightiest words. */
  words: string[]
}

const asMeaning = (bytes: Buffer | null): Int8Array | null =>
  bytes === null ? null : new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Null when there is no such voice or it was not understood yet. */
export async function signedVoice(db: Db, id: string): Promise<Signed | null> {
  const row = await db.maybe<Omit<Signed, 'meaning'> & { meaning: Buffer | null }>(prepared`
    SELECT f.id, f.text, f.occurred_at AS "occurredAt", s.fingerprint::text, s.bulk, s.meaning, u.sentiment,
      ARRAY(SELECT k.one->>'word' FROM jsonb_array_elements(u.keywords) AS k (one) ORDER BY (k.one->>'weight')::real DESC LIMIT 2) AS words
    FROM feedback f JOIN voice_signatures s ON s.feedback_id = f.id LEFT JOIN understandings u ON u.feedback_id = f.id WHERE f.id = ${id}`)
  return row === null ? null : { ...row, meaning: asMeaning(row.meaning) }
}

/** A voice that may say the same. `root` is the customer with all merged into them, null when nobody knows. */
export type LikelyCopy = { id: string; occurredAt: Instant; root: string | null }

/** Voices with the same fingerprint, the newest first, the voice itself among them. */
export function sameVoices(db: Db, fingerprint: string, limit: number): Promise<LikelyCopy[]> {
  return db.many<LikelyCopy>(prepared`
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

/** Voices that may mean the same: what they mean stands one after the other; `idOf` names the voice at a place. */
export type Kin = { meanings: Int8Array; idOf: (place: number) => string }

const ID_BYTES = 16

/**
 * The newest voices of each cell, as many as it says. A cell comes as one row, so that thousands are read at once, in the
 * shortest way of writing bytes as text; cells with voices that another model read, of another width, are left out until
 * they are read anew.
 */
export async function voicesInCells(
  db: Db,
  cells: readonly { cell: number; newest: number }[],
  width: number,
): Promise<Kin> {
  const rows = await db.many<{ n: number; ids: string; meanings: string }>(prepared`
    SELECT found.n, encode(found.ids, 'base64') AS ids, encode(found.meanings, 'base64') AS meanings
    FROM unnest(${cells.map(({ cell }) => cell)}::smallint[], ${cells.map(({ newest }) => newest)}::int[]) AS c (cell, newest), LATERAL (
      SELECT count(*)::int AS n, string_agg(uuid_send(newest.feedback_id), ''::bytea) AS ids, string_agg(newest.meaning, ''::bytea) AS meanings
      FROM (SELECT s.feedback_id, s.meaning FROM voice_signatures s WHERE s.cell = c.cell
            ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT c.newest) AS newest
    ) AS found WHERE length(found.meanings) = found.n * ${width}::int`)
  const n = rows.reduce((sum, row) => sum + row.n, 0)
  const ids = bytesOf(
    rows.map((row) => row.ids),
    n * ID_BYTES,
  )
  const meanings = bytesOf(
    rows.map((row) => row.meanings),
    n * width,
  )
  return {
    meanings: new Int8Array(meanings.buffer, meanings.byteOffset, meanings.length),
    idOf: (place) => uuidOf(ids.toString('hex', place * ID_BYTES, (place + 1) * ID_BYTES)),
  }
}

function bytesOf(pieces: readonly string[], size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  let at = 0
  for (const piece of pieces) at += bytes.write(piece, at, 'base64')
  return bytes
}

const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')

/** What voices say and how they were understood, for a closer look; those that were set aside are left out. */
export function kinTexts(
  db: Db,
  ids: readonly string[],
): Promise<
  { id: string; text: string; fingerprint: string | null; sentiment: Sentiment | null; meaning: Buffer | null }[]
> {
  return db.many(prepared`
    SELECT f.id, left(f.text, ${COMPARED}) AS text, s.fingerprint::text, s.meaning, u.sentiment
    FROM feedback f LEFT JOIN voice_signatures s ON s.feedback_id = f.id LEFT JOIN understandings u ON u.feedback_id = f.id
    WHERE f.id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)`)
}
