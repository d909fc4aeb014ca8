/** Runs what runs by itself, each at its rhythm, on whichever node gets to it first. */
import type { Pool, PoolClient } from 'pg'
import type { Database } from '../db/db.ts'
import { reasonOf } from '../errors.ts'
import type { Tools } from '../tools.ts'
import type { Job } from './define.ts'
import { recordRun } from './job-runs.store.ts'
import { rhythmMs } from './rhythm.ts'

/** Starts every job's rhythm; the answer stops them and waits for those under way. */
export function startSchedule(jobs: readonly Job[], database: Database, tools: Tools): { stop(): Promise<void> } {
  let stopped = false
  const underWay = new Set<Promise<void>>()
  const timers = jobs.map((job) => {
    let busy = false
    const tick = () => {
      if (busy || stopped) return
      busy = true
      const run = runJob(job, database, tools).finally(() => {
        busy = false
        underWay.delete(run)
      })
      underWay.add(run)
    }
    return setInterval(tick, rhythmMs(job.every))
  })
  return {
    async stop() {
      stopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.allSettled(underWay)
    },
  }
}

/** One run of a job, unless another node is at it. What goes wrong is recorded and tried at the next beat. */
export async function runJob(job: Job, database: Database, tools: Tools): Promise<void> {
  try {
    await alone(database.owner, job.name, async (client) => {
      const counts: Record<string, number> = {}
      const failure = await overWorkspaces(job, database, tools, counts)
      if (failure !== null || Object.values(counts).some((n) => n > 0))
        await recordRun(client, job.name, counts, failure)
    })
  } catch (error) {
    tools.log.warn({ job: job.name, reason: reasonOf(error) }, 'a job could not run')
  }
}

async function overWorkspaces(
  job: Job,
  database: Database,
  tools: Tools,
  counts: Record<string, number>,
): Promise<string | null> {
  let failure: string | null = null
  const now = tools.now()
  if ('runOnce' in job) {
    Object.assign(counts, await job.runOnce({ database, now, tools }))
    return null
  }
  for (const workspaceId of await job.workspaces(database.lookups, now)) {
    try {
      const done = (await job.run({ db: database.in(workspaceId), database, now, tools })) ?? {}
      for (const [what, n] of Object.entries(done)) counts[what] = (counts[what] ?? 0) + n
    } catch (error) {
      failure = reasonOf(error)
      tools.log.warn({ job: job.name, workspaceId, reason: failure }, 'a job failed in one workspace; the others go on')
    }
  }
  return failure
}

/** Holds a session lock while `work` runs; does nothing when another node holds it. */
async function alone(owner: Pool, name: string, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await owner.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('hx job ' || $1, 0)) AS mine`,
      [name],
    )
    if (!rows[0]?.mine) return
    try {
      await work(client)
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtextextended('hx job ' || $1, 0))`, [name])
    }
  } catch (error) {
    broken = error instanceof Error ? error : new Error('lost')
    throw error
  } finally {
    client.release(broken)
  }
}
