/** Sends what is queued. Every mail leaves at least once; one whose sender was killed leaves again under its Message-ID. */
import { type Instant, plus } from '../../shared/time/instant.ts'
import type { Db } from '../db/db.ts'
import { reasonOf } from '../errors.ts'
import { defineJob, emit, type Job } from '../jobs/define.ts'
import type { Tools } from '../tools.ts'
import { faultOf, type MailFault } from './fault.ts'
import { mailFailed, mailSent } from './mail.events.ts'
import { type DueMail, markSent, markUnsent, takeDue, workspacesWithMail } from './mail.store.ts'
import { isFinal, LEASE, nextTry, type Trouble } from './pace.ts'
import { houseTransport, type Letterbox, openLetterbox, type Sender } from './transport.ts'

/** How many are on their way at once. */
const AT_ONCE = 5
/** One beat sends no more of a workspace, so that a large campaign of one does not hold up the others. */
const MOST = 200

/**
 * Who sends for a mailbox: its own SMTP server and address. The module that owns mailboxes hands this in; null when the
 * mailbox is gone or has no server of its own.
 */
export type TransportFor = (db: Db, mailboxId: string, tools: Tools) => Promise<Sender | null>

const NO_SERVER = { fault: 'no-server', said: 'no mail server is set up' } as const

/** The job `mail.send`. Safe to run twice or in parallel: a mail is held by one sender at a time. */
export function mailJob(transportFor: TransportFor = async () => null): Job {
  return defineJob({
    name: 'mail.send',
    every: '5 seconds',
    workspaces: workspacesWithMail,
    async run({ db, tools }) {
      const boxes = new Map<string | null, Letterbox | null>()
      const counts = { sent: 0, again: 0, failed: 0 }
      try {
        for (let taken = 0; taken < MOST; ) {
          const now = tools.now()
          const mails = await takeDue(db, now, plus(now, LEASE), AT_ONCE)
          if (mails.length === 0) break
          taken += mails.length
          for (const { mailboxId } of mails)
            if (!boxes.has(mailboxId)) boxes.set(mailboxId, await boxFor(db, mailboxId, tools, transportFor))
          const ends = await Promise.all(
            mails.map((mail) => sendOne(db, mail, boxes.get(mail.mailboxId) ?? null, tools)),
          )
          for (const end of ends) counts[end] += 1
        }
      } finally {
        for (const box of boxes.values()) box?.close()
      }
      return counts
    },
  })
}

async function boxFor(
  db: Db,
  mailboxId: string | null,
  tools: Tools,
  transportFor: TransportFor,
): Promise<Letterbox | null> {
  try {
    const own = mailboxId === null ? null : await transportFor(db, mailboxId, tools)
    const sender = own ?? (await houseTransport(db, tools))
    return sender === null ? null : await openLetterbox(sender)
  } catch (error) {
    // A mailbox that cannot be opened must not hold up the others: its mails are tried again later.
    tools.log.warn({ mailboxId, reason: reasonOf(error) }, 'a mailbox cannot be opened for sending')
    return { send: () => Promise.reject(error), close: () => undefined }
  }
}

async function sendOne(
  db: Db,
  mail: DueMail,
  box: Letterbox | null,
  tools: Tools,
): Promise<'sent' | 'again' | 'failed'> {
  if (box === null) return await unsent(db, mail, null, NO_SERVER, tools.now())
  try {
    await box.send(db, mail)
  } catch (error) {
    const next = isFinal(troubleOf(error)) ? null : nextTry(mail.attempts, tools.now())
    return await unsent(db, mail, next, faultOf(error), tools.now())
  }
  const now = tools.now()
  await db.transaction(async (tx) => {
    if (await markSent(tx, mail.id, now))
      await emit(tx, mailSent, { mailId: mail.id, messageId: mail.messageId, at: now })
  })
  return 'sent'
}

async function unsent(
  db: Db,
  mail: DueMail,
  next: Instant | null,
  why: { fault: MailFault; said: string },
  now: Instant,
): Promise<'again' | 'failed'> {
  await db.transaction(async (tx) => {
    const marked = await markUnsent(tx, mail.id, next, why)
    if (marked && next === null)
      await emit(tx, mailFailed, { mailId: mail.id, messageId: mail.messageId, reason: why.said, at: now })
  })
  return next === null ? 'failed' : 'again'
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Error)) return {}
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined
  return { code, responseCode }
}
