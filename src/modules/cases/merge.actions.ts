/** Cases that turn out to be one matter, or two. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { assign } from './assignment.store.ts'
import { caseClosed } from './case.events.ts'
import { caseEnded, mergedAway, noSuchCase, nothingLeft, notItsVoice, notLinked, notToItself } from './case.refusals.ts'
import {
  addStep,
  type CaseRow,
  caseById,
  lockCase,
  refreshDue,
  setMergedInto,
  setSilence,
  setStage,
  touchCase,
  voicesOf,
} from './case.store.ts'
import { endChecks } from './check.store.ts'
import { linkCases, moveConversation, moveRunningPromises, moveVoices, unlinkCases } from './link.store.ts'
import { heardOf, open } from './opening.actions.ts'
import { dropRunning, resumeAll } from './promise.actions.ts'
import { isOpen } from './stages.ts'
import { voiceById } from './voice.store.ts'

type Pair = { from: CaseRow; into: CaseRow }

/** Locks two cases in an order all agree on. */
async function lockPair(tx: Db, fromId: string, intoId: string): Promise<Pair> {
  if (fromId === intoId) throw notToItself()
  const rows = new Map<string, CaseRow>()
  for (const id of [fromId, intoId].sort()) {
    const row = await lockCase(tx, id)
    if (row === null) throw noSuchCase()
    rows.set(id, row)
  }
  const [from, into] = [rows.get(fromId), rows.get(intoId)]
  if (from === undefined || into === undefined) throw noSuchCase()
  return { from, into }
}

/** The voices, messages and running promises of one case go on in another; the first closes and points there. */
export async function merge(db: Db, asked: { caseId: string; into: string; by: string; now: Instant }): Promise<void> {
  await db.transaction(async (tx) => {
    const { from, into } = await lockPair(tx, asked.caseId, asked.into)
    if (from.mergedInto !== null || into.mergedInto !== null) throw mergedAway()
    if (!isOpen(into.stage)) throw caseEnded()
    const { by, now } = asked
    if (from.stage === 'waiting' && into.stage !== 'waiting') await resumeAll(tx, from.id, now)
    await moveVoices(tx, from.id, into.id, null)
    await moveConversation(tx, from.id, into.id)
    await moveRunningPromises(tx, from.id, into.id)
    await dropRunning(tx, from.id, now)
    await endChecks(tx, from.id, now)
    await setStage(tx, from.id, 'closed', now)
    await setSilence(tx, from.id, null)
    await setMergedInto(tx, from.id, into.id)
    await linkCases(tx, { caseId: from.id, otherId: into.id, why: 'merged', by, at: now })
    await addStep(tx, { id: newId(now), caseId: from.id, kind: 'merged', facts: { into: into.id }, by, at: now })
    await addStep(tx, { id: newId(now), caseId: into.id, kind: 'merged', facts: { from: from.id }, by, at: now })
    await touchCase(tx, into.id, 'staff', now)
    await refreshDue(tx, from.id)
    await refreshDue(tx, into.id)
    await emit(tx, caseClosed, { caseId: from.id, why: 'merged', at: now })
  })
}

/**
 * Some of a case's voices become a case of their own, with the same owner.
 *
 * @returns the new case's id
 */
export async function split(
  db: Db,
  asked: { caseId: string; feedback: readonly string[]; by: string; publicUrl: string; now: Instant },
): Promise<string> {
  return await db.transaction(async (tx) => {
    const row = await lockCase(tx, asked.caseId)
    if (row === null) throw noSuchCase()
    if (row.mergedInto !== null) throw mergedAway()
    if (!isOpen(row.stage)) throw caseEnded()
    const all = await voicesOf(tx, row.id)
    if (!asked.feedback.every((id) => all.includes(id))) throw notItsVoice()
    if (all.every((id) => asked.feedback.includes(id))) throw nothingLeft()
    const [first = ''] = all.filter((id) => asked.feedback.includes(id))
    const voice = await voiceById(tx, first)
    if (voice === null) throw notItsVoice()
    const { by, publicUrl, now } = asked
    const keep = { teamId: row.teamId, ownerId: row.ownerId }
    const opening = { feedbackId: voice.id, since: now, by, publicUrl, now, continued: true, keep }
    const fresh = await open(tx, voice, await heardOf(tx, voice), opening)
    await moveVoices(tx, row.id, fresh, asked.feedback)
    await assign(tx, { id: newId(now), caseId: fresh, ...keep, by, at: now })
    await linkCases(tx, { caseId: fresh, otherId: row.id, why: 'split', by, at: now })
    await addStep(tx, { id: newId(now), caseId: fresh, kind: 'split', facts: { from: row.id }, by, at: now })
    await addStep(tx, { id: newId(now), caseId: row.id, kind: 'split', facts: { into: fresh }, by, at: now })
    return fresh
  })
}

export async function link(db: Db, asked: { caseId: string; other: string; by: string; now: Instant }): Promise<void> {
  if (asked.caseId === asked.other) throw notToItself()
  await db.transaction(async (tx) => {
    if ((await caseById(tx, asked.caseId)) === null || (await caseById(tx, asked.other)) === null) throw noSuchCase()
    const { caseId, other: otherId, by, now } = asked
    if (await linkCases(tx, { caseId, otherId, why: 'related', by, at: now }))
      await addStep(tx, { id: newId(now), caseId, kind: 'linked', facts: { other: otherId }, by, at: now })
  })
}

export async function unlink(
  db: Db,
  asked: { caseId: string; other: string; by: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await unlinkCases(tx, asked.caseId, asked.other))) throw notLinked()
    await addStep(tx, {
      id: newId(asked.now),
      caseId: asked.caseId,
      kind: 'unlinked',
      facts: { other: asked.other },
      by: asked.by,
      at: asked.now,
    })
  })
}
