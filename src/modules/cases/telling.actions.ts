/** Telling staff that a customer wrote into a case of theirs, or that what we wrote did not arrive. */
import type { Db } from '../../platform/db/db.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notify, notifyOfMore } from '../accounts/index.ts'
import { leadsFor, reachablePeople, watchersOf } from './assignment.store.ts'
import { type CaseRow, caseById } from './case.store.ts'
import { messageOfMail } from './message.store.ts'
import { toldOf } from './title.ts'

/**
 * The owner and everyone who watches hear of the customer's word; several that nobody has read are one entry.
 *
 * @param word  the message or the voice: it is told once
 */
export async function tellHeard(tx: Db, row: CaseRow, word: string, now: Instant): Promise<void> {
  const people = new Set([...(row.ownerId === null ? [] : [row.ownerId]), ...(await watchersOf(tx, row.id))])
  for (const personId of people)
    await notifyOfMore(tx, {
      personId,
      kind: 'heard',
      subject: publicIdOf('case', row.id),
      facts: toldOf(row),
      dedupe: `heard ${word}`,
      now,
    })
}

/**
 * Who wrote and who owns the case hear that a mail was given up or came back: it is theirs to send again or to call.
 * A case that nobody has is its leads'. What a notice says to many is counted where it was sent from.
 */
export async function tellUndelivered(tx: Db, mailId: string, now: Instant): Promise<void> {
  const message = await messageOfMail(tx, mailId)
  const row = message === null || message.kind === 'notice' ? null : await caseById(tx, message.caseId)
  if (message === null || row === null) return
  const theirs = [message.by, row.ownerId].filter((id) => id !== null)
  const reached = await reachablePeople(tx, theirs)
  for (const personId of reached.length > 0 ? reached : await leadsFor(tx, row.teamId))
    await notify(tx, {
      personId,
      kind: 'undelivered',
      subject: publicIdOf('case', row.id),
      facts: toldOf(row),
      dedupe: `undelivered ${message.id} ${now}`,
      now,
    })
}
