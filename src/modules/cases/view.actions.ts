/** What is shown of cases, put together from their rows. */
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { Case, CaseItem, CasePage, CaseVoice, Message } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { questionsAbout, reasonsIn, valueItem, valueView } from '../understanding/index.ts'
import { noSuchCase, noSuchMessage } from './case.refusals.ts'
import { caseById } from './case.store.ts'
import { type Listed, listCases, listedCase, type Wanted } from './case-list.store.ts'
import {
  customerShown,
  linksShown,
  type MessageShown,
  messagesShown,
  promisesOfCases,
  resolutionShown,
  stepsShown,
  type VoiceShown,
  voicesShown,
  watchersShown,
} from './case-view.store.ts'
import { deliveryOf, shownPromise } from './case-view.ts'
import { newestCheck } from './check.store.ts'
import { wayTo } from './outgoing.actions.ts'
import { shownFacts } from './step-facts.ts'

async function withPromises(db: Db, rows: readonly Listed[], now: Instant): Promise<z.output<typeof CaseItem>[]> {
  const promises =
    rows.length === 0
      ? []
      : await promisesOfCases(
          db,
          rows.map(({ id }) => id),
        )
  return rows.map((row) => ({
    ...row,
    promises: promises.filter(({ caseId }) => caseId === row.id).map((each) => shownPromise(each, now)),
  }))
}

/** One page of a view. */
export async function showList(
  outer: Db,
  wanted: Wanted & { me: string; now: Instant; limit: number; cursor?: string | undefined },
): Promise<z.output<typeof CasePage>> {
  return await outer.transaction(async (db) => {
    const { items, nextCursor } = await listCases(db, wanted)
    return { items: await withPromises(db, items, wanted.now), nextCursor }
  })
}

export async function showItem(db: Db, caseId: string, now: Instant): Promise<z.output<typeof CaseItem>> {
  const row = await listedCase(db, caseId)
  if (row === null) throw noSuchCase()
  const [item] = await withPromises(db, [row], now)
  if (item === undefined) throw noSuchCase()
  return item
}

const shownMessage = ({ mailState, mailFault, mailReason, ...message }: MessageShown): z.output<typeof Message> => ({
  ...message,
  delivery: deliveryOf({ direction: message.direction, mailState, mailFault, mailReason }),
})

type Check = NonNullable<Awaited<ReturnType<typeof newestCheck>>>

const shownCheck = ({ askedAt, endsAt, answer, comment, answeredAt, endedAt }: Check) => ({
  askedAt,
  endsAt,
  answer,
  comment,
  answeredAt,
  endedAt,
})

/** Voices with what to ask about those that are vague. */
async function withQuestions(db: Db, voices: readonly VoiceShown[]): Promise<z.output<typeof CaseVoice>[]> {
  const questions = await questionsAbout(
    db,
    voices.flatMap(({ id, understanding: u }) =>
      u === null ? [] : [{ id, value: valueItem(u), intent: u.intent, sentiment: u.sentiment, categories: u.inOrder }],
    ),
  )
  return voices.map(({ understanding: u, ...voice }) => {
    if (u === null) return { ...voice, understanding: null }
    const { inOrder: _, valueRelevant, valueAuthentic, valueSpecific, valueTimely, ...shown } = u
    const reasons = reasonsIn({ valueRelevant, valueAuthentic, valueSpecific, valueTimely })
    return { ...voice, understanding: { ...shown, value: valueView(reasons, questions.get(voice.id) ?? null) } }
  })
}

/** Everything about one case. */
export async function showCase(
  outer: Db,
  caseId: string,
  publicUrl: string,
  now: Instant,
): Promise<z.output<typeof Case>> {
  return await outer.transaction(async (db) => {
    // Asked in one go: a transaction sends its questions without waiting for the answers before.
    const [item, row, check, voices, messages, steps, watchers, resolution, links] = await Promise.all([
      showItem(db, caseId, now),
      caseById(db, caseId),
      newestCheck(db, caseId),
      voicesShown(db, caseId),
      messagesShown(db, caseId),
      stepsShown(db, caseId),
      watchersShown(db, caseId),
      resolutionShown(db, caseId),
      linksShown(db, caseId),
    ])
    const [way, person, asked] = await Promise.all([
      row === null ? null : wayTo(db, row, publicUrl),
      item.customer === null ? null : customerShown(db, item.customer.id),
      withQuestions(db, voices),
    ])
    return {
      ...item,
      voices: asked,
      messages: messages.map(shownMessage),
      steps: steps.map((step) => ({ ...step, facts: shownFacts(step.kind, step.facts) })),
      watchers,
      person,
      resolution,
      check: check === null ? null : shownCheck(check),
      links,
      mergedInto: row?.mergedInto ?? null,
      replyBy: way?.to != null ? { by: 'email', to: way.to } : { by: 'status-page', to: way?.addressee.code ?? '' },
      statusPage: way?.addressee.link ?? null,
    }
  })
}

export async function showMessage(db: Db, caseId: string, messageId: string): Promise<z.output<typeof Message>> {
  const message = (await messagesShown(db, caseId)).find(({ id }) => id === messageId)
  if (message === undefined) throw noSuchMessage()
  return shownMessage(message)
}
