/** Puts a backup into an empty database, and only there. */
import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '../db/migrate.ts'
import { StartRefusal } from '../errors.ts'
import { readFrames } from './frames.ts'
import { checkBackup, type Head, type Part, type Tail } from './write.ts'

/**
 * Restores an installation: the tables as the backup knew them, its rows, then the newer migrations.
 *
 * @throws StartRefusal when the file is damaged, the database is not empty or the backup is newer than the code
 */
export async function restoreBackup(url: string, path: string, migrations: string, say: (line: string) => void): Promise<{ head: Head; tail: Tail }> {
  const tail = await checkBackup(path)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const frames = readFrames(path)
    const head = (await nextJson(frames)) as Head
    await prepare(client, head, migrations, say)
    await client.query('BEGIN')
    await fill(client, frames)
    await setSequences(client)
    await client.query('COMMIT')
    await migrate(client, migrations, say)
    return { head, tail }
  } finally {
    await client.end()
  }
}

async function nextJson(frames: AsyncGenerator<Buffer>): Promise<Head | Part | Tail> {
  const { value } = await frames.next()
  return JSON.parse(String(value)) as Head | Part | Tail
}

async function prepare(client: pg.Client, head: Head, migrations: string, say: (line: string) => void): Promise<void> {
  await migrate(client, migrations, say, { upTo: head.migrations.length })
  const { rows: applied } = await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM schema_migrations ORDER BY number')
  for (const [i, { name, checksum }] of head.migrations.entries()) {
    if (applied[i]?.checksum !== checksum) throw new StartRefusal(`The backup was taken by another version: its migration ${name} is not the one here. Restore it with that version or a newer one.`)
  }
  if (applied.length > head.migrations.length) throw new StartRefusal('The database is already newer than the backup. Restore into an empty one.')
  const { rows } = await client.query('SELECT FROM workspaces LIMIT 1')
  if (rows.length > 0) throw new StartRefusal('The database is not empty. Restore into a new data folder (HX_DATA_DIR) or an empty database.')
}

async function fill(client: pg.Client, frames: AsyncGenerator<Buffer>): Promise<void> {
  for (;;) {
    const part = await nextJson(frames)
    if (part.kind === 'tail') return
    if (part.kind === 'table') await copyIn(client, part, frames)
    if (part.kind === 'work') await askAgain(client, part.parcels as { workspaceId: string; handler: string; payload: unknown }[])
  }
}

async function copyIn(client: pg.Client, { name, columns }: { name: string; columns: string[] }, frames: AsyncGenerator<Buffer>): Promise<void> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyFrom(`COPY public.${pg.escapeIdentifier(name)} (${list}) FROM STDIN`))
  const done = once(stream, 'finish')
  for (;;) {
    const { value, done: over } = await frames.next()
    if (over || value.length === 0) break
    if (!stream.write(value)) await once(stream, 'drain')
  }
  stream.end()
  await done
}

async function askAgain(client: pg.Client, parcels: readonly { workspaceId: string; handler: string; payload: unknown }[]): Promise<void> {
  for (const { workspaceId, handler, payload } of parcels) {
    await client.query(`INSERT INTO outbox (workspace_id, name, payload) VALUES ($1, $2, $3)`, [workspaceId, `again:${handler}`, JSON.stringify(payload)])
  }
}

/** Numbers given out by the database go on behind the highest one restored. */
async function setSequences(client: pg.Client): Promise<void> {
  await client.query(`SELECT setval(pg_get_serial_sequence('outbox', 'id'), greatest(1, (SELECT coalesce(max(id), 1) FROM outbox)))`)
}
