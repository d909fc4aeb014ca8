/** Where the queue lives and what lanes it has: for those who work on it, and for a restore that fills it. */
import type { PgBoss } from 'pg-boss'
import type { Lane } from './define.ts'

export const LANES: readonly (Lane | 'task')[] = ['prompt', 'bulk', 'task']

export const QUEUE = { schema: 'hx_queue', schedule: false } as const

/** A worker that was killed is missed after 15 seconds, and its jobs go to another. */
const RETRY = {
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 900,
  heartbeatSeconds: 15,
}
const DEAD_KEPT_SECONDS = 90 * 86_400

/** Makes the lanes unless they are there. */
export async function openLanes(boss: PgBoss): Promise<void> {
  await boss.createQueue('dead', { retentionSeconds: DEAD_KEPT_SECONDS, deleteAfterSeconds: DEAD_KEPT_SECONDS })
  for (const lane of LANES)
    await boss.createQueue(lane, { ...RETRY, deadLetter: 'dead', deleteAfterSeconds: 3_600, notify: true })
}
