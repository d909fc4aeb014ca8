/** Who is to be told of an improvement, who was, and how it fared. */
import { at, type Db, type Query, sql } from '../../platform/db/db.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Pronoun } from '../../shared/words/catalogues.ts'

/** The customer behind a voice, or the voice itself. Erased voices and spam have nobody to tell. */
const LINKED = (improvementId: string): Query => sql`
  SELECT coalesce(root, id) AS recipient, root AS customer_id, id AS feedback_id, quiet, channel, occurred_at FROM (
    SELECT f.id, f.quiet, f.channel, f.occurred_at,
           CASE WHEN c.merged_into IS NULL THEN f.customer_id ELSE customer_root(c.id) END AS root
    FROM improvement_feedback l JOIN feedback f ON f.id = l.feedback_id LEFT JOIN customers c ON c.id = f.customer_id
    WHERE l.improvement_id = ${improvementId} AND f.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM set_asides s WHERE s.feedback_id = f.id)) AS voices`

/** Of several voices of one person, the one they are told on: one that may be answered, a mail, the latest. */
const BEST = sql`recipient, quiet, (channel = 'email') DESC, occurred_at DESC, feedback_id DESC`

export type Recipient = { recipient: string; customerId: string | null; feedbackId: string }

/**
 * People not yet told of an improvement; those who were told before they were merged count as told.
 *
 * @param only  looks at these voices alone; null at all that are linked
 */
export function recipientsToTell(
  db: Db,
  improvementId: string,
  only: readonly string[] | null,
  limit: number,
): Promise<Recipient[]> {
  const wanted = only === null ? sql`TRUE` : sql`feedback_id = ANY(${[...only]}::uuid[])`
  return db.many<Recipient>(sql`
    SELECT DISTINCT ON (recipient) recipient, customer_id AS "customerId", feedback_id AS "feedbackId"
    FROM (${LINKED(improvementId)}) AS linked
    WHERE ${wanted}
      AND NOT EXISTS (SELECT FROM notices n WHERE n.improvement_id = ${improvementId} AND n.recipient = linked.recipient)
      AND NOT (EXISTS (SELECT FROM customers m WHERE m.merged_into = linked.customer_id)
               AND EXISTS (SELECT FROM notices n WHERE n.improvement_id = ${improvementId} AND n.recipient = ANY(customer_family(linked.customer_id))))
    ORDER BY ${BEST} LIMIT ${limit}`)
}

/** The voices of one recipient that an improvement answers, the one they are told on first: found by the person, not among all. */
export async function voicesBehind(
  db: Db,
  improvementId: string,
  { customerId, feedbackId }: Recipient,
): Promise<string[]> {
  if (customerId === null) return [feedbackId]
  const rows = await db.many<{ id: string }>(sql`
    SELECT f.id FROM feedback f JOIN improvement_feedback l ON l.feedback_id = f.id
    WHERE f.customer_id = ANY(customer_family(${customerId})) AND l.improvement_id = ${improvementId}
    ORDER BY (f.id = ${feedbackId}) DESC, f.occurred_at DESC, f.id DESC LIMIT 100`)
  return rows.map(({ id }) => id)
}

/** Anyone who is or was to be told, for trying out a text. */
export async function anyRecipient(db: Db, improvementId: string): Promise<Recipient | null> {
  return await db.maybe<Recipient>(sql`
    SELECT recipient, customer_id AS "customerId", feedback_id AS "feedbackId" FROM (${LINKED(improvementId)}) AS linked
    ORDER BY (customer_id IS NULL), ${BEST} LIMIT 1`)
}

export async function countRecipients(db: Db, improvementId: string): Promise<{ told: number; recipients: number }> {
  return await db.one(sql`
    SELECT (SELECT count(*) FROM notices WHERE improvement_id = ${improvementId}) AS told,
           (SELECT count(DISTINCT recipient) FROM (
              SELECT recipient FROM (${LINKED(improvementId)}) AS linked UNION SELECT recipient FROM notices WHERE improvement_id = ${improvementId}
            ) AS everyone) AS recipients`)
}

export type Spoken = {
  quiet: boolean
  channel: string
  text: string
  language: string | null
  queryCode: string
  occurredAt: Instant
  name: string
  customerLocale: string | null
  attributes: Record<string, unknown>
  email: string | null
}

/** What a notice must know of a voice and its speaker, held against erasure until the transaction ends. */
export function spokenBy(tx: Db, { feedbackId, customerId }: Recipient): Promise<Spoken | null> {
  return tx.maybe<Spoken>(sql`
    SELECT f.quiet, f.channel, f.text, coalesce(u.language, f.language) AS language, f.query_code AS "queryCode", f.occurred_at AS "occurredAt",
           coalesce(c.name, '') AS name, c.locale AS "customerLocale", coalesce(c.attributes, '{}') AS attributes,
           (SELECT i.value FROM identities i WHERE i.kind = 'email' AND i.customer_id = ANY(customer_family(c.id))
            ORDER BY i.created_at, i.value LIMIT 1) AS email
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id LEFT JOIN customers c ON c.id = ${customerId}::uuid
    WHERE f.id = ${feedbackId} AND f.erased_at IS NULL FOR SHARE OF f`)
}

