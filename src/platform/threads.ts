import { Worker } from 'node:worker_threads'
import type { Log } from './log.ts'

export type Threads = {
  /** Calls an exported pure function of a module in another thread. Arguments and result are copied. */
  call<Result>(module: URL, name: string, ...args: unknown[]): Promise<Result>
  /**
   * The same for work of seconds and minutes, in a thread of its own, so that nothing waits behind it. The function is
   * given, behind its arguments, another one to tell how much of it is done.
   *
   * @throws BrokenOff when it was broken off, by its signal or by `breakOff`; Error when it failed or its memory was not enough
   */
  long<Result>(work: Long, ...args: unknown[]): Promise<Result>
  /** Ends all long work at once and takes up no more: for those who stop. */
  breakOff(): void
  close(): Promise<void>
}

export type Long = {
  module: URL
  name: string
  progress: (done: number) => void
  signal: AbortSignal
  /** The most that JavaScript values may take in the thread; typed arrays are not counted. */
  megabytes: number
}

/** Long work that was ended before its end. */
export class BrokenOff extends Error {
  constructor() {
    super('the work was broken off')
    this.name = 'BrokenOff'
  }
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

  const longs = new Set<() => void>()
  let stopping = false

  return {
    async long(work, ...args) {
      if (stopping) throw new BrokenOff()
      return await callAlone(work, args, longs)
    },
    breakOff() {
      stopping = true
      for (const end of longs) end()
    },
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
      for (const end of longs) end()
      const ending = worker
      worker = null
      await ending?.terminate()
    },
  }
}

type Answer = { id: number; done?: number; result?: unknown; error?: string }

/** One call in a thread that ends with it. `longs` holds, as long as it lasts, what breaks it off. */
function callAlone<Result>(
  { module, name, progress, signal, megabytes }: Long,
  args: readonly unknown[],
  longs: Set<() => void>,
): Promise<Result> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 12 },
  })
  let end = () => {}
  const called = new Promise<Result>((resolve, reject) => {
    end = () => reject(new BrokenOff())
    longs.add(end)
    signal.addEventListener('abort', end, { once: true })
    worker.on('message', ({ done, result, error }: Answer) => {
      if (done !== undefined) progress(done)
      else if (error === undefined) resolve(result as Result)
      else reject(new Error(error))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the working thread ended')))
    worker.postMessage({ id: 0, module: module.href, name, args, tells: true })
  })
  return called.finally(() => {
    longs.delete(end)
    signal.removeEventListener('abort', end)
    void worker.terminate()
  })
}
