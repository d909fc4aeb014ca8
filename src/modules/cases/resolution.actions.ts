/** How a case ends and begins again: resolved by us, verified only by the customer, closed by silence. */
import { hashOf } from '../../platform/auth/seal.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId, newSecret } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Outcome } from '../../shared/contracts/cases.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import { leadsFor, watchersOf } from './assignment.store.ts'
import { caseClosed, caseReopened, caseResolved, caseVerified } from './case.events.ts'
import { alreadyResolved, mergedAway, noSuchCase, noteNeeded, notResolved } from './case.refusals.ts'
import {
  addStep,
  type CaseRow,
  deleteClosure,
  insertClosure,
  lockCase,
  refreshDue,
  setSilence,
  setStage,
  touchCase,
  voicesOf,
} from './case.store.ts'
import { answerOnce, checkById, endChecks, insertCheck } from './check.store.ts'
import { resolutionLetter } from './letters.ts'
import { insertMessage } from './message.store.ts'
import { heardOf } from './opening.actions.ts'
import { say, wayTo } from './outgoing.actions.ts'
import { dropRunning, keepPromises, makePromises, redLine, resumeAll } from './promise.actions.ts'
import { isOpen } from './stages.ts'
import { toldOf } from './title.ts'
import { voiceById } from './voice.store.ts'

/** So long the customer may say whether it is solved; silence closes the case then. */
export const CHECK_STANDS = 7 * DAY

export type Resolving = {
  caseId: string
  outcome: Outcome
  note: string
  by: string
  byName: string
  publicUrl: string
  now: Instant
}

/**
 * Resolves a case: the customer reads what came of it and is asked whether it is solved. Of two who resolve at once
 * one wins.
 *
 * @throws Refusal when it is resolved already, or nothing is done and no reason given
 */
export async function resolve(db: Db, { caseId, outcome, note, by, byName, publicUrl, now }: Resolving): Promise<void> {
  if (outcome === 'no-action' && note === '') throw noteNeeded()
  await db.transaction(async (tx) => {
    const row = await lockCase(tx, caseId)
    if (row === null) throw noSuchCase()
    if (row.mergedInto !== null) throw mergedAway()
    if (!isOpen(row.stage) || !(await insertClosure(tx, { caseId, outcome, note, by, at: now })))
      throw alreadyResolved()
    if (row.stage === 'waiting') await resumeAll(tx, caseId, now)
    await keepPromises(tx, caseId, ['first-answer', 'resolution', 'decision', 'next-update'], by, now)
    await dropRunning(tx, caseId, now)
    await setStage(tx, caseId, 'resolved', now)
    await refreshDue(tx, caseId)
    await setSilence(tx, caseId, null)
    await touchCase(tx, caseId, 'staff', now)
    await tellResolution(tx, row, { outcome, note, by, agent: byName, publicUrl, now })
    await addStep(tx, { id: newId(now), caseId, kind: 'resolved', facts: { outcome }, by, at: now })
    const feedbackIds = await voicesOf(tx, caseId)
    await emit(tx, caseResolved, { caseId, outcome, customerId: row.customerId, feedbackIds, by, at: now })
  })
}

async function tellResolution(
  tx: Db,
  row: CaseRow,
  {
    outcome,
    note,
    by,
    agent,
    publicUrl,
    now,
  }: { outcome: Outcome; note: string; by: string; agent: string; publicUrl: string; now: Instant },
): Promise<void> {
  const until = plus(now, CHECK_STANDS)
  const token = newSecret(24)
  await insertCheck(tx, { id: newId(now), caseId: row.id, tokenHash: hashOf(token), askedAt: now, endsAt: until })
  const way = await wayTo(tx, row, publicUrl)
  if (way === null) return
  const words = resolutionLetter(way.addressee, {
    outcome,
    note,
    agent,
    check: `${publicUrl}/check/${token}`,
    until,
    now,
  })
  await say(tx, way, { caseId: row.id, kind: 'resolution', by, words, automatic: false, now })
}

/** A person opens a case again. */
export async function reopenByHand(db: Db, asked: { caseId: string; by: string; now: Instant }): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockCase(tx, asked.caseId)
    if (row === null) throw noSuchCase()
    if (row.mergedInto !== null) throw mergedAway()
    if (isOpen(row.stage)) throw notResolved()
    await reopen(tx, row, { why: 'staff', by: asked.by, now: asked.now })
  })
}

