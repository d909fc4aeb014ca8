/** Brings up the database: the embedded one or the one DATABASE_URL names, migrated and ready. */
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import { reasonOf, StartRefusal } from '../errors.ts'
import { isAway } from './db.ts'
import { dataDirFor, startEmbedded } from './embedded/launcher.ts'
import { migrate, pendingMigrations } from './migrate.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../../migrations')

export type Ground = { url: string; dataDir: string; stop(): Promise<void> }

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** Starts or reaches the database and brings its tables up to date. */
export async function prepareDatabase(config: Config, onLost: (why: StartRefusal) => void): Promise<Ground> {
  const dataDir = config.dataDir ?? dataDirFor()
  if (config.databaseUrl !== null) {
    await migrated(config.databaseUrl)
    return { url: config.databaseUrl, dataDir, stop: async () => undefined }
  }
  const embedded = await startEmbedded({ dataDir, log: say, onLost })
  try {
    await migrated(embedded.url)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return { url: embedded.url, dataDir, stop: () => embedded.stop() }
}

/** Refuses a database that does not have all that this code expects; for commands that join a running server. */
export async function requireCurrent(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await pendingMigrations(client, MIGRATIONS)).length > 0)
      throw new StartRefusal('The running Huixiang is older than this one. Restart it first.')
  } finally {
    await client.end()
  }
}

async function migrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new StartRefusal(
      `The database cannot be reached (${reasonOf(error)}). Check DATABASE_URL and that PostgreSQL is running.`,
      { cause: error },
    )
  }
  try {
    await requireVersion(client)
    await migrate(client, MIGRATIONS, say)
  } catch (error) {
    throw refusalOf(error)
  } finally {
    await client.end()
  }
}

/** What the server said, in one line; anything else is a bug and stays what it is. */
function refusalOf(error: unknown): unknown {
  if (error instanceof StartRefusal) return error
  if (error instanceof pg.DatabaseError && error.code === '42501')
    return new StartRefusal(
      `The database user may not use what is there (${error.message}): connect as the user who owns its tables.`,
      { cause: error },
    )
  if (error instanceof pg.DatabaseError && error.code !== undefined && /^(53|58)/.test(error.code))
    return new StartRefusal(
      `The database has run out of something (${error.message}): make room on its disk or in its memory, and start again.`,
      { cause: error },
    )
  return isAway(error)
    ? new StartRefusal(
        `The database went away while it was prepared (${reasonOf(error)}). Start again when it is back.`,
        {
          cause: error,
        },
      )
    : error
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const version = rows[0]?.version ?? 0
  if (version < 150_000)
    throw new StartRefusal(`PostgreSQL ${Math.floor(version / 10_000)} is too old: version 15 or later is needed.`)
}
