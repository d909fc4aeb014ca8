import type { EventKind } from '../../platform/events/event.ts'
import { defineJob, type Job, type Listener, onMany } from '../../platform/jobs/define.ts'
import { dateIn, dayBounds, plusDays } from '../../shared/time/zone.ts'
import { workspaceZone } from '../accounts/index.ts'
import {
  caseClosed,
  caseJoined,
  caseMoved,
  caseOpened,
  caseReopened,
  caseReplied,
  caseResolved,
  promiseBroken,
  promiseKept,
} from '../cases/index.ts'
import { noticeSent } from '../outreach/index.ts'
import {
  markEchoOf,
  markEchoOfTold,
  markMissing,
  markWaited,
  staleEchoDays,
  unmarkEcho,
  workspacesWithStaleEchoDays,
  writeEchoDay,
} from './echo-days.store.ts'
import { echoCounts } from './echo-rate.store.ts'

const DAYS_AT_ONCE = 40

/** Safe to run twice, as all listeners here: a day is marked, not counted up, and counting it again gives the same. */
const marking = <Payload extends { caseId: string }>(event: EventKind<Payload>): Listener =>
  onMany(event, `insights.mark-echo-${event.name.replace('.', '-')}`, (heard, { db }) =>
    markEchoOf(
      db,
      heard.map(({ caseId }) => caseId),
    ),
  )

/** A merge moves voices and promises, and ends a wait. */
const markClosed = onMany(caseClosed, 'insights.mark-echo-case-closed', async (closed, { db }) => {
  await markEchoOf(
    db,
    closed.map(({ caseId }) => caseId),
  )
  await markWaited(
    db,
    closed.filter(({ why }) => why === 'merged'),
  )
})

/** When a wait for the customer ends, promises are put off to other days. */
const markMoved = onMany(caseMoved, 'insights.mark-echo-case-moved', async (moved, { db }) => {
  const waited = moved.filter(({ from }) => from === 'waiting')
  if (waited.length === 0) return
  await markEchoOf(
    db,
    waited.map(({ caseId }) => caseId),
  )
  await markWaited(db, waited)
})

const markTold = onMany(noticeSent, 'insights.mark-echo-notice-sent', (sent, { db }) => markEchoOfTold(db, sent))

/** Safe to run twice or in parallel: each day is counted anew in one transaction, and stays marked when it changed meanwhile. */
const recountEcho = defineJob({
  name: 'insights.recount-echo',
  every: '5 seconds',
  workspaces: workspacesWithStaleEchoDays,
  async run({ db, now }) {
    const zone = await workspaceZone(db)
    const today = dateIn(now, zone)
    const missing = await markMissing(db, plusDays(today, -1), zone)
    const days = await staleEchoDays(db, today, DAYS_AT_ONCE)
    for (const { day, marks } of days) {
      const { starts, ends } = dayBounds(day, zone)
      await db.transaction(async (tx) => {
        await writeEchoDay(tx, day, zone, await echoCounts(tx, starts, ends))
        await unmarkEcho(tx, day, marks)
      })
    }
    return { days: days.length, missing }
  },
})

export const echoListeners: readonly Listener[] = [
  marking(caseOpened),
  marking(caseJoined),
  marking(caseReplied),
  marking(caseResolved),
  marking(caseReopened),
  marking(promiseKept),
  marking(promiseBroken),
  markClosed,
  markMoved,
  markTold,
]
export const echoJobs: readonly Job[] = [recountEcho]
