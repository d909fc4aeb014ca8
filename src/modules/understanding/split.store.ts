import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type FiledVoice = { feedbackId: string; spans: { start: number; end: number }[] }

/** The newest voices of a category, with the stretches of text that speak of it; set-aside ones are left out. */
export function newestOf(db: Db, categoryId: string, limit: number): Promise<FiledVoice[]> {
  return db.many<FiledVoice>(sql`
    SELECT f.feedback_id AS "feedbackId",
      coalesce((SELECT jsonb_agg(jsonb_build_object('start', a.starts, 'end', a.ends) ORDER BY a.starts)
                FROM aspects a WHERE a.feedback_id = f.feedback_id AND a.category_id = ${categoryId}), '[]') AS spans
    FROM (SELECT feedback_id, occurred_at FROM feedback_categories WHERE category_id = ${categoryId}
          ORDER BY occurred_at DESC, feedback_id DESC LIMIT ${limit}) AS f
    JOIN understandings u ON u.feedback_id = f.feedback_id AND NOT u.set_aside
    ORDER BY f.occurred_at DESC, f.feedback_id DESC`)
}

/** A category that was parted: `parts` are the categories made, `corrections` what was filed with it. */
export type Split = {
  id: string
  categoryId: string
  place: 'below' | 'instead'
  parts: string[]
  corrections: string[]
}

export async function insertSplit(tx: Db, split: Split, { by, now }: { by: string; now: Instant }): Promise<void> {
  await tx.run(sql`
    INSERT INTO splits (id, category_id, place, parts, corrections, made_by, made_at)
    VALUES (${split.id}, ${split.categoryId}, ${split.place}, ${split.parts}::uuid[], ${split.corrections}::uuid[], ${by}, ${at(now)})`)
}

/** The last split of a category; null when there is none, or when it was taken back. The caller holds the lock of the tree. */
export async function lastSplit(tx: Db, categoryId: string): Promise<Split | null> {
  const row = await tx.maybe<Split & { isUndone: boolean }>(sql`
    SELECT id, category_id AS "categoryId", place, parts, corrections, undone_at IS NOT NULL AS "isUndone"
    FROM splits WHERE category_id = ${categoryId} ORDER BY id DESC LIMIT 1`)
  return row === null || row.isUndone ? null : row
}

export async function markUndone(tx: Db, id: string, now: Instant): Promise<void> {
  await tx.run(sql`UPDATE splits SET undone_at = ${at(now)} WHERE id = ${id}`)
}

/** Of these sayings about categories those that are the newest of their voice, with what was there before. */
export function filingsThatHold(
  tx: Db,
  ids: readonly string[],
): Promise<{ id: string; feedbackId: string; was: string[] }[]> {
  return tx.many(sql`
    SELECT c.id, c.feedback_id AS "feedbackId", c.was FROM corrections c
    WHERE c.id = ANY(${ids}::uuid[]) AND NOT EXISTS (
      SELECT FROM corrections l WHERE l.feedback_id = c.feedback_id AND l.field = 'categories' AND (l.corrected_at, l.id) > (c.corrected_at, c.id))`)
}

export async function deleteFilings(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM corrections WHERE id = ANY(${ids}::uuid[])`)
}
