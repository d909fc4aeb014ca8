import { at, type Db, json, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type ExampleRow = {
  id: string
  categoryId: string
  text: string | null
  feedbackId: string | null
  belongs: boolean
  wasFound: boolean
  by: string | null
  at: Instant
}

export type NewExample = Pick<ExampleRow, 'id' | 'text' | 'feedbackId' | 'belongs' | 'wasFound'>

/** All examples of these categories, newest first. */
export function examplesOf(db: Db, categoryIds: readonly string[]): Promise<ExampleRow[]> {
  return db.many<ExampleRow>(sql`
    SELECT id, category_id AS "categoryId", text, feedback_id AS "feedbackId", belongs, was_found AS "wasFound", added_by AS by, added_at AS at
    FROM category_examples WHERE category_id = ANY(${categoryIds}::uuid[]) ORDER BY added_at DESC, id DESC`)
}

/** Adds examples that are not there; what is there as the contrary is turned. Gives for each written whether it is new. */
export async function putExamples(
  tx: Db,
  categoryId: string,
  rows: readonly NewExample[],
  by: string,
  now: Instant,
): Promise<boolean[]> {
  const given = sql`
    INSERT INTO category_examples AS e (id, category_id, text, feedback_id, belongs, was_found, added_by, added_at)
    SELECT id, ${categoryId}, text, "feedbackId", belongs, "wasFound", ${by}, ${at(now)}
    FROM jsonb_to_recordset(${json(rows)}) AS r (id uuid, text text, "feedbackId" uuid, belongs boolean, "wasFound" boolean)`
  const turned = sql`DO UPDATE SET belongs = excluded.belongs, added_by = excluded.added_by, added_at = excluded.added_at
    WHERE e.belongs <> excluded.belongs RETURNING xmax = 0 AS new`
  const texts = await tx.many<{ new: boolean }>(sql`
    ${given} WHERE text IS NOT NULL
    ON CONFLICT (workspace_id, category_id, md5(text)) WHERE text IS NOT NULL ${turned}`)
  const voices = await tx.many<{ new: boolean }>(sql`
    ${given} WHERE text IS NULL
    ON CONFLICT (workspace_id, category_id, feedback_id) WHERE feedback_id IS NOT NULL ${turned}`)
  return [...texts, ...voices].map((row) => row.new)
}

/** Gives how many were there. */
export function deleteExamples(tx: Db, ids: readonly string[]): Promise<number> {
  return tx.run(sql`DELETE FROM category_examples WHERE id = ANY(${ids}::uuid[])`)
}

export async function countExamples(db: Db, categoryIds: readonly string[]): Promise<{ belong: number; not: number }> {
  return await db.one(sql`
    SELECT count(*) FILTER (WHERE belongs) AS belong, count(*) FILTER (WHERE NOT belongs) AS not
    FROM category_examples WHERE category_id = ANY(${categoryIds}::uuid[])`)
}

/** A voice of which people said last whether it belongs here; `had`: it was filed here before that. */
export type JudgedVoice = { feedbackId: string; belongs: boolean; had: boolean }

/**
 * The newest voices whose categories people judged, among the newest `walked` sayings: what they say of these categories.
 * Left out are voices filed under `below`, for what belongs to a part may well belong to the whole; and what was said
 * before there was such a category, unless it names it.
 */
export function judgedAbout(
  db: Db,
  categoryIds: readonly string[],
  below: readonly string[],
  { walked, limit }: { walked: number; limit: number },
): Promise<JudgedVoice[]> {
  return db.many<JudgedVoice>(sql`
    SELECT "feedbackId", belongs, had FROM (
      SELECT DISTINCT ON (c.feedback_id) c.feedback_id AS "feedbackId", c.value ?| ${categoryIds}::text[] AS belongs,
        c.was ?| ${categoryIds}::text[] AS had, c.value ?| ${below}::text[] AS elsewhere, c.corrected_at, c.id
      FROM (SELECT feedback_id, value, was, corrected_at, id FROM corrections WHERE field = 'categories' AND along_with IS NULL ORDER BY id DESC LIMIT ${walked}) c
      ORDER BY c.feedback_id, c.id DESC) AS newest
    WHERE belongs OR (NOT elsewhere AND (had OR corrected_at >= (SELECT min(created_at) FROM categories WHERE id = ANY(${categoryIds}::uuid[]))))
    ORDER BY belongs DESC, had DESC, id DESC LIMIT ${limit}`)
}

/** The newest voices with words that are understood and not set aside, among the newest `walked`. */
export async function newestVoices(db: Db, { walked, limit }: { walked: number; limit: number }): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT n.feedback_id AS id
    FROM (SELECT feedback_id, occurred_at FROM understandings WHERE NOT set_aside ORDER BY occurred_at DESC, feedback_id DESC LIMIT ${walked}) AS n
    JOIN feedback f ON f.id = n.feedback_id AND f.text <> ''
    ORDER BY n.occurred_at DESC, n.feedback_id DESC LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Examples that are voices of these customers, for their copy. */
export function examplesFrom(db: Db, customerIds: readonly string[]): Promise<unknown> {
  return db.many(sql`
    SELECT e.category_id AS "categoryId", e.feedback_id AS "feedbackId", e.belongs, e.added_at AS at
    FROM feedback f JOIN category_examples e ON e.feedback_id = f.id
    WHERE f.customer_id = ANY(${customerIds}::uuid[]) ORDER BY e.added_at`)
}

/** What these customers said, and all examples that were pasted: the same words may be among them. */
export async function wordsToForget(
  tx: Db,
  customerIds: readonly string[],
): Promise<{ said: string[]; pasted: { id: string; text: string }[] }> {
  const said = await tx.many<{ text: string }>(
    sql`SELECT text FROM feedback WHERE customer_id = ANY(${customerIds}::uuid[]) AND text <> ''`,
  )
  const pasted = await tx.many<{ id: string; text: string }>(
    sql`SELECT id, text FROM category_examples WHERE text IS NOT NULL`,
  )
  return { said: said.map(({ text }) => text), pasted }
}

export function deleteExamplesFrom(tx: Db, customerIds: readonly string[]): Promise<number> {
  return tx.run(sql`
    DELETE FROM category_examples WHERE feedback_id IN (SELECT id FROM feedback WHERE customer_id = ANY(${customerIds}::uuid[]))`)
}
