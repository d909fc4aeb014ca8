/** Telling staff what is theirs. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { NotificationKind } from '../../shared/contracts/notifications.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notificationAdded } from './account.events.ts'
import { addToUnread, insertNotification } from './notification.store.ts'

export type Told = {
  personId: string
  kind: NotificationKind
  subject: string
  facts: Record<string, string | number>
  dedupe: string
  now: Instant
}

/**
 * Tells a person something once, in the transaction of its cause.
 *
 * @param told.subject outside id of what it is about (`case_…`): the bell opens it
 * @param told.facts   fill the words `notification.<kind>`
 * @param told.dedupe  the same text tells the same person nothing again
 * @returns false when it had been told, or when they do not belong to the workspace
 */
export async function notify(tx: Db, told: Told): Promise<boolean> {
  const id = newId(told.now)
  if (!(await insertNotification(tx, { ...told, id }))) return false
  await emit(tx, notificationAdded, { notificationId: id, personId: told.personId, kind: told.kind, at: told.now })
  return true
}

/**
 * Tells a person that something went on. What they have not read yet about the same subject is counted up in the fact
 * `n` and moves to the top, so that five messages are one entry. The caller holds the lock of the subject.
 */
export async function notifyOfMore(tx: Db, told: Told): Promise<void> {
  const id = await addToUnread(tx, told)
  if (id === null) await notify(tx, { ...told, facts: { ...told.facts, n: 1 } })
  else await emit(tx, notificationAdded, { notificationId: id, personId: told.personId, kind: told.kind, at: told.now })
}
