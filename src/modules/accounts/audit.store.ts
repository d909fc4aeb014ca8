import { all, at, atOrNull, type Db, json, type Query, sql } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type AuditRow = {
  id: string
  at: Instant
  personId: string | null
  name: string | null
  kind: 'person' | 'key' | null
  action: string
  subject: string
  facts: Record<string, unknown>
  address: string | null
}

/**
 * Writes who did what, in the transaction of the act.
 *
 * @param entry.by      the person or key; null for the system
 * @param entry.action  `<thing>.<past verb>`, as `key.revoked`
 * @param entry.subject outside id or name of what it was done to
 * @param entry.facts   what changed; no secrets, no customers' words
 */
export async function audit(
  tx: Db,
  entry: {
    by: string | null
    action: string
    subject: string
    facts?: Record<string, unknown>
    address?: string | null
    now: Instant
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO audit_entries (id, at, person_id, action, subject, facts, address)
    VALUES (${newId(entry.now)}, ${at(entry.now)}, ${entry.by}, ${entry.action}, ${entry.subject.slice(0, 500)},
      ${json(entry.facts ?? {})}, ${entry.address ?? null})`)
}

export type AuditWanted = {
  person?: string | undefined
  action?: string | undefined
  from?: Instant | undefined
  to?: Instant | undefined
}

/** Entries, newest first; `after` is the last one's moment and id. */
export function auditEntries(
  db: Db,
  wanted: AuditWanted,
  after: { at: Instant; id: string } | null,
  limit: number,
): Promise<AuditRow[]> {
  const conditions: Query[] = []
  if (wanted.person) conditions.push(sql`e.person_id = ${wanted.person}`)
  if (wanted.action)
    conditions.push(sql`(e.action = ${wanted.action} OR starts_with(e.action, ${`${wanted.action}.`}))`)
  if (wanted.from !== undefined) conditions.push(sql`e.at >= ${at(wanted.from)}`)
  if (wanted.to !== undefined) conditions.push(sql`e.at < ${at(wanted.to)}`)
  if (after) conditions.push(sql`(e.at, e.id) < (${atOrNull(after.at)}, ${after.id}::uuid)`)
  return db.many<AuditRow>(sql`
    SELECT e.id, e.at, e.person_id AS "personId", p.name, p.kind, e.action, e.subject, e.facts, e.address
    FROM audit_entries e LEFT JOIN people p ON p.id = e.person_id
    WHERE ${all(conditions)} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`)
}
