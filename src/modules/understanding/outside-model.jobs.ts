import { defineJob, type Job } from '../../platform/jobs/define.ts'
import { DAY, plus } from '../../shared/time/instant.ts'
import { forgetCalls, giveBackLost, workspacesWithLostShares } from './outside-model.store.ts'

const KEPT_DAYS = 90

/** Safe to run twice: it only deletes what is past its time. */
const forgetOutsideCalls = defineJob({
  name: 'understanding.forget-outside-calls',
  every: '1 hour',
  async runOnce({ database, now }) {
    return { entries: await forgetCalls(database.lookups, plus(now, -KEPT_DAYS * DAY)) }
  },
})

/** Safe to run twice or in parallel: a share is given back by whoever ends its call in the database first. */
const giveBackShares = defineJob({
  name: 'understanding.give-back-shares',
  every: '1 minute',
  workspaces: workspacesWithLostShares,
  run: async ({ db, now }) => ({ shares: await db.transaction((tx) => giveBackLost(tx, now)) }),
})

export const outsideModelJobs: readonly Job[] = [forgetOutsideCalls, giveBackShares]
