/** postmaster.pid: what a running server says of itself, and whether that is still true. */
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

export type Postmaster = { pid: number; status: string }

/** @returns null when no server says that it runs here */
export function readPidFile(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' }
  } catch (error) {
    // Read without a look first: a starting server takes away the file of a killed one at any moment.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/**
 * The processes that live in the cluster's folder: a server and all its children do. Null where the system
 * does not tell (no /proc).
 */
export function inhabitants(cluster: string): number[] | null {
  if (!existsSync('/proc/self/cwd')) return null
  const home = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && livesIn(home, name))
    .map(Number)
}

function livesIn(home: string, pid: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === home
  } catch {
    // Gone since we looked, or another user's process: not a server on our files.
    return false
  }
}

/**
 * Whether the pid in the file is a server on this cluster. After a hard stop of a container the same number
 * often belongs to something else, on which PostgreSQL would refuse to start for ever.
 */
export function isServing(cluster: string, { pid }: Postmaster): boolean {
  const here = inhabitants(cluster)
  return here === null ? isAlive(pid) : here.includes(pid)
}

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
