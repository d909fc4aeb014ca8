/** The conversation of a case. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type NewMessage = {
  id: string
  caseId: string
  direction: 'in' | 'out' | 'note'
  kind: 'message' | 'acknowledgement' | 'resolution' | 'check' | 'notice'
  by: string | null
  channel: string
  text: string
  mailId?: string | null
  /** What makes it once: the mail's Message-ID, the form's own id. */
  sourceId?: string | null
  mentions?: readonly string[]
  attachments?: readonly string[]
  at: Instant
}

/** False when a message of that source is here already. */
export async function insertMessage(tx: Db, message: NewMessage): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO messages (id, case_id, direction, kind, author_id, channel, text, mail_id, source_id, mentions, attachments, created_at)
    VALUES (${message.id}, ${message.caseId}, ${message.direction}, ${message.kind}, ${message.by}, ${message.channel}, ${message.text},
            ${message.mailId ?? null}, ${message.sourceId ?? null}, ${[...(message.mentions ?? [])]}::uuid[],
            ${[...(message.attachments ?? [])]}::uuid[], ${at(message.at)})
    ON CONFLICT (workspace_id, source_id) WHERE source_id IS NOT NULL DO NOTHING`))
  )
}

/** True when the customer or another person than `by` said something to each other after the message `after`; null for none. */
export async function spokenSince(db: Db, caseId: string, after: string | null, by: string): Promise<boolean> {
  const later = sql`(m.created_at, m.id) > (SELECT s.created_at, s.id FROM messages s WHERE s.case_id = ${caseId} AND s.id = ${after})`
  return (
    null !==
    (await db.maybe(sql`
      SELECT FROM messages m WHERE m.case_id = ${caseId} AND m.direction IN ('in', 'out') AND m.kind IN ('message', 'resolution')
        AND m.author_id IS DISTINCT FROM ${by} AND ${after === null ? sql`TRUE` : later} LIMIT 1`))
  )
}

export async function hasMessage(db: Db, sourceId: string): Promise<boolean> {
  return null !== (await db.maybe(sql`SELECT FROM messages WHERE source_id = ${sourceId}`))
}

/** Message-IDs of what we mailed in this case, oldest first: the thread of those who did not begin it by mail. */
export async function mailThreadOf(db: Db, caseId: string): Promise<string[]> {
  const rows = await db.many<{ messageId: string }>(sql`
    SELECT l.message_id AS "messageId" FROM messages m JOIN mails l ON l.id = m.mail_id
    WHERE m.case_id = ${caseId} ORDER BY m.created_at, m.id LIMIT 100`)
  return rows.map(({ messageId }) => messageId)
}

/** What a mail of ours said in a case; null when it is of none. */
export function messageOfMail(
  db: Db,
  mailId: string,
): Promise<{ id: string; caseId: string; kind: NewMessage['kind']; by: string | null } | null> {
  return db.maybe(sql`SELECT id, case_id AS "caseId", kind, author_id AS by FROM messages WHERE mail_id = ${mailId}`)
}

export async function mailOf(db: Db, caseId: string, messageId: string): Promise<{ mailId: string | null } | null> {
  return await db.maybe(sql`SELECT mail_id AS "mailId" FROM messages WHERE case_id = ${caseId} AND id = ${messageId}`)
}
