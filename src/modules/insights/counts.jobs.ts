import { defineJob, type Job, type Listener, onMany } from '../../platform/jobs/define.ts'
import { dayBounds } from '../../shared/time/zone.ts'
import { workspaceZone } from '../accounts/index.ts'
import { feedbackUnderstood, understandingChanged } from '../understanding/index.ts'
import { markStale, recount, staleDays, unmark, workspacesWithStaleDays } from './counts.store.ts'

const DAYS_AT_ONCE = 40

/** Safe to run twice: a day is marked, not counted up, and counting it again gives the same. */
const countUnderstood = onMany(feedbackUnderstood, 'insights.mark-days', (heard, { db }) =>
  markStale(
    db,
    heard.map(({ occurredAt }) => occurredAt),
  ),
)

/** Safe to run twice, as above. */
const countChanged = onMany(understandingChanged, 'insights.mark-changed-days', (changed, { db }) =>
  markStale(
    db,
    changed.map(({ occurredAt }) => occurredAt),
  ),
)

/** Safe to run twice or in parallel: each day is counted anew in one transaction, and stays marked when it changed meanwhile. */
const recountDays = defineJob({
  name: 'insights.recount-days',
  every: '5 seconds',
  workspaces: workspacesWithStaleDays,
  async run({ db }) {
    const zone = await workspaceZone(db)
    const days = await staleDays(db, DAYS_AT_ONCE)
    for (const { day, marks } of days) {
      const { starts, ends } = dayBounds(day, zone)
      await db.transaction(async (tx) => {
        await recount(tx, day, starts, ends)
        await unmark(tx, day, marks)
      })
    }
    return { days: days.length }
  },
})

export const countListeners: readonly Listener[] = [countUnderstood, countChanged]
export const countJobs: readonly Job[] = [recountDays]
