/** `npm start` as an operator meets it: what it prints, how it ends, and one clear line whenever it cannot go on. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { inhabitants } from '../src/platform/db/embedded/pid-file.ts'
import { testDatabase, withClient } from './database.ts'

const MAIN = join(import.meta.dirname, '../src/main.ts')
const here = mkdtempSync(join(tmpdir(), 'huixiang-start-'))
chmodSync(here, 0o755)
const dataDir = join(here, 'data')

type Run = { child: ChildProcess; stdout: () => string; stderr: () => string; ended: Promise<number> }

function start(settings: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, PORT: '0', HX_DATA_DIR: dataDir, HX_LOG: 'silent', ...settings },
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => (said[stream] += text))
  return { child, stdout: () => said.stdout, stderr: () => said.stderr, ended: once(child, 'close').then(([code]) => Number(code)) }
}

/** The address of the ready line; fails with what was said instead. */
async function ready(run: Run): Promise<string> {
  let over = false
  void run.ended.then(() => {
    over = true
  })
  for (;;) {
    const address = /^ready (http\S+)$/m.exec(run.stdout())?.[1]
    if (address !== undefined) return address
    assert.ok(!over, `it ended instead: ${run.stderr()}`)
    await Promise.race([once(run.child.stdout ?? run.child, 'data'), run.ended])
  }
}

async function stop(run: Run, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  run.child.kill(signal)
  assert.equal(await run.ended, 0)
}

/** A start that must end by itself: code 1 and one line that holds the words. */
async function refused(settings: Readonly<Record<string, string>>, words: RegExp): Promise<void> {
  const run = start(settings)
  assert.equal(await run.ended, 1)
  assert.match(run.stderr(), words)
  const lines = run.stderr().trim().split('\n')
  assert.ok(!lines.some((line) => /^\s+at /.test(line)), `a stack trace: ${run.stderr()}`)
  assert.equal(lines.filter((line) => !/^database: applied/.test(line)).length, 1, run.stderr())
}

