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
import { markWarned, type PromiseRow, promiseById, promisesDue, promisesToWarn } from './promise.store.ts'
import { toldOf } from './title.ts'

const BATCH = 200
/** One run does no more, so that one workspace does not hold up the others. */
const MOST = 2_000

/** Does every one of the rows that `find` gives, batch by batch; counts those that this call did first. */
async function sweep<Row>(
  find: (limit: number) => Promise<Row[]>,
  one: (row: Row) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for (let seen = 0; seen < MOST; ) {
    const rows = await find(BATCH)
    for (const row of rows) if (await one(row)) done += 1
    seen += rows.length
    if (rows.length < BATCH) break
  }
  return done
}

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

type Found = { id: string; caseId: string }

/** Warns owners (the leads, where nobody owns the case) of promises that have used three quarters of their time. */
export function warnOfPromises(db: Db, now: Instant): Promise<number> {
  const warn = ({ id, caseId }: Found) =>
    db.transaction(async (tx) => {
      const row = await lockCase(tx, caseId)
      if (row === null || !(await markWarned(tx, id, now))) return false
      const promise = await promiseById(tx, id)
      const people = row.ownerId === null ? await leadsFor(tx, row.teamId) : [row.ownerId]
      const facts = { promise: promise?.kind ?? '', due: isoOf(promise?.dueAt ?? now) }
      await tell(tx, row, people, { kind: 'due', facts, dedupe: `due ${id}`, now })
      return true
    })
  return sweep((limit) => promisesToWarn(db, now, limit), warn)
}

/** Writes down every promise past its time and escalates it to the team's lead. */
export function findBroken(db: Db, now: Instant): Promise<number> {
  const find = ({ id, caseId }: Found) =>
    db.transaction(async (tx) => {
      const row = await lockCase(tx, caseId)
      const promise = await promiseById(tx, id)
      if (row === null || promise === null || !(await breakOnce(tx, promise, now))) return false
      await escalate(tx, row, promise, now)
      await refreshDue(tx, caseId)
      return true
    })
  return sweep((limit) => promisesDue(db, now, limit), find)
}

/** The lead takes over what was promised and not kept; the owner and those who watch are told as well. */
async function escalate(tx: Db, row: CaseRow, { id, kind, dueAt }: PromiseRow, now: Instant): Promise<void> {
  const leads = await leadsFor(tx, row.teamId)
  const people = [...leads, ...(row.ownerId === null ? [] : [row.ownerId]), ...(await watchersOf(tx, row.id))]
  await tell(tx, row, people, {
    kind: 'broken',
    facts: { promise: kind, due: isoOf(dueAt) },
    dedupe: `broken ${id}`,
    now,
  })
  for (const to of leads) {
    await addStep(tx, { id: newId(now), caseId: row.id, kind: 'escalated', facts: { kind, to }, by: null, at: now })
  }
}

/** Raises the alarm where nobody spoke to the customer up to the red line: to the lead, and to all who run the place. */
export function alarmSilence(db: Db, now: Instant): Promise<number> {
  const alarm = ({ id }: { id: string }) =>
    db.transaction(async (tx) => {
      const row = await lockCase(tx, id)
      const raised = row === null ? null : await raiseAlarm(tx, id, now)
      if (row === null || raised === null) return false
      const since = isoOf(raised.since)
      const people = [...(await leadsFor(tx, row.teamId)), ...(await peopleOfRoles(tx, ['manager', 'admin', 'owner']))]
      await tell(tx, row, people, { kind: 'alarm', facts: { since }, dedupe: `alarm ${id} ${raised.since}`, now })
      await addStep(tx, { id: newId(now), caseId: id, kind: 'alarmed', facts: { since }, by: null, at: now })
      await emit(tx, caseAlarmed, { caseId: id, since: raised.since, at: now })
      return true
    })
  return sweep((limit) => casesToAlarm(db, now, limit), alarm)
}
