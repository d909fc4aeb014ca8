import { at, type Db, type Lookups, type Reader, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Purpose = 'set-up' | 'join' | 'new-password'

export type OpenLink = {
  id: string
  workspaceId: string | null
  workspaceName: string | null
  personId: string | null
  email: string | null
  role: Role | null
  invitedBy: string | null
}

export type InvitationRow = {
  id: string
  email: string
  role: Role
  invitedBy: string | null
  createdAt: Instant
  expiresAt: Instant
}

export async function makeLink(
  lookups: Lookups,
  link: {
    hash: string
    id: string
    purpose: 'set-up' | 'new-password'
    personId: string | null
    now: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await lookups.run(sql`
    SELECT link_make(${link.hash}, ${link.id}, ${link.purpose}, ${link.personId}::uuid, ${at(link.now)}, ${at(link.expiresAt)})`)
}

/** The link, as long as it can be used. */
export function openLink(lookups: Reader, hash: string, purpose: Purpose, now: Instant): Promise<OpenLink | null> {
  return lookups.maybe<OpenLink>(sql`
    SELECT id, workspace_id AS "workspaceId", workspace_name AS "workspaceName", person_id AS "personId", email, role,
      invited_by AS "invitedBy"
    FROM link_open(${hash}, ${purpose}, ${at(now)})`)
}

/** Uses a link; true for the first only. */
export async function takeLink(lookups: Reader, hash: string, purpose: Purpose, now: Instant): Promise<boolean> {
  const { used } = await lookups.one<{ used: boolean }>(sql`SELECT link_use(${hash}, ${purpose}, ${at(now)}) AS used`)
  return used
}

/** Sets the password and names the sessions that ended by it. */
export async function resetPassword(
  lookups: Reader,
  personId: string,
  passwordHash: string,
  now: Instant,
): Promise<string[]> {
  const ended = await lookups.many<{ hash: string }>(
    sql`SELECT h AS hash FROM password_reset(${personId}, ${passwordHash}, ${at(now)}) AS h`,
  )
  return ended.map(({ hash }) => hash)
}

export async function insertInvitation(
  tx: Db,
  invitation: { hash: string; id: string; email: string; role: Role; by: string; now: Instant; expiresAt: Instant },
): Promise<void> {
  await tx.run(sql`DELETE FROM links WHERE purpose = 'join' AND email = ${invitation.email} AND used_at IS NULL`)
  await tx.run(sql`
    INSERT INTO links (token_hash, id, purpose, workspace_id, email, role, invited_by, created_at, expires_at)
    VALUES (${invitation.hash}, ${invitation.id}, 'join', ${tx.workspaceId}, ${invitation.email}, ${invitation.role},
      ${invitation.by}, ${at(invitation.now)}, ${at(invitation.expiresAt)})`)
}

/** Invitations nobody has answered, expired ones too, newest first. */
export function openInvitations(db: Db): Promise<InvitationRow[]> {
  return db.many<InvitationRow>(sql`
    SELECT l.id, l.email, l.role, p.name AS "invitedBy", l.created_at AS "createdAt", l.expires_at AS "expiresAt"
    FROM links l LEFT JOIN people p ON p.id = l.invited_by
    WHERE l.purpose = 'join' AND l.used_at IS NULL ORDER BY l.created_at DESC, l.id LIMIT 500`)
}

export function invitationById(db: Db, id: string): Promise<{ email: string; role: Role } | null> {
  return db.maybe<{ email: string; role: Role }>(
    sql`SELECT email, role FROM links WHERE id = ${id} AND purpose = 'join' AND used_at IS NULL`,
  )
}

/** A new link for the same invitation: the old one is dead. */
export async function renewInvitation(tx: Db, id: string, hash: string, expiresAt: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      UPDATE links SET token_hash = ${hash}, expires_at = ${at(expiresAt)} WHERE id = ${id} AND purpose = 'join' AND used_at IS NULL`))
  )
}

export function deleteInvitation(tx: Db, id: string): Promise<{ email: string } | null> {
  return tx.maybe<{ email: string }>(
    sql`DELETE FROM links WHERE id = ${id} AND purpose = 'join' AND used_at IS NULL RETURNING email`,
  )
}
