/**
 * What it costs to have it: install and build from a warm package cache, size on disk, memory at rest with its
 * database, seconds to `ready`, and the scripts a browser loads first. Works on a copy of the sources.
 *
 *   npm run bench -- footprint [--rest SECONDS] [--json]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { memoryOf } from './footprint/memory.ts'
import { pagesWeight, staffWeight } from './footprint/scripts.ts'

const ROOT = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { rest: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
})

const folder = mkdtempSync(join(tmpdir(), 'hx-footprint-'))
chmodSync(folder, 0o755)
const tree = join(folder, 'huixiang')
const dataDir = join(folder, 'data')

try {
  copySources()
  const installed = await timed(() => finished('npm', ['run', '-s', 'hx', '--', '--help']))
  const first = await started()
  await first.stop()
  const warm: number[] = []
  for (let n = 0; n < 3; n++) {
    const again = await started()
    warm.push(again.seconds)
    await again.stop()
  }
  const resting = await started()
  await sleep(Number(values.rest) * 1000)
  const memory = memoryOf(resting.child.pid ?? 0, join(dataDir, 'database'))
  await resting.stop()
  const staff = staffWeight(join(tree, 'dist/web'))
  const figures = {
    installSeconds: round(installed),
    firstStartSeconds: round(first.seconds),
    warmStartSeconds: warm.map(round),
    installAndBuildSeconds: round(installed + first.seconds),
    treeMB: megabytes(tree),
    nodeModulesMB: megabytes(join(tree, 'node_modules')),
    dataMB: megabytes(dataDir),
    idle: memory,
    staffFirstLoadKB: staff.firstLoad,
    staffHomeKB: staff.home,
    customerPagesKB: pagesWeight(join(tree, 'dist/pages')),
  }
  for (const [name, value] of Object.entries(figures))
    process.stdout.write(`${name.padEnd(24)} ${JSON.stringify(value)}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'footprint', ...figures })}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** What a clone would hold, with what is not committed yet. */
function copySources(): void {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\0')
  const kept = new Set(
    names.filter(Boolean).flatMap((name) => name.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))),
  )
  cpSync(ROOT, tree, {
    recursive: true,
    filter: (source) => source === ROOT || kept.has(source.slice(ROOT.length + 1)),
  })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function finished(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
}

type Started = { child: ChildProcess; seconds: number; stop(): Promise<void> }

/** `npm start` as an operator types it, until it says ready. */
async function started(): Promise<Started> {
  const env = { ...process.env, PORT: String(await freePort()), HX_DATA_DIR: dataDir, HX_LOG: 'warn' }
  const began = performance.now()
  const child = spawn('npm', ['start'], { cwd: tree, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (/^ready /m.test(said)) resolve()
    })
    void ended.then(() => reject(new Error(`it ended: ${said}`)))
  })
  const seconds = (performance.now() - began) / 1000
  return {
    child,
    seconds,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function megabytes(path: string): number {
  return Math.round(Number(execFileSync('du', ['-sk', path], { encoding: 'utf8' }).split('\t')[0]) / 1024)
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
