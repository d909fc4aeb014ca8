/** Runs in a thread of its own: imports the module a call names, once, and answers with what its function gives. */
import { parentPort } from 'node:worker_threads'
import { reasonOf } from './errors.ts'

type Call = { id: number; module: string; name: string; args: unknown[] }

parentPort?.on('message', async ({ id, module, name, args }: Call) => {
  try {
    const { [name]: work } = (await import(module)) as Record<string, (...args: unknown[]) => unknown>
    if (work === undefined) throw new Error(`no ${name} in ${module}`)
    parentPort?.postMessage({ id, result: await work(...args) })
  } catch (error) {
    parentPort?.postMessage({ id, error: reasonOf(error) })
  }
})
