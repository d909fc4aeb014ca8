import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Mailbox, MailboxDraft } from './mailbox.ts'

const COLUMNS = sql`
  id, address, name, user_name AS "userName", password_sealed AS "passwordSealed", imap, smtp, uid_validity AS "uidValidity",
  last_uid AS "lastUid", paused, polled_at AS "polledAt", fault, failure, failed_since AS "failedSince"`

export const allMailboxes = (db: Db): Promise<Mailbox[]> =>
  db.many(sql`SELECT ${COLUMNS} FROM mailboxes ORDER BY created_at, id`)

export const mailboxById = (db: Db, id: string): Promise<Mailbox | null> =>
  db.maybe(sql`SELECT ${COLUMNS} FROM mailboxes WHERE id = ${id}`)

/** Mailboxes that are read by themselves, those unread longest first. */
export const mailboxesToRead = (db: Db): Promise<Mailbox[]> =>
  db.many(sql`SELECT ${COLUMNS} FROM mailboxes WHERE NOT paused AND imap IS NOT NULL ORDER BY polled_at NULLS FIRST`)

/** The first mailbox that is read: what we write from it can be answered. */
export async function listeningMailbox(db: Db): Promise<string | null> {
  const row = await db.maybe<{ id: string }>(sql`
    SELECT id FROM mailboxes WHERE NOT paused AND imap IS NOT NULL ORDER BY created_at, id LIMIT 1`)
  return row?.id ?? null
}

/** False when the address is set up already. */
export async function insertMailbox(
  tx: Db,
  id: string,
  draft: MailboxDraft,
  passwordSealed: string,
  now: Instant,
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO mailboxes (id, address, name, user_name, password_sealed, imap, smtp, created_at)
    VALUES (${id}, ${draft.address}, ${draft.name}, ${draft.userName}, ${passwordSealed}, ${json(draft.imap)}, ${json(draft.smtp)}, ${at(now)})
    ON CONFLICT (workspace_id, address) DO NOTHING`))
  )
}

/** False when there is no such mailbox. Another server or user is read from its beginning. */
export async function updateMailbox(
  tx: Db,
  id: string,
  draft: MailboxDraft,
  passwordSealed: string | null,
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE mailboxes SET
      address = ${draft.address}, name = ${draft.name}, smtp = ${json(draft.smtp)}, password_sealed = coalesce(${passwordSealed}, password_sealed),
      last_uid = CASE WHEN user_name = ${draft.userName} AND imap->>'host' IS NOT DISTINCT FROM ${draft.imap?.host ?? null} THEN last_uid ELSE 0 END,
      user_name = ${draft.userName}, imap = ${json(draft.imap)}, fault = NULL, failure = NULL, failed_since = NULL
    WHERE id = ${id}`))
  )
}

export async function deleteMailbox(tx: Db, id: string): Promise<boolean> {
  return 1 === (await tx.run(sql`DELETE FROM mailboxes WHERE id = ${id}`))
}

export async function setPaused(tx: Db, id: string, paused: boolean): Promise<boolean> {
  return 1 === (await tx.run(sql`UPDATE mailboxes SET paused = ${paused} WHERE id = ${id}`))
}

/** How far the mailbox is read; in the transaction that took what was read. */
export async function reached(tx: Db, id: string, place: { uidValidity: number; lastUid: number }): Promise<void> {
  await tx.run(
    sql`UPDATE mailboxes SET uid_validity = ${place.uidValidity}, last_uid = ${place.lastUid} WHERE id = ${id}`,
  )
}

export async function readWell(db: Db, id: string, now: Instant): Promise<void> {
  await db.run(
    sql`UPDATE mailboxes SET polled_at = ${at(now)}, fault = NULL, failure = NULL, failed_since = NULL WHERE id = ${id}`,
  )
}

export async function readBadly(
  db: Db,
  id: string,
  { fault, said }: { fault: string; said: string },
  now: Instant,
): Promise<void> {
  await db.run(
    sql`UPDATE mailboxes SET polled_at = ${at(now)}, fault = ${fault}, failure = ${said}, failed_since = coalesce(failed_since, ${at(now)}) WHERE id = ${id}`,
  )
}

export async function workspacesWithMailboxes(lookups: Lookups): Promise<string[]> {
  return (await lookups.many<{ id: string }>(sql`SELECT workspaces_with_mailboxes() AS id`)).map(({ id }) => id)
}
