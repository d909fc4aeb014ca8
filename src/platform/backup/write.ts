/** Writes a whole installation into one file: every table in one snapshot, unfinished work, and the secret. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { createSeal } from '../auth/seal.ts'
import { checkBackup } from './check.ts'
import { type FrameWriter, writeFrames } from './frames.ts'
import { type DeadPart, frameOf, type Head, PROOF, type Sum, type WorkPart } from './parts.ts'
import { countersOf, type Table, tablesInOrder } from './tables.ts'

/** Pieces of work to a frame. */
const WORK_BATCH = 1_000
/** Bytes of rows to a frame, at most. */
const SLICE = 8 * 1024 * 1024

/** `carried` says whether the secret goes into the file: it does when it is kept in the data folder. */
export type Taking = { secret: string; carried: boolean; takenAt: string }

/**
 * Backs up the installation and reads the file back to check it.
 *
 * @param url the owner's address of the database
 * @returns rows per table
 * @throws StartRefusal when the file is there already, cannot be written, or is not read back as it was written
 */
export async function writeBackup(url: string, path: string, taking: Taking): Promise<Record<string, Sum>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const file = await writeFrames(path)
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const tables = await writeAll(client, file, taking)
      await file.end()
      await checkBackup(path)
      return tables
    } catch (error) {
      file.drop()
      throw error
    }
  } finally {
    await client.end()
  }
}

async function writeAll(client: pg.Client, file: FrameWriter, taking: Taking): Promise<Record<string, Sum>> {
  await file.write(frameOf(await headOf(client, taking)))
  const tables: Record<string, Sum> = {}
  for (const table of await tablesInOrder(client)) {
    await file.write(frameOf({ kind: 'table', ...table }))
    tables[table.name] = await copyOut(client, table, file)
    await file.write(Buffer.alloc(0))
  }
  await file.write(frameOf({ kind: 'counters', values: await countersOf(client) }))
  if (await queueIsThere(client)) await writeWork(client, file)
  await file.write(frameOf({ kind: 'tail', tables }))
  return tables
}

async function headOf(client: pg.Client, { secret, carried, takenAt }: Taking): Promise<Head> {
  const { rows } = await client.query<Head['migrations'][number]>(
    'SELECT number, name, checksum FROM schema_migrations ORDER BY number',
  )
  const proof = createSeal(secret).close(PROOF)
  return { kind: 'head', takenAt, secret: carried ? secret : null, proof, migrations: rows }
}

async function copyOut(client: pg.Client, { name, columns }: Table, file: FrameWriter): Promise<Sum> {
  const hash = createHash('sha256')
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyTo(`COPY (SELECT ${list} FROM public.${pg.escapeIdentifier(name)}) TO STDOUT`))
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    for (let from = 0; from < chunk.length; from += SLICE) await file.write(chunk.subarray(from, from + SLICE))
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') }
}

async function queueIsThere(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('hx_queue.job') IS NOT NULL AS there`)
  return rows[0]?.there === true
}

/** Work that waits or was under way is asked for again after a restore; what failed for good stays that. */
async function writeWork(client: pg.Client, file: FrameWriter): Promise<void> {
  const { rows: open } = await client.query<{ data: WorkPart['parcels'][number] }>(
    `SELECT data FROM hx_queue.job WHERE name <> 'dead' AND state < 'completed' AND data ? 'handler' ORDER BY created_on, id`,
  )
  const { rows: dead } = await client.query<DeadPart['letters'][number]>(
    `SELECT data, output, created_on::text AS "createdOn" FROM hx_queue.job WHERE name = 'dead' AND state < 'completed' ORDER BY created_on, id`,
  )
  for (let from = 0; from < open.length; from += WORK_BATCH)
    await file.write(frameOf({ kind: 'work', parcels: open.slice(from, from + WORK_BATCH).map(({ data }) => data) }))
  for (let from = 0; from < dead.length; from += WORK_BATCH)
    await file.write(frameOf({ kind: 'dead', letters: dead.slice(from, from + WORK_BATCH) }))
}
