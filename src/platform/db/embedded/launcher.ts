/**
 * The PostgreSQL that Huixiang brings along: one call gives a running server that belongs to this process.
 *
 * It outlives a `kill -9` of ours and is taken over by the next start; it is started again when it dies under us;
 * and a second Huixiang on the same folder is refused. Start at cluster.ts (find or start) and folder-lock.ts (whose it is).
 */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf, StartRefusal } from '../../errors.ts'
import { type Cluster, type ClusterOptions, findRunning, openCluster } from './cluster.ts'
import { layoutOf } from './data-folder.ts'
import { refusalForFolder } from './failures.ts'
import { DATABASE, type FolderLock, takeFolderLock } from './folder-lock.ts'
import type { Say, Settings } from './postmaster.ts'

export { type Binaries, embeddedFor } from './binaries.ts'
export { dataDirFor } from './data-folder.ts'

export type EmbeddedOptions = {
  dataDir: string
  /** One line at a time, for the operator. */
  log: Say
  /** False only for databases that are thrown away. */
  fsync?: boolean
  settings?: Settings
  /** The folder was lost for good, to another process: this one must end. */
  onLost?: (why: StartRefusal) => void
}

export type Embedded = { url: string; adopted: boolean; stop(): Promise<void> }

const LONGEST_PAUSE_MS = 5_000

/**
 * A running server on the data folder, ours alone until `stop`.
 *
 * @throws StartRefusal, one line: another Huixiang on the folder, no space, no permission, no user, another major version
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const wanted: ClusterOptions = {
    dataDir,
    say: options.log,
    durable: options.fsync ?? true,
    settings: options.settings ?? {},
  }
  const held = await hold(wanted)
  const keeper = keep(held, wanted, options)
  return { url: held.cluster.url(DATABASE), adopted: held.cluster.adopted, stop: keeper.stop }
}

/** The server that another process of ours runs on the folder, for `hx`; null when none does. Takes no lock, stops nothing. */
export async function joinEmbedded({ dataDir, log }: { dataDir: string; log: Say }): Promise<{ url: string } | null> {
  const layout = layoutOf(resolve(dataDir))
  try {
    const found = await findRunning(layout, log)
    return found === null ? null : { url: found.url(DATABASE) }
  } catch (error) {
    throw refusalForFolder(error, layout.dataDir)
  }
}

type Held = { cluster: Cluster; lock: FolderLock }

async function hold(wanted: ClusterOptions): Promise<Held> {
  const cluster = await openCluster(wanted)
  return { cluster, lock: await takeFolderLock(cluster.url, wanted.dataDir, cluster.adopted ? 40 : 2) }
}

/** Watches the server by the lock's connection and brings it back when that breaks. */
function keep(first: Held, wanted: ClusterOptions, { log, onLost }: EmbeddedOptions): { stop(): Promise<void> } {
  let held: Held | null = null
  let stopping = false
  let reviving: Promise<void> = Promise.resolve()

  const watch = (next: Held) => {
    held = next
    next.lock.whenLost(() => {
      held = null
      if (!stopping) reviving = revive()
    })
  }

  const revive = async () => {
    log('PostgreSQL has stopped; starting it again')
    let said = ''
    for (let pause = 50; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        watch(await hold(wanted))
        return log('PostgreSQL is running again')
      } catch (error) {
        const why = reasonOf(error)
        if (why !== said) log(`PostgreSQL is still away: ${why}`)
        said = why
        if (error instanceof StartRefusal && /^Another Huixiang/.test(why)) return onLost?.(error)
      }
      await sleep(pause)
    }
  }

  watch(first)
  return {
    async stop() {
      stopping = true
      await reviving
      // The lock is kept to the end, so that no other start takes over a server that is going down.
      const last = held
      await last?.cluster.stop()
      await last?.lock.release()
    },
  }
}
