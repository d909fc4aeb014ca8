import { at, type Db, type Lookups, sql } from '../../platform/db/db.ts'
import type { Role } from '../../shared/contracts/permissions.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type KeyUser = {
  id: string
  name: string
  role: Role
  workspaceId: string
  scope: 'all' | 'read'
  callsPerMinute: number | null
  lastUsedAt: Instant | null
}

export type KeyRow = {
  id: string
  name: string
  hint: string
  role: Role
  scope: 'all' | 'read'
  callsPerMinute: number | null
  createdBy: string | null
  createdAt: Instant
  lastUsedAt: Instant | null
}

export function keyUser(lookups: Lookups, hash: string): Promise<KeyUser | null> {
  return lookups.maybe<KeyUser>(sql`
    SELECT id, name, role, workspace_id AS "workspaceId", scope, calls_per_minute AS "callsPerMinute", last_used_at AS "lastUsedAt"
    FROM key_user_of(${hash})`)
}

export async function keySeen(lookups: Lookups, hash: string, now: Instant): Promise<void> {
  await lookups.run(sql`SELECT key_seen(${hash}, ${at(now)})`)
}

export async function insertKey(
  tx: Db,
  key: {
    id: string
    hash: string
    hint: string
    scope: 'all' | 'read'
    callsPerMinute: number | null
    by: string | null
    now: Instant
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO api_keys (id, key_hash, hint, scope, calls_per_minute, created_by, created_at)
    VALUES (${key.id}, ${key.hash}, ${key.hint}, ${key.scope}, ${key.callsPerMinute}, ${key.by}, ${at(key.now)})`)
}

/** Keys in use, newest first. */
export function keys(db: Db): Promise<KeyRow[]> {
  return db.many<KeyRow>(sql`
    SELECT k.id, p.name, k.hint, m.role, k.scope, k.calls_per_minute AS "callsPerMinute", maker.name AS "createdBy",
      k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt"
    FROM api_keys k JOIN people p ON p.id = k.id
    JOIN memberships m ON m.workspace_id = k.workspace_id AND m.person_id = k.id
    LEFT JOIN people maker ON maker.id = k.created_by
    WHERE k.revoked_at IS NULL ORDER BY k.created_at DESC, k.id LIMIT 1000`)
}

export type Revoked = { hash: string; name: string; role: Role }

/** The key as it stands, locked. */
export function lockKey(tx: Db, id: string): Promise<Revoked | null> {
  return tx.maybe<Revoked>(sql`
    SELECT k.key_hash AS hash, p.name, m.role FROM api_keys k JOIN people p ON p.id = k.id
    JOIN memberships m ON m.workspace_id = k.workspace_id AND m.person_id = k.id
    WHERE k.id = ${id} AND k.revoked_at IS NULL FOR UPDATE OF k`)
}

export async function revoke(tx: Db, id: string, now: Instant): Promise<void> {
  await tx.run(sql`UPDATE api_keys SET revoked_at = ${at(now)} WHERE id = ${id}`)
  await tx.run(sql`UPDATE memberships SET ended_at = ${at(now)} WHERE person_id = ${id}`)
}
