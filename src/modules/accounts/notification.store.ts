import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { NotificationKind } from '../../shared/contracts/notifications.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type NotificationRow = {
  id: string
  kind: NotificationKind
  subject: string
  facts: Record<string, string | number>
  createdAt: Instant
  readAt: Instant | null
}

/** False when the person has been told this before, or does not belong here. */
export async function insertNotification(
  tx: Db,
  told: {
    id: string
    personId: string
    kind: NotificationKind
    subject: string
    facts: Record<string, string | number>
    dedupe: string
    now: Instant
  },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      INSERT INTO notifications (id, person_id, kind, subject, facts, dedupe, created_at)
      SELECT ${told.id}, m.person_id, ${told.kind}, ${told.subject}, ${json(told.facts)}, ${told.dedupe}, ${at(told.now)}
      FROM memberships m JOIN people p ON p.id = m.person_id
      WHERE m.person_id = ${told.personId} AND m.ended_at IS NULL AND p.kind = 'person'
      ON CONFLICT (workspace_id, person_id, dedupe) DO NOTHING`))
  )
}

/** Counts one more into what the person has not read yet of the same kind and subject; the id, or null when there is none. */
export async function addToUnread(
  tx: Db,
  told: {
    personId: string
    kind: NotificationKind
    subject: string
    facts: Record<string, string | number>
    now: Instant
  },
): Promise<string | null> {
  const row = await tx.maybe<{ id: string }>(sql`
    UPDATE notifications
    SET facts = facts || ${json(told.facts)}::jsonb || jsonb_build_object('n', coalesce((facts->>'n')::int, 1) + 1),
        created_at = ${at(told.now)}, digested_at = NULL
    WHERE person_id = ${told.personId} AND read_at IS NULL AND kind = ${told.kind} AND subject = ${told.subject}
    RETURNING id`)
  return row?.id ?? null
}

export function notifications(db: Db, personId: string, limit: number): Promise<NotificationRow[]> {
  return db.many<NotificationRow>(sql`
    SELECT id, kind, subject, facts, created_at AS "createdAt", read_at AS "readAt" FROM notifications
    WHERE person_id = ${personId} ORDER BY created_at DESC, id DESC LIMIT ${limit}`)
}

/** How many are unread, counted up to 1,000. */
export async function unreadCount(db: Db, personId: string): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM notifications WHERE person_id = ${personId} AND read_at IS NULL LIMIT 1000) AS unread`)
  return n
}

/** Marks what is the person's own; null means all. */
export function markRead(tx: Db, personId: string, ids: readonly string[] | null, now: Instant): Promise<number> {
  const which = ids === null ? sql`TRUE` : sql`id = ANY(${[...ids]}::uuid[])`
  return tx.run(
    sql`UPDATE notifications SET read_at = ${at(now)} WHERE person_id = ${personId} AND read_at IS NULL AND ${which}`,
  )
}

export async function workspacesWithUnread(lookups: Lookups, now: Instant): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(sql`SELECT w AS id FROM workspaces_with_unread(${at(now)}) AS w`)
  return rows.map(({ id }) => id)
}

export type Reader = { id: string; name: string; email: string; locale: Locale }

/** Who wants a digest and has something unread from before `before` that no digest told. */
export function readersOfDigest(db: Db, before: Instant): Promise<Reader[]> {
  return db.many<Reader>(sql`
    SELECT p.id, p.name, p.email, p.locale FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.ended_at IS NULL AND m.digest = 'daily' AND p.kind = 'person' AND EXISTS (
      SELECT FROM notifications n WHERE n.workspace_id = m.workspace_id AND n.person_id = p.id
        AND n.read_at IS NULL AND n.digested_at IS NULL AND n.created_at < ${at(before)})
    ORDER BY p.id`)
}

/** What a digest would tell, newest first; locked, so that no two digests tell it. */
export function untold(tx: Db, personId: string, before: Instant): Promise<NotificationRow[]> {
  return tx.many<NotificationRow>(sql`
    SELECT id, kind, subject, facts, created_at AS "createdAt", read_at AS "readAt" FROM notifications
    WHERE person_id = ${personId} AND read_at IS NULL AND digested_at IS NULL AND created_at < ${at(before)}
    ORDER BY created_at DESC, id DESC FOR UPDATE`)
}

export async function markDigested(tx: Db, ids: readonly string[], now: Instant): Promise<void> {
  await tx.run(sql`UPDATE notifications SET digested_at = ${at(now)} WHERE id = ANY(${[...ids]}::uuid[])`)
}

/** Lets those who want no digest keep nothing waiting for one. */
export function skipDigest(db: Db, before: Instant, now: Instant): Promise<number> {
  return db.run(sql`
    UPDATE notifications n SET digested_at = ${at(now)}
    WHERE n.read_at IS NULL AND n.digested_at IS NULL AND n.created_at < ${at(before)}
      AND NOT EXISTS (SELECT FROM memberships m WHERE m.person_id = n.person_id AND m.ended_at IS NULL AND m.digest = 'daily')`)
}

/** Takes everything told before a moment as read, whoever it was told to: for history that is loaded, not lived. */
export async function readAllBefore(db: Db, moment: Instant): Promise<number> {
  return await db.run(
    sql`UPDATE notifications SET read_at = created_at, digested_at = created_at WHERE created_at < ${at(moment)} AND read_at IS NULL`,
  )
}

/** Leaves the number alone in what was told about these: their titles quoted somebody who was erased. */
export function untitle(tx: Db, subjects: readonly string[]): Promise<number> {
  return tx.run(sql`
    UPDATE notifications SET facts = facts || jsonb_build_object('title', '#' || (facts->>'number'))
    WHERE subject = ANY(${[...subjects]}::text[]) AND facts ? 'number'`)
}
