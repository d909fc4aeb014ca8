import { all, at, type Db, type Reader, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Member = {
  id: string
  name: string
  email: string
  role: Role
  away: boolean
  twoFactor: boolean
  teams: { id: string; name: string }[]
  joinedAt: Instant
  endedAt: Instant | null
}

/** People of the workspace by name; `after` is the last one's name and id. */
export function members(
  db: Db,
  filter: { q: string | undefined; ended: boolean; after: { name: string; id: string } | null; limit: number },
): Promise<Member[]> {
  const conditions = [sql`p.kind = 'person'`, filter.ended ? sql`m.ended_at IS NOT NULL` : sql`m.ended_at IS NULL`]
  if (filter.q)
    conditions.push(sql`(strpos(lower(p.name), lower(${filter.q})) > 0 OR strpos(p.email, lower(${filter.q})) > 0)`)
  if (filter.after)
    conditions.push(sql`(lower(p.name), p.id) > (lower(${filter.after.name}), ${filter.after.id}::uuid)`)
  return db.many<Member>(sql`
    SELECT p.id, p.name, p.email, m.role, m.away, p.totp_sealed IS NOT NULL AS "twoFactor",
      m.joined_at AS "joinedAt", m.ended_at AS "endedAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) ORDER BY t.name), '[]')
       FROM team_members tm JOIN teams t ON t.workspace_id = tm.workspace_id AND t.id = tm.team_id
       WHERE tm.person_id = p.id) AS teams
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE ${all(conditions)}
    ORDER BY lower(p.name), p.id LIMIT ${filter.limit}`)
}

export type Membership = { id: string; name: string; kind: 'person' | 'key'; role: Role }

/** Somebody who belongs here now. */
export function membership(db: Db, personId: string): Promise<Membership | null> {
  return db.maybe<Membership>(sql`
    SELECT p.id, p.name, p.kind, m.role FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.person_id = ${personId} AND m.ended_at IS NULL`)
}

/** How many people own the workspace; their rows stay locked, so that two cannot both cease to be the last but one. */
export async function lockOwners(tx: Db): Promise<number> {
  const owners = await tx.many<{ id: string }>(sql`
    SELECT m.person_id AS id FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.role = 'owner' AND m.ended_at IS NULL AND p.kind = 'person' ORDER BY m.person_id FOR UPDATE OF m`)
  return owners.length
}

/** Joins, or comes back after having left. */
export async function join(tx: Db, personId: string, role: Role, now: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO memberships (person_id, role, joined_at) VALUES (${personId}, ${role}, ${at(now)})
    ON CONFLICT (workspace_id, person_id) DO UPDATE SET role = excluded.role, joined_at = excluded.joined_at, ended_at = NULL, away = false`)
}

export async function setRole(tx: Db, personId: string, role: Role): Promise<void> {
  await tx.run(sql`UPDATE memberships SET role = ${role} WHERE person_id = ${personId}`)
}

export async function setAway(tx: Db, personId: string, away: boolean): Promise<boolean> {
  return (
    1 === (await tx.run(sql`UPDATE memberships SET away = ${away} WHERE person_id = ${personId} AND ended_at IS NULL`))
  )
}

/** False when it had ended before. */
export async function endMembership(tx: Db, personId: string, now: Instant): Promise<boolean> {
  const ended = await tx.run(
    sql`UPDATE memberships SET ended_at = ${at(now)} WHERE person_id = ${personId} AND ended_at IS NULL`,
  )
  await tx.run(sql`DELETE FROM team_members WHERE person_id = ${personId}`)
  await tx.run(sql`UPDATE teams SET lead_id = NULL WHERE lead_id = ${personId}`)
  return ended === 1
}

export type Named = { id: string; name: string; kind: 'person' | 'key'; locale: Locale }

/** The names of those who are or were here. */
export function namesOf(db: Reader, ids: readonly string[]): Promise<Named[]> {
  return db.many<Named>(sql`SELECT id, name, kind, locale FROM people WHERE id = ANY(${[...ids]}::uuid[])`)
}
