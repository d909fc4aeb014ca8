/** Going on with the Node that the lockfile pins. */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whenOrphaned } from './parent.mjs'
import { ROOT } from './places.mjs'
import { fail } from './say.mjs'

const FLOOR = [22, 19]
const CACHE = join(ROOT, 'node_modules/.cache/node')

/**
 * Runs a script of ours to its end. When this process is the pinned Node already (npm puts it first in the path once it is
 * installed) no second one is started: that saves 40 ms and 40 MB, and signals need no forwarding.
 */
export async function run(script, args) {
  const node = pinnedNode()
  if (realpathSync(process.execPath) === node) return await runHere(script, args)
  process.exitCode = await runAs(node, [join(ROOT, script), ...args])
}

async function runHere(script, args) {
  const path = join(ROOT, script)
  process.argv = [process.execPath, path, ...args]
  // For the threads and processes that it starts as well, which do not take over what is switched on here.
  process.env.NODE_COMPILE_CACHE ??= CACHE
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
  whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))
  await import(pathToFileURL(path).href)
  // A server that is killed one day would otherwise never have kept what it compiled.
  setTimeout(() => module.flushCompileCache?.(), 3_000).unref()
}

/** @returns the exit code, as a shell would give it */
export function runAs(node, args, env = {}) {
  const child = spawn(node, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: CACHE, ...env },
  })
  whenOrphaned(() => child.kill('SIGTERM'))
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the child by itself; a second one would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve) => {
    child.once('error', (error) => fail(`Node cannot be run (${node}): ${error.message}`))
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** The packaged Node of this platform, else the user's own if it is new enough. */
export function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const packaged = join(ROOT, `node_modules/node-${system}-${process.arch}/bin/node${system === 'win' ? '.exe' : ''}`)
  if (existsSync(packaged)) return realpathSync(packaged)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return realpathSync(process.execPath)
  return fail(
    `Huixiang needs Node ${FLOOR.join('.')} or later on ${process.platform} ${process.arch}; this is ${process.versions.node}.`,
  )
}
