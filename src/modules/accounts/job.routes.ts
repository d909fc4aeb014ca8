import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { deadLetters, letGo, sendAgain } from '../../platform/jobs/dead-letters.store.ts'
import type { Job, Listener } from '../../platform/jobs/define.ts'
import { lastRuns } from '../../platform/jobs/job-runs.store.ts'
import { DeadLetterList, Schedule } from '../../shared/contracts/jobs.ts'
import { noSuchLetter } from './account.refusals.ts'
import { audit } from './audit.store.ts'

const letter = z.object({ id: z.uuid() })
const SHOWN = 200

/** What runs by itself, what listens, and what failed for good. The lists are handed in by whoever knows all modules. */
export function jobRoutes(jobs: readonly Job[], listeners: readonly Listener[]): Route[] {
  const getJobs = route({
    method: 'GET',
    path: '/api/v1/jobs',
    who: can('job:read'),
    summary: 'The schedule: every job with its rhythm and last run',
    reply: Schedule,
    async run({ database }) {
      const runs = new Map((await lastRuns(database.owner)).map(({ name, ...run }) => [name, run]))
      return {
        jobs: jobs.map(({ name, every }) => ({ name, every, last: runs.get(name) ?? null })),
        listeners: listeners.map(({ name, event, lane }) => ({ name, event, lane })),
      }
    },
  })

  const getDeadLetters = route({
    method: 'GET',
    path: '/api/v1/dead-letters',
    who: can('job:read'),
    summary: 'Work that failed for good, newest first',
    reply: DeadLetterList,
    run: async ({ database, user }) => ({ items: await deadLetters(database.owner, user.workspaceId, SHOWN) }),
  })

  const postRetry = route({
    method: 'POST',
    path: '/api/v1/dead-letters/:id/retry',
    who: can('job:change'),
    summary: 'Do failed work again',
    params: letter,
    status: 202,
    async run({ database, db, user, params, now, origin }) {
      const handler = await sendAgain(database.owner, user.workspaceId, params.id)
      if (handler === null) throw noSuchLetter()
      const at = { address: origin.address, now }
      await audit(db, { by: user.id, action: 'dead-letter.retried', subject: params.id, facts: { handler }, ...at })
    },
  })

  const deleteLetter = route({
    method: 'DELETE',
    path: '/api/v1/dead-letters/:id',
    who: can('job:change'),
    summary: 'Let failed work go',
    params: letter,
    async run({ database, db, user, params, now, origin }) {
      const handler = await letGo(database.owner, user.workspaceId, params.id)
      if (handler === null) throw noSuchLetter()
      const at = { address: origin.address, now }
      await audit(db, { by: user.id, action: 'dead-letter.let-go', subject: params.id, facts: { handler }, ...at })
    },
  })

  return [getJobs, getDeadLetters, postRetry, deleteLetter]
}
