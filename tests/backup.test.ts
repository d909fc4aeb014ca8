/** A backup carries everything: what is restored elsewhere is compared row by row with what was there. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type pg from 'pg'
import { createSeal } from '../src/platform/auth/seal.ts'
import { LEFT_OUT } from '../src/platform/backup/tables.ts'
import { type TestDatabase, testDatabase, withClient } from './database.ts'
import { deadLetter, fillWorkspace, MARK } from './isolation/tenant.ts'
import { type FakeModel, outsideAt, startFakeModel } from './peers/outside-model.ts'
import { openWorld, type World } from './world.ts'

const HX = join(import.meta.dirname, '../src/cli/hx.ts')
const SECRET = 'a secret for tests'
const here = mkdtempSync(join(tmpdir(), 'hx-backup-'))
const file = join(here, 'all.hxb')

let world: World
let target: TestDatabase
let fake: FakeModel

/** Runs `hx` against a database; the secret is kept in the data folder, as it is when none is set. */
function hx(databaseUrl: string, place: string, ...args: string[]) {
  const dataDir = join(here, place)
  const env = { PATH: process.env.PATH ?? '', HX_LOG: 'silent', HX_DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  return { dataDir, ...spawnSync(process.execPath, [HX, ...args], { env, encoding: 'utf8' }) }
}

/** A hash of every table's rows, whatever their order. */
async function contents(url: string): Promise<Record<string, string>> {
  return await withClient(url, async (client) => {
    await client.query(`SET timezone = 'UTC'`)
    const hashes: Record<string, string> = {}
    for (const table of await tables(client)) hashes[table] = await hashOf(client, table)
    return hashes
  })
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  )
  return rows.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name))
}

/** Work that is asked for again is new news; everything else in the outbox is compared as well. */
async function hashOf(client: pg.Client, table: string): Promise<string> {
  const except = table === 'outbox' ? `WHERE name NOT LIKE 'again:%'` : ''
  const { rows } = await client.query<{ text: string }>(
    `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS text FROM "${table}" t ${except}`,
  )
  return rows[0]?.text ?? ''
}

/** Letters that a careless copy would trip over. */
const ODD = ['tab\there', 'line\nbreak', 'back\\slash \\. \\N', '引号"“’', '表情😀👩‍👩‍👧', '‮right to left', `'; DROP TABLE feedback; --`]

before(async () => {
  fake = await startFakeModel()
  world = await openWorld({ outside: outsideAt(fake) })
  const key = await world.keyFor('owner')
  await fillWorkspace(world, key)
  const items = Array.from({ length: 300 }, (_, n) => ({
    channel: 'web',
    sourceId: `bulk-${n}`,
    text: `${ODD[n % ODD.length]} 快递${n}天才到,包装也破了`,
    scores: [{ kind: 'nps', value: n % 11 }],
    customer: { externalId: `bulk-${n % 150}`, name: `客户${n % 150}`, attributes: { n } },
    facts: { branch: `店${n % 7}`, odd: ODD[n % ODD.length] },
  }))
  const { status } = await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })
  assert.equal(status, 200)
  await world.settle()
  await deadLetter(world)
  await waitingWork()
  await world.database.owner.query(`INSERT INTO recovery_codes (person_id, code_hash) SELECT id, 'x' FROM people WHERE kind = 'person'`)
  await world.database.owner.query(`INSERT INTO outbox (workspace_id, name, payload) VALUES ($1, 'probe.announced', '{}')`, [
    world.workspaceId,
  ])
  mkdirSync(join(here, 'source'))
  writeFileSync(join(here, 'source', 'secret'), `${SECRET}\n`)
  target = await testDatabase({ empty: true })
})
after(async () => {
  await target?.drop()
  await world?.close()
  await fake?.stop()
  rmSync(here, { recursive: true, force: true })
})

/** Work that a worker had taken from the outbox and not begun when the backup was taken. */
async function waitingWork(): Promise<void> {
  await world.database.owner.query(
    `INSERT INTO hx_queue.job (name, data) VALUES ('prompt', jsonb_build_object('workspaceId', $1::text, 'handler', 'probe.listener', 'payload', '{"n": 1}'::jsonb))`,
    [world.workspaceId],
  )
}

const count = async (url: string, query: string): Promise<number> =>
  await withClient(url, async (client) => Number((await client.query<{ n: number }>(`SELECT ${query} AS n`)).rows[0]?.n))

describe('hx backup', () => {
  it('writes a file that only its owner may read, and says how much is in it', () => {
    const { status, stdout, stderr } = hx(world.ownerUrl, 'source', 'backup', file)
    assert.equal(status, 0, stderr)
    const said = JSON.parse(stdout) as { rows: number; tables: number; checked: boolean }
    assert.ok(said.rows > 2_000 && said.tables > 50 && said.checked, stdout)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.ok(!readFileSync(file).includes(MARK), 'the file is compressed')
  })

  it('never writes over a file, and leaves none behind that it could not finish', () => {
    const again = hx(world.ownerUrl, 'source', 'backup', file)
    assert.deepEqual([again.status, again.stdout], [1, ''])
    assert.match(again.stderr, /is there already/)
    const nowhere = hx(world.ownerUrl, 'source', 'backup', join(here, 'no', 'such', 'folder.hxb'))
    assert.equal(nowhere.status, 1)
    assert.match(nowhere.stderr, /^hx: .*cannot be written/)
  })
})

