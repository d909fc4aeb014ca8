import type { z } from 'zod'
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { FailedImport, Mapping, RefusedRow } from '../../shared/contracts/imports.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** Marks files that were given to be read in, among all that are kept. */
export const IMPORT_FILE = 'application/x-huixiang-import'

export type ImportState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'

/** Why a row, or the whole file, could not be read. */
export type Refused = z.output<typeof RefusedRow>
export type Failure = z.output<typeof FailedImport>

export type Import = {
  id: string
  name: string
  attachmentId: string
  mapping: Mapping
  state: ImportState
  dryRun: boolean
  read: number
  added: number
  already: number
  refused: Refused[]
  refusedCount: number
  failure: Failure | null
  createdBy: string | null
  createdAt: Instant
  finishedAt: Instant | null
}

const COLUMNS = sql`
  id, name, attachment_id AS "attachmentId", mapping, state, dry_run AS "dryRun", rows_read AS read, rows_added AS added, rows_already AS already,
  refused, refused_count AS "refusedCount", failure, created_by AS "createdBy", created_at AS "createdAt", finished_at AS "finishedAt"`

/** Which of these sources are feedback already, as 'channel sourceId'. */
export async function knownSources(
  db: Db,
  sources: readonly { channel: string; sourceId: string }[],
): Promise<string[]> {
  const rows = await db.many<{ source: string }>(sql`
    SELECT f.channel || ' ' || f.source_id AS source
    FROM jsonb_to_recordset(${json(sources)}) AS wanted (channel text, "sourceId" text)
    JOIN feedback f ON f.channel = wanted.channel AND f.source_id = wanted."sourceId"`)
  return rows.map(({ source }) => source)
}

/** After many rows: plans follow what the tables have become. */
export async function refreshStatistics(lookups: Lookups): Promise<void> {
  await lookups.run(sql`SELECT refresh_statistics()`)
}

export async function insertImport(
  tx: Db,
  {
    id,
    name,
    attachmentId,
    mapping,
    dryRun,
    by,
    now,
  }: { id: string; name: string; attachmentId: string; mapping: Mapping; dryRun: boolean; by: string; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO imports (id, name, attachment_id, mapping, dry_run, created_by, created_at)
    VALUES (${id}, ${name}, ${attachmentId}, ${json(mapping)}, ${dryRun}, ${by}, ${at(now)})`)
}

export const importById = (db: Db, id: string): Promise<Import | null> =>
  db.maybe(sql`SELECT ${COLUMNS} FROM imports WHERE id = ${id}`)

export const newestImports = (db: Db, limit: number): Promise<Import[]> =>
  db.many(sql`SELECT ${COLUMNS} FROM imports ORDER BY created_at DESC, id DESC LIMIT ${limit}`)

/** False when it was cancelled or is done. */
export async function beginImport(db: Db, id: string): Promise<boolean> {
  return (
    1 === (await db.run(sql`UPDATE imports SET state = 'running' WHERE id = ${id} AND state IN ('waiting', 'running')`))
  )
}

export async function noteProgress(
  db: Db,
  id: string,
  counts: Pick<Import, 'read' | 'added' | 'already' | 'refused' | 'refusedCount'>,
): Promise<void> {
  await db.run(sql`
    UPDATE imports SET rows_read = ${counts.read}, rows_added = ${counts.added}, rows_already = ${counts.already},
      refused = ${json(counts.refused)}, refused_count = ${counts.refusedCount}
    WHERE id = ${id}`)
}

/** False when it had ended before. */
export async function endImport(
  db: Db,
  id: string,
  state: 'done' | 'cancelled' | 'failed',
  failure: Failure | null,
  now: Instant,
): Promise<boolean> {
  return (
    1 ===
    (await db.run(sql`
    UPDATE imports SET state = ${state}, failure = ${failure === null ? null : json(failure)}, finished_at = ${at(now)} WHERE id = ${id} AND state IN ('waiting', 'running')`))
  )
}

/** Takes out files that no import waits for and that came before a moment, in every workspace. */
export async function forgetImportFiles(lookups: Lookups, before: Instant): Promise<number> {
  const { n } = await lookups.one<{ n: number }>(sql`SELECT forget_import_files(${IMPORT_FILE}, ${at(before)}) AS n`)
  return n
}
