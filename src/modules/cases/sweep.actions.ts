/** What happens when time passes: warnings, broken promises, the red line. Each is found once, whoever looks. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { NotificationKind } from '../../shared/contracts/notifications.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import { leadsFor, peopleOfRoles, watchersOf } from './assignment.store.ts'
import { caseAlarmed } from './case.events.ts'
import { addStep, type CaseRow, casesToAlarm, lockCase, raiseAlarm, refreshDue } from './case.store.ts'
import { breakOnce } from './promise.actions.ts'
import { markWarned, promiseById, promisesDue, promisesToWarn } from './promise.store.ts'
import { toldOf } from './title.ts'

const BATCH = 200

type Telling = { kind: NotificationKind; facts: Record<string, string | number>; dedupe: string; now: Instant }

async function tell(
  tx: Db,
  row: CaseRow,
  people: readonly string[],
  { kind, facts, dedupe, now }: Telling,
): Promise<void> {
  const about = { ...toldOf(row), ...facts }
  for (const personId of new Set(people))
    await notify(tx, { personId, kind, subject: publicIdOf('case', row.id), facts: about, dedupe, now })
}

/** Warns owners (the leads, where nobody owns the case) of promises that have used three quarters of their time. */
export async function warnOfPromises(db: Db, now: Instant): Promise<number> {
  let warned = 0
  for (const { id, caseId } of await promisesToWarn(db, now, BATCH)) {
    warned += await db.transaction(async (tx) => {
      const row = await lockCase(tx, caseId)
      if (row === null || !(await markWarned(tx, id, now))) return 0
      const promise = await promiseById(tx, id)
      const people = row.ownerId === null ? await leadsFor(tx, row.teamId) : [row.ownerId]
      const facts = { promise: promise?.kind ?? '', due: isoOf(promise?.dueAt ?? now) }
      await tell(tx, row, people, { kind: 'due', facts, dedupe: `due ${id}`, now })
      return 1
    })
  }
  return warned
}

/** Writes down every promise past its time and escalates it to the team's lead. */
export async function findBroken(db: Db, now: Instant): Promise<number> {
  let broken = 0
  for (const { id, caseId } of await promisesDue(db, now, BATCH)) {
    broken += await db.transaction(async (tx) => {
      const row = await lockCase(tx, caseId)
      const promise = await promiseById(tx, id)
      if (row === null || promise === null || !(await breakOnce(tx, promise, now))) return 0
      const leads = await leadsFor(tx, row.teamId)
      const people = [...leads, ...(row.ownerId === null ? [] : [row.ownerId]), ...(await watchersOf(tx, caseId))]
      await tell(tx, row, people, {
        kind: 'broken',
        facts: { promise: promise.kind, due: isoOf(promise.dueAt) },
        dedupe: `broken ${id}`,
        now,
      })
      for (const to of leads)
        await addStep(tx, {
          id: newId(now),
          caseId,
          kind: 'escalated',
          facts: { kind: promise.kind, to },
          by: null,
          at: now,
        })
      await refreshDue(tx, caseId)
      return 1
    })
  }
  return broken
}

/** Raises the alarm where nobody spoke to the customer up to the red line: to the lead, and to all who run the place. */
export async function alarmSilence(db: Db, now: Instant): Promise<number> {
  let alarmed = 0
  for (const { id } of await casesToAlarm(db, now, BATCH)) {
    alarmed += await db.transaction(async (tx) => {
      const row = await lockCase(tx, id)
      const raised = row === null ? null : await raiseAlarm(tx, id, now)
      if (row === null || raised === null) return 0
      const people = [...(await leadsFor(tx, row.teamId)), ...(await peopleOfRoles(tx, ['manager', 'admin', 'owner']))]
      await tell(tx, row, people, {
        kind: 'alarm',
        facts: { since: isoOf(raised.since) },
        dedupe: `alarm ${id} ${raised.since}`,
        now,
      })
      await addStep(tx, {
        id: newId(now),
        caseId: id,
        kind: 'alarmed',
        facts: { since: isoOf(raised.since) },
        by: null,
        at: now,
      })
      await emit(tx, caseAlarmed, { caseId: id, since: raised.since, at: now })
      return 1
    })
  }
  return alarmed
}
