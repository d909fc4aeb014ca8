import type { PackedPlanes } from '../../engine/learning/packing.ts'
import { type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** How this workspace reads; see the table. `version` is what its voices are read with by this engine. */
export type ReadingSettings = {
  version: string
  live: number
  words: string[]
  twoReviewers: boolean
  /** A person stopped that voices are read again with this version. */
  stopped: boolean
}

/** The settings of the workspace, or those that it ships with. */
export function readingSettings(db: Db, engineVersion: string): Promise<ReadingSettings> {
  return db.one<ReadingSettings>(sql`
    SELECT reading_version(${engineVersion}, coalesce(s.live_version, 0), coalesce(s.revision, 0)) AS version, coalesce(s.live_version, 0) AS live,
      coalesce(s.words, '{}') AS words, coalesce(s.two_reviewers, false) AS "twoReviewers",
      s.stopped_at IS NOT DISTINCT FROM reading_version(${engineVersion}, coalesce(s.live_version, 0), coalesce(s.revision, 0)) AS stopped
    FROM (VALUES (1)) AS one LEFT JOIN reading_settings s ON true`)
}

/** Makes sure of the row and locks it until the end of the transaction: whoever changes how voices are read takes turns. */
export async function lockReadingSettings(
  tx: Db,
): Promise<{ live: number; learnedUntil: string | null; words: string[] }> {
  await tx.run(sql`INSERT INTO reading_settings DEFAULT VALUES ON CONFLICT DO NOTHING`)
  return await tx.one(
    sql`SELECT live_version AS live, learned_until AS "learnedUntil", words FROM reading_settings FOR UPDATE`,
  )
}

export async function setLive(tx: Db, number: number): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET live_version = ${number}`)
}

export async function setLearnedUntil(tx: Db, correctionId: string): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET learned_until = ${correctionId}`)
}

/** Words of the workspace's own; voices are to be read again. */
export async function setWords(tx: Db, words: readonly string[]): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET words = ${words}::text[], revision = revision + 1`)
}

/** Says that voices are to be read again. */
export async function revise(tx: Db): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET revision = revision + 1`)
}

/** The version that voices are not to be read again with; null for none. */
export async function setStoppedAt(tx: Db, version: string | null): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET stopped_at = ${version}`)
}

export async function setTwoReviewers(tx: Db, twoReviewers: boolean): Promise<void> {
  await tx.run(sql`UPDATE reading_settings SET two_reviewers = ${twoReviewers}`)
}

/** The weights of a version; null when it is none, or so old that only its figures were kept. */
export function planesOf(db: Db, number: number): Promise<(PackedPlanes & { madeAt: Instant }) | null> {
  return db.maybe(sql`
    SELECT head, body, made_at AS "madeAt" FROM learned_versions WHERE number = ${number} AND body IS NOT NULL`)
}
