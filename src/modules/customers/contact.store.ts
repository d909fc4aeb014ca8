import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

/** One touch of a customer by us. (kind, subject) is unique, so one touch is recorded once. */
export type Contact = { id: string; customerId: string; channel: string; kind: string; subject: string; at: Instant }

/** False when this touch was recorded before. */
export async function insertContact(tx: Db, contact: Contact): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO contacts (id, customer_id, channel, kind, subject, at)
    VALUES (${contact.id}, ${contact.customerId}, ${contact.channel}, ${contact.kind}, ${contact.subject}, ${at(contact.at)}) ON CONFLICT DO NOTHING`))
  )
}

/** How often customers of this family were touched since a moment; the frequency rule asks. */
export async function contactsSince(
  db: Db,
  family: readonly string[],
  since: Instant,
  kinds?: readonly string[],
): Promise<number> {
  const ofKind = kinds === undefined ? sql`TRUE` : sql`kind = ANY(${kinds}::text[])`
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(*) AS count FROM contacts WHERE customer_id = ANY(${family}::uuid[]) AND at >= ${at(since)} AND ${ofKind}`,
  )
  return count
}

/** The latest touches, newest first. */
export function contactsOf(db: Db, family: readonly string[], limit: number): Promise<Contact[]> {
  return db.many<Contact>(sql`
    SELECT id, customer_id AS "customerId", channel, kind, subject, at FROM contacts
    WHERE customer_id = ANY(${family}::uuid[]) ORDER BY at DESC LIMIT ${limit}`)
}
