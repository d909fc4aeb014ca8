import { Worker } from 'node:worker_threads'
import type { Log } from './log.ts'

export type Threads = {
  /** Calls an exported pure function of a module in another thread. Arguments and result are copied. */
  call<Result>(module: URL, name: string, ...args: unknown[]): Promise<Result>
  close(): Promise<void>
}

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }

const IDLE_MS = 120_000

/** One thread that lives while there is work and a while longer; it is made again when it dies. */
export function createThreads(log: Log): Threads {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 0
  let idle: NodeJS.Timeout | undefined

  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    worker = null
  }
  const start = () => {
    const started = new Worker(new URL('./thread.ts', import.meta.url))
    started.on('message', ({ id, result, error }: { id: number; result?: never; error?: string }) => {
      const call = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) call?.resolve(result as never)
      else call?.reject(new Error(error))
      rest()
    })
    started.on('error', fail)
    started.on('exit', (code) => {
      if (worker !== started) return
      if (code !== 0) log.warn({ code }, 'the working thread ended; it is started again with the next work')
      fail(new Error('the working thread ended'))
    })
    return started
  }
  const rest = () => {
    clearTimeout(idle)
    if (waiting.size > 0) return
    idle = setTimeout(() => {
      const resting = worker
      worker = null
      void resting?.terminate()
    }, IDLE_MS)
    idle.unref()
  }

  return {
    call(module, name, ...args) {
      worker ??= start()
      const id = next++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker?.postMessage({ id, module: module.href, name, args })
      })
    },
    async close() {
      clearTimeout(idle)
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}
