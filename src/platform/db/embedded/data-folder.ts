/** Where an installation keeps its data, and what lies where inside. */
import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refusalForFolder } from './failures.ts'
import { type Account, isRoot, serverAccount } from './server-account.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')
const OUTSIDE_HOMES = '/var/lib/huixiang'

export type Layout = {
  dataDir: string
  /** The cluster itself, PGDATA. */
  cluster: string
  log: string
}

/**
 * The data folder when none is set: `data` beside the sources. PostgreSQL never runs as root, so where its
 * own account could not walk into the clone (`/root` is closed to others), root keeps the data in /var/lib.
 */
export function dataDirFor(repository = REPOSITORY): string {
  if (isRoot() && !canWalkTo(repository, serverAccount(null))) return OUTSIDE_HOMES
  return join(repository, 'data')
}

export const layoutOf = (dataDir: string): Layout => ({
  dataDir,
  cluster: join(dataDir, 'database'),
  log: join(dataDir, 'postgres.log'),
})

/** Makes the folder, closed to others; root leaves it open to pass through, for the server's own account. */
export function makeDataDir(dataDir: string): void {
  try {
    const first = makeFolders(dataDir)
    if (first === undefined || !isRoot()) return
    for (let made = dataDir; made.length >= first.length; made = dirname(made)) chmodSync(made, 0o711)
  } catch (error) {
    throw refusalForFolder(error, dataDir)
  }
}

/**
 * One folder after the other: Node's own way of making several never ends where one is there that takes none in, such as
 * /proc or a folder of an automounter.
 *
 * @returns the first that was made, nearest to the root; undefined when all were there
 */
function makeFolders(path: string): string | undefined {
  if (isFolder(path)) return undefined
  const above = dirname(path)
  const first = above === path ? undefined : makeFolders(above)
  try {
    mkdirSync(path, { mode: 0o700 })
    return first ?? path
  } catch (error) {
    // Made by another start at the same moment.
    if (isFolder(path)) return first
    throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Whether the account may enter every folder on the way, the last one included. */
export function canWalkTo(path: string, account: Account | null): boolean {
  if (account === null) return true
  const above = dirname(path)
  return (above === path || canWalkTo(above, account)) && mayEnter(path, account)
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat === undefined || !stat.isDirectory()) return true
  if (stat.uid === uid) return (stat.mode & 0o100) !== 0
  return (stat.mode & (stat.gid === gid ? 0o010 : 0o001)) !== 0
}
