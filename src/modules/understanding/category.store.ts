import { at, type Db, json, sql } from '../../platform/db/db.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Category = {
  id: string
  key: string
  parentId: string | null
  names: CategoryNames
  definition: string
  words: string[]
  position: number
  retiredAt: Instant | null
  mergedInto: string | null
}

/** All categories ever, parents before children, siblings by position. */
export function allCategories(db: Db): Promise<Category[]> {
  return db.many<Category>(sql`
    WITH RECURSIVE tree AS (
      SELECT c.*, ARRAY[c.position, 0] AS place, c.id::text AS path FROM categories c WHERE c.parent_id IS NULL
      UNION ALL
      SELECT c.*, t.place || c.position, t.path || c.id::text FROM categories c JOIN tree t ON c.parent_id = t.id
    )
    SELECT id, key, parent_id AS "parentId", names, definition, words, position, retired_at AS "retiredAt", merged_into AS "mergedInto"
    FROM tree ORDER BY place, path`)
}

/** Whoever changes the tree takes turns, until the end of the transaction: two moves never make a circle together. */
export async function lockTree(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended('taxonomy ' || current_setting('hx.workspace'), 0))`)
}

export type NewRow = {
  id: string
  key: string
  parentId: string | null
  names: object
  definition: string
  words: readonly string[]
  position: number
}

/** Adds categories, parents first; a key that exists stays as it is. Gives how many were added. */
export function insertCategories(tx: Db, rows: readonly NewRow[], now: Instant): Promise<number> {
  return tx.run(sql`
    INSERT INTO categories (id, key, parent_id, names, definition, words, position, created_at)
    SELECT id, key, "parentId", names, definition, ARRAY(SELECT jsonb_array_elements_text(words)), position, ${at(now)}
    FROM jsonb_to_recordset(${json(rows)}) AS r (id uuid, key text, "parentId" uuid, names jsonb, definition text, words jsonb, position int)
    ON CONFLICT (workspace_id, key) DO NOTHING`)
}

export async function updateCategory(
  tx: Db,
  { id, parentId, names, definition, words, position, retiredAt, mergedInto }: Category,
): Promise<void> {
  await tx.run(sql`
    UPDATE categories SET parent_id = ${parentId}, names = ${json(names)}, definition = ${definition}, words = ${words}::text[], position = ${position},
      retired_at = ${retiredAt === null ? null : at(retiredAt)}, merged_into = ${mergedInto}
    WHERE id = ${id}`)
}

export async function insertCategoryChange(
  tx: Db,
  change: { id: string; categoryId: string; change: object; by: string | null; at: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO category_changes (id, category_id, change, changed_by, changed_at)
    VALUES (${change.id}, ${change.categoryId}, ${json(change.change)}, ${change.by}, ${at(change.at)})`)
}

/** What was changed about a category, newest first. */
export function categoryHistory(
  db: Db,
  categoryId: string,
): Promise<{ at: Instant; by: string | null; change: Record<string, unknown> }[]> {
  return db.many(sql`
    SELECT changed_at AS at, changed_by AS by, change FROM category_changes WHERE category_id = ${categoryId} ORDER BY changed_at DESC, id DESC LIMIT 500`)
}
