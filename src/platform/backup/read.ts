/** Puts a backup into an empty database, and only there. */
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createSeal } from '../auth/seal.ts'
import { migrate } from '../db/migrate.ts'
import { reasonOf, StartRefusal } from '../errors.ts'
import { checkBackup } from './check.ts'
import { putDeadLetters } from './dead-letters.ts'
import { damaged, readFrames } from './frames.ts'
import { type DeadPart, type Head, PROOF, partOf, type TablePart, type Tail, type WorkPart } from './parts.ts'
import { setCounter } from './tables.ts'

export type Restoring = { migrations: string; secret: string | null; say(line: string): void }

/**
 * Restores an installation: the tables as the backup knew them, its rows, then the newer migrations.
 *
 * @param with.secret the secret that this place is set to use; null takes the one in the backup
 * @throws StartRefusal when the file is damaged, the database is not empty, the backup is newer than the code, or
 *         the secret is another one than then
 */
export async function restoreBackup(
  url: string,
  path: string,
  { migrations, secret, say }: Restoring,
): Promise<{ head: Head; tail: Tail }> {
  const { head, tail } = await checkBackup(path)
  requireSecret(head, secret)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect().catch((error: Error) => {
    throw new StartRefusal(`The database cannot be reached (${reasonOf(error)}).`, { cause: error })
  })
  try {
    await prepare(client, head, migrations, say)
    await client.query('BEGIN')
    const dead = await fill(client, readFrames(path), path)
    await client.query('COMMIT')
    if (dead.length > 0) await putDeadLetters(url, client, dead)
    await migrate(client, migrations, say)
    await client.query('DELETE FROM installation')
    return { head, tail }
  } finally {
    await client.end()
  }
}

function requireSecret(head: Head, setting: string | null): void {
  const secret = setting ?? head.secret
  if (secret === null) throw new StartRefusal('The backup was taken with HX_SECRET set. Set the same HX_SECRET here.')
  try {
    if (createSeal(secret).open(head.proof) === PROOF) return
  } catch (error) {
    throw new StartRefusal(
      `HX_SECRET is not the one of the backup. Set that one${head.secret === null ? '' : ', or none'}.`,
      { cause: error },
    )
  }
  throw new StartRefusal('The backup is not sealed as backups are.')
}

async function prepare(client: pg.Client, head: Head, migrations: string, say: (line: string) => void): Promise<void> {
  await migrate(client, migrations, say, { upTo: head.migrations.length })
  const { rows: applied } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migrations ORDER BY number',
  )
  for (const [i, { name, checksum }] of head.migrations.entries()) {
    if (applied[i]?.checksum !== checksum)
      throw new StartRefusal(
        `The backup was taken by another version: its migration ${name} is not the one here. Restore it with that version or a newer one.`,
      )
  }
  if (applied.length > head.migrations.length)
    throw new StartRefusal('The database is already newer than the backup. Restore into an empty one.')
  const { rowCount } = await client.query('SELECT FROM workspaces UNION ALL SELECT FROM people LIMIT 1')
  if (rowCount !== 0)
    throw new StartRefusal(
      'The database is not empty. Restore into a new data folder (HX_DATA_DIR) or an empty database.',
    )
}

/** Fills all tables; gives what failed for good, for the queue has tables of its own. */
async function fill(client: pg.Client, frames: AsyncGenerator<Buffer>, path: string): Promise<DeadPart['letters']> {
  const dead: DeadPart['letters'] = []
  // A place that was started and never set up holds its set-up link, and what jobs did there.
  await client.query('DELETE FROM links; DELETE FROM job_runs; DELETE FROM outbox')
  for (;;) {
    const { value, done } = await frames.next()
    if (done) throw damaged(path)
    const part = partOf(value, path)
    if (part.kind === 'tail') break
    if (part.kind === 'table') await copyIn(client, part, frames)
    if (part.kind === 'counters')
      for (const [name, last] of Object.entries(part.values)) await setCounter(client, name, last)
    if (part.kind === 'work') await askAgain(client, part.parcels)
    if (part.kind === 'dead') dead.push(...part.letters)
  }
  await frames.return(undefined)
  return dead
}

async function copyIn(client: pg.Client, { name, columns }: TablePart, frames: AsyncGenerator<Buffer>): Promise<void> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const into = client.query(copyFrom(`COPY public.${pg.escapeIdentifier(name)} (${list}) FROM STDIN`))
  await pipeline(rowsUntilEmpty(frames), into)
}

/** Reads by hand: `for await` would end the whole file with the table. */
async function* rowsUntilEmpty(frames: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await frames.next()
    if (done || value.length === 0) return
    yield value
  }
}

async function askAgain(client: pg.Client, parcels: WorkPart['parcels']): Promise<void> {
  await client.query(
    `INSERT INTO outbox (workspace_id, name, payload)
     SELECT (p->>'workspaceId')::uuid, 'again:' || (p->>'handler'), p->'payload'
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS given (p, n) ORDER BY n`,
    [JSON.stringify(parcels)],
  )
}
