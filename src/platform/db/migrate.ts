/**
 * Brings a database to the state the code expects: the files of migrations/, in order, each once.
 *
 * One transaction per file, under a lock of that transaction, so that several processes may start at once and a
 * pooler in between does no harm. What was applied is remembered with a checksum: an edited, missing or unknown
 * file stops the start, for then nobody knows what the database looks like.
 */
import { type ClientBase, DatabaseError } from 'pg'
import { StartRefusal } from '../errors.ts'
import { ensureAppRole, grantByDefault, requireHarmlessAppRole } from './app-role.ts'
import { type Migration, readMigrations } from './migration-files.ts'

const LOCK = 1_215_850_835

type Applied = { number: number; name: string; checksum: string }

/**
 * Applies what is pending.
 *
 * @param client  a connection of the owner, outside a transaction
 * @param options.upTo  the last number to apply, for a restore that first needs the tables as the backup knew them
 * @returns the names applied now, in order
 * @throws StartRefusal, one line: a gap, an edited file, a newer database, missing rights, or SQL that failed
 */
export async function migrate(
  client: ClientBase,
  folder: string,
  log: (line: string) => void,
  { upTo = Number.POSITIVE_INFINITY }: { upTo?: number } = {},
): Promise<string[]> {
  const pending = (await pendingMigrations(client, folder)).filter(({ number }) => number <= upTo)
  if (pending.length > 0) {
    await prepare(client)
    for (const migration of pending) {
      if (await apply(client, migration)) log(`database: applied ${migration.name}`)
    }
  }
  await requireHarmlessAppRole(client)
  return pending.map(({ name }) => name)
}

/** The files not applied yet, after checking that those applied are the ones in the folder. Changes nothing. */
export async function pendingMigrations(client: ClientBase, folder: string): Promise<Migration[]> {
  const files = readMigrations(folder)
  const applied = await readApplied(client)
  for (const done of applied) requireSame(done, files)
  return files.filter(({ number }) => !applied.some((done) => done.number === number))
}

function requireSame({ number, name, checksum }: Applied, files: readonly Migration[]): void {
  const file = files.find((candidate) => candidate.number === number)
  if (file === undefined) {
    throw new StartRefusal(
      `The database is newer than this Huixiang: it has migration ${name}, which this version does not know. Start the newer version.`,
    )
  }
  if (file.name !== name) {
    throw new StartRefusal(
      `The database has migration ${name}, but this Huixiang calls number ${number} ${file.name}: the two do not belong together.`,
    )
  }
  if (file.checksum !== checksum) {
    throw new StartRefusal(
      `The migration ${name} was changed after it had been applied: put the file back as it was and write a new migration.`,
    )
  }
}

async function readApplied(client: ClientBase): Promise<Applied[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.schema_migrations') IS NOT NULL AS there`,
  )
  if (found[0]?.there !== true) return []
  const { rows } = await client.query<Applied>(
    'SELECT number, name, checksum FROM public.schema_migrations ORDER BY number',
  )
  return rows
}

async function prepare(client: ClientBase): Promise<void> {
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`)
    await ensureAppRole(client)
    await client.query(`CREATE TABLE IF NOT EXISTS public.schema_migrations (
      number     integer     PRIMARY KEY,
      name       text        NOT NULL,
      checksum   text        NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`)
    await grantByDefault(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw isDenied(error)
      ? new StartRefusal(`The database user may not make tables in the schema public: ${error.message}.`, {
          cause: error,
        })
      : error
  }
}

/** @returns false when another process applied it first */
async function apply(client: ClientBase, migration: Migration): Promise<boolean> {
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`)
  try {
    const { rowCount } = await client.query('SELECT FROM public.schema_migrations WHERE number = $1', [
      migration.number,
    ])
    if (rowCount === 0) {
      await client.query(migration.sql)
      await client.query('INSERT INTO public.schema_migrations (number, name, checksum) VALUES ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.checksum,
      ])
    }
    await client.query('COMMIT')
    return rowCount === 0
  } catch (error) {
    await client.query('ROLLBACK')
    throw error instanceof DatabaseError ? failed(migration, error) : error
  }
}

function failed({ name, sql }: Migration, error: DatabaseError): StartRefusal {
  const line = error.position === undefined ? '' : `, line ${sql.slice(0, Number(error.position)).split('\n').length}`
  return new StartRefusal(`The migration ${name}${line} failed and was undone: ${error.message}.`, { cause: error })
}

const isDenied = (error: unknown): error is DatabaseError => error instanceof DatabaseError && error.code === '42501'
