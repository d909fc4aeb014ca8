import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Team = {
  id: string
  name: string
  leadId: string | null
  members: { id: string; name: string; away: boolean }[]
}

export type TeamMember = { id: string; name: string; role: Role; away: boolean }

export function teams(db: Db): Promise<Team[]> {
  return db.many<Team>(sql`
    SELECT t.id, t.name, t.lead_id AS "leadId", coalesce(jsonb_agg(
      jsonb_build_object('id', p.id, 'name', p.name, 'away', m.away) ORDER BY lower(p.name), p.id) FILTER (WHERE p.id IS NOT NULL), '[]') AS members
    FROM teams t
    LEFT JOIN team_members tm ON tm.workspace_id = t.workspace_id AND tm.team_id = t.id
    LEFT JOIN memberships m ON m.workspace_id = tm.workspace_id AND m.person_id = tm.person_id AND m.ended_at IS NULL
    LEFT JOIN people p ON p.id = m.person_id
    GROUP BY t.workspace_id, t.id ORDER BY lower(t.name), t.id`)
}

/** Those a team's work can be given to, away or not, in a fixed order. */
export function teamMembers(db: Db, teamId: string): Promise<TeamMember[]> {
  return db.many<TeamMember>(sql`
    SELECT p.id, p.name, m.role, m.away FROM team_members tm
    JOIN memberships m ON m.workspace_id = tm.workspace_id AND m.person_id = tm.person_id AND m.ended_at IS NULL
    JOIN people p ON p.id = m.person_id
    WHERE tm.team_id = ${teamId} ORDER BY p.id`)
}

/** Everybody of the workspace, for work that has no team. */
export function everyMember(db: Db): Promise<TeamMember[]> {
  return db.many<TeamMember>(sql`
    SELECT p.id, p.name, m.role, m.away FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.ended_at IS NULL AND p.kind = 'person' ORDER BY p.id`)
}

export function teamById(db: Db, id: string): Promise<{ id: string; name: string; leadId: string | null } | null> {
  return db.maybe(sql`SELECT id, name, lead_id AS "leadId" FROM teams WHERE id = ${id}`)
}

/** The team, made on first use; for starting a workspace. */
export async function insertTeam(
  tx: Db,
  team: { id: string; name: string; leadId: string | null; now: Instant },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
      INSERT INTO teams (id, name, lead_id, created_at) VALUES (${team.id}, ${team.name}, ${team.leadId}, ${at(team.now)})
      ON CONFLICT (workspace_id, name) DO NOTHING`))
  )
}

export async function nameTaken(db: Db, name: string, butId: string): Promise<boolean> {
  return null !== (await db.maybe(sql`SELECT id FROM teams WHERE name = ${name} AND id <> ${butId}`))
}

export async function updateTeam(tx: Db, team: { id: string; name: string; leadId: string | null }): Promise<boolean> {
  return 1 === (await tx.run(sql`UPDATE teams SET name = ${team.name}, lead_id = ${team.leadId} WHERE id = ${team.id}`))
}

/** Puts exactly these into the team, as far as they belong to the workspace. */
export async function setTeamMembers(tx: Db, teamId: string, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM team_members WHERE team_id = ${teamId} AND person_id <> ALL(${[...ids]}::uuid[])`)
  await tx.run(sql`
    INSERT INTO team_members (team_id, person_id)
    SELECT ${teamId}, m.person_id FROM memberships m WHERE m.person_id = ANY(${[...ids]}::uuid[]) AND m.ended_at IS NULL
    ON CONFLICT DO NOTHING`)
}

/** How many of these belong to the workspace as people. */
export async function countMembers(db: Db, ids: readonly string[]): Promise<number> {
  const { n } = await db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.person_id = ANY(${[...ids]}::uuid[]) AND m.ended_at IS NULL AND p.kind = 'person'`)
  return n
}

export async function deleteTeam(tx: Db, id: string): Promise<boolean> {
  return 1 === (await tx.run(sql`DELETE FROM teams WHERE id = ${id}`))
}
