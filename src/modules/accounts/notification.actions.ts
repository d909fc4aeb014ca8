/** Telling staff what is theirs. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { NotificationKind } from '../../shared/contracts/notifications.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notificationAdded } from './account.events.ts'
import { insertNotification } from './notification.store.ts'

/**
 * Tells a person something once, in the transaction of its cause.
 *
 * @param told.subject outside id of what it is about (`case_…`): the bell opens it
 * @param told.facts   fill the words `notification.<kind>`
 * @param told.dedupe  the same text tells the same person nothing again
 * @returns false when it had been told, or when they do not belong to the workspace
 */
export async function notify(
  tx: Db,
  told: {
    personId: string
    kind: NotificationKind
    subject: string
    facts: Record<string, string | number>
    dedupe: string
    now: Instant
  },
): Promise<boolean> {
  const id = newId(told.now)
  if (!(await insertNotification(tx, { ...told, id }))) return false
  await emit(tx, notificationAdded, { notificationId: id, personId: told.personId, kind: told.kind, at: told.now })
  return true
}
