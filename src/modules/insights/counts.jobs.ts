import { defineJob, type Job, type Listener, onMany } from '../../platform/jobs/define.ts'
import { feedbackUnderstood, understandingChanged } from '../understanding/index.ts'
import { recountStale } from './counts.actions.ts'
import { markStale, workspacesWithStaleDays } from './counts.store.ts'

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
  run: async ({ db }) => ({ days: await recountStale(db, DAYS_AT_ONCE) }),
})

export const countListeners: readonly Listener[] = [countUnderstood, countChanged]
export const countJobs: readonly Job[] = [recountDays]
