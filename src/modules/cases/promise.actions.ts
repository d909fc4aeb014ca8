/** What is done with promises: made, kept, paused, resumed. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { PROMISE_KINDS, type PromiseKind } from '../../shared/contracts/cases.ts'
import { ORDINARY_CALENDAR, type WorkCalendar } from '../../shared/time/calendar.ts'
import { addDuration, type Duration, duration, readDuration } from '../../shared/time/duration.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import type { Basis } from '../../shared/time/pause.ts'
import { promiseBroken, promiseKept } from './case.events.ts'
import {
  alreadyResolved,
  dueInPast,
  durationNeeded,
  misfits,
  neverOpen,
  noSuchCase,
  noSuchPromise,
  notBroken,
  promiseRuns,
  promiseSettled,
} from './case.refusals.ts'
import { addStep, lockCase, refreshDue } from './case.store.ts'
import type { Heard } from './condition.ts'
import { type PromiseRules, readCalendar, readPromiseRules } from './policy.store.ts'
import {
  breakPromise,
  dropPromise,
  insertPromise,
  owedBy,
  type PromiseRow,
  pausePromises,
  promiseById,
  promisesOf,
  resumePromise,
  settlePromise,
  setWhyBroken,
} from './promise.store.ts'
import { type PromiseTimes, promiseTimes, promiseUntil, resumed } from './promise.ts'
import { DEFAULT_POLICIES, DEFAULT_SILENCE, policiesFor } from './promise-policy.ts'
import { isOpen } from './stages.ts'
import { workspaceFacts } from './voice.store.ts'

/** What this workspace promises, or the house rules until it says. */
export async function promiseRules(db: Db): Promise<PromiseRules> {
  return (await readPromiseRules(db)) ?? { policies: [...DEFAULT_POLICIES], silence: DEFAULT_SILENCE }
}

/** When this workspace works: its own calendar, or ordinary office hours in its zone. */
export async function workCalendar(db: Db): Promise<WorkCalendar> {
  return (await readCalendar(db)) ?? { ...ORDINARY_CALENDAR, zone: (await workspaceFacts(db)).timezone }
}

const basisOf = (kind: 'clock' | 'calendar', calendar: WorkCalendar): Basis =>
  kind === 'clock' ? { kind } : { kind, calendar }

/** Makes what is owed to a voice heard at `start`; a kind that runs already is left as it is. */
export async function makePromises(
  tx: Db,
  caseId: string,
  heard: Heard,
  start: Instant,
  only?: readonly PromiseKind[],
): Promise<void> {
  const [{ policies }, calendar] = [await promiseRules(tx), await workCalendar(tx)]
  for (const policy of policiesFor(heard, policies)) {
    if (only !== undefined && !only.includes(policy.kind)) continue
    const times = promiseTimes(start, duration(policy.duration), basisOf(policy.basis, calendar), calendar.zone)
    if (times !== null) await addPromise(tx, { caseId, ...policy, times, by: null, now: start })
  }
  await refreshDue(tx, caseId)
}

/** What is owed to a voice that was understood otherwise before: the kinds that the case never had. */
export async function promiseMissing(tx: Db, caseId: string, heard: Heard, now: Instant): Promise<void> {
  const had = new Set((await promisesOf(tx, caseId)).map(({ kind }) => kind))
  await makePromises(
    tx,
    caseId,
    heard,
    now,
    PROMISE_KINDS.filter((kind) => !had.has(kind)),
  )
}

type Adding = {
  caseId: string
  kind: PromiseKind
  duration: string
  basis: 'clock' | 'calendar'
  times: PromiseTimes
  by: string | null
  now: Instant
}

async function addPromise(tx: Db, { caseId, kind, duration, basis, times, by, now }: Adding): Promise<string | null> {
  const id = newId(now)
  const { startsAt: madeAt, warnAt, dueAt } = times
  if (!(await insertPromise(tx, { id, caseId, kind, duration, basis, madeAt, warnAt, dueAt, by }))) return null
  await addStep(tx, { id: newId(now), caseId, kind: 'promised', facts: { kind, dueAt: isoOf(dueAt) }, by, at: now })
  return id
}

/** What the customer says next, when nothing is owed any more, is owed a word within the time of a first answer. */
export async function promiseNextWord(tx: Db, caseId: string, heard: Heard, now: Instant): Promise<void> {
  if ((await owedBy(tx, caseId)).length > 0) return
  const [{ policies }, calendar] = [await promiseRules(tx), await workCalendar(tx)]
  const answer = policiesFor(heard, policies).find(({ kind }) => kind === 'first-answer')
  if (answer === undefined) return
  const times = promiseTimes(now, duration(answer.duration), basisOf(answer.basis, calendar), calendar.zone)
  if (times !== null) await addPromise(tx, { ...answer, caseId, kind: 'next-update', times, by: null, now })
  await refreshDue(tx, caseId)
}

export type ByHand = {
  caseId: string
  kind: PromiseKind
  duration?: string | undefined
  basis?: 'clock' | 'calendar' | undefined
  dueAt?: Instant | undefined
  by: string
  now: Instant
}

/**
 * A person promises something: call back, next update by Friday …
 *
 * @returns the promise's id
 * @throws Refusal when one of the kind runs, the case has ended, or no time can be found
 */
