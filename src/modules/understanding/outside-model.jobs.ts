import { defineJob, type Job } from '../../platform/jobs/define.ts'
import { DAY, plus } from '../../shared/time/instant.ts'
import { forgetCalls } from './outside-model.store.ts'

const KEPT_DAYS = 90

/** Safe to run twice: it only deletes what is past its time. */
const forgetOutsideCalls = defineJob({
  name: 'understanding.forget-outside-calls',
  every: '1 hour',
  async runOnce({ database, now }) {
    return { entries: await forgetCalls(database.lookups, plus(now, -KEPT_DAYS * DAY)) }
  },
})

export const outsideModelJobs: readonly Job[] = [forgetOutsideCalls]
