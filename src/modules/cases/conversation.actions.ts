/** What is said in a case: by staff to each other, by staff to the customer, and by the customer. */
import { loadJudges } from '../../engine/analysis/judges.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Models } from '../../platform/files/models.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { retryMail } from '../../platform/mail/mail.store.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import { holdErasures } from '../customers/index.ts'
import { erasedAmong } from '../feedback/index.ts'
import { takeIfFree } from './assignment.actions.ts'
import { addWatcher, reachablePeople } from './assignment.store.ts'
import { caseHeard, caseNoted, caseReplied } from './case.events.ts'
import {
  mergedAway,
  movedOn,
  noSuchCase,
  noSuchFile,
  noSuchMessage,
  noSuchPerson,
  notRetryable,
} from './case.refusals.ts'
import {
  addStep,
  type CaseRow,
  caseById,
  caseOfVoice,
  lockCase,
  lockSubject,
  setSilence,
  touchCase,
  voicesOf,
} from './case.store.ts'
import { replyLetter } from './letters.ts'
import { linkCases } from './link.store.ts'
import { hasMessage, insertMessage, mailOf, spokenSince } from './message.store.ts'
import { heardOf, open, openOrJoin } from './opening.actions.ts'
import { say, wayTo } from './outgoing.actions.ts'
import { keepPromises, promiseNextWord, redLine } from './promise.actions.ts'
import { reopen } from './resolution.actions.ts'
import { moveStage } from './stage.actions.ts'
import { afterCustomerSpoke, afterReply } from './stages.ts'
import { tellHeard } from './telling.actions.ts'
import { onlyThanks } from './thanks.ts'
import { toldOf } from './title.ts'
import { knownFiles, voiceById } from './voice.store.ts'

type Writing = {
  caseId: string
  text: string
  attachments: readonly string[]
  by: string
  now: Instant
}

/**
 * A person answers the customer: it goes out, keeps the promises of an answer, and ends the silence.
 *
 * @returns the message's id
 */
export async function reply(
  db: Db,
  said: Writing & { byName: string; wait: boolean; publicUrl: string; after?: string | null | undefined },
): Promise<string> {
  const { caseId, text, attachments, by, byName, wait, publicUrl, after, now } = said
  return await db.transaction(async (tx) => {
    const row = await lockForWriting(tx, caseId, attachments)
    // Two who answer at once would tell the customer two things: the second reads the first before sending.
    if (after !== undefined && (await spokenSince(tx, caseId, after, by))) throw movedOn()
    const way = await wayTo(tx, row, publicUrl)
    if (way === null) throw noSuchCase()
    const words = { ...replyLetter(way.addressee, text, byName), plain: text }
    const { messageId } = await say(tx, way, { caseId, kind: 'message', by, words, attachments, automatic: false, now })
    await addStep(tx, { id: newId(now), caseId, kind: 'replied', facts: { message: messageId }, by, at: now })
    await touchCase(tx, caseId, 'staff', now)
    await setSilence(tx, caseId, null)
    await keepPromises(tx, caseId, ['first-answer', 'next-update'], by, now)
    await takeIfFree(tx, row, by, now)
    await moveStage(tx, row, afterReply(row.stage, wait), by, now)
    const feedbackIds = await voicesOf(tx, caseId)
    await emit(tx, caseReplied, { caseId, messageId, customerId: row.customerId, feedbackIds, by, at: now })
    return messageId
  })
}

/** A note for staff only; those it mentions are told and watch from then on. */
export async function addNote(
  db: Db,
  said: Writing & { byName: string; mentions: readonly string[] },
): Promise<string> {
  const { caseId, text, attachments, mentions, by, byName, now } = said
  return await db.transaction(async (tx) => {
    const row = await lockForWriting(tx, caseId, attachments)
    if ((await reachablePeople(tx, mentions)).length < new Set(mentions).size) throw noSuchPerson('mentions')
    const id = newId(now)
    await insertMessage(tx, {
      id,
      caseId,
      direction: 'note',
      kind: 'message',
      by,
      channel: 'web',
      text,
      mentions,
      attachments,
      at: now,
    })
    await addStep(tx, { id: newId(now), caseId, kind: 'noted', facts: { message: id }, by, at: now })
    for (const personId of new Set(mentions)) {
      await addWatcher(tx, caseId, personId)
      if (personId === by) continue
      const facts = { ...toldOf(row), by: byName }
      await notify(tx, {
        personId,
        kind: 'mentioned',
        subject: publicIdOf('case', caseId),
        facts,
        dedupe: `mentioned ${id}`,
        now,
      })
    }
    await emit(tx, caseNoted, { caseId, messageId: id, by, at: now })
    return id
  })
}

async function lockForWriting(tx: Db, caseId: string, attachments: readonly string[]): Promise<CaseRow> {
  const row = await lockCase(tx, caseId)
  if (row === null) throw noSuchCase()
  if (row.mergedInto !== null) throw mergedAway()
  if ((await knownFiles(tx, attachments)).length < new Set(attachments).size) throw noSuchFile()
  return row
}

