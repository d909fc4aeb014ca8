/** `npm start` as an operator meets it: what it prints, how it ends, and one clear line whenever it cannot go on. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
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
        client.query(`INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, '9999_from_tomorrow', 'x')`),
      )
      await refused({ DATABASE_URL: database.ownerUrl }, /newer than this Huixiang: it has migration 9999_from_tomorrow/)
    } finally {
      await database.drop()
    }
  })
})
