/**
 * What a page waits for when a workspace is full: a million voices and 100,000 cases, asked over HTTP by ten at once.
 *
 *   npm run bench -- lists [--voices 1000000] [--cases 100000] [--connections 10] [--requests 200] [--plans FILE] [--json]
 *
 * The reference, measured before and after: a bare server that reads 50 rows of `feedback` and writes them out.
 * `--keep FOLDER` leaves the filled database there, and uses it when it is there already.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { buildStory } from '../src/demo/story.ts'
import { hashOf } from '../src/platform/auth/seal.ts'
import { openCluster } from '../src/platform/db/embedded/cluster.ts'
import { instant } from '../src/shared/time/instant.ts'
import { fillLists } from './lists/fill.ts'
import { type Line, measure } from './lists/measure.ts'
import { pagesOf } from './lists/pages.ts'
import { plansOf } from './lists/plans.ts'

const AIM_MS = 150
const BASE_TEXTS = 3_000
const KEY = `hx_${'b'.repeat(43)}`
const ROOT = join(import.meta.dirname, '..')

const { values } = parseArgs({
  options: {
    voices: { type: 'string', default: '1000000' },
    cases: { type: 'string', default: '100000' },
    connections: { type: 'string', default: '10' },
    requests: { type: 'string', default: '200' },
    plans: { type: 'string' },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const say = (line: string) => void process.stderr.write(`${line}\n`)
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'hx-lists-'))
const there = existsSync(join(folder, 'filled'))
mkdirSync(folder, { recursive: true })
// The server of a root user runs under another account, which must be able to walk in.
chmodSync(folder, 0o755)
const cluster = await openCluster({ dataDir: join(folder, 'data'), say: () => undefined })
const url = cluster.url('huixiang')
let web: Running | null = null
let reference: Running | null = null
try {
  if (!there) await fill()
  await rolledUp()
  web = await started('web')
  reference = await listening(['bench/lists/reference.ts', url], {})
  const pages = await inDatabase(url, pagesOf)
  const asked = { key: KEY, connections: Number(values.connections), requests: Number(values.requests) }
  const bare = (when: string) =>
    measure({ url: reference?.url ?? '', pages: [{ page: `Reference, ${when}`, paths: ['/'] }], ...asked })
  const lines = [
    ...(await bare('before')),
    ...(await measure({ url: web.url, pages, ...asked })),
    ...(await bare('after')),
  ]
  for (const line of [header(), ...lines.map(shown)]) process.stdout.write(`${line}\n`)
  if (values.plans !== undefined) writeFileSync(values.plans, await plansOf(url, KEY, pages))
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ bench: 'lists', voices: Number(values.voices), cases: Number(values.cases), aimMs: AIM_MS, lines })}\n`,
    )
} finally {
  await web?.stop()
  await reference?.stop()
  await cluster.stop()
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true })
}

/** The product understands a few thousand texts; SQL does the rest. */
async function fill(): Promise<void> {
  await inDatabase(cluster.url('postgres'), (client) => client.query('CREATE DATABASE huixiang'))
  const all = await started('all')
  const workspaceId = await inDatabase(url, prepared)
  const texts = baseTexts()
  for (let from = 0; from < texts.length; from += 500) {
    const items = texts.slice(from, from + 500).map((text, n) => ({
      channel: ['web', 'api', 'email', 'review', 'survey', 'chat'][n % 6],
      sourceId: `base-${from + n}`,
      text,
      quiet: true,
      facts: { product: 'K10' },
    }))
    const response = await fetch(`${all.url}/api/v1/feedback/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ items }),
    })
    if (response.status !== 200)
      throw new Error(`the base texts were answered ${response.status}: ${await response.text()}`)
  }
  await understood(texts.length)
  await all.stop()
  const size = {
    voices: Number(values.voices),
    customers: Math.floor(Number(values.voices) / 5),
    cases: Number(values.cases),
    orders: Math.floor(Number(values.voices) / 5),
  }
  await inDatabase(url, (client) => fillLists(client, workspaceId, size, say))
  writeFileSync(join(folder, 'filled'), '')
}

/** Texts of the demo story and joints of two of them, so that few are alike; one holds a word that no other has. */
function baseTexts(): string[] {
  const story = buildStory({ now: instant('2026-03-01T00:00:00Z') })
  const texts = [...new Set(story.voices.map(({ text }) => text).filter((text) => text !== null))]
  const pairs = Array.from(
    { length: Math.max(0, BASE_TEXTS - texts.length) },
    (_, n) => `${texts[(n * 31) % texts.length]} ${texts[(n * 17 + 5) % texts.length]}`,
  )
  return [...texts, ...pairs, '包装里有一只蟋蟀，吓了一跳']
}

async function understood(n: number): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const { rows } = await inDatabase(url, (client) =>
      client.query<{ n: string }>('SELECT count(*) AS n FROM understandings'),
    )
    if (Number(rows[0]?.n) >= n) return
    await sleep(500)
  }
  throw new Error('the base texts were not understood')
}

/** The worker counts the days of promises that the fill left uncounted, as it does after every day. */
async function rolledUp(): Promise<void> {
  const all = await started('all')
  for (let tries = 0; ; tries++) {
    const { rows } = await inDatabase(url, (client) =>
      client.query<{ n: string }>('SELECT count(*) AS n FROM workspaces_with_stale_echo_days(now())'),
    )
    if (Number(rows[0]?.n) === 0) break
    if (tries === 600) throw new Error('the days of promises were not counted')
    await sleep(500)
  }
  await all.stop()
}

/** A workspace with an owner's key, agents and teams. */
async function prepared(client: pg.Client): Promise<string> {
  const id = '01900000-0000-7000-8000-000000000001'
  const person = (n: number) => `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
  await client.query(`INSERT INTO workspaces (id, slug, name) VALUES ('${id}', 'lists', 'Lists')`)
  await client.query(
    `INSERT INTO outbox (workspace_id, name, payload) VALUES ('${id}', 'workspace.created', '{"workspaceId": "${id}", "locale": "zh-CN"}')`,
  )
  for (let n = 0; n <= 12; n++) {
    await client.query(
      `INSERT INTO people (id, kind, name, created_at) VALUES ('${person(n)}', 'key', 'Person ${n}', now())`,
    )
    await client.query(
      `INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ('${id}', '${person(n)}', '${n === 0 ? 'owner' : 'agent'}', now())`,
    )
  }
  await client.query(
    `INSERT INTO api_keys (workspace_id, id, key_hash, hint, created_at) VALUES ('${id}', '${person(0)}', $1, 'bench', now())`,
    [hashOf(KEY)],
  )
  for (const n of [1, 2, 3])
    await client.query(
      `INSERT INTO teams (workspace_id, id, name, created_at) VALUES ('${id}', '01900000-0000-7000-8000-00000000020${n}', 'Team ${n}', now())`,
    )
  await client.query(
    `INSERT INTO team_members (workspace_id, team_id, person_id) VALUES ('${id}', '01900000-0000-7000-8000-000000000201', '${person(0)}')`,
  )
  await sleep(3_000)
  return id
}

type Running = { url: string; stop(): Promise<void> }

function started(role: 'web' | 'all'): Promise<Running> {
  return listening(['src/main.ts'], {
    DATABASE_URL: url,
    HX_DATA_DIR: join(folder, 'files'),
    HX_SECRET: 'a secret for the bench',
    PORT: '0',
    HX_ROLE: role,
    HX_LOG: 'warn',
  })
}

async function listening(args: string[], env: Record<string, string>): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      const found = /^ready (\S+)$/m.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(([code]) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    url: address,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function inDatabase<Result>(address: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function header(): string {
  return `${'page'.padEnd(44)} ${['n', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes', 'aim'].map((word) => word.padStart(8)).join('')}`
}

function shown({ page, n, p50, p95, p99, bytes }: Line): string {
  const figures = [
    String(n),
    ...[p50, p95, p99].map((ms) => ms.toFixed(0)),
    String(bytes),
    page.startsWith('Reference') ? '' : p95 < AIM_MS ? 'met' : 'MISSED',
  ]
  return `${page.padEnd(44)} ${figures.map((word) => word.padStart(8)).join('')}`
}
