/** How the work of answering a voice begins: a case is opened, or an open one is joined. */

import { searchTokens } from '../../engine/language/search-tokens.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { familyOf, holdErasures } from '../customers/index.ts'
import { hasLowScore } from '../understanding/index.ts'
import { acknowledge } from './acknowledgement.actions.ts'
import { type Owning, route } from './assignment.actions.ts'
import { caseJoined, caseOpened } from './case.events.ts'
import { noSuchFeedback } from './case.refusals.ts'
import {
  addStep,
  caseOfVoice,
  insertCase,
  linkVoice,
  lockCase,
  lockSubject,
  nextNumber,
  openCasesOf,
  raiseUrgency,
  setSilence,
  touchCase,
} from './case.store.ts'
import type { Heard } from './condition.ts'
import { relatedCase } from './needs.ts'
import { makePromises, redLine } from './promise.actions.ts'
import { moveStage } from './stage.actions.ts'
import { subjectOf } from './subject.ts'
import { tellHeard } from './telling.actions.ts'
import { categoryKeys, customerFacts, type Voice, voiceById } from './voice.store.ts'

/** What was understood when the news was sent; the row may have been corrected since. */
export type Understood = { intent: Intent; sentiment: Sentiment; urgency: Urgency; lowScore: boolean }

/** What is known of a voice for promises and routing. */
export async function heardOf(db: Db, voice: Voice, understood?: Understood): Promise<Heard> {
  const customer = voice.customerId === null ? null : await customerFacts(db, voice.customerId)
  return {
    intent: understood?.intent ?? voice.intent ?? 'other',
    sentiment: understood?.sentiment ?? voice.sentiment ?? 'neutral',
    urgency: understood?.urgency ?? voice.urgency ?? 'normal',
    lowScore: understood?.lowScore ?? hasLowScore(voice.scores),
    wantsCall: voice.wantsCall,
    channel: voice.channel,
    tier: customer?.tier || null,
    categories: await categoryKeys(db, voice.categories),
    language: voice.language,
  }
}

export type Opening = {
  feedbackId: string
  understood?: Understood | undefined
  /** From when on the customer waits: when we received it, or now for a case opened by hand. */
  since: Instant
  by: string | null
  publicUrl: string
  now: Instant
}

export type Opened = { caseId: string; how: 'opened' | 'joined' | 'already' }

/**
 * Opens a case for a voice or lets it join a related open case of the same customer; a voice that is in a case
 * already stays there, so that this may run any number of times.
 *
 * @throws Refusal when there is no such feedback
 */
export async function openOrJoin(db: Db, opening: Opening): Promise<Opened> {
  return await db.transaction(async (tx) => {
    await holdErasures(tx)
    const voice = await voiceById(tx, opening.feedbackId)
    if (voice === null) throw noSuchFeedback()
    const customer = voice.customerId === null ? null : await customerFacts(tx, voice.customerId)
    await lockSubject(tx, customer?.id ?? voice.id)
    const there = await caseOfVoice(tx, voice.id)
    if (there !== null) return { caseId: there, how: 'already' }
    const heard = await heardOf(tx, voice, opening.understood)
    const related = await relatedOpenCase(tx, voice, heard)
    if (related !== null && (await join(tx, related, voice, heard, opening))) return { caseId: related, how: 'joined' }
    return { caseId: await open(tx, voice, heard, opening), how: 'opened' }
  })
}

async function relatedOpenCase(tx: Db, voice: Voice, heard: Heard): Promise<string | null> {
  if (voice.customerId === null) return null
  const { intent, lowScore } = heard
  const openCases = await openCasesOf(tx, await familyOf(tx, voice.customerId))
  return relatedCase({ intent, lowScore, categories: voice.categories, at: voice.occurredAt }, openCases)?.id ?? null
}

/** False when the case ended in the meantime. */
async function join(tx: Db, caseId: string, voice: Voice, heard: Heard, { since, by, now }: Opening): Promise<boolean> {
  const row = await lockCase(tx, caseId)
  if (row === null || !['new', 'acknowledged', 'working', 'waiting'].includes(row.stage)) return false
  await linkVoice(tx, { caseId, feedbackId: voice.id, continued: false, by, at: now })
  await addStep(tx, { id: newId(since), caseId, kind: 'joined', facts: { feedback: voice.id }, by, at: since })
  await touchCase(tx, caseId, 'customer', now)
  await raiseUrgency(tx, caseId, heard.urgency)
  await setSilence(tx, caseId, { since, alarmAt: await redLine(tx, since) })
  if (row.stage === 'waiting') await moveStage(tx, row, 'working', null, now)
  await makePromises(tx, caseId, heard, since)
  await tellHeard(tx, row, voice.id, now)
  await emit(tx, caseJoined, { caseId, feedbackId: voice.id, at: now })
  return true
}

/** Opens a case; also one that continues or splits off an older one (`keep`: whoever had that keeps this). */
export async function open(
  tx: Db,
  voice: Voice,
  heard: Heard,
  opening: Opening & { continued?: boolean; keep?: Owning },
): Promise<string> {
  const { since, by, now, continued = false } = opening
  const id = newId(now)
  const number = await nextNumber(tx)
  const subject = subjectOf(voice.text, voice.hidden, scoreSubject(voice, number))
  const { channel } = voice
  const { intent, sentiment, urgency } = heard
  const customer = voice.customerId === null ? null : await customerFacts(tx, voice.customerId)
  const customerId = customer?.id ?? null
  const tokens = searchTokens(`${number} ${subject} ${customer?.name ?? ''}`, 500)
  await insertCase(tx, {
    id,
    number,
    customerId,
    channel,
    subject,
    intent,
    sentiment,
    urgency,
    openedAt: since,
    alarmAt: await redLine(tx, since),
    tokens,
  })
  await linkVoice(tx, { caseId: id, feedbackId: voice.id, continued, by, at: now })
  await addStep(tx, { id: newId(since), caseId: id, kind: 'opened', facts: { channel }, by, at: since })
  await makePromises(tx, id, heard, since)
  const { teamId, ownerId } = opening.keep ?? (await route(tx, { id, number, subject }, heard, now))
  await emit(tx, caseOpened, {
    caseId: id,
    number,
    feedbackId: voice.id,
    customerId,
    channel,
    intent,
    sentiment,
    urgency,
    teamId,
    ownerId,
    at: now,
  })
  if (!voice.quiet && !continued) await acknowledge(tx, id, opening.publicUrl, now)
  return id
}

/** A voice without words is called by its scores, written so that they read the same in every language. */
const scoreSubject = ({ scores }: Voice, number: number): string =>
  scores.length === 0
    ? `#${number}`
    : scores
        .map(({ kind, value, high }) => `${kind === 'rating' ? '★' : kind.toUpperCase()} ${value}/${high}`)
        .join(' · ')