describe('starting', () => {
  after(() => rmSync(here, { recursive: true, force: true }))

  it('prints the address and, the first time, the set-up link; Ctrl-C ends all of it', async () => {
    const first = start({})
    const address = await ready(first)
    assert.equal((await fetch(`${address}/healthz`)).status, 200)
    assert.equal((await fetch(`${address}/readyz`)).status, 200)
    await stop(first, 'SIGINT')
    assert.ok(Number(new URL(address).port) > 0, address)
    assert.match(first.stdout(), new RegExp(`^set up ${address}\\S+$`, 'm'))
    assert.deepEqual(inhabitants(join(dataDir, 'database')) ?? [], [])
  })

  it('refuses a second one on the same folder, and the first goes on', async () => {
    const first = start({})
    const address = await ready(first)
    await refused({}, /^Another Huixiang is running on this data folder/)
    assert.equal((await fetch(`${address}/readyz`)).status, 200)
    await stop(first)
  })

  it('takes the folder over after kill -9', async () => {
    const first = start({})
    await ready(first)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const second = start({})
    assert.equal((await fetch(`${await ready(second)}/readyz`)).status, 200)
    await stop(second)
  })

  it('names a port that is taken, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    assert.ok(typeof address === 'object' && address !== null)
    await refused({ PORT: String(address.port) }, new RegExp(String(address.port)))
    other.close()
    assert.deepEqual(inhabitants(join(dataDir, 'database')) ?? [], [])
  })

  const wrong: { name: string; settings: Record<string, string>; words: RegExp }[] = [
    { name: 'a port that is no port', settings: { PORT: 'seven' }, words: /^PORT is "seven"/ },
    { name: 'a role that is none', settings: { HX_ROLE: 'boss' }, words: /^HX_ROLE is "boss"/ },
    {
      name: 'a public address with a path',
      settings: { HX_PUBLIC_URL: 'https://a.example/huixiang?x=1' },
      words: /^HX_PUBLIC_URL must .*https:\/\/a\.example\./,
    },
    { name: 'a mail server without a name', settings: { HX_SMTP_URL: 'smtp://' }, words: /^HX_SMTP_URL must name/ },
    { name: 'a model without an address', settings: { HX_AI_MODEL: 'qwen-plus' }, words: /^HX_AI_MODEL is set without HX_AI_BASE_URL/ },
    { name: 'a key without an address', settings: { HX_AI_KEY: 'sk-1' }, words: /^HX_AI_KEY is set without HX_AI_BASE_URL/ },
    {
      name: 'an address of a model without a model',
      settings: { HX_AI_BASE_URL: 'http://localhost:11434/v1' },
      words: /^HX_AI_MODEL must name a model/,
    },
    {
      name: 'an address of a model with too much behind it',
      settings: { HX_AI_BASE_URL: 'http://localhost:11434/v1/chat/completions', HX_AI_MODEL: 'm' },
      words: /^HX_AI_BASE_URL must end before/,
    },
    { name: 'a clock that is none', settings: { HX_TEST_CLOCK: MAIN }, words: /^HX_TEST_CLOCK must name a file/ },
    { name: 'a secret too short', settings: { HX_SECRET: 'short' }, words: /^HX_SECRET must have at least 16/ },
    { name: 'a DATABASE_URL that is no URL', settings: { DATABASE_URL: 'huixiang' }, words: /^DATABASE_URL must be/ },
    { name: 'a database that is not there', settings: { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, words: /cannot be reached/ },
    { name: 'a folder that cannot be made', settings: { HX_DATA_DIR: join(MAIN, 'data') }, words: /a file stands in its way/ },
  ]
  for (const { name, settings, words } of wrong) {
    it(`refuses ${name} in one line`, () => refused(settings, words))
  }

  it('refuses a database newer than the code, and a wrong password, in one line', async () => {
    const database = await testDatabase()
    try {
      const url = new URL(database.ownerUrl)
      url.password = 'wrong'
      await refused({ DATABASE_URL: url.href }, /cannot be reached .*password/)
      await withClient(database.ownerUrl, (client) =>
        client.query(`DROP ROLE IF EXISTS hx_nobody; CREATE ROLE hx_nobody LOGIN PASSWORD 'nobody'`),
      )
      Object.assign(url, { username: 'hx_nobody', password: 'nobody' })
      await refused({ DATABASE_URL: url.href }, /^The database user may not use what is there/)
      await withClient(database.ownerUrl, (client) => client.query('DROP ROLE hx_nobody'))
      await withClient(database.ownerUrl, (client) =>
        client.query(`INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, '9999_from_tomorrow', 'x')`),
      )
      await refused({ DATABASE_URL: database.ownerUrl }, /newer than this Huixiang: it has migration 9999_from_tomorrow/)
    } finally {
      await database.drop()
    }
  })

  it('refuses a secret that is not the one of the database, until it is said to be lost', async () => {
    const database = await testDatabase()
    const DATABASE_URL = database.ownerUrl
    const [first, other] = ['the first secret of all', 'another secret than that']
    try {
      for (const HX_SECRET of [first, first]) {
        const run = start({ DATABASE_URL, HX_SECRET })
        await ready(run)
        await stop(run)
      }
      await refused({ DATABASE_URL, HX_SECRET: other }, /^HX_SECRET is not the one this database was set up with/)
      const env = { PATH: process.env.PATH, HX_DATA_DIR: dataDir, HX_LOG: 'silent', DATABASE_URL, HX_SECRET: other }
      const renewed = spawnSync(process.execPath, [join(import.meta.dirname, '../src/cli/hx.ts'), 'secret', 'renew'], {
        env,
        encoding: 'utf8',
      })
      assert.equal(renewed.status, 0, renewed.stderr)
      const run = start({ DATABASE_URL, HX_SECRET: other })
      await ready(run)
      await stop(run)
    } finally {
      await database.drop()
    }
  })

  it('refuses a server that is too old, and one that is none', async () => {
    const old = createServer((socket) => speakPostgres(socket, '140011')).listen(0, '127.0.0.1')
    const none = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    )
    try {
      for (const server of [old, none]) if (!server.listening) await once(server, 'listening')
      const at = ({ port }: AddressInfo) => `postgres://a:b@127.0.0.1:${port}/x`
      await refused({ DATABASE_URL: at(old.address() as AddressInfo) }, /^PostgreSQL 14 is too old: version 15 or later/)
      await refused({ DATABASE_URL: at(none.address() as AddressInfo) }, /cannot be reached/)
    } finally {
      old.close()
      none.close()
    }
  })
})

/** As much of PostgreSQL's protocol as asking for its version takes. */
function speakPostgres(socket: Socket, version: string): void {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.from(`${type}0000`)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const idle = message('Z', Buffer.from('I'))
  // One column named version: no table, type int4, written as text.
  const column = Buffer.concat([Buffer.from('version\0'), Buffer.from('000000000000000000170004ffffffff0000', 'hex')])
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)])
  socket.on('error', () => undefined)
  socket.on('data', (said) => {
    if (said[0] === 0x58) socket.end()
    else if (said[0] === 0x51)
      socket.write(
        Buffer.concat([
          message('T', Buffer.concat([Buffer.from([0, 1]), column])),
          message('D', row),
          message('C', Buffer.from('SELECT 1\0')),
          idle,
        ]),
      )
    else socket.write(Buffer.concat([message('R', Buffer.alloc(4)), idle]))
  })
}
