/** What we say to a customer, and by which way it goes: by mail to those with an address, else on the status page. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { isAddress } from '../../platform/mail/address.ts'
import { queueMail } from '../../platform/mail/mail.store.ts'
import type { WrittenLetter } from '../../shared/letters/letter.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { listeningMailbox, rememberSent, threadOf } from '../channels/index.ts'
import { recordContact } from '../customers/index.ts'
import { addStep, type CaseRow, casesOf, voicesOf } from './case.store.ts'
import { type Addressee, letterLocale } from './letters.ts'
import { insertMessage, mailThreadOf, type NewMessage } from './message.store.ts'
import { isMachineAddress } from './sender.ts'
import { customerFacts, type Voice, voiceById, workspaceFacts } from './voice.store.ts'

/** How the customer of a case is reached. `to` is null for those without an address. */
export type Way = {
  voice: Voice
  addressee: Addressee
  to: string | null
  /** The mailbox that writes, so that answers are heard; null when none is read. */
  mailboxId: string | null
  headers: Record<string, string>
  /** The subject of the mail conversation the customer began. */
  subject: string | null
}

/** The way to the customer of a case; null when none of its voices is there any more. */
export async function wayTo(db: Db, row: Pick<CaseRow, 'id' | 'customerId'>, publicUrl: string): Promise<Way | null> {
  const voices = await Promise.all((await voicesOf(db, row.id)).map((id) => voiceById(db, id)))
  const present = voices.filter((each): each is Voice => each !== null)
  const voice = present.find(({ channel }) => channel === 'email') ?? present[0]
  if (voice === undefined) return null
  const [customer, workspace, thread, listening] = await Promise.all([
    row.customerId === null ? null : customerFacts(db, row.customerId),
    workspaceFacts(db),
    voice.channel === 'email' ? threadOf(db, voice.id) : null,
    listeningMailbox(db),
  ])
  const addresses = voice.demo ? [] : [thread?.to, customer?.email]
  const to = addresses.find((address) => address != null && isAddress(address)) ?? null
  const mailboxId = thread?.mailboxId ?? listening
  const addressee = {
    heard: mailboxId !== null,
    locale: letterLocale(voice.language, customer?.locale ?? null, workspace.locale),
    name: customer?.name ?? '',
    code: voice.queryCode,
    link: `${publicUrl}/track/${voice.queryCode}`,
    house: { name: workspace.name, colour: workspace.colour, pronoun: workspace.pronoun },
    zone: workspace.timezone,
  }
  const headers = await threadHeaders(db, row.id, thread)
  return { voice, addressee, to, mailboxId, headers, subject: thread?.subject || null }
}

async function threadHeaders(
  db: Db,
  caseId: string,
  thread: { inReplyTo: string | null; references: string } | null,
): Promise<Record<string, string>> {
  const own = thread === null ? await mailThreadOf(db, caseId) : []
  const inReplyTo = thread === null ? own.at(-1) : thread.inReplyTo
  const references = thread === null ? own.slice(-10).join(' ') : thread.references
  return {
    ...(inReplyTo != null && { 'In-Reply-To': inReplyTo }),
    ...(references !== '' && { References: references }),
  }
}

type Words = WrittenLetter & { plain: string }
type Saying = Pick<NewMessage, 'kind' | 'by' | 'attachments'> & {
  caseId: string
  words: Words
  automatic: boolean
  now: Instant
}

/**
 * Puts a message into the conversation and sends it on its way. What goes out by itself is marked so (RFC 3834) and
 * never goes to a machine.
 *
 * @returns the message's id and the way it went
 */
export async function say(
  tx: Db,
  way: Way,
  { caseId, kind, by, words, attachments = [], automatic, now }: Saying,
): Promise<{ messageId: string; by: 'email' | 'status-page' }> {
  const messageId = newId(now)
  const mailed = way.to !== null && !(automatic && isMachineAddress(way.to)) ? await mail(way.to) : null
  await insertMessage(tx, {
    id: messageId,
    caseId,
    direction: 'out',
    kind,
    by,
    channel: mailed === null ? 'web' : 'email',
    text: words.plain,
    mailId: mailed,
    attachments,
    at: now,
  })
  if (mailed !== null && way.voice.customerId !== null) {
    await recordContact(tx, {
      customerId: way.voice.customerId,
      channel: 'email',
      kind: kind === 'message' ? 'reply' : kind,
      subject: messageId,
      at: now,
    })
  }
  return { messageId, by: mailed === null ? 'status-page' : 'email' }

  async function mail(to: string): Promise<string> {
    const queued = await queueMail(tx, {
      dedupe: `message ${messageId}`,
      to,
      subject: way.subject === null ? words.subject : `Re: ${way.subject}`,
      text: words.text,
      html: words.html,
      headers: { ...way.headers, ...(automatic && { 'Auto-Submitted': 'auto-replied' }) },
      attachments,
      mailboxId: way.mailboxId,
      now,
    })
    await rememberSent(tx, { messageId: queued.messageId, feedbackId: way.voice.id, at: now })
    return queued.mailId
  }
}

type Shown = { id: string; feedbackIds: readonly string[]; text: string; mailId: string | null; at: Instant }

/**
 * Shows in every conversation about these voices that the customer was told what came of them: whoever opens one of
 * them sees it. It owes nothing and does nothing to the case; where no case answers the voices there is nothing to
 * show. The notice itself is the caller's.
 */
export async function showNotice(tx: Db, notice: Shown): Promise<void> {
  for (const caseId of await casesOf(tx, notice.feedbackIds)) await showIn(tx, caseId, notice)
}

async function showIn(tx: Db, caseId: string, notice: Shown): Promise<void> {
  const id = newId(notice.at)
  const made = await insertMessage(tx, {
    id,
    caseId,
    direction: 'out',
    kind: 'notice',
    by: null,
    channel: notice.mailId === null ? 'web' : 'email',
    text: notice.text,
    mailId: notice.mailId,
    sourceId: `notice ${notice.id} ${caseId}`,
    at: notice.at,
  })
  if (made)
    await addStep(tx, { id: newId(notice.at), caseId, kind: 'told', facts: { message: id }, by: null, at: notice.at })
}
