import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Direction = 'in' | 'out'

/** Notes a Message-ID of a conversation; false when it was known. */
export async function rememberMessage(
  tx: Db,
  message: { messageId: string; feedbackId: string; direction: Direction; at: Instant },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO mail_threads (message_id, feedback_id, direction, seen_at)
    VALUES (${message.messageId}, ${message.feedbackId}, ${message.direction}, ${at(message.at)})
    ON CONFLICT (workspace_id, message_id) DO NOTHING`))
  )
}

export async function isKnown(tx: Db, messageId: string): Promise<boolean> {
  return null !== (await tx.maybe(sql`SELECT FROM mail_threads WHERE message_id = ${messageId}`))
}

/** The conversation of the first of these Message-IDs that we know. Who was erased and writes again begins a new one. */
export async function conversationOf(tx: Db, messageIds: readonly string[]): Promise<string | null> {
  const row = await tx.maybe<{ feedbackId: string }>(sql`
    SELECT t.feedback_id AS "feedbackId"
    FROM unnest(${[...messageIds]}::text[]) WITH ORDINALITY AS wanted (message_id, place)
    JOIN mail_threads t ON t.message_id = wanted.message_id
    JOIN feedback f ON f.id = t.feedback_id AND f.erased_at IS NULL
    ORDER BY place LIMIT 1`)
  return row?.feedbackId ?? null
}

/** A mail of the same sender with the same subject since `since`, for programs that drop the thread's headers. */
export async function conversationBySubject(
  tx: Db,
  customerEmail: string,
  subject: string,
  since: Instant,
): Promise<string | null> {
  const row = await tx.maybe<{ id: string }>(sql`
    SELECT f.id FROM feedback f
    JOIN identities i ON i.customer_id = f.customer_id AND i.kind = 'email' AND i.value = ${customerEmail}
    WHERE f.channel = 'email' AND f.facts->>'subject' = ${subject} AND f.occurred_at >= ${at(since)}
    ORDER BY f.occurred_at DESC LIMIT 1`)
  return row?.id ?? null
}

/** Every Message-ID of a conversation, oldest first. */
export async function messagesOf(db: Db, feedbackId: string): Promise<{ messageId: string; direction: Direction }[]> {
  return await db.many(sql`
    SELECT message_id AS "messageId", direction FROM mail_threads WHERE feedback_id = ${feedbackId} ORDER BY seen_at, direction, message_id`)
}

export async function originOf(
  db: Db,
  feedbackId: string,
): Promise<{ subject: string; to: string; mailboxId: string | null } | null> {
  return await db.maybe(sql`
    SELECT coalesce(facts->>'subject', '') AS subject, coalesce(facts->>'from', '') AS "to", facts->>'mailbox' AS "mailboxId"
    FROM feedback WHERE id = ${feedbackId} AND channel = 'email'`)
}

/** Which of our mails a Message-ID names. */
export async function mailByMessageId(tx: Db, messageId: string): Promise<{ id: string; recipient: string } | null> {
  return await tx.maybe(sql`SELECT id, recipient FROM mails WHERE message_id = ${messageId}`)
}

/** A receipt came: the mail lies in the box of who it is for. What failed before stays failed. */
export async function markDelivered(tx: Db, mailId: string): Promise<boolean> {
  return (
    (await tx.run(sql`UPDATE mails SET state = 'delivered' WHERE id = ${mailId} AND state IN ('sending', 'sent')`)) ===
    1
  )
}

/** A mail that came back has failed, with the reason the other server gave. */
export async function markReturned(tx: Db, mailId: string, fault: string, reason: string): Promise<boolean> {
  return (
    1 ===
    (await tx.run(
      sql`UPDATE mails SET state = 'failed', fault = ${fault}, reason = ${reason}, next_at = NULL WHERE id = ${mailId} AND state <> 'failed'`,
    ))
  )
}
