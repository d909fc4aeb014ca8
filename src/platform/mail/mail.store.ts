/** The queue of outgoing mail, table `mails`: written in the transaction of its cause, sent by the job `mail.send`. */
import { type Instant, isoOf } from '../../shared/time/instant.ts'
import { at, type Db, json, type Lookups, type Query, sql } from '../db/db.ts'
import { newId } from '../ids.ts'
import { checkHeaders, isAddress, oneLine } from './address.ts'
import type { MailFault } from './fault.ts'

export type MailState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed'

export type NewMail = {
  /** Says what the mail is for: the same text queues no second one, however often its cause is handled. */
  dedupe: string
  /** One address. */
  to: string
  subject: string
  text: string
  html?: string | undefined
  /** Further heads, for example In-Reply-To and Auto-Submitted. */
  headers?: Readonly<Record<string, string>>
  /** Ids of attachments. */
  attachments?: readonly string[]
  /** The mailbox that sends it; without one the installation's SMTP server does. */
  mailboxId?: string | null
  now: Instant
}

export type Queued = {
  mailId: string
  messageId: string
  /** False when a mail for this cause was there already: it is the one named. */
  added: boolean
}

/** Nobody can ever have an address here, so nothing is sent: the demo's customers live there. @source RFC 6761, section 6.4 */
const NOWHERE = '.invalid'

/**
 * Queues a mail in the transaction of its cause.
 *
 * @throws RangeError when the address or a head cannot stand in a mail: callers check what people typed
 */
export async function queueMail(tx: Db, mail: NewMail): Promise<Queued> {
  if (!isAddress(mail.to)) throw new RangeError('mail: not an address')
  checkHeaders(mail.headers ?? {})
  const mailId = newId(mail.now)
  const messageId = `<${mailId}@mail.huixiang>`
  const nowhere = mail.to.endsWith(NOWHERE)
  const added = await tx.run(sql`
    INSERT INTO mails (id, dedupe, mailbox_id, recipient, subject, text, html, headers, attachments, message_id, state, next_at, sent_at, created_at)
    VALUES (${mailId}, ${mail.dedupe}, ${mail.mailboxId ?? null}, ${mail.to}, ${oneLine(mail.subject).slice(0, 500)}, ${mail.text},
      ${mail.html ?? null}, ${json(mail.headers ?? {})}, ${[...(mail.attachments ?? [])]}::uuid[], ${messageId},
      ${nowhere ? 'delivered' : 'queued'}, ${nowhere ? null : isoOf(mail.now)}::timestamptz, ${nowhere ? isoOf(mail.now) : null}::timestamptz, ${at(mail.now)})
    ON CONFLICT (workspace_id, dedupe) DO NOTHING`)
  if (added === 1) return { mailId, messageId, added: true }
  const there = await tx.one<{ mailId: string; messageId: string }>(sql`
    SELECT id AS "mailId", message_id AS "messageId" FROM mails WHERE dedupe = ${mail.dedupe}`)
  return { ...there, added: false }
}

/** Sends a failed mail again, under the Message-ID it had; false when it is not one that failed. */
export async function retryMail(tx: Db, id: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      UPDATE mails SET state = 'queued', attempts = 0, next_at = ${at(now)}, fault = NULL, reason = NULL WHERE id = ${id} AND state = 'failed'`))
  )
}

export type MailSeen = {
  id: string
  state: MailState
  fault: string | null
  reason: string | null
  attempts: number
  nextAt: Instant | null
  sentAt: Instant | null
}

/** How mails fare, for those who show them. */
export function mailStates(db: Db, ids: readonly string[]): Promise<MailSeen[]> {
  return db.many<MailSeen>(sql`
    SELECT id, state, fault, reason, attempts, next_at AS "nextAt", sent_at AS "sentAt" FROM mails WHERE id = ANY(${[...ids]}::uuid[])`)
}

export type DueMail = {
  id: string
  mailboxId: string | null
  to: string
  subject: string
  text: string
  html: string | null
  headers: Record<string, string>
  attachments: string[]
  messageId: string
  attempts: number
  createdAt: Instant
}

export async function workspacesWithMail(lookups: Lookups, now: Instant): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_mail(${at(now)}) AS w`)
  return rows.map(({ id }) => id)
}

