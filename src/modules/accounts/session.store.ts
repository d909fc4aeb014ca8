import { at, type Lookups, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type SessionUser = {
  personId: string
  name: string
  locale: Locale
  role: Role
  workspaceId: string
  seenAt: Instant
  expiresAt: Instant
}

export type SessionRow = {
  id: string
  hash: string
  address: string
  userAgent: string
  startedAt: Instant
  seenAt: Instant
}

export async function startSession(
  lookups: Lookups,
  session: {
    hash: string
    id: string
    personId: string
    workspaceId: string
    address: string
    userAgent: string
    now: Instant
    expiresAt: Instant
  },
): Promise<void> {
  await lookups.run(sql`
    SELECT session_start(${session.hash}, ${session.id}, ${session.personId}, ${session.workspaceId},
      ${session.address}, ${session.userAgent}, ${at(session.now)}, ${at(session.expiresAt)})`)
}

/** Who is at the session, expired or not; null when there is none or the person has left its workspace. */
export function sessionUser(lookups: Lookups, hash: string): Promise<SessionUser | null> {
  return lookups.maybe<SessionUser>(sql`
    SELECT person_id AS "personId", name, locale, role, workspace_id AS "workspaceId", seen_at AS "seenAt", expires_at AS "expiresAt"
    FROM session_user_of(${hash})`)
}

export async function sessionSeen(lookups: Lookups, hash: string, now: Instant, expiresAt: Instant): Promise<void> {
  await lookups.run(sql`SELECT session_seen(${hash}, ${at(now)}, ${at(expiresAt)})`)
}

/** False when the person does not belong to that workspace. */
export async function moveSession(
  lookups: Lookups,
  hash: string,
  personId: string,
  workspaceId: string,
): Promise<boolean> {
  const { moved } = await lookups.one<{ moved: boolean }>(
    sql`SELECT session_move(${hash}, ${personId}, ${workspaceId}) AS moved`,
  )
  return moved
}

export function sessionsOf(lookups: Lookups, personId: string, now: Instant): Promise<SessionRow[]> {
  return lookups.many<SessionRow>(sql`
    SELECT id, token_hash AS hash, address, user_agent AS "userAgent", started_at AS "startedAt", seen_at AS "seenAt"
    FROM sessions_of(${personId}, ${at(now)})`)
}

export async function endSession(lookups: Lookups, hash: string): Promise<void> {
  await lookups.run(sql`SELECT session_end(${hash})`)
}

const hashes = (rows: readonly { hash: string }[]) => rows.map(({ hash }) => hash)

/** The hash of the session that ended; none when it was not this person's. */
export async function endOneSession(lookups: Lookups, personId: string, id: string): Promise<string[]> {
  return hashes(
    await lookups.many<{ hash: string }>(sql`SELECT h AS hash FROM session_end_one(${personId}, ${id}) AS h`),
  )
}

/** Ends all sessions of a person but one; '' spares none. */
export async function endOtherSessions(lookups: Lookups, personId: string, butHash: string): Promise<string[]> {
  return hashes(
    await lookups.many<{ hash: string }>(sql`SELECT h AS hash FROM sessions_end_others(${personId}, ${butHash}) AS h`),
  )
}

/** Expired sessions and links long past. */
export async function forgetSessions(lookups: Pick<Lookups, 'one'>, before: Instant): Promise<number> {
  const { gone } = await lookups.one<{ gone: number }>(sql`SELECT sessions_forget(${at(before)}) AS gone`)
  return gone
}