describe('hx restore', () => {
  const damages: { name: string; change(bytes: Buffer): Buffer; words: RegExp }[] = [
    ...[0.02, 0.3, 0.6, 0.9].map((part) => ({
      name: `with one byte flipped at ${part}`,
      change: (bytes: Buffer) => flipped(bytes, Math.floor(bytes.length * part)),
      words: /damaged|cut off|not a backup/,
    })),
    { name: 'cut off in the middle', change: (bytes) => bytes.subarray(0, bytes.length >> 1), words: /cut off/ },
    { name: 'without its last bytes', change: (bytes) => bytes.subarray(0, bytes.length - 5), words: /cut off/ },
    { name: 'that is empty', change: () => Buffer.alloc(0), words: /not a backup|cut off/ },
    { name: 'that is something else', change: () => Buffer.from('SELECT 1;'), words: /not a backup/ },
  ]
  for (const { name, change, words } of damages) {
    it(`refuses a file ${name} in one line and writes nothing`, () => {
      const bad = join(here, 'bad.hxb')
      writeFileSync(bad, change(readFileSync(file)))
      const { status, stdout, stderr } = hx(target.ownerUrl, 'target', 'restore', bad)
      assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [1, '', 1], stderr)
      assert.match(stderr, words)
    })
  }

  it('refuses a file that is not there', () => {
    const { status, stderr } = hx(target.ownerUrl, 'target', 'restore', join(here, 'none.hxb'))
    assert.equal(status, 1)
    assert.match(stderr, /^hx: There is no file /)
  })

  it('puts back every row of every table', async () => {
    const was = await contents(world.ownerUrl)
    const { status, stderr } = hx(target.ownerUrl, 'target', 'restore', file)
    assert.equal(status, 0, stderr)
    const is = await contents(target.ownerUrl)
    assert.deepEqual(is, was)
    assert.deepEqual(
      Object.keys(was).filter(
        (table) => was[table]?.startsWith('0 ') && !['saved_views', 'stale_days', 'daily_echo', 'stale_echo_days'].includes(table),
      ),
      [],
      'tables that had nothing to compare',
    )
  })

  it('brings the secret, so that what was sealed can be opened', async () => {
    const secret = readFileSync(join(here, 'target', 'secret'), 'utf8').trim()
    const sealed = await withClient(
      target.ownerUrl,
      async (client) => (await client.query<{ sealed: string }>('SELECT password_sealed AS sealed FROM mailboxes')).rows,
    )
    assert.deepEqual(
      sealed.map((row) => createSeal(secret).open(row.sealed)),
      [MARK],
    )
  })

  it('asks again for work that waited, and keeps what failed for good as that', async () => {
    assert.equal(
      await count(
        target.ownerUrl,
        `(SELECT count(*) FROM outbox WHERE name = 'again:probe.listener' AND relayed_at IS NULL AND payload = '{"n": 1}')`,
      ),
      1,
    )
    assert.equal(await count(target.ownerUrl, `(SELECT count(*) FROM outbox WHERE name LIKE 'again:%')`), 1)
    assert.equal(
      await count(target.ownerUrl, `(SELECT count(*) FROM hx_queue.job WHERE name = 'dead' AND data->>'handler' = '${MARK}')`),
      1,
    )
    assert.equal(await count(target.ownerUrl, `(SELECT count(*) FROM outbox WHERE name = 'probe.announced' AND relayed_at IS NULL)`), 1)
  })

  it('goes on counting where it was', async () => {
    const next = (url: string) => count(url, `nextval('outbox_id_seq')`)
    const [here, there] = [await next(world.ownerUrl), await next(target.ownerUrl)]
    assert.ok(there > here - 1, `${there} comes after ${here}`)
  })

  it('refuses a place that is not empty and leaves it as it was', async () => {
    const was = await contents(target.ownerUrl)
    const { status, stderr } = hx(target.ownerUrl, 'target', 'restore', file)
    assert.deepEqual([status, stderr.trim().split('\n').length], [1, 1], stderr)
    assert.match(stderr, /not empty/)
    assert.deepEqual(await contents(target.ownerUrl), was)
  })

  it('refuses a secret that is not the one of the backup', () => {
    const env = {
      PATH: process.env.PATH ?? '',
      HX_LOG: 'silent',
      HX_DATA_DIR: join(here, 'other'),
      DATABASE_URL: target.ownerUrl,
      HX_SECRET: 'another secret altogether',
    }
    const { status, stderr } = spawnSync(process.execPath, [HX, 'restore', file], { env, encoding: 'utf8' })
    assert.equal(status, 1)
    assert.match(stderr, /^hx: HX_SECRET is not the one of the backup/)
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}
