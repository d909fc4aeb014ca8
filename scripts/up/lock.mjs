/** One at a time: a folder is made or it is not. The lock of a process that is gone is taken over. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

export async function alone(folder, what, work) {
  mkdirSync(dirname(folder), { recursive: true })
  for (let waited = 0; !take(folder); waited += 1) {
    if (waited === 5) say(`waiting for another process that is ${what}`)
    await sleep(200)
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!held(folder)) rmSync(folder, { recursive: true, force: true })
    return false
  }
}

function held(folder) {
  try {
    return isAlive(Number(readFileSync(join(folder, 'pid'), 'utf8')))
  } catch (error) {
    // Just made, its owner about to write; or its owner was killed before it could.
    if (error.code === 'ENOENT') return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5_000
    throw error
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return true
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
