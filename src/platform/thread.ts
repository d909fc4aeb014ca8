/** Runs in a thread of its own: imports the module a call names, once, and answers with what its function gives. */
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { reasonOf } from './errors.ts'

/** `tells`: the function is given, behind its arguments, another one to tell how much of it is done. */
type Call = { id: number; module: string; name: string; args: unknown[]; tells?: true }

const tell = (id: number) => (done: number) => parentPort?.postMessage({ id, done })

/** As `nice` counts. */
const LESS = 5

/** Where threads have no priority of their own, as off Linux, and where none may be set. */
const CANNOT = ['ENOENT', 'EINVAL', 'ERR_SYSTEM_ERROR']

/** Long work gives way to requests where the system lets a thread have a priority of its own. */
function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    if (thread !== process.pid) setPriority(thread, LESS)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CANNOT.includes(String(error.code)))) throw error
  }
}

parentPort?.on('message', async ({ id, module, name, args, tells }: Call) => {
  try {
    if (tells) giveWay()
    const { [name]: work } = (await import(module)) as Record<string, (...args: unknown[]) => unknown>
    if (work === undefined) throw new Error(`no ${name} in ${module}`)
    parentPort?.postMessage({ id, result: await work(...args, ...(tells ? [tell(id)] : [])) })
  } catch (error) {
    parentPort?.postMessage({ id, error: reasonOf(error) })
  }
})
