/**
 * The server's programs, put where the server's account can reach them.
 *
 * Needed because an account other than root cannot walk into /root, and because the npm package makes its
 * library links in an install script, which we do not run. A staged copy also survives an `npm ci`
 * while the server runs. Hard links where the file system allows: nothing is copied then.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import { type Binaries, newestOfSystem, runs } from './binaries.ts'

const PREFIX = 'postgres-'
const UNNEEDED = /\.a$|^pkgconfig$|^include$/

/** @returns the same server at the place to run it from; the system's own when the packaged one does not run here */
export function stage(binaries: Binaries, dataDir: string): Binaries {
  if (!binaries.packaged) return binaries
  const home = join(dataDir, `${PREFIX}${binaries.version}`)
  const staged = { ...binaries, home, packaged: false }
  if (existsSync(home)) return staged

  const making = join(dataDir, `.staging-${process.pid}`)
  try {
    rmSync(making, { recursive: true, force: true })
    linkTree(binaries.home, making)
    linkLibraries(binaries.home, making)
    if (!runs(making)) return insteadOf(binaries)
    settle(making, home)
    return staged
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** Removes the programs of earlier versions. Only for whoever has just started the server itself. */
export function removeOtherStages(binaries: Binaries, dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const old = name.startsWith(PREFIX) && /^postgres-\d/.test(name) && name !== `${PREFIX}${binaries.version}`
    if (old) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o755 })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (UNNEEDED.test(entry.name)) continue
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isFile()) linkOrCopy(source, target)
  }
}

function linkOrCopy(source: string, target: string): void {
  const { mode, uid } = lstatSync(source)
  const wanted = mode | 0o444 | (mode & 0o100 ? 0o111 : 0)
  // A link shares its mode with the original, so only a file that already fits is linked.
  if (wanted === mode && uid === process.getuid?.()) {
    try {
      linkSync(source, target)
      return
    } catch (error) {
      if (
        !(error instanceof Error && 'code' in error && /^(EXDEV|EPERM|EMLINK|ENOTSUP|ENOSYS)$/.test(String(error.code)))
      )
        throw error
    }
  }
  copyFileSync(source, target)
  chmodSync(target, wanted & 0o777)
}

/** What the package's install script would have done. */
function linkLibraries(packaged: string, staged: string): void {
  const list = join(packaged, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const from = join(staged, relative('native', target))
    if (!existsSync(from)) symlinkSync(relative(dirname(relative('native', target)), relative('native', source)), from)
  }
}

/** A rename is all or nothing; of two who stage at once the second finds the place taken and uses it. */
function settle(making: string, home: string): void {
  try {
    renameSync(making, home)
  } catch (error) {
    if (!existsSync(home)) throw error
  }
}

function insteadOf(binaries: Binaries): Binaries {
  const system = newestOfSystem()
  if (system !== null) return system
  throw new StartRefusal(
    `The PostgreSQL ${binaries.version} that npm brought does not run on this system: set DATABASE_URL to a PostgreSQL 15 or later.`,
  )
}
