/** Who has a case, who may be given one, and who is told of what happens to it. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Candidate } from './routing.ts'

/**
 * Who may be given a case: the team's people who answer, or all agents (where there are none: all who answer),
 * with how much each has and when each was last given something.
 */
export function candidatesFor(tx: Db, teamId: string | null): Promise<Candidate[]> {
  const pool =
    teamId === null
      ? sql`m.role = 'agent' OR (m.role IN ('owner', 'admin', 'manager') AND NOT EXISTS (
              SELECT FROM memberships a JOIN people ap ON ap.id = a.person_id
              WHERE a.role = 'agent' AND a.ended_at IS NULL AND ap.kind = 'person'))`
      : sql`m.role IN ('owner', 'admin', 'manager', 'agent')
            AND EXISTS (SELECT FROM team_members t WHERE t.team_id = ${teamId} AND t.person_id = m.person_id)`
  return tx.many<Candidate>(sql`
    SELECT m.person_id AS "personId", m.away,
           (SELECT count(*) FROM cases c
            WHERE c.owner_id = m.person_id AND c.stage IN ('new', 'acknowledged', 'working', 'waiting')) AS open,
           (SELECT max(g.assigned_at) FROM case_assignments g WHERE g.owner_id = m.person_id) AS "lastAssignedAt"
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE p.kind = 'person' AND m.ended_at IS NULL AND (${pool})`)
}

/** How many open cases each person has; those without any are left out. */
export function openByOwner(db: Db): Promise<{ person: string; open: number }[]> {
  return db.many(sql`
    SELECT owner_id AS person, count(*)::int AS open FROM cases
    WHERE owner_id IS NOT NULL AND stage IN ('new', 'acknowledged', 'working', 'waiting') GROUP BY owner_id`)
}

/** Ends the present assignment and begins another; the case's row follows. */
export async function assign(
  tx: Db,
  to: { id: string; caseId: string; teamId: string | null; ownerId: string | null; by: string | null; at: Instant },
): Promise<void> {
  await tx.run(
    sql`UPDATE case_assignments SET ended_at = ${at(to.at)} WHERE case_id = ${to.caseId} AND ended_at IS NULL`,
  )
  await tx.run(sql`
    INSERT INTO case_assignments (id, case_id, team_id, owner_id, assigned_by, assigned_at)
    VALUES (${to.id}, ${to.caseId}, ${to.teamId}, ${to.ownerId}, ${to.by}, ${at(to.at)})`)
  await tx.run(sql`UPDATE cases SET team_id = ${to.teamId}, owner_id = ${to.ownerId} WHERE id = ${to.caseId}`)
}

/** True when this person may answer cases here. */
export async function mayAnswer(db: Db, personId: string): Promise<boolean> {
  return (
    null !==
    (await db.maybe(sql`
    SELECT FROM memberships WHERE person_id = ${personId} AND ended_at IS NULL AND role IN ('owner', 'admin', 'manager', 'agent')`))
  )
}

/** True when this person, or key, belongs to the workspace. */
export async function isMember(db: Db, personId: string): Promise<boolean> {
  return null !== (await db.maybe(sql`SELECT FROM memberships WHERE person_id = ${personId} AND ended_at IS NULL`))
}

/** Which of these people belong to the workspace and can be told something. */
export async function reachablePeople(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.many<{ id: string }>(sql`
    SELECT m.person_id AS id FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.person_id = ANY(${[...ids]}::uuid[]) AND m.ended_at IS NULL AND p.kind = 'person'`)
  return rows.map(({ id }) => id)
}

/** The lead of a team; without a team or lead, everyone who leads here. */
export async function leadsFor(db: Db, teamId: string | null): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT lead_id AS id FROM teams t JOIN memberships m ON m.person_id = t.lead_id AND m.ended_at IS NULL
    WHERE t.id = ${teamId} AND t.lead_id IS NOT NULL`)
  return rows.length > 0 ? rows.map(({ id }) => id) : await peopleOfRoles(db, ['manager', 'admin', 'owner'])
}

export async function peopleOfRoles(db: Db, roles: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT m.person_id AS id FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.role = ANY(${[...roles]}::text[]) AND m.ended_at IS NULL AND p.kind = 'person'`)
  return rows.map(({ id }) => id)
}

export async function addWatcher(tx: Db, caseId: string, personId: string): Promise<boolean> {
  return (
    1 ===
    (await tx.run(
      sql`INSERT INTO case_watchers (case_id, person_id) VALUES (${caseId}, ${personId}) ON CONFLICT DO NOTHING`,
    ))
  )
}

export async function removeWatcher(tx: Db, caseId: string, personId: string): Promise<boolean> {
  return 1 === (await tx.run(sql`DELETE FROM case_watchers WHERE case_id = ${caseId} AND person_id = ${personId}`))
}

export async function watchersOf(db: Db, caseId: string): Promise<string[]> {
  return (await db.many<{ id: string }>(sql`SELECT person_id AS id FROM case_watchers WHERE case_id = ${caseId}`)).map(
    ({ id }) => id,
  )
}

/** Open cases of someone, for those who leave. */
export function openCasesOwnedBy(db: Db, personId: string): Promise<{ id: string }[]> {
  return db.many(sql`
    SELECT id FROM cases WHERE owner_id = ${personId} AND stage IN ('new', 'acknowledged', 'working', 'waiting') ORDER BY due_order, id`)
}
