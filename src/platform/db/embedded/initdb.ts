/** Making a new, empty cluster. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import { type Binaries, programOf } from './binaries.ts'
import type { Layout } from './data-folder.ts'
import { cannotRun, isOneOf, refusalForOutput } from './failures.ts'
import { isAlive } from './pid-file.ts'
import type { Account } from './server-account.ts'

export const OWNER = 'huixiang'
const PASSWORD_FILE = 'huixiang-password'
const UNFINISHED = 'database.new-'

/**
 * Makes the cluster unless it is there, and refuses one of another major version.
 *
 * A new one is made beside its place and renamed, password and all: a start that is killed half-way, or two
 * at once, never leave half a cluster.
 */
export function ensureCluster(layout: Layout, binaries: Binaries, account: Account | null, durable: boolean): void {
  if (existsSync(layout.cluster)) {
    checkVersion(layout, binaries)
    return
  }
  const making = join(layout.dataDir, `${UNFINISHED}${process.pid}`)
  const passwordFile = join(layout.dataDir, `.password-${process.pid}`)
  try {
    removeUnfinished(layout.dataDir)
    mkdirSync(making, { mode: 0o700 })
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account !== null) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid)
    initdb(layout, binaries, account, making, passwordFile, durable)
    renameSync(passwordFile, join(making, PASSWORD_FILE))
    settle(making, layout.cluster)
  } finally {
    rmSync(making, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

/** The password of the owner, which only this user and the server's account can read. */
export function readPassword(layout: Layout): string {
  try {
    return readFileSync(join(layout.cluster, PASSWORD_FILE), 'utf8')
  } catch (cause) {
    if (!isOneOf(cause, 'ENOENT')) throw cause
    throw new StartRefusal(
      `The file ${PASSWORD_FILE} in ${layout.cluster} is missing: put it back from a backup of the folder.`,
      {
        cause,
      },
    )
  }
}

function checkVersion({ cluster, dataDir }: Layout, binaries: Binaries): void {
  const file = join(cluster, 'PG_VERSION')
  let major: number
  try {
    major = Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch (cause) {
    if (!isOneOf(cause, 'ENOENT')) throw cause
    throw new StartRefusal(
      `The database folder ${cluster} is not a whole one (PG_VERSION is missing): restore a backup, or set HX_DATA_DIR to another folder.`,
      {
        cause,
      },
    )
  }
  if (major > binaries.major) {
    throw new StartRefusal(
      `The data folder ${dataDir} was written by PostgreSQL ${major}, this Huixiang brings ${binaries.major}: start the newer Huixiang, or restore a backup.`,
    )
  }
  if (major < binaries.major) {
    throw new StartRefusal(
      `The data folder ${dataDir} was written by PostgreSQL ${major}, this Huixiang brings ${binaries.major}: write a backup with the older Huixiang and restore it with this one.`,
    )
  }
}

function initdb(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  into: string,
  passwordFile: string,
  durable: boolean,
): void {
  const run = (locale: readonly string[]): SpawnSyncReturns<string> => {
    const flags = [
      '-D',
      into,
      '-U',
      OWNER,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--data-checksums',
      '--auth=scram-sha-256',
      ...locale,
    ]
    return spawnSync(programOf(binaries.home, 'initdb'), durable ? flags : [...flags, '--no-sync'], {
      encoding: 'utf8',
      cwd: process.platform === 'win32' ? into : '/',
      ...serverProcess(account),
    })
  }
  let done = run(['--locale=C.UTF-8'])
  // Some systems have no C.UTF-8 in their C library; from 17 on PostgreSQL brings its own.
  if (done.status !== 0 && /invalid locale name/.test(done.stderr)) {
    done = run(
      binaries.major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C'],
    )
  }
  if (done.error !== undefined) throw cannotRun('initdb', done.error)
  if (done.signal !== null)
    throw new StartRefusal('The making of the database was interrupted; nothing of it is left. Start again.')
  if (done.status !== 0) throw refusalForOutput(done.stderr, layout.dataDir)
}

/** How a program of PostgreSQL is started: under its account, and deaf to our PG… and language settings. */
export function serverProcess(account: Account | null): { uid?: number; gid?: number; env?: Record<string, string> } {
  const identity = account === null ? {} : { uid: account.uid, gid: account.gid }
  return process.platform === 'win32' ? identity : { ...identity, env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } }
}

function settle(making: string, cluster: string): void {
  try {
    renameSync(making, cluster)
  } catch (error) {
    if (!existsSync(cluster)) throw error
  }
}

/** What a start that was killed left behind; one that still runs keeps its own. */
function removeUnfinished(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(UNFINISHED)) continue
    const pid = Number(name.slice(UNFINISHED.length))
    if (pid === process.pid || !isAlive(pid)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}
