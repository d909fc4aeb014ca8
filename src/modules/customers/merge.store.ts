import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Merge = {
  id: string
  fromId: string
  intoId: string
  mergedBy: string | null
  mergedAt: Instant
  undoneAt: Instant | null
}

/** Customers that are nobody's part, locked until the transaction ends, in one order for everybody. */
export async function lockRoots(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(
    sql`SELECT id FROM customers WHERE id = ANY(${ids}::uuid[]) AND merged_into IS NULL ORDER BY id FOR UPDATE`,
  )
  return rows.map(({ id }) => id)
}

export async function insertMerge(
  tx: Db,
  merge: { id: string; fromId: string; intoId: string; by: string; at: Instant },
): Promise<void> {
  await tx.run(
    sql`INSERT INTO merges (id, from_id, into_id, merged_by, merged_at) VALUES (${merge.id}, ${merge.fromId}, ${merge.intoId}, ${merge.by}, ${at(merge.at)})`,
  )
  await tx.run(sql`UPDATE customers SET merged_into = ${merge.intoId} WHERE id = ${merge.fromId}`)
}

/** The merge that was undone, or null when it was not open. */
export async function undoMerge(tx: Db, undone: { id: string; by: string; at: Instant }): Promise<Merge | null> {
  const merge = await tx.maybe<Merge>(sql`
    UPDATE merges SET undone_by = ${undone.by}, undone_at = ${at(undone.at)} WHERE id = ${undone.id} AND undone_at IS NULL
    RETURNING id, from_id AS "fromId", into_id AS "intoId", merged_by AS "mergedBy", merged_at AS "mergedAt", undone_at AS "undoneAt"`)
  if (merge !== null)
    await tx.run(
      sql`UPDATE customers SET merged_into = NULL WHERE id = ${merge.fromId} AND merged_into = ${merge.intoId}`,
    )
  return merge
}

/** Open merges of a customer's family, newest first. */
export function openMerges(db: Db, family: readonly string[]): Promise<(Merge & { fromName: string })[]> {
  return db.many(sql`
    SELECT m.id, m.from_id AS "fromId", m.into_id AS "intoId", m.merged_by AS "mergedBy", m.merged_at AS "mergedAt", m.undone_at AS "undoneAt", c.name AS "fromName"
    FROM merges m JOIN customers c ON c.id = m.from_id
    WHERE m.undone_at IS NULL AND m.into_id = ANY(${family}::uuid[]) ORDER BY m.merged_at DESC, m.id`)
}
