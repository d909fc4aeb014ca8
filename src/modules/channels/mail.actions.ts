/** What is done with a mail that came in: feedback, a message of a conversation, or news about one of ours. */
import type { Db } from '../../platform/db/db.ts'
import { saveFile } from '../../platform/files/files.actions.ts'
import { emit } from '../../platform/jobs/define.ts'
import { faultOfAnswer } from '../../platform/mail/fault.ts'
import type { IncomingMail } from '../../platform/mail/parse.ts'
import { DAY, type Instant, plus } from '../../shared/time/instant.ts'
import { receiveFeedbackIn } from '../feedback/index.ts'
import { mailArrived, mailBounced } from './mail.events.ts'
import { kindOfMail } from './mail-kind.ts'
import { answered, freshText, plainSubject } from './mail-thread.ts'
import type { Mailbox } from './mailbox.ts'
import {
  conversationBySubject,
  conversationOf,
  isKnown,
  mailByMessageId,
  markDelivered,
  markReturned,
  rememberMessage,
} from './thread.store.ts'

const SAME_SUBJECT_WITHIN = 14 * DAY
const LONGEST_TEXT = 20_000

export type Taken = 'feedback' | 'message' | 'bounce' | 'receipt' | 'ignored' | 'known'

/** Takes one mail, once, in the caller's transaction. */
export async function takeMail(
  tx: Db,
  mailbox: Pick<Mailbox, 'id' | 'address'>,
  mail: IncomingMail,
  now: Instant,
): Promise<Taken> {
  const kind = kindOfMail({
    headers: mail.headers,
    from: mail.from?.address ?? null,
    hasReport: mail.delivery !== null,
  })
  if (kind === 'bounce') return await takeReport(tx, mail, now)
  if (mail.from === null || mail.from.address === mailbox.address.toLowerCase()) return 'ignored'
  if (await isKnown(tx, mail.messageId)) return 'known'
  const conversation = await findConversation(tx, mail, mail.from.address, now)
  if (conversation !== null) return await takeMessage(tx, conversation, mail, kind !== 'person', now)
  return kind === 'person' ? await takeVoice(tx, mailbox, mail, now) : 'ignored'
}

async function findConversation(tx: Db, mail: IncomingMail, from: string, now: Instant): Promise<string | null> {
  const byHeader = await conversationOf(tx, answered(mail))
  if (byHeader !== null) return byHeader
  const subject = plainSubject(mail.subject)
  const isAnswer = subject !== mail.subject.trim() && subject !== ''
  return isAnswer ? await conversationBySubject(tx, from, subject, plus(now, -SAME_SUBJECT_WITHIN)) : null
}

async function takeMessage(
  tx: Db,
  feedbackId: string,
  mail: IncomingMail,
  auto: boolean,
  now: Instant,
): Promise<Taken> {
  await rememberMessage(tx, { messageId: mail.messageId, feedbackId, direction: 'in', at: now })
  const attachments = await saveFiles(tx, mail, now)
  await emit(tx, mailArrived, {
    feedbackId,
    messageId: mail.messageId,
    from: mail.from?.address ?? '',
    text: cut(freshText(mail.text)),
    attachments,
    auto,
    at: now,
  })
  return 'message'
}

/** No half character at the end: no JSON of the database takes one. */
const cut = (text: string): string => text.slice(0, LONGEST_TEXT).toWellFormed()

async function takeVoice(tx: Db, mailbox: Pick<Mailbox, 'id'>, mail: IncomingMail, now: Instant): Promise<Taken> {
  const subject = plainSubject(mail.subject)
  const body = freshText(mail.text)
  const words = (body.startsWith(subject) ? body : `${subject}\n${body}`).trim()
  // A photo without a word is a voice too.
  const text = cut(words || mail.files.map(({ name }) => name).join('\n'))
  if (text === '') return 'ignored'
  const attachments = await saveFiles(tx, mail, now)
  const occurredAt = mail.date === null || mail.date > now ? now : mail.date
  const [received] = await receiveFeedbackIn(
    tx,
    [
      {
        channel: 'email',
        sourceId: mail.messageId.slice(0, 200),
        text,
        customer: { email: mail.from?.address ?? '', ...(mail.from?.name && { name: mail.from.name }) },
        occurredAt,
        attachments,
        facts: { subject, from: mail.from?.address ?? '', mailbox: mailbox.id },
      },
    ],
    { now },
  )
  if (received === undefined || received.status === 'refused') return 'ignored'
  await rememberMessage(tx, { messageId: mail.messageId, feedbackId: received.id, direction: 'in', at: now })
  return received.status === 'added' ? 'feedback' : 'known'
}

/** What becomes of a mail of ours by what is reported of it: late, or handed to a server that reports nothing, is still sent. */
const REPORTED: Readonly<Record<string, 'delivered' | 'sent'>> = {
  delivered: 'delivered',
  delayed: 'sent',
  relayed: 'sent',
  expanded: 'sent',
}

async function takeReport(tx: Db, mail: IncomingMail, now: Instant): Promise<Taken> {
  const delivery = mail.delivery
  const ids = delivery?.about != null ? [delivery.about, ...answered(mail)] : answered(mail)
  for (const messageId of ids) {
    const ours = await mailByMessageId(tx, messageId)
    if (ours === null) continue
    const reported = REPORTED[delivery?.action ?? '']
    if (reported === 'sent') return 'ignored'
    if (reported === 'delivered') return (await markDelivered(tx, ours.id)) ? 'receipt' : 'known'
    const reason = [delivery?.status, delivery?.diagnostic || mail.subject].filter(Boolean).join(' ').slice(0, 300)
    if (!(await markReturned(tx, ours.id, faultOfAnswer({ text: reason }), reason))) return 'known'
    await emit(tx, mailBounced, {
      mailId: ours.id,
      recipient: ours.recipient,
      reason,
      permanent: !(delivery?.status ?? '5').startsWith('4'),
      at: now,
    })
    return 'bounce'
  }
  return 'ignored'
}

async function saveFiles(tx: Db, mail: IncomingMail, now: Instant): Promise<string[]> {
  const ids: string[] = []
  for (const file of mail.files) ids.push(await saveFile(tx, { ...file, now }))
  return ids
}
