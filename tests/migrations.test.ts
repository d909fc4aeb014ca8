/** How a database comes to the state the code expects, and when it is refused. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import pg from 'pg'
import { requireHarmlessAppRole } from '../src/platform/db/app-role.ts'
import { schemaListing } from '../src/platform/db/catalogue.ts'
import { embeddedFor } from '../src/platform/db/embedded/binaries.ts'
import { migrate, pendingMigrations } from '../src/platform/db/migrate.ts'
import { StartRefusal } from '../src/platform/errors.ts'
import { type TestDatabase, testDatabase, withClient } from './database.ts'

const silent = () => undefined
const folders = mkdtempSync(join(tmpdir(), 'huixiang-migrations-'))
let made = 0

function folder(files: Readonly<Record<string, string>>): string {
  made += 1
  const path = join(folders, String(made))
  mkdirSync(path)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(path, name), sql)
  return path
}

const refusal = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartRefusal)
  assert.match(error.message, words)
  return true
}

const ONE = { '0001_one.sql': 'CREATE TABLE one (id int);' }
const TWO = { ...ONE, '0002_two.sql': 'CREATE TABLE two (id int);' }

describe('migrate', () => {
  let database: TestDatabase
  let client: pg.Client

  before(async () => {
    database = await testDatabase({ empty: true })
    client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
  })
  beforeEach(() => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'))
  after(async () => {
    await client.end()
    await database.drop()
    rmSync(folders, { recursive: true })
  })

  it('applies each file once, in order', async () => {
    assert.deepEqual(await migrate(client, folder(ONE), silent), ['0001_one'])
    assert.deepEqual(
      (await pendingMigrations(client, folder(TWO))).map(({ name }) => name),
      ['0002_two'],
    )
    assert.deepEqual(await migrate(client, folder(TWO), silent), ['0002_two'])
    assert.deepEqual(await migrate(client, folder(TWO), silent), [])
  })

  it('lets several processes start at once', async () => {
    const path = folder(TWO)
    await Promise.all([1, 2, 3].map(() => withClient(database.ownerUrl, (other) => migrate(other, path, silent))))
    assert.deepEqual(await pendingMigrations(client, path), [])
  })

  const refused: { name: string; first: Readonly<Record<string, string>>; next: Readonly<Record<string, string>>; words: RegExp }[] = [
    { name: 'a newer database', first: TWO, next: ONE, words: /newer than this Huixiang: it has migration 0002_two/ },
    { name: 'an edited file', first: ONE, next: { '0001_one.sql': 'CREATE TABLE one (id bigint);' }, words: /0001_one was changed/ },
    { name: 'a renamed file', first: ONE, next: { '0001_uno.sql': ONE['0001_one.sql'] }, words: /calls number 1 0001_uno/ },
    { name: 'a gap', first: ONE, next: { ...ONE, '0003_three.sql': 'SELECT 1' }, words: /no migration number 2 before 0003_three/ },
    { name: 'a number given twice', first: ONE, next: { ...TWO, '0002_zwei.sql': 'SELECT 1' }, words: /Two migrations have the number 2/ },
    { name: 'a name out of shape', first: ONE, next: { ...ONE, '2_two.sql': 'SELECT 1' }, words: /must be named like/ },
    {
      name: 'SQL that fails',
      first: ONE,
      next: { ...ONE, '0002_two.sql': 'CREATE TABLE two (id int);\nSELECT nothing' },
      words: /0002_two, line 2 failed and was undone/,
    },
  ]
  for (const { name, first, next, words } of refused) {
    it(`refuses ${name} and leaves the database as it was`, async () => {
      await migrate(client, folder(first), silent)
      const was = await schemaListing(client)
      await assert.rejects(migrate(client, folder(next), silent), refusal(words))
      assert.equal(await schemaListing(client), was)
    })
  }

  it('does not mind the line ends of another system', async () => {
    await migrate(client, folder({ '0001_one.sql': 'CREATE TABLE one\n(id int);\n' }), silent)
    assert.deepEqual(await migrate(client, folder({ '0001_one.sql': 'CREATE TABLE one\r\n(id int);\r\n' }), silent), [])
  })

  it('gives the app its rights and keeps the list of migrations from it', async () => {
    await migrate(client, folder(ONE), silent)
    const { rows } = await client.query<{ one: boolean; list: boolean }>(
      `SELECT has_table_privilege('huixiang_app', 'one', 'INSERT') AS one, has_table_privilege('huixiang_app', 'schema_migrations', 'SELECT') AS list`,
    )
    assert.deepEqual(rows, [{ one: true, list: false }])
  })

  const powers = [
    { sql: 'ALTER ROLE huixiang_app SUPERUSER', words: /is a superuser/ },
    { sql: 'ALTER ROLE huixiang_app BYPASSRLS', words: /bypasses row-level security/ },
    { sql: 'CREATE TABLE owned (id int); ALTER TABLE owned OWNER TO huixiang_app', words: /owns the table owned/ },
    { sql: 'CREATE ROLE hx_test_power BYPASSRLS; GRANT hx_test_power TO huixiang_app', words: /belongs to hx_test_power, which bypasses/ },
  ]
  for (const { sql, words } of powers) {
    it(`refuses the app's role after ${sql}`, async () => {
      await migrate(client, folder(ONE), silent)
      await client.query(`BEGIN; ${sql}`)
      await assert.rejects(requireHarmlessAppRole(client), refusal(words))
      await client.query('ROLLBACK')
      await requireHarmlessAppRole(client)
    })
  }
})

describe('the migrations of this version', () => {
  for (const major of ['15', '16', '17'] as const) {
    const missing = embeddedFor(`pg${major}`) === null && `the packaged PostgreSQL ${major} is not for this platform`
    it(`make the same schema on PostgreSQL ${major} as on 18`, { skip: missing }, async () => {
      const [old, current] = [await testDatabase({ major }), await testDatabase()]
      try {
        assert.equal(await withClient(old.ownerUrl, schemaListing), await withClient(current.ownerUrl, schemaListing))
      } finally {
        await old.drop()
        await current.drop()
      }
    })
  }
})
