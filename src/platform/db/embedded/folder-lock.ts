/**
 * Who may use a data folder: the one process that holds an advisory lock in its database. The lock goes with the
 * connection, so a process that was killed gives it back at once, and none is ever left behind.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { alreadyRunning } from './failures.ts'

const LOCK = [1_215_850_834, 1]
export const DATABASE = 'huixiang'

export type FolderLock = {
  /** Called once when the connection, and the lock with it, is lost. */
  whenLost(act: () => void): void
  release(): Promise<void>
}

/**
 * Makes the database if it is not there yet and takes the lock.
 *
 * @param tries  how often to ask, 50 ms apart: a killed holder's connection takes a moment to close
 * @throws StartRefusal when another process holds it
 */
export async function takeFolderLock(
  url: (database: string) => string,
  dataDir: string,
  tries: number,
): Promise<FolderLock> {
  const client = await connectOrCreate(url)
  let lost: (() => void) | null = null
  client.on('error', () => undefined)
  client.once('end', () => lost?.())
  for (let tried = 0; tried < tries; tried += 1) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock($1::int, $2::int) AS taken',
      LOCK,
    )
    if (rows[0]?.taken === true) {
      return {
        whenLost(act) {
          lost = act
        },
        async release() {
          lost = null
          await client.end()
        },
      }
    }
    await sleep(50)
  }
  await client.end()
  throw alreadyRunning(dataDir)
}

async function connectOrCreate(url: (database: string) => string): Promise<pg.Client> {
  try {
    return await connect(url(DATABASE))
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '3D000')) throw error
  }
  const client = await connect(url('postgres'))
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (error) {
    // Made by another start at the same moment.
    if (!(error instanceof pg.DatabaseError && /^(42P04|23505)$/.test(error.code ?? ''))) throw error
  } finally {
    await client.end()
  }
  return await connect(url(DATABASE))
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, keepAlive: true, application_name: 'huixiang folder lock' })
  await client.connect()
  return client
}
