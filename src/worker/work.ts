/** Does the work beside the requests: relays news to the queue, works it off, keeps the rhythms. */
import type { Database } from '../platform/db/db.ts'
import { reasonOf } from '../platform/errors.ts'
import { listenToOutbox } from '../platform/events/listen.ts'
import { openQueue } from '../platform/jobs/queue.ts'
import { startSchedule } from '../platform/jobs/schedule.ts'
import type { Tools } from '../platform/tools.ts'
import { JOBS, LISTENERS, TASKS } from './jobs.ts'

/** The relay is woken by the database; this is for what it might have slept through. */
const RELAY_AT_LEAST_MS = 2_000

export async function startWork(
  databaseUrl: string,
  database: Database,
  tools: Tools,
): Promise<{ stop(): Promise<void> }> {
  const queue = await openQueue(databaseUrl, database, tools, { listeners: LISTENERS, tasks: TASKS }, { work: true })
  let relaying: Promise<unknown> | null = null
  let again = false
  const relay = () => {
    again = relaying !== null
    relaying ??= queue
      .relay()
      .catch((error: unknown) => tools.log.warn({ reason: reasonOf(error) }, 'events wait; relaying is tried again'))
      .finally(() => {
        relaying = null
        if (again) relay()
      })
  }
  const listener = listenToOutbox(databaseUrl, tools.log, relay)
  const timer = setInterval(relay, RELAY_AT_LEAST_MS)
  const schedule = startSchedule(JOBS, database, tools)
  return {
    async stop() {
      clearInterval(timer)
      await listener.close()
      // What takes minutes is taken up again at the next start.
      tools.threads.breakOff()
      await schedule.stop()
      await relaying
      await queue.stop()
    },
  }
}
