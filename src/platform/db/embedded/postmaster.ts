/** The server's process: started, waited for, stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statfsSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, programOf } from './binaries.ts'
import type { Layout } from './data-folder.ts'
import { cannotRun, refusalForOutput } from './failures.ts'
import { serverProcess } from './initdb.ts'
import { isServing, readPidFile } from './pid-file.ts'
import type { Account } from './server-account.ts'
import type { Endpoint } from './socket-folder.ts'

export type Say = (line: string) => void
export type Settings = Readonly<Record<string, string>>

const POLL_MS = 5
const LONG_LOG = 10 * 1024 * 1024
const PATIENCE_MS = 10_000

/** Shared memory is touched only when used, so a large buffer costs an idle server nothing. */
const SETTINGS: Settings = {
  shared_buffers: '256MB',
  work_mem: '32MB',
  max_wal_size: '2GB',
  // A first large import must not run on the statistics of an empty table for a minute.
  autovacuum_naptime: '10s',
  max_connections: '200',
  jit: 'off',
  log_checkpoints: 'off',
  // Neither a customer's words nor an address in the log: no statements, no DETAIL with the values of a key.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Only for databases that are thrown away. */
const NOT_DURABLE: Settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
}

export type Start = {
  layout: Layout
  binaries: Binaries
  account: Account | null
  endpoint: Endpoint
  durable: boolean
  settings: Settings
  say: Say
}

/**
 * Starts the server, detached: Ctrl-C in our terminal must reach us, not it, until we have finished with it.
 *
 * @returns its pid, once it takes connections
 */
export async function startPostmaster(start: Start): Promise<number> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { child, output } = launch(start)
    const failed = await ready(start, child)
    if (failed === null) return child.pid as number
    const text = output()
    // The children of a server that was killed take a moment to notice, and hold its memory until then.
    if (
      !/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(text) ||
      Date.now() > until
    ) {
      throw failed instanceof Error ? failed : refusalForOutput(text, start.layout.dataDir)
    }
    const other = readPidFile(start.layout.cluster)
    if (other !== null && isServing(start.layout.cluster, other)) return other.pid
    await sleep(100)
  }
}

function launch({ layout, binaries, account, endpoint, durable, settings }: Start): {
  child: ChildProcess
  output: () => string
} {
  const log = openLog(layout)
  const from = fstatSync(log).size
  const all = { ...SETTINGS, ...sharedMemory(), ...(durable ? {} : NOT_DURABLE), ...listening(endpoint), ...settings }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programOf(binaries.home, 'postgres'), ['-D', layout.cluster, ...flags], {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: process.platform === 'win32' ? layout.cluster : '/',
    ...serverProcess(account),
  })
  closeSync(log)
  child.unref()
  return { child, output: () => readFileSync(layout.log).subarray(from).toString('utf8') }
}

/** A file, not a pipe: the server outlives us when we are killed, and must not choke on a closed pipe. */
function openLog({ log }: Layout): number {
  if (existsSync(log) && statSync(log).size > LONG_LOG) renameSync(log, `${log}.1`)
  return openSync(log, 'a', 0o600)
}

function listening({ folder, host, port }: Endpoint): Settings {
  if (folder === null) return { listen_addresses: host, port: `${port}` }
  return { listen_addresses: '', unix_socket_directories: folder, port: `${port}` }
}

/** Containers often give 64 MB of /dev/shm, on which a parallel query would fail. */
function sharedMemory(): Settings {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return {}
  const { bsize, blocks } = statfsSync('/dev/shm')
  return bsize * blocks < 256 * 1024 * 1024 ? { dynamic_shared_memory_type: 'mmap' } : {}
}

/** Null when it is ready, `true` or the error of the spawn when it is not going to be. */
async function ready({ layout, say }: Start, child: ChildProcess): Promise<null | true | Error> {
  let failed: true | Error | null = null
  child.once('error', (error) => {
    failed = cannotRun('postgres', error)
  })
  child.once('exit', () => {
    failed ??= true
  })
  for (let waited = 0; failed === null; waited += POLL_MS) {
    const file = readPidFile(layout.cluster)
    if (file?.pid === child.pid && file?.status === 'ready') return null
    if (waited > 0 && waited % PATIENCE_MS === 0)
      say('PostgreSQL is recovering from a hard stop; this can take a while')
    await sleep(POLL_MS)
  }
  return failed
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. @returns once it is gone */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const file = readPidFile(cluster)
  if (file === null || file.pid !== pid || !isServing(cluster, file)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isServing(cluster, file); waited += POLL_MS) {
    if (waited === 60_000) process.kill(pid, 'SIGQUIT')
    await sleep(POLL_MS)
  }
}