/** Sends a message whose mail failed once more. */
export async function retryMessage(db: Db, asked: { caseId: string; messageId: string; now: Instant }): Promise<void> {
  const message = await mailOf(db, asked.caseId, asked.messageId)
  if (message === null) throw noSuchMessage()
  if (message.mailId === null || !(await retryMail(db, message.mailId, asked.now))) throw notRetryable()
}

export type CustomerMessage = {
  /** The voice that the conversation began with. */
  feedbackId: string
  text: string
  channel: 'email' | 'web'
  /** What makes it once: the mail's Message-ID, the form's own id. */
  sourceId: string
  attachments: readonly string[]
  /** Written by a machine: kept, but nobody spoke. */
  auto: boolean
  models: Models
  publicUrl: string
  now: Instant
}

/**
 * The customer writes on. The message joins their case, opens it again when it ended at most 14 days ago, and begins a
 * new one linked to it after that. Where no case is yet, one is opened: whoever writes twice wants an answer.
 *
 * @returns false when this message was taken before
 */
export async function addCustomerMessage(db: Db, message: CustomerMessage): Promise<boolean> {
  return await db.transaction(async (tx) => {
    await holdErasures(tx)
    if ((await erasedAmong(tx, [message.feedbackId])).size > 0) return false
    await lockSubject(tx, message.feedbackId)
    if (await hasMessage(tx, message.sourceId)) return false
    const caseId = await caseFor(tx, message)
    if (caseId === null) return false
    const { text, channel, sourceId, attachments, auto, models, now } = message
    const id = newId(now)
    if (
      !(await insertMessage(tx, {
        id,
        caseId,
        direction: 'in',
        kind: 'message',
        by: null,
        channel,
        text,
        sourceId,
        attachments,
        at: now,
      }))
    )
      return false
    if (auto) return true
    if (onlyThanks(text, loadJudges(models))) await noteThanks(tx, caseId, id, now)
    else await hear(tx, caseId, id, now)
    return true
  })
}

/** The case a message belongs to; null for a machine's word where nobody waits for one. */
async function caseFor(
  tx: Db,
  { feedbackId, text, auto, models, publicUrl, now }: CustomerMessage,
): Promise<string | null> {
  const there = await caseOfVoice(tx, feedbackId)
  const row = there === null ? null : await targetOf(tx, there)
  if (row === null)
    return auto ? null : (await openOrJoin(tx, { feedbackId, since: now, by: null, publicUrl, now })).caseId
  const thanks = onlyThanks(text, loadJudges(models))
  if (auto || thanks || afterCustomerSpoke(row.stage, row.stageAt, now) !== 'continues') return row.id
  const voice = await voiceById(tx, feedbackId)
  if (voice === null) return row.id
  const heard = await heardOf(tx, voice)
  const fresh = await open(tx, voice, heard, { feedbackId, since: now, by: null, publicUrl, now, continued: true })
  await linkCases(tx, { caseId: fresh, otherId: row.id, why: 'continues', by: null, at: now })
  await addStep(tx, { id: newId(now), caseId: fresh, kind: 'continued', facts: { from: row.id }, by: null, at: now })
  return fresh
}

/** Where the work of a case goes on after merges. */
async function targetOf(tx: Db, caseId: string): Promise<CaseRow | null> {
  let row = await caseById(tx, caseId)
  for (let hops = 0; row?.mergedInto != null && hops < 20; hops++) row = await caseById(tx, row.mergedInto)
  return row
}

/** A thank-you is heard, and changes nothing: nobody owes an answer to it. */
async function noteThanks(tx: Db, caseId: string, messageId: string, now: Instant): Promise<void> {
  await addStep(tx, { id: newId(now), caseId, kind: 'heard', facts: { message: messageId }, by: null, at: now })
  const row = await lockCase(tx, caseId)
  if (row !== null) await tellHeard(tx, row, messageId, now)
  await emit(tx, caseHeard, { caseId, messageId, customerId: row?.customerId ?? null, at: now })
}

async function hear(tx: Db, caseId: string, messageId: string, now: Instant): Promise<void> {
  const row = await lockCase(tx, caseId)
  if (row === null) return
  await addStep(tx, { id: newId(now), caseId, kind: 'heard', facts: { message: messageId }, by: null, at: now })
  await touchCase(tx, caseId, 'customer', now)
  await setSilence(tx, caseId, { since: now, alarmAt: await redLine(tx, now) })
  const word = afterCustomerSpoke(row.stage, row.stageAt, now)
  if (word === 'works-again') await moveStage(tx, row, 'working', null, now)
  if (word === 'reopens') await reopen(tx, row, { why: 'customer', by: null, now })
  else await tellHeard(tx, row, messageId, now)
  const [first] = await voicesOf(tx, caseId)
  const voice = first === undefined ? null : await voiceById(tx, first)
  if (voice !== null) await promiseNextWord(tx, caseId, await heardOf(tx, voice), now)
  await emit(tx, caseHeard, { caseId, messageId, customerId: row.customerId, at: now })
}
