/** Setting mailboxes up, and reading them. */
import type { Db } from '../../platform/db/db.ts'
import { Refusal, reasonOf } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { faultOf } from '../../platform/mail/fault.ts'
import { type ImapAccess, readNewMail, tryImap } from '../../platform/mail/imap.ts'
import { type IncomingMail, parseMail } from '../../platform/mail/parse.ts'
import { type SmtpAccess, trySmtp } from '../../platform/mail/smtp.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit, changesOf } from '../accounts/index.ts'
import { takeMail } from './mail.actions.ts'
import { mailboxTaken, noSuchMailbox, passwordNeeded } from './mail.refusals.ts'
import {
  deleteMailbox,
  insertMailbox,
  mailboxById,
  reached,
  readBadly,
  readWell,
  setPaused,
  updateMailbox,
} from './mailbox.store.ts'
import type { Mailbox, MailboxDraft, MailServer } from './mailbox.ts'

type Act = { by: string; address: string; now: Instant; tools: Tools }

const placeOf = (server: MailServer | null) => server && `${server.host}:${server.port}`

/** As the log keeps it: no secrets, servers by host and port. */
const told = ({ address, name, userName, imap, smtp }: MailboxDraft) => ({
  address,
  name,
  userName,
  imap: placeOf(imap),
  smtp: placeOf(smtp),
})

export async function addMailbox(
  db: Db,
  draft: MailboxDraft & { password?: string | undefined },
  { by, address, now, tools }: Act,
): Promise<string> {
  const { password } = draft
  if (password === undefined) throw passwordNeeded()
  const id = newId(now)
  await db.transaction(async (tx) => {
    if (!(await insertMailbox(tx, id, draft, tools.seal.close(password), now))) throw mailboxTaken(draft.address)
    await audit(tx, { by, action: 'mailbox.added', subject: id, facts: { named: draft.address }, address, now })
  })
  return id
}

export async function changeMailbox(
  db: Db,
  id: string,
  draft: MailboxDraft & { password?: string | undefined },
  { by, address, now, tools }: Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    const sealed = draft.password === undefined ? null : tools.seal.close(draft.password)
    const before = await mailboxById(tx, id)
    if (before === null || !(await updateMailbox(tx, id, draft, sealed))) throw noSuchMailbox()
    const facts = { named: draft.address, ...changesOf(told(before), told(draft)), newPassword: sealed !== null }
    await audit(tx, { by, action: 'mailbox.changed', subject: id, facts, address, now })
  })
}

export async function pauseMailbox(db: Db, id: string, paused: boolean, { by, address, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const mailbox = await mailboxById(tx, id)
    if (mailbox === null || !(await setPaused(tx, id, paused))) throw noSuchMailbox()
    const action = paused ? 'mailbox.paused' : 'mailbox.resumed'
    await audit(tx, { by, action, subject: id, facts: { named: mailbox.address }, address, now })
  })
}

export async function removeMailbox(db: Db, id: string, { by, address, now }: Act): Promise<void> {
  await db.transaction(async (tx) => {
    const mailbox = await mailboxById(tx, id)
    if (mailbox === null || !(await deleteMailbox(tx, id))) throw noSuchMailbox()
    await audit(tx, { by, action: 'mailbox.removed', subject: id, facts: { named: mailbox.address }, address, now })
  })
}

const access = (server: MailServer, mailbox: Mailbox, tools: Tools): ImapAccess & SmtpAccess => ({
  ...server,
  user: mailbox.userName,
  password: tools.seal.open(mailbox.passwordSealed),
})

type Trial = { ok: boolean; fault: string | null; detail: string }

/** Signs in to both servers and says what each answered. */
export async function tryMailbox(
  db: Db,
  id: string,
  tools: Tools,
): Promise<{ imap: Trial | null; smtp: Trial | null }> {
  const mailbox = await mailboxById(db, id)
  if (mailbox === null) throw noSuchMailbox()
  const trial = async (
    server: MailServer | null,
    attempt: (to: ImapAccess & SmtpAccess) => Promise<string>,
  ): Promise<Trial | null> => {
    if (server === null) return null
    try {
      return { ok: true, fault: null, detail: await attempt(access(server, mailbox, tools)) }
    } catch (error) {
      const { fault, said } = faultOf(error)
      return { ok: false, fault, detail: said }
    }
  }
  const imap = await trial(mailbox.imap, async (to) => `${(await tryImap(to)).messages}`)
  const smtp = await trial(mailbox.smtp, async (to) => await trySmtp(to))
  return { imap, smtp }
}

/** Takes a mail. One that the database will not have is left, and said, so that those behind it are read. */
async function takeOrLeave(
  db: Db,
  mailbox: Mailbox,
  { parsed, uid }: { parsed: IncomingMail; uid: number },
  now: Instant,
  tools: Tools,
): Promise<void> {
  try {
    await db.transaction((tx) => takeMail(tx, mailbox, parsed, now))
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'unavailable') throw error
    tools.log.error(
      { mailbox: mailbox.id, uid, reason: reasonOf(error) },
      'a mail could not be taken and was left unread',
    )
  }
}

/** Reads what is new in a mailbox. A mail that cannot be read is skipped and said; it never stops the ones behind it. */
export async function readMailbox(db: Db, mailbox: Mailbox, now: Instant, tools: Tools): Promise<number> {
  if (mailbox.imap === null) return 0
  try {
    const count = await readNewMail(access(mailbox.imap, mailbox, tools), mailbox, async (mails, place) => {
      for (const mail of mails) {
        const parsed = mail.source === null ? null : await parseMail(mail.source)
        if (parsed === null)
          tools.log.warn(
            { mailbox: mailbox.id, uid: mail.uid },
            'a mail over 25 MB, or one that is none, was left unread',
          )
        else await takeOrLeave(db, mailbox, { parsed, uid: mail.uid }, now, tools)
      }
      await db.transaction((tx) => reached(tx, mailbox.id, place))
    })
    await readWell(db, mailbox.id, now)
    return count
  } catch (error) {
    await readBadly(db, mailbox.id, faultOf(error), now)
    throw error
  }
}
