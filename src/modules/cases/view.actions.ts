/** What is shown of cases, put together from their rows. */
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import type { Case, CaseItem, CasePage, Message } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'
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

/** Everything about one case. */
export async function showCase(
  outer: Db,
  caseId: string,
  publicUrl: string,
  now: Instant,
): Promise<z.output<typeof Case>> {
  return await outer.transaction(async (db) => {
    const item = await showItem(db, caseId, now)
    const row = await caseById(db, caseId)
    const way = row === null ? null : await wayTo(db, row, publicUrl)
    const check = await newestCheck(db, caseId)
    return {
      ...item,
      voices: await voicesShown(db, caseId),
      messages: (await messagesShown(db, caseId)).map(shownMessage),
      steps: (await stepsShown(db, caseId)).map((step) => ({ ...step, facts: shownFacts(step.kind, step.facts) })),
      watchers: await watchersShown(db, caseId),
      person: item.customer === null ? null : await customerShown(db, item.customer.id),
      resolution: await resolutionShown(db, caseId),
      check:
        check === null
          ? null
          : {
              askedAt: check.askedAt,
              endsAt: check.endsAt,
              answer: check.answer,
              comment: check.comment,
              answeredAt: check.answeredAt,
              endedAt: check.endedAt,
            },
      links: await linksShown(db, caseId),
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
