import type { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit, sendTask } from '../../platform/jobs/define.ts'
import { isAddress } from '../../platform/mail/address.ts'
import { type MailSeen, mailStates, queueMail } from '../../platform/mail/mail.store.ts'
import type { Notice, NoticePage, NoticePreview } from '../../shared/contracts/notices.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { formatDay } from '../../shared/words/format.ts'
import { pickLocale } from '../../shared/words/locale.ts'
import { isMachineAddress, showNotice } from '../cases/index.ts'
import { type MailThread, rememberSent, threadOf } from '../channels/index.ts'
import { recordContact } from '../customers/index.ts'
import { fillPlaces, improvementById, noSuchImprovement, unknownPlacesIn } from '../improvements/index.ts'
import { noticeSent, tellingAsked } from './notice.events.ts'
import {
  anyRecipient,
  countRecipients,
  type House,
  houseOf,
  insertNotice,
  type NoticeRow,
  noticesOf,
  type Recipient,
  recipientsToTell,
  type Spoken,
  setMail,
  spokenBy,
  voicesBehind,
} from './notice.store.ts'
import { type Written, wantsNoMail, writeNotice } from './notice.ts'

export type Telling = {
  improvementId: string
  title: string
  notice: string
  /** Only those behind these voices; null for everyone linked. */
  only: readonly string[] | null
  /** When the change reached customers or the voice was linked. */
  happenedAt: Instant
  now: Instant
  publicUrl: string
}

const PART = 500

/**
 * Tells everyone behind the voices once; of a long list the first part, and asks for the rest. Run twice, or by two
 * workers at once, nobody is told twice: the recipient is unique, and the mail is queued in the transaction that takes
 * the place.
 *
 * @returns how many were told now
 */
export async function tellVoices(db: Db, telling: Telling): Promise<number> {
  const house = await houseOf(db)
  const recipients = await recipientsToTell(db, telling.improvementId, telling.only, PART)
  let told = 0
  for (const recipient of recipients) if (await tellOne(db, recipient, house, telling)) told += 1
  const { improvementId, title, notice, only, happenedAt } = telling
  if (recipients.length === PART)
    await sendTask(db, tellingAsked, { improvementId, title, notice, only: only && [...only], happenedAt })
  return told
}

async function tellOne(db: Db, recipient: Recipient, house: House, telling: Telling): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const spoken = await spokenBy(tx, recipient)
    if (spoken === null) return false
    const thread = spoken.channel === 'email' ? await threadOf(tx, recipient.feedbackId) : null
    const written = write(spoken, house, telling)
    const to = addressFor(spoken, thread)
    const id = newId(telling.now)
    const by = to === null ? 'status-page' : 'email'
    // What is quiet belongs to the past: it was told when the change came, not when this history was loaded.
    const at = spoken.quiet ? telling.happenedAt : telling.now
    if (
      !(await insertNotice(tx, { ...recipient, id, improvementId: telling.improvementId, by, text: written.plain, at }))
    )
      return false
    const mailId = to === null ? null : await mailNotice(tx, { id, to, thread, written, recipient, at })
    const feedbackIds = await voicesBehind(tx, telling.improvementId, recipient)
    await showNotice(tx, { id, feedbackIds, text: written.plain, mailId, at })
    const { feedbackId, customerId } = recipient
    await emit(tx, noticeSent, { noticeId: id, improvementId: telling.improvementId, feedbackId, customerId, by, at })
    return true
  })
}

/** Where a mail may go: into their own thread, else to the address we know; null when none may. */
function addressFor(spoken: Spoken, thread: MailThread | null): string | null {
  if (spoken.quiet || wantsNoMail(spoken.attributes)) return null
  return (
    [thread?.to, spoken.email].find((address) => address != null && isAddress(address) && !isMachineAddress(address)) ??
    null
  )
}

function localeFor(spoken: Spoken, house: House): Locale {
  return pickLocale([spoken.language ?? '', spoken.customerLocale ?? ''], house.locale)
}