/**
 * Takes mails that are due and holds them until `heldUntil`: one whose sender was killed is due again then, under the
 * same Message-ID, so that it is never lost and the other side can see that it is the same.
 */
export function takeDue(db: Db, now: Instant, heldUntil: Instant, limit: number): Promise<DueMail[]> {
  return db.many<DueMail>(sql`
    UPDATE mails SET state = 'sending', attempts = attempts + 1, next_at = ${at(heldUntil)}
    WHERE workspace_id = ${db.workspaceId} AND id IN (
      SELECT id FROM mails WHERE workspace_id = ${db.workspaceId} AND state IN ('queued', 'sending') AND next_at <= ${at(now)}
      ORDER BY next_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, mailbox_id AS "mailboxId", recipient AS "to", subject, text, html, headers, attachments,
      message_id AS "messageId", attempts, created_at AS "createdAt"`)
}

export async function markSent(tx: Db, id: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      UPDATE mails SET state = 'sent', sent_at = ${at(now)}, next_at = NULL, fault = NULL, reason = NULL WHERE id = ${id} AND state = 'sending'`))
  )
}

/** Not sent this time: again at `next`, or given up when null. */
export async function markUnsent(
  tx: Db,
  id: string,
  next: Instant | null,
  { fault, said }: { fault: MailFault; said: string },
): Promise<boolean> {
  const state = next === null ? 'failed' : 'queued'
  return (
    1 ===
    (await tx.run(sql`
      UPDATE mails SET state = ${state}, next_at = ${next === null ? sql`NULL` : at(next)}, fault = ${fault}, reason = ${said}
      WHERE id = ${id} AND state = 'sending'`))
  )
}

export type Attached = { id: string; name: string; contentType: string; bytes: Buffer }

export function attachedFiles(db: Db, ids: readonly string[]): Promise<Attached[]> {
  return db.many<Attached>(sql`
    SELECT id, name, content_type AS "contentType", bytes FROM attachments WHERE id = ANY(${[...ids]}::uuid[])
    ORDER BY array_position(${[...ids]}::uuid[], id)`)
}

/** Whose name stands on mails that no mailbox sends. */
export function houseSender(db: Db): Promise<{ name: string; address: string | null }> {
  return db.one<{ name: string; address: string | null }>(sql`
    SELECT name, settings->>'mailFrom' AS address FROM workspaces WHERE id = ${db.workspaceId}`)
}

/** Takes out of mails to whom they went and what they said; one not sent yet stays unsent. */
export function emptyMails(tx: Db, ids: readonly string[]): Promise<number> {
  return emptied(tx, sql`id = ANY(${[...ids]}::uuid[])`)
}

/** The same for mails to these addresses that are not our staff's, and for whatever links to one of `ids`, such as a digest. */
export function emptyMailsAbout(tx: Db, { addresses, ids }: { addresses: string[]; ids: string[] }): Promise<number> {
  return emptied(
    tx,
    sql`recipient <> '' AND ((lower(recipient) = ANY(${addresses}::text[]) AND NOT EXISTS (SELECT FROM people p WHERE p.email = lower(recipient)))
      OR EXISTS (SELECT FROM regexp_matches(text, '[a-z]+_[0-9a-z]{26}', 'g') AS named WHERE named[1] = ANY(${ids}::text[])))`,
  )
}

function emptied(tx: Db, which: Query): Promise<number> {
  return tx.run(sql`
    UPDATE mails SET recipient = '', subject = '', text = '', html = NULL, headers = '{}', attachments = '{}', next_at = NULL, reason = NULL,
      state = CASE WHEN state IN ('queued', 'sending') THEN 'failed' ELSE state END
    WHERE ${which}`)
}

/** Mails to these addresses, as plain data for a person's own copy. What we write to our staff is not among them. */
export function mailsTo(db: Db, addresses: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT recipient AS "to", subject, text, state, created_at AS "writtenAt", sent_at AS "sentAt" FROM mails
    WHERE lower(recipient) = ANY(${[...addresses]}::text[]) AND NOT EXISTS (SELECT FROM people p WHERE p.email = lower(recipient))
    ORDER BY created_at, id`)
}
