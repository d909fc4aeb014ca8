import { DAY, isoOf, plus } from '../../shared/time/instant.ts'
import { forgetRelayed } from '../events/outbox.store.ts'
import { forgetReplies } from '../http/idempotency.store.ts'
import { forgetWindows } from '../http/limits.store.ts'
import { defineJob, type Job } from './define.ts'

/** Safe to run twice: it only deletes what is past its time. */
const tidy = defineJob({
  name: 'platform.tidy',
  every: '10 minutes',
  async runOnce({ database, now }) {
    const events = await forgetRelayed(database.owner, isoOf(plus(now, -DAY)))
    const replies = await forgetReplies(database.owner, isoOf(plus(now, -7 * DAY)))
    const windows = await forgetWindows(database.owner, isoOf(plus(now, -DAY)))
    return { events, replies, windows }
  },
})

export const platformJobs: readonly Job[] = [tidy]