export type House = { name: string; colour: string | null; locale: Locale; timezone: string; pronoun: Pronoun }

export const houseOf = (db: Db): Promise<House> =>
  db.one<House>(sql`
    SELECT name, settings->>'colour' AS colour, locale, timezone, coalesce(settings->>'pronoun', '你') AS pronoun
    FROM workspaces WHERE id = ${db.workspaceId}`)

export type NewNotice = Recipient & {
  id: string
  improvementId: string
  by: 'email' | 'status-page'
  text: string
  at: Instant
}

/** True for the one call that tells this recipient of this improvement. */
export async function insertNotice(tx: Db, notice: NewNotice): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      INSERT INTO notices (id, improvement_id, recipient, feedback_id, customer_id, channel, text, sent_at)
      VALUES (${notice.id}, ${notice.improvementId}, ${notice.recipient}, ${notice.feedbackId}, ${notice.customerId}, ${notice.by}, ${notice.text}, ${at(notice.at)})
      ON CONFLICT (workspace_id, improvement_id, recipient) DO NOTHING`))
  )
}

export async function setMail(tx: Db, noticeId: string, mailId: string): Promise<void> {
  await tx.run(sql`UPDATE notices SET mail_id = ${mailId} WHERE id = ${noticeId}`)
}

export type NoticeRow = {
  id: string
  feedbackId: string
  customer: string | null
  by: 'email' | 'status-page'
  text: string
  mailId: string | null
  sentAt: Instant
  seenAt: Instant | null
}

/** Who was told, newest first. */
export function noticesOf(
  db: Db,
  improvementId: string,
  before: { at: Instant; id: string } | null,
  limit: number,
): Promise<NoticeRow[]> {
  const older = before === null ? sql`TRUE` : sql`(n.sent_at, n.id) < (${at(before.at)}, ${before.id}::uuid)`
  return db.many<NoticeRow>(sql`
    SELECT n.id, n.feedback_id AS "feedbackId", nullif(c.name, '') AS customer, n.channel AS by, n.text, n.mail_id AS "mailId",
           n.sent_at AS "sentAt", n.seen_at AS "seenAt"
    FROM notices n LEFT JOIN customers c ON c.id = customer_root(n.customer_id)
    WHERE n.improvement_id = ${improvementId} AND ${older} ORDER BY n.sent_at DESC, n.id DESC LIMIT ${limit}`)
}

/** Notices that belong to a voice: sent on it, or to its speaker on another voice of the same improvement. */
const ON_VOICE = (feedbackId: string): Query => sql`
  n.feedback_id = ${feedbackId} OR (n.customer_id IS NOT NULL
    AND EXISTS (SELECT FROM improvement_feedback l WHERE l.improvement_id = n.improvement_id AND l.feedback_id = ${feedbackId})
    AND customer_root(n.customer_id) = (SELECT customer_root(f.customer_id) FROM feedback f WHERE f.id = ${feedbackId}))`

export type ShownNotice = {
  id: string
  improvementId: string
  title: string
  text: string
  sentAt: Instant
  isPublic: boolean
}

/** What a customer finds on the status page of a voice, oldest first. */
export function noticesFor(db: Db, feedbackId: string): Promise<ShownNotice[]> {
  return db.many<ShownNotice>(sql`
    SELECT n.id, n.improvement_id AS "improvementId", coalesce(nullif(i.public_title, ''), i.title) AS title, n.text, n.sent_at AS "sentAt", i.public AS "isPublic"
    FROM notices n JOIN improvements i ON i.id = n.improvement_id
    WHERE n.text <> '' AND (${ON_VOICE(feedbackId)}) ORDER BY n.sent_at, n.id`)
}

/** Their status page was opened: gives how many notices were seen for the first time. */
export function markSeen(db: Db, feedbackId: string, now: Instant): Promise<number> {
  return db.run(sql`UPDATE notices n SET seen_at = ${at(now)} WHERE n.seen_at IS NULL AND (${ON_VOICE(feedbackId)})`)
}

export function noticesTo(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT n.channel, n.text, to_jsonb(n.sent_at) AS "sentAt", to_jsonb(n.seen_at) AS "seenAt" FROM notices n
    WHERE n.customer_id = ANY(${[...customerIds]}::uuid[]) ORDER BY n.sent_at, n.id`)
}

/** Empties what customers were told; that somebody was told stays, for the figures. Gives the mails it went by. */
export function eraseNotices(tx: Db, customerIds: readonly string[]): Promise<{ mailId: string | null }[]> {
  return tx.many<{ mailId: string | null }>(sql`
    UPDATE notices SET text = '', customer_id = NULL WHERE customer_id = ANY(${[...customerIds]}::uuid[]) RETURNING mail_id AS "mailId"`)
}