function write(
  spoken: Spoken,
  house: House,
  { title, notice, publicUrl, now }: Pick<Telling, 'title' | 'notice' | 'publicUrl' | 'now'>,
): Written {
  const locale = localeFor(spoken, house)
  return writeNotice(
    {
      locale,
      name: spoken.name,
      house,
      code: spoken.queryCode,
      link: `${publicUrl}/track/${spoken.queryCode}`,
      title,
      template: notice,
      said: spoken.text,
      date: formatDay(locale, spoken.occurredAt, house.timezone, now),
    },
    fillPlaces,
  )
}

type Mailing = {
  id: string
  to: string
  thread: MailThread | null
  written: Written
  recipient: Recipient
  at: Instant
}

async function mailNotice(tx: Db, { id, to, thread, written, recipient, at }: Mailing): Promise<string> {
  const queued = await queueMail(tx, {
    dedupe: `notice ${id}`,
    to,
    subject: thread?.subject ? `Re: ${thread.subject}` : written.subject,
    text: written.text,
    html: written.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(thread?.inReplyTo && { 'In-Reply-To': thread.inReplyTo }),
      ...(thread?.references && { References: thread.references }),
    },
    mailboxId: thread?.mailboxId ?? null,
    now: at,
  })
  await setMail(tx, id, queued.mailId)
  await rememberSent(tx, { messageId: queued.messageId, feedbackId: recipient.feedbackId, at })
  if (recipient.customerId !== null) {
    await recordContact(tx, { customerId: recipient.customerId, channel: 'email', kind: 'notice', subject: id, at })
  }
  return queued.mailId
}

/** Who was told what, and how each notice fares. */
export async function noticePage(
  db: Db,
  improvementId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<z.output<typeof NoticePage>> {
  return await db.transaction(async (tx) => {
    if ((await improvementById(tx, improvementId)) === null) throw noSuchImprovement()
    const [at, id] = readCursor(cursor, 2) ?? []
    const rows = await noticesOf(
      tx,
      improvementId,
      at === undefined ? null : { at: Number(at) as Instant, id: String(id) },
      limit + 1,
    )
    const shown = rows.slice(0, limit)
    const mails = new Map(
      (
        await mailStates(
          tx,
          shown.flatMap(({ mailId }) => mailId ?? []),
        )
      ).map((mail) => [mail.id, mail]),
    )
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.map((row) => viewOf(row, row.mailId === null ? undefined : mails.get(row.mailId))),
      nextCursor: last === undefined ? null : cursorOf([last.sentAt, last.id]),
      ...(await countRecipients(tx, improvementId)),
    }
  })
}

function viewOf({ mailId: _, feedbackId: feedback, ...row }: NoticeRow, mail: MailSeen | undefined): Notice {
  const underWay = mail?.state === 'queued' || mail?.state === 'sending' ? 'waiting' : mail?.state
  const state = row.seenAt === null ? (underWay ?? 'shown') : 'seen'
  return { ...row, feedback, state, fault: mail?.fault ?? null, reason: mail?.reason ?? null }
}

/** What one of those who asked would read. */
export async function previewNotice(
  db: Db,
  improvementId: string,
  asked: { text: string; now: Instant; publicUrl: string },
): Promise<z.output<typeof NoticePreview>> {
  return await db.transaction(async (tx) => {
    const improvement = await improvementById(tx, improvementId)
    if (improvement === null) throw noSuchImprovement()
    const unknownPlaces = unknownPlacesIn(asked.text)
    const recipient = await anyRecipient(tx, improvementId)
    const spoken = recipient === null ? null : await spokenBy(tx, recipient)
    if (spoken === null) return { locale: null, subject: '', text: '', unknownPlaces }
    const house = await houseOf(tx)
    const { subject, text } = write(spoken, house, { ...asked, title: improvement.title, notice: asked.text })
    return { locale: localeFor(spoken, house), subject, text, unknownPlaces }
  })
}
