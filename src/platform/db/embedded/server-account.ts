/** Under whose account PostgreSQL runs: our own, or, because it refuses root, a lesser one. */
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { StartRefusal } from '../../errors.ts'

export type Account = { name: string; uid: number; gid: number }

export const isRoot = (): boolean => process.getuid?.() === 0

/**
 * The account to drop to, or null when we run as an ordinary user ourselves.
 *
 * @param cluster  an existing cluster keeps the owner it has, whoever else may have appeared in /etc/passwd since
 * @throws StartRefusal when no account will do
 */
export function serverAccount(cluster: string | null): Account | null {
  if (!isRoot()) {
    requireName()
    return null
  }
  const accounts = readAccounts()
  const owner = cluster === null ? undefined : statSync(cluster, { throwIfNoEntry: false })?.uid
  const found =
    owner === undefined || owner === 0
      ? (accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody'))
      : accounts.find(({ uid }) => uid === owner)
  if (found !== undefined) return found
  throw new StartRefusal(
    owner === undefined || owner === 0
      ? 'PostgreSQL will not run as root and there is no user "postgres" or "nobody" to run it as: start as an ordinary user, or set DATABASE_URL.'
      : `The database folder ${cluster} belongs to the user number ${owner}, who is not in /etc/passwd: add that user, or set DATABASE_URL.`,
  )
}

/** PostgreSQL looks its own user up and gives up when there is none (a container with a made-up uid). */
function requireName(): void {
  if (process.getuid === undefined) return
  try {
    userInfo()
  } catch (cause) {
    throw new StartRefusal(
      `The user number ${process.getuid()} has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL.`,
      { cause },
    )
  }
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
