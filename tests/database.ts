/**
 * A real database for a test file: a clone of the migrated template, 50 ms.
 *
 *   const database = await testDatabase()
 *   after(() => database.drop())
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../src/platform/db/migrate.ts'
import { readMigrations } from '../src/platform/db/migration-files.ts'
import { joinTestServer, type Major, type TestServer } from './test-server.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations')
const TEMPLATE_LOCK = 1_215_850_837

export type TestDatabase = {
  /** The owner's address, as `DATABASE_URL` takes it. */
  ownerUrl: string
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>
}

let made = 0

/**
 * @param options.major  another PostgreSQL than 18, to prove that all works on it
 * @param options.empty  a database without tables, for tests of the migrations themselves
 */
export async function testDatabase({
  major = '18',
  empty = false,
}: {
  major?: Major
  empty?: boolean
} = {}): Promise<TestDatabase> {
  const server = await serverOf(major)
  made += 1
  const name = `hx_test_${process.pid}_${made}`
  await withClient(server.url('postgres'), async (client) => {
    const template = empty ? 'template0' : await ensureTemplate(client, server)
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  })
  return {
    ownerUrl: server.url(name),
    async drop() {
      await withClient(server.url('postgres'), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
      await server.leave()
    },
  }
}

/** The one the test run has started, else one that the processes of this machine share. */
async function serverOf(major: Major): Promise<TestServer> {
  const shared = process.env.HX_TEST_PG
  if (shared === undefined || major !== '18') return await joinTestServer(major)
  const url = new URL(shared)
  return {
    url(database) {
      url.pathname = `/${database}`
      return url.href
    },
    leave: async () => undefined,
  }
}

/** Makes the template of the present migrations unless it is there; of several who want it one makes it. */
export async function ensureTemplate(client: pg.Client, server: Pick<TestServer, 'url'>): Promise<string> {
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations(MIGRATIONS)) hash.update(`${name} ${checksum}\n`)
  const template = `hx_template_${hash.digest('hex').slice(0, 12)}`
  if (await exists(client, template)) return template

  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    if (!(await exists(client, template))) await makeTemplate(client, server, template)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
  return template
}

async function makeTemplate(client: pg.Client, server: Pick<TestServer, 'url'>, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'hx\\_template\\_%'`,
  )
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await client.query('CREATE DATABASE hx_template_making TEMPLATE template0 STRATEGY file_copy')
  await withClient(server.url('hx_template_making'), (making) => migrate(making, MIGRATIONS, () => undefined))
  await client.query(`ALTER DATABASE hx_template_making RENAME TO ${template}`)
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  return (await client.query('SELECT FROM pg_database WHERE datname = $1', [database])).rowCount === 1
}

export async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
