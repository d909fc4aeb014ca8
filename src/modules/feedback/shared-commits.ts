/** Many callers, one write: while a batch is being written the next one gathers, so commits are shared as load rises. */

export type SharedCommits<Row, Result> = {
  /** Waits until the row's batch is durable. Throws what the write says of this row, or `full()`. */
  add(row: Row): Promise<Result>
  /** True when nobody waits and nothing is being written. */
  idle(): boolean
}

export type SharedCommitsOptions<Row, Result> = {
  /** Writes rows together; one result for each, in order; an Error is thrown to the row's caller. */
  write(rows: readonly Row[]): Promise<readonly (Result | Error)[]>
  /** Most rows in a batch. */
  most: number
  /** Batches under way at the same time. */
  atOnce: number
  /** Rows that may wait; beyond that callers are sent away rather than left to time out. */
  longest: number
  full(): Error
}

type Waiting<Row, Result> = { row: Row; resolve: (result: Result) => void; reject: (error: unknown) => void }

export function sharedCommits<Row, Result>({
  write,
  most,
  atOnce,
  longest,
  full,
}: SharedCommitsOptions<Row, Result>): SharedCommits<Row, Result> {
  let queue: Waiting<Row, Result>[] = []
  let underWay = 0

  const pump = () => {
    while (underWay < atOnce && queue.length > 0) {
      const batch = queue.slice(0, most)
      queue = queue.slice(most)
      underWay++
      void settle(batch)
    }
  }
  const settle = async (batch: readonly Waiting<Row, Result>[]) => {
    try {
      const results = await write(batch.map(({ row }) => row))
      for (const [i, { resolve, reject }] of batch.entries()) {
        const result = results[i]
        if (result === undefined) reject(new Error('a row of a shared commit got no result'))
        else if (result instanceof Error) reject(result)
        else resolve(result)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      underWay--
      pump()
    }
  }

  return {
    add(row) {
      if (queue.length >= longest) return Promise.reject(full())
      return new Promise<Result>((resolve, reject) => {
        queue.push({ row, resolve, reject })
        pump()
      })
    },
    idle: () => underWay === 0 && queue.length === 0,
  }
}
