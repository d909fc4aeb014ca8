/** Where the server listens: a unix socket in a folder closed to everyone but its account (and root). */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import type { Layout } from './data-folder.ts'
import type { Account } from './server-account.ts'

/** Systems cut socket paths off at 104 to 108 bytes; `.s.PGSQL.5432.lock` comes after the folder. */
const LONGEST_FOLDER = 80

/** Follows from the data folder alone, so that every process finds the same place. */
export type Endpoint = { folder: string | null; host: string; port: number }

/**
 * Inside the data folder while the path is short enough, else in /tmp. Windows has no unix sockets here:
 * there the server listens on the loopback address, on a port of its own.
 */
export function endpointOf({ dataDir }: Layout): Endpoint {
  const hash = createHash('sha256').update(dataDir).digest()
  if (process.platform === 'win32')
    return { folder: null, host: '127.0.0.1', port: 20_000 + (hash.readUInt16BE(0) % 20_000) }
  const inside = join(dataDir, 'run')
  const folder =
    Buffer.byteLength(inside) <= LONGEST_FOLDER ? inside : `/tmp/huixiang-${hash.toString('hex').slice(0, 12)}`
  return { folder, host: folder, port: 5432 }
}

export function serverUrl({ host, port }: Endpoint, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

/** Makes it, or checks that the one that stands there is ours: anyone may have made a folder in /tmp. */
export function makeSocketFolder(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const uid = account?.uid ?? process.getuid?.()
  const stat = lstatSync(folder)
  const ours = uid === undefined || stat.uid === uid || stat.uid === process.getuid?.()
  if (!stat.isDirectory() || !ours)
    throw new StartRefusal(
      `The folder ${folder} belongs to someone else: remove it, or set HX_DATA_DIR to a shorter path.`,
    )
  if (account !== null) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}
