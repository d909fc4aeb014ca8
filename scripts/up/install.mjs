/** Everything package-lock.json names, in node_modules. Asked at every start, so answered by a stamp. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { ROOT } from './places.mjs'
import { fail, say } from './say.mjs'

const LOCKFILE = join(ROOT, 'package-lock.json')
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.huixiang-installed')

export async function ensureInstalled() {
  if (isCurrent()) return
  await alone(join(ROOT, '.runtime/install.lock'), 'installing packages', install)
}

function isCurrent() {
  if (!existsSync(STAMP)) return false
  const stamp = readFileSync(STAMP, 'utf8')
  if (stamp === quickMark()) return true
  // The file was written anew, by a checkout for one; what counts is what it names.
  if (!lacksNothing()) return false
  return remember()
}

function install() {
  if (isCurrent()) return
  if (existsSync(MODULES) && lacksNothing()) return remember()
  say('installing packages, about a minute …')
  if (npmCi() !== 0) {
    say('installing packages again, for the first try failed …')
    if (npmCi() !== 0) fail('The packages could not be installed; npm says why above.')
  }
  remember()
}

function npmCi() {
  const flags = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...flags]] : ['npm', flags]
  // npm must not run on a Node that it is about to remove, nor print on stdout.
  const env = { ...process.env, NODE_ENV: '' }
  const { status, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env,
    shell: process.platform === 'win32' && program === 'npm',
  })
  if (error) say(`npm cannot be run: ${error.message}`)
  return status
}

/** Whether every package of the lockfile that fits this machine is there in its version; npm keeps its own list of what it installed. */
function lacksNothing() {
  const list = join(MODULES, '.package-lock.json')
  if (!existsSync(list)) return false
  const wanted = JSON.parse(readFileSync(LOCKFILE, 'utf8')).packages
  const there = JSON.parse(readFileSync(list, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return there[path] === undefined ? optional === true : there[path].version === version
  })
}

function remember() {
  writeFileSync(STAMP, quickMark())
  return true
}

function quickMark() {
  const { size, mtimeMs } = statSync(LOCKFILE)
  return `${process.platform} ${process.arch} ${size} ${mtimeMs}`
}
