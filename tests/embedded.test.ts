/** The PostgreSQL we bring along, on a real folder with real processes. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinEmbedded, startEmbedded } from '../src/platform/db/embedded/launcher.ts'
import { inhabitants } from '../src/platform/db/embedded/pid-file.ts'
import { StartRefusal } from '../src/platform/errors.ts'
import { withClient } from './database.ts'

const LAUNCHER = join(import.meta.dirname, '../src/platform/db/embedded/launcher.ts')
const silent = () => undefined

const here = mkdtempSync(join(tmpdir(), 'huixiang-embedded-'))
chmodSync(here, 0o755)
const dataDir = join(here, 'data')
const options = { dataDir, log: silent, fsync: false }

const answers = (url: string) => withClient(url, async (client) => (await client.query<{ one: number }>('SELECT 1 AS one')).rows[0]?.one)
const postmaster = () => Number(readFileSync(join(dataDir, 'database/postmaster.pid'), 'utf8').split('\n')[0])
const refusal = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartRefusal)
  assert.match(error.message, words)
  assert.doesNotMatch(error.message, /\n/)
  return true
}

/** Another process that starts the server and holds it until it is killed. */
async function holder(): Promise<ChildProcess> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(LAUNCHER)}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, fsync: false })
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

describe('the embedded server', () => {
  before(async () => (await startEmbedded(options)).stop())
  after(() => rmSync(here, { recursive: true, force: true }))

  it('starts, answers, stops and leaves nothing running', async () => {
    const embedded = await startEmbedded(options)
    assert.equal(await answers(embedded.url), 1)
    await embedded.stop()
    assert.deepEqual(inhabitants(join(dataDir, 'database')) ?? [], [])
  })

  it('refuses a second owner of the folder, and lets hx join', async () => {
    const embedded = await startEmbedded(options)
    await assert.rejects(startEmbedded(options), refusal(/^Another Huixiang is running on this data folder/))
    assert.equal((await joinEmbedded(options))?.url, embedded.url)
    await embedded.stop()
    assert.equal(await joinEmbedded(options), null)
  })

  it('takes over the server of a process that was killed', async () => {
    const first = await holder()
    const pid = postmaster()
    const gone = new Promise((resolve) => first.once('exit', resolve))
    first.kill('SIGKILL')
    await gone
    const embedded = await startEmbedded(options)
    assert.equal(embedded.adopted, true)
    assert.equal(postmaster(), pid)
    await embedded.stop()
    assert.deepEqual(inhabitants(join(dataDir, 'database')) ?? [], [])
  })

  it('starts the server again when it is killed', async () => {
    const embedded = await startEmbedded(options)
    const killed = postmaster()
    process.kill(killed, 'SIGKILL')
    let answer: number | undefined
    for (let tries = 0; answer === undefined && tries < 200; tries += 1) {
      await sleep(50)
      answer = await answers(embedded.url).catch(() => undefined)
    }
    assert.equal(answer, 1)
    assert.notEqual(postmaster(), killed)
    await embedded.stop()
  })

  it('starts where a hard stop left the number of a process that is something else now', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    writeFileSync(join(dataDir, 'database/postmaster.pid'), `${stranger.pid}\n${dataDir}/database\n1\n5432\n${dataDir}/run\n\n\nready   \n`)
    const embedded = await startEmbedded(options)
    assert.equal(await answers(embedded.url), 1)
    await embedded.stop()
    stranger.kill()
  })

  it('refuses a folder of another major version and touches nothing', async () => {
    const file = join(dataDir, 'database/PG_VERSION')
    const version = readFileSync(file, 'utf8')
    writeFileSync(file, '99\n')
    await assert.rejects(startEmbedded(options), refusal(/written by PostgreSQL 99/))
    writeFileSync(file, version)
    await (await startEmbedded(options)).stop()
  })

  it('refuses a folder that cannot be made', async () => {
    const inTheWay = join(here, 'file')
    writeFileSync(inTheWay, '')
    await assert.rejects(startEmbedded({ ...options, dataDir: join(inTheWay, 'data') }), refusal(/a file stands in its way/))
    if (existsSync('/proc/self'))
      await assert.rejects(startEmbedded({ ...options, dataDir: '/proc/huixiang/data' }), refusal(/cannot be written/))
  })

  it('listens in a short folder when the path of the data is long', async () => {
    const long = join(here, 'x'.repeat(100))
    mkdirSync(long, { mode: 0o755 })
    const embedded = await startEmbedded({ ...options, dataDir: long })
    assert.equal(await answers(embedded.url), 1)
    await embedded.stop()
  })
})