/** The case goes on: new promises run, and those it belongs to are told. */
export async function reopen(
  tx: Db,
  row: CaseRow,
  { why, by, now }: { why: 'check' | 'customer' | 'staff'; by: string | null; now: Instant },
): Promise<void> {
  await deleteClosure(tx, row.id)
  await endChecks(tx, row.id, now)
  await setStage(tx, row.id, 'working', now)
  await setSilence(tx, row.id, { since: now, alarmAt: await redLine(tx, now) })
  await addStep(tx, { id: newId(now), caseId: row.id, kind: 'reopened', facts: { why }, by, at: now })
  const [first] = await voicesOf(tx, row.id)
  const voice = first === undefined ? null : await voiceById(tx, first)
  if (voice !== null) await makePromises(tx, row.id, await heardOf(tx, voice), now, ['first-answer', 'resolution'])
  await emit(tx, caseReopened, { caseId: row.id, why, by, at: now })
  await tellReopened(tx, row, by, now)
}

async function tellReopened(tx: Db, row: CaseRow, by: string | null, now: Instant): Promise<void> {
  const owners = row.ownerId === null ? await leadsFor(tx, row.teamId) : [row.ownerId]
  for (const personId of new Set([...owners, ...(await watchersOf(tx, row.id))])) {
    if (personId === by) continue
    await notify(tx, {
      personId,
      kind: 'reopened',
      subject: publicIdOf('case', row.id),
      facts: toldOf(row),
      dedupe: `reopened ${row.id} ${now}`,
      now,
    })
  }
}

export type CheckAnswer = { checkId: string; answer: 'yes' | 'no'; comment: string; now: Instant }

/**
 * The customer says whether it is solved. Yes verifies, no reopens; a word with it joins the conversation. It counts
 * once, also after silence closed the case; never opens another case.
 *
 * @returns what became of it; 'gone' when the case went on in the meantime
 */
export async function answerCheck(
  db: Db,
  { checkId, answer, comment, now }: CheckAnswer,
): Promise<'yes' | 'no' | 'answered' | 'gone'> {
  return await db.transaction(async (tx) => {
    const asked = await checkById(tx, checkId)
    const row = asked === null ? null : await lockCase(tx, asked.caseId)
    const check = await checkById(tx, checkId)
    if (check === null || row === null) return 'gone'
    if (check.answeredAt !== null) return 'answered'
    const silenced = check.endedAt !== null && row.stage === 'closed' && row.mergedInto === null
    if (row.stage !== 'resolved' && !silenced) return 'gone'
    if (!(await answerOnce(tx, checkId, { answer, comment, at: now }))) return 'answered'
    await addStep(tx, {
      id: newId(now),
      caseId: row.id,
      kind: 'checked',
      facts: { answer, comment },
      by: null,
      at: now,
    })
    if (comment !== '') await keepComment(tx, row.id, checkId, comment, now)
    if (answer === 'no') await reopen(tx, row, { why: 'check', by: null, now })
    else await verify(tx, row, now)
    return answer
  })
}

async function keepComment(tx: Db, caseId: string, checkId: string, text: string, now: Instant): Promise<void> {
  await insertMessage(tx, {
    id: newId(now),
    caseId,
    direction: 'in',
    kind: 'check',
    by: null,
    channel: 'web',
    text,
    sourceId: `check ${checkId}`,
    at: now,
  })
  await touchCase(tx, caseId, 'customer', now)
}

async function verify(tx: Db, row: CaseRow, now: Instant): Promise<void> {
  await setStage(tx, row.id, 'verified', now)
  await touchCase(tx, row.id, 'customer', now)
  await emit(tx, caseVerified, { caseId: row.id, customerId: row.customerId, at: now })
}

/** Nobody answered in time: the case closes, which is not the same as verified. Safe to run twice. */
export async function closeBySilence(
  db: Db,
  asked: { checkId: string; caseId: string; now: Instant },
): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const row = await lockCase(tx, asked.caseId)
    const check = await checkById(tx, asked.checkId)
    if (
      row === null ||
      check === null ||
      check.answeredAt !== null ||
      check.endedAt !== null ||
      check.endsAt > asked.now
    )
      return false
    await endChecks(tx, row.id, asked.now)
    if (row.stage !== 'resolved') return false
    await setStage(tx, row.id, 'closed', asked.now)
    await addStep(tx, {
      id: newId(asked.now),
      caseId: row.id,
      kind: 'closed',
      facts: { why: 'silence' },
      by: null,
      at: asked.now,
    })
    await emit(tx, caseClosed, { caseId: row.id, why: 'silence', at: asked.now })
    return true
  })
}
