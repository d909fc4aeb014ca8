/**
 * Acknowledged-durable feedback per second over HTTP, beside a bare server that commits each request by itself, on the
 * same PostgreSQL in the same run, in alternating rounds.
 *
 *   npm run bench -- ingest [--connections 1,10,50,200] [--rounds 3] [--seconds 4] [--role web|all] [--json]
 *
 * Ours is the product: authentication by key, validation, an Idempotency-Key for each request, scores, the news for
 * the worker, row-level security. `--role all` also understands every feedback while the load runs.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { hashOf } from '../src/platform/auth/seal.ts'
import { openCluster } from '../src/platform/db/embedded/cluster.ts'
import { newId, newSecret } from '../src/platform/ids.ts'

const ROOT = join(import.meta.dirname, '..')
const AIMS: Readonly<Record<number, number>> = { 1: 0.8, 50: 1.5, 200: 2 }

type Figures = { done: number; refused: number; seconds: number; p50: number; p95: number; p99: number }
type Line = {
  connections: number
  ours: number
  reference: number
  ratio: number
  p50: number
  p95: number
  p99: number
  refused: number
  referenceP50: number
  referenceP99: number
}

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '1,10,50,200' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    role: { type: 'string', default: 'web' },
    json: { type: 'boolean', default: false },
  },
})
const rounds = Math.min(Number(values.rounds), 20)
const ms = String(Math.min(Number(values.seconds), 30) * 1000)
const levels = values.connections.split(',').map(Number)

const dataDir = mkdtempSync(join(tmpdir(), 'hx-bench-'))
// The server of a root user runs under another account, which must be able to walk in.
chmodSync(dataDir, 0o755)
const cluster = await openCluster({ dataDir: join(dataDir, 'data'), say: () => undefined })
const children: ChildProcess[] = []
try {
  const lines = await measure()
  for (const line of [header(), ...lines.map(shown)]) process.stdout.write(`${line}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'ingest', role: values.role, rounds, lines })}\n`)
} finally {
  await Promise.all(children.map(ended))
  await cluster.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function measure(): Promise<Line[]> {
  const url = cluster.url('huixiang')
  await inDatabase(cluster.url('postgres'), (client) => client.query('CREATE DATABASE huixiang'))
  const ours = await listening(['src/main.ts'], {
    DATABASE_URL: url,
    HX_DATA_DIR: join(dataDir, 'files'),
    HX_SECRET: newSecret(),
    PORT: '0',
    HX_ROLE: values.role,
    HX_LOG: 'warn',
  })
  const key = await inDatabase(url, prepared)
  const reference = await listening(['bench/ingest/reference.ts', url], {})
  const lines: Line[] = []
  await loaded(ours, 20, key, '1500')
  await loaded(reference, 20, key, '1500')
  for (const connections of levels) {
    const mine: Figures[] = []
    const theirs: Figures[] = []
    for (let round = 0; round < rounds; round++) {
      const both = [
        async () => void mine.push(await loaded(ours, connections, key)),
        async () => void theirs.push(await loaded(reference, connections, key)),
      ]
      for (const one of round % 2 === 0 ? both : both.reverse()) await one()
    }
    lines.push(lineOf(connections, mine, theirs))
  }
  return lines
}

/** A workspace with an agent's key, and the table of the reference. */
async function prepared(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM workspaces LIMIT 1')
  const workspace = rows[0]?.id ?? newId()
  if (rows.length === 0)
    await client.query(`INSERT INTO workspaces (id, slug, name) VALUES ($1, 'bench', 'bench')`, [workspace])
  const id = newId()
  const key = `hx_${newSecret(32)}`
  await client.query(`INSERT INTO people (id, kind, name, created_at) VALUES ($1, 'key', 'bench', now())`, [id])
  await client.query(
    `INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ($1, $2, 'agent', now())`,
    [workspace, id],
  )
  await client.query(
    `INSERT INTO api_keys (workspace_id, id, key_hash, hint, created_at) VALUES ($1, $2, $3, 'bench', now())`,
    [workspace, id, hashOf(key)],
  )
  await client.query('CREATE TABLE reference_feedback (LIKE feedback INCLUDING ALL)')
  return key
}

async function inDatabase<Result>(
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

/** Starts a server and gives its port once it says ready. */
function listening(args: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
      const port = /ready http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port !== undefined) resolve(port)
    })
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  child.kill('SIGTERM')
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

function loaded(port: string, connections: number, key: string, duration = ms): Promise<Figures> {
  const child = spawn(process.execPath, ['bench/ingest/load.ts', port, String(connections), duration, key], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString()
    })
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(said) as Figures) : reject(new Error(`the load ended with ${code}`)),
    )
  })
}

function perSecond(figures: readonly Figures[]): number {
  return median(figures.map(({ done, seconds }) => done / seconds))
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function lineOf(connections: number, mine: readonly Figures[], theirs: readonly Figures[]): Line {
  const of = (figures: readonly Figures[], name: 'p50' | 'p95' | 'p99') => median(figures.map((each) => each[name]))
  const ours = perSecond(mine)
  const reference = perSecond(theirs)
  return {
    connections,
    ours,
    reference,
    ratio: ours / reference,
    p50: of(mine, 'p50'),
    p95: of(mine, 'p95'),
    p99: of(mine, 'p99'),
    refused: mine.reduce((sum, { refused }) => sum + refused, 0),
    referenceP50: of(theirs, 'p50'),
    referenceP99: of(theirs, 'p99'),
  }
}

function header(): string {
  return [
    'connections',
    'ours/s',
    'reference/s',
    'ratio',
    'aim',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'refused',
    'ref p50',
    'ref p99',
  ]
    .map((name) => name.padStart(11))
    .join(' ')
}

function shown({
  connections,
  ours,
  reference,
  ratio,
  p50,
  p95,
  p99,
  refused,
  referenceP50,
  referenceP99,
}: Line): string {
  const aim = AIMS[connections]
  const cells = [
    connections,
    ours.toFixed(0),
    reference.toFixed(0),
    ratio.toFixed(2),
    aim === undefined ? '' : `≥ ${aim}`,
    p50.toFixed(1),
    p95.toFixed(1),
    p99.toFixed(1),
    refused,
    referenceP50.toFixed(1),
    referenceP99.toFixed(1),
  ]
  return cells.map((cell) => String(cell).padStart(11)).join(' ')
}