export async function promiseByHand(db: Db, asked: ByHand): Promise<string> {
  return await db.transaction(async (tx) => {
    const row = await lockCase(tx, asked.caseId)
    if (row === null) throw noSuchCase()
    if (!isOpen(row.stage)) throw alreadyResolved()
    const calendar = await workCalendar(tx)
    const policy = (await promiseRules(tx)).policies.find(({ kind }) => kind === asked.kind)
    const basis = asked.basis ?? (asked.dueAt === undefined ? policy?.basis : undefined) ?? 'clock'
    const length = asked.dueAt === undefined ? (asked.duration ?? policy?.duration) : ''
    if (length === undefined) throw durationNeeded()
    const times = timesOf(asked, length, basisOf(basis, calendar), calendar.zone)
    const id = await addPromise(tx, {
      caseId: row.id,
      kind: asked.kind,
      duration: length,
      basis,
      times,
      by: asked.by,
      now: asked.now,
    })
    if (id === null) throw promiseRuns()
    if (row.stage === 'waiting') await pausePromises(tx, row.id, asked.now)
    await refreshDue(tx, row.id)
    return id
  })
}

function timesOf(asked: ByHand, length: string, basis: Basis, zone: string): PromiseTimes {
  if (asked.dueAt !== undefined) {
    if (asked.dueAt <= asked.now) throw dueInPast()
    return promiseUntil(asked.now, asked.dueAt, basis)
  }
  const read = readDuration(length)
  if ('fault' in read)
    throw misfits('promise.duration', 'This is not a duration.', [
      { path: 'duration', message: read.fault, code: 'not-duration' },
    ])
  const times = promiseTimes(asked.now, read.duration, basis, zone)
  if (times === null) throw neverOpen()
  return times
}

/** True when it is done after its time: a promise paused before then still has time left. */
const isLate = (promise: PromiseRow, now: Instant): boolean =>
  promise.brokenAt !== null || (now > promise.dueAt && (promise.pausedAt === null || promise.pausedAt >= promise.dueAt))

/** What was owed is done: in time it is kept, late it is broken and made good. */
export async function keepPromises(
  tx: Db,
  caseId: string,
  kinds: readonly PromiseKind[],
  by: string | null,
  now: Instant,
): Promise<void> {
  for (const promise of await owedBy(tx, caseId)) if (kinds.includes(promise.kind)) await settle(tx, promise, by, now)
  await refreshDue(tx, caseId)
}

async function settle(tx: Db, promise: PromiseRow, by: string | null, now: Instant): Promise<boolean> {
  const late = isLate(promise, now)
  if (!(await settlePromise(tx, promise.id, { now, late }))) return false
  const { id: promiseId, caseId, kind, dueAt } = promise
  if (late && promise.brokenAt === null) await writeDownBroken(tx, promise, now)
  await addStep(tx, { id: newId(now), caseId, kind: 'kept', facts: { kind, late: late ? 1 : 0 }, by, at: now })
  await emit(tx, promiseKept, { promiseId, caseId, kind, dueAt, late, at: now })
  return true
}

/** Finds one promise broken; true for the one call that did. */
export async function breakOnce(tx: Db, promise: PromiseRow, now: Instant): Promise<boolean> {
  if (!(await breakPromise(tx, promise.id, now))) return false
  await writeDownBroken(tx, promise, now)
  return true
}

async function writeDownBroken(
  tx: Db,
  { id: promiseId, caseId, kind, dueAt }: PromiseRow,
  now: Instant,
): Promise<void> {
  await addStep(tx, { id: newId(now), caseId, kind: 'broken', facts: { kind, dueAt: isoOf(dueAt) }, by: null, at: now })
  await emit(tx, promiseBroken, { promiseId, caseId, kind, dueAt, at: now })
}

/** A person says that a promise is fulfilled: they called back, they decided. */
export async function keepByHand(db: Db, asked: { promiseId: string; by: string; now: Instant }): Promise<void> {
  await db.transaction(async (tx) => {
    const promise = await promiseById(tx, asked.promiseId)
    if (promise === null || (await lockCase(tx, promise.caseId)) === null) throw noSuchPromise()
    const fresh = (await owedBy(tx, promise.caseId)).find(({ id }) => id === promise.id)
    if (fresh === undefined || !(await settle(tx, fresh, asked.by, asked.now))) throw promiseSettled()
    await refreshDue(tx, promise.caseId)
  })
}

/** What is no longer owed: withdrawn unless it is past its time, for late stays late. */
export async function dropRunning(tx: Db, caseId: string, now: Instant): Promise<void> {
  for (const promise of await owedBy(tx, caseId)) {
    if (isLate(promise, now)) await breakOnce(tx, promise, now)
    else await dropPromise(tx, promise.id, now)
  }
  await refreshDue(tx, caseId)
}

/** We wait for the customer: the clocks stop. */
export async function pauseAll(tx: Db, caseId: string, now: Instant): Promise<void> {
  await pausePromises(tx, caseId, now)
  await refreshDue(tx, caseId)
}

/** We no longer wait: what was left when the clocks stopped is left now. */
export async function resumeAll(tx: Db, caseId: string, now: Instant): Promise<void> {
  const calendar = await workCalendar(tx)
  for (const { id, madeAt, warnAt, dueAt, basis, pausedAt } of await promisesOf(tx, caseId)) {
    if (pausedAt === null) continue
    const times = resumed({ startsAt: madeAt, warnAt, dueAt }, { from: pausedAt, to: now }, basisOf(basis, calendar))
    await resumePromise(tx, id, times ?? { warnAt, dueAt })
  }
  await refreshDue(tx, caseId)
}

/** When silence that began at `since` becomes the red line. */
export async function redLine(tx: Db, since: Instant): Promise<Instant> {
  const { silence } = await promiseRules(tx)
  const length: Duration = duration(silence)
  return addDuration(since, length, (await workspaceFacts(tx)).timezone)
}

export async function explainBroken(db: Db, asked: { promiseId: string; why: string }): Promise<void> {
  if (await setWhyBroken(db, asked.promiseId, asked.why)) return
  throw (await promiseById(db, asked.promiseId)) === null ? noSuchPromise() : notBroken()
}
