/**
 * The PostgreSQL of the tests: one per major version and user, shared by every test process on the machine.
 *
 * Whoever uses it holds a shared lock; the last to leave takes the lock alone and stops it. One that was killed leaves
 * a server behind, which the next run uses and its last user stops.
 */
import { rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { embeddedFor } from '../src/platform/db/embedded/binaries.ts'
import { type Cluster, openCluster } from '../src/platform/db/embedded/cluster.ts'
import { isAlive, readPidFile } from '../src/platform/db/embedded/pid-file.ts'

export type Major = '15' | '16' | '17' | '18'
export type TestServer = { url(database: string): string; leave(): Promise<void> }

const LOCK = 1_215_850_836
const TRIES = 20

/** Does not keep the process alive: a test that forgets to leave must still be able to end. The types leave this out. */
type Holder = pg.Client & { ref(): void; unref(): void }

/** @throws Error when the packaged server of that major version is not installed */
export async function joinTestServer(major: Major = '18'): Promise<TestServer> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await joinOnce(major)
    } catch (error) {
      // The last user may have stopped it between our finding it and our knocking.
      if (tried === TRIES || !isGoing(error)) throw error
      await sleep(50)
    }
  }
}

async function joinOnce(major: Major): Promise<TestServer> {
  const cluster = await open(major)
  const client = await connect(cluster.url('postgres'))
  await client.query('SELECT pg_advisory_lock_shared($1)', [LOCK])
  await removeLeftovers(client)
  client.unref()
  return { url: cluster.url, leave: () => leave(client, cluster) }
}

async function open(major: Major): Promise<Cluster> {
  const binaries = major === '18' ? null : embeddedFor(`pg${major}`)
  if (binaries === null && major !== '18')
    throw new Error(`the test server pg${major} is not installed (an optional package of this platform)`)
  const dataDir = join(tmpdir(), `huixiang-tests-${userInfo().uid}`, major)
  const options = { dataDir, say: console.error, durable: false, ...(binaries === null ? {} : { binaries }) }
  try {
    return await openCluster(options)
  } catch (error) {
    // Without fsync a power cut may leave a folder that no server opens again. Nothing in it is worth keeping.
    const running = readPidFile(join(dataDir, 'database'))
    if (running !== null && isAlive(running.pid)) throw error
    rmSync(join(dataDir, 'database'), { recursive: true, force: true })
    return await openCluster(options)
  }
}

async function leave(client: Holder, cluster: Cluster): Promise<void> {
  client.ref()
  const { rows } = await client.query<{ last: boolean }>(
    'SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last',
    [LOCK],
  )
  if (rows[0]?.last === true) await cluster.stop()
  await client.end()
}

/** Databases of test processes that were killed. Their names carry the process. */
async function removeLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^hx_test_\\d+_'`,
  )
  for (const { name } of rows) {
    if (!isAlive(Number(name.split('_')[2]))) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

async function connect(connectionString: string): Promise<Holder> {
  const client = new pg.Client({ connectionString }) as Holder
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const isGoing = (error: unknown): boolean =>
  (error instanceof Error &&
    'code' in error &&
    /^(57P0[1-3]|ENOENT|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(String(error.code))) ||
  (error instanceof Error && /Connection terminated/.test(error.message))
