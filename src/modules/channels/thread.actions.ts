import type { Db } from '../../platform/db/db.ts'
import { houseTransport, type Sender } from '../../platform/mail/transport.ts'
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

/**
 * The SMTP server of a mailbox and the address it writes from. One that only reads has its mails sent by the
 * installation's server, and the answers come to it; null when there is neither.
 */
export async function senderOf(db: Db, mailboxId: string, tools: Tools): Promise<Sender | null> {
  const mailbox = await mailboxById(db, mailboxId)
  if (mailbox === null) return null
  const { smtp, name, address, userName, passwordSealed } = mailbox
  if (smtp !== null)
    return { ...smtp, user: userName, password: tools.seal.open(passwordSealed), from: { name, address } }
  const house = await houseTransport(db, tools)
  return house && { ...house, replyTo: address }
}
