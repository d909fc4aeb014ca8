import type { Db } from '../../platform/db/db.ts'
import type { SmtpAccess } from '../../platform/mail/smtp.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { referencesOf } from './mail-thread.ts'
import { mailboxById } from './mailbox.store.ts'
import { messagesOf, originOf, rememberMessage } from './thread.store.ts'

export type MailThread = {
  /** The subject without Re:. */
  subject: string
  /** Who wrote the first mail. */
  to: string
  mailboxId: string | null
  inReplyTo: string | null
  references: string
}

/** How to answer in the mail conversation that began with this feedback; null when it did not come by mail. */
export async function threadOf(db: Db, feedbackId: string): Promise<MailThread | null> {
  const origin = await originOf(db, feedbackId)
  if (origin === null) return null
  const messages = await messagesOf(db, feedbackId)
  const newest = messages.findLast(({ direction }) => direction === 'in')
  return {
    ...origin,
    inReplyTo: newest?.messageId ?? null,
    references: referencesOf(messages.map(({ messageId }) => messageId)),
  }
}

/** Notes a mail of ours, so that answers to it find their conversation, whatever channel it began on. */
export async function rememberSent(
  tx: Db,
  sent: { messageId: string; feedbackId: string; at: Instant },
): Promise<void> {
  await rememberMessage(tx, { ...sent, direction: 'out' })
}

/** The SMTP server of a mailbox and the address it writes from; null when it has none. */
export async function senderOf(
  db: Db,
  mailboxId: string,
  tools: Tools,
): Promise<(SmtpAccess & { from: { name: string; address: string } }) | null> {
  const mailbox = await mailboxById(db, mailboxId)
  if (mailbox?.smtp == null) return null
  return {
    ...mailbox.smtp,
    user: mailbox.userName,
    password: tools.seal.open(mailbox.passwordSealed),
    from: { name: mailbox.name, address: mailbox.address },
  }
}
