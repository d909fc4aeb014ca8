/** What can stop the database from starting, each said in one line an operator can act on. */
import { reasonOf, StartRefusal } from '../../errors.ts'

export const isOneOf = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

const diskFull = (dataDir: string) =>
  `The disk is full: nothing more can be written to ${dataDir}. Free some space (300 MB are enough to start) and start again.`
const notOurs = (dataDir: string) =>
  `The data folder ${dataDir} cannot be written: it belongs to another user or is read-only. Give it to this user, or set HX_DATA_DIR to another folder.`

/** Anything the file system said while we prepared the folder. */
export function refusalForFolder(error: unknown, dataDir: string): unknown {
  if (error instanceof StartRefusal) return error
  if (isOneOf(error, 'ENOSPC', 'EDQUOT')) return new StartRefusal(diskFull(dataDir), { cause: error })
  if (isOneOf(error, 'EACCES', 'EPERM', 'EROFS')) return new StartRefusal(notOurs(dataDir), { cause: error })
  // What Node answers when a folder cannot be made on a read-only disk.
  if (isOneOf(error, 'ENOENT') && /, mkdir/.test(reasonOf(error)))
    return new StartRefusal(notOurs(dataDir), { cause: error })
  if (isOneOf(error, 'ENOTDIR', 'EEXIST'))
    return new StartRefusal(`The data folder ${dataDir} cannot be made: a file stands in its way.`, { cause: error })
  return error
}

/** PostgreSQL's own words, as found in its output, and ours for them. */
const KNOWN: readonly [RegExp, (dataDir: string) => string][] = [
  [/No space left on device|Disk quota exceeded/, diskFull],
  [/Permission denied|Read-only file system|has wrong ownership/, notOurs],
  [
    /could not look up effective user ID/,
    () => 'This user has no entry in /etc/passwd, which PostgreSQL needs: add one, or set DATABASE_URL.',
  ],
  [
    /Cannot allocate memory|could not map anonymous shared memory/,
    () => 'There is not enough memory to start PostgreSQL: it needs about 300 MB.',
  ],
]

/** What `initdb` or `postgres` printed before giving up. */
export function refusalForOutput(output: string, dataDir: string): StartRefusal {
  const known = KNOWN.find(([pattern]) => pattern.test(output))
  if (known !== undefined) return new StartRefusal(known[1](dataDir))
  const lines = output.split('\n').filter(Boolean)
  const said = lines.findLast((line) => /(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  return new StartRefusal(
    `PostgreSQL did not start: ${said.replace(/^.*?(FATAL|PANIC|error):\s*/, '')} (data folder ${dataDir})`,
  )
}

export const cannotRun = (program: string, error: unknown) =>
  new StartRefusal(
    `${program} cannot be run here (${reasonOf(error)}): set DATABASE_URL to a PostgreSQL 15 or later.`,
    { cause: error },
  )

export const alreadyRunning = (dataDir: string) =>
  new StartRefusal(
    `Another Huixiang is running on this data folder (${dataDir}): stop it first, or set HX_DATA_DIR to another folder.`,
  )
