/** One running PostgreSQL on one data folder: found running, or made and started. */
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartRefusal } from '../../errors.ts'
import { type Binaries, bundledBinaries } from './binaries.ts'
import { canWalkTo, type Layout, layoutOf, makeDataDir } from './data-folder.ts'
import { refusalForFolder } from './failures.ts'
import { ensureCluster, OWNER, readPassword } from './initdb.ts'
import { inhabitants, isAlive, isServing, readPidFile } from './pid-file.ts'
import { type Say, type Settings, startPostmaster, stopPostmaster } from './postmaster.ts'
import { serverAccount } from './server-account.ts'
import { endpointOf, makeSocketFolder, serverUrl } from './socket-folder.ts'
import { removeOtherStages, stage } from './staging.ts'

const PATIENCE_MS = 30_000

export type ClusterOptions = {
  dataDir: string
  say: Say
  /** False only for databases that are thrown away: a power cut may then cost all of it. */
  durable?: boolean
  settings?: Settings
  binaries?: Binaries
}

export type Cluster = {
  /** Whether it was running already. */
  adopted: boolean
  /** The owner's address of a database in it. */
  url(database: string): string
  stop(): Promise<void>
}

/**
 * A running server on the data folder, whoever started it.
 *
 * @throws StartRefusal when the folder, the machine or what lies in the folder does not allow it
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const layout = layoutOf(resolve(options.dataDir))
  try {
    return (await findRunning(layout, options.say)) ?? (await startHere(layout, options))
  } catch (error) {
    throw refusalForFolder(error, layout.dataDir)
  }
}

/** The server that runs on the folder, or null; starts nothing. */
export async function findRunning(layout: Layout, say: Say): Promise<Cluster | null> {
  for (let waited = 0; ; waited += 50) {
    const file = readPidFile(layout.cluster)
    if (file === null) return null
    const answer = await knock(databaseUrl(layout, 'postgres'))
    if (answer === 'open') return running(layout, file.pid, true)
    if (answer === 'nobody' && !isServing(layout.cluster, file)) return forget(layout, file.pid)
    if (answer === 'nobody' && waited > PATIENCE_MS) {
      throw new StartRefusal(
        `A PostgreSQL (process ${file.pid}) holds the data folder ${layout.dataDir} but does not answer: stop it and start again.`,
      )
    }
    if (waited > 0 && waited % PATIENCE_MS === 0) say('waiting for PostgreSQL, which is starting or stopping')
    await sleep(50)
  }
}

async function startHere(layout: Layout, options: ClusterOptions): Promise<Cluster> {
  const { say, durable = true, settings = {} } = options
  const account = serverAccount(existsSync(layout.cluster) ? layout.cluster : null)
  if (!canWalkTo(layout.dataDir, account)) {
    throw new StartRefusal(
      `PostgreSQL does not run as root, and the user "${account?.name}" may not enter ${layout.dataDir}: set HX_DATA_DIR to a folder open to others, such as /var/lib/huixiang.`,
    )
  }
  makeDataDir(layout.dataDir)
  const binaries = stage(options.binaries ?? bundledBinaries(), layout.dataDir)
  ensureCluster(layout, binaries, account, durable)
  const endpoint = endpointOf(layout)
  if (endpoint.folder !== null) makeSocketFolder(endpoint.folder, account)
  const pid = await startPostmaster({ layout, binaries, account, endpoint, durable, settings, say })
  removeOtherStages(binaries, layout.dataDir)
  return running(layout, pid, false)
}

function running(layout: Layout, pid: number, adopted: boolean): Cluster {
  return { adopted, url: (database) => databaseUrl(layout, database), stop: () => stopPostmaster(layout.cluster, pid) }
}

const databaseUrl = (layout: Layout, database: string): string =>
  serverUrl(endpointOf(layout), OWNER, readPassword(layout), database)

/** Whether somebody answers: connections are taken, not at this moment, or nobody is there. */
async function knock(connectionString: string): Promise<'open' | 'busy' | 'nobody'> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return 'open'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (/^(ENOENT|ECONNREFUSED|ECONNRESET|ENOTSOCK|EPIPE)$/.test(code)) return 'nobody'
    if (/^(57P0[1-3]|53300)$/.test(code)) return 'busy'
    if (code === '') return 'nobody'
    throw error
  } finally {
    await client.end()
  }
}

/**
 * A pid file that a hard stop left behind. PostgreSQL clears it away itself, unless its number belongs to another
 * process by now; then we do, once the last child of the dead server has gone.
 */
async function forget(layout: Layout, pid: number): Promise<null> {
  for (let waited = 0; (inhabitants(layout.cluster)?.length ?? 0) > 0 && waited < PATIENCE_MS; waited += 20)
    await sleep(20)
  if (isAlive(pid)) {
    const { folder, port } = endpointOf(layout)
    if (folder !== null) rmSync(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
    rmSync(join(layout.cluster, 'postmaster.pid'), { force: true })
  }
  return null
}
