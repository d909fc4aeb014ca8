/** Writes a whole installation into one file: every table in one snapshot, unfinished work, and the secret. */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { StartRefusal } from '../errors.ts'
import { readFrames, writeFrames } from './frames.ts'
import { type Table, tablesInOrder } from './tables.ts'

export type Head = { kind: 'head'; takenAt: string; secret: string | null; migrations: { number: number; name: string; checksum: string }[] }
export type Part = { kind: 'table'; name: string; columns: string[] } | { kind: 'work'; parcels: unknown[] }
export type Sum = { rows: number; sha256: string }
export type Tail = { kind: 'tail'; tables: Record<string, Sum> }

export const frameOf = (value: Head | Part | Tail): Buffer => Buffer.from(JSON.stringify(value))

/**
 * Backs up the installation and reads the file back to check it.
 *
 * @param url    the owner's address of the database
 * @param secret what sealed fields were closed with, when it is kept in the data folder
 * @returns rows per table
 */
export async function writeBackup(url: string, path: string, { secret, takenAt }: { secret: string | null; takenAt: string }): Promise<Record<string, Sum>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const file = await writeFrames(path)
    const { rows: migrations } = await client.query<Head['migrations'][number]>('SELECT number, name, checksum FROM schema_migrations ORDER BY number')
    await file.write(frameOf({ kind: 'head', takenAt, secret, migrations }))
    const tables: Record<string, Sum> = {}
    for (const table of await tablesInOrder(client)) {
      await file.write(frameOf({ kind: 'table', ...table }))
      tables[table.name] = await copyOut(client, table, (bytes) => file.write(bytes))
      await file.write(Buffer.alloc(0))
    }
    await file.write(frameOf({ kind: 'work', parcels: await unfinished(client) }))
    await file.write(frameOf({ kind: 'tail', tables }))
    await file.end()
    await client.query('COMMIT')
    await checkBackup(path)
    return tables
  } finally {
    await client.end()
  }
}

async function copyOut(client: pg.Client, { name, columns }: Table, take: (bytes: Buffer) => Promise<void>): Promise<Sum> {
  const hash = createHash('sha256')
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyTo(`COPY (SELECT ${list} FROM public.${pg.escapeIdentifier(name)}) TO STDOUT`))
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    await take(chunk)
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') }
}

/** Jobs that wait or were under way: they are asked for again after a restore. */
async function unfinished(client: pg.Client): Promise<unknown[]> {
  const { rows: found } = await client.query<{ there: boolean }>(`SELECT to_regclass('hx_queue.job') IS NOT NULL AS there`)
  if (!found[0]?.there) return []
  const { rows } = await client.query<{ data: unknown }>(`SELECT data FROM hx_queue.job WHERE state < 'completed' AND data ? 'handler'`)
  return rows.map(({ data }) => data)
}

/**
 * Reads a backup from end to end.
 *
 * @throws StartRefusal when rows or bytes differ from what the file says of itself
 */
export async function checkBackup(path: string): Promise<Tail> {
  const seen: Record<string, string> = {}
  let tail: Tail | null = null
  let open: { name: string; hash: ReturnType<typeof createHash> } | null = null
  for await (const frame of readFrames(path)) {
    if (open !== null) {
      if (frame.length > 0) open.hash.update(frame)
      else {
        seen[open.name] = open.hash.digest('hex')
        open = null
      }
      continue
    }
    const part = JSON.parse(frame.toString()) as Head | Part | Tail
    if (part.kind === 'table') open = { name: part.name, hash: createHash('sha256') }
    if (part.kind === 'tail') tail = part
  }
  if (tail === null) throw new StartRefusal(`${path} is cut off: it was not written to its end.`)
  for (const [name, { sha256 }] of Object.entries(tail.tables)) {
    if (seen[name] !== sha256) throw new StartRefusal(`${path} is damaged: the table ${name} is not as it was written.`)
  }
  return tail
}
