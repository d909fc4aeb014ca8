/** What a plan may be made of: read from the modules to the left, for the form and for checking it. */
import { type Db, sql } from '../../platform/db/db.ts'
import type { CategoryNames } from '../../shared/contracts/taxonomy.ts'
import type { Definition } from '../../shared/questions/definition.ts'

/** Whether a survey has ever asked this question with these options; what people wrote beside it counts as `other`. */
export async function knowsOptions(
  db: Db,
  { survey, question, options }: { survey: string; question: string; options: readonly string[] },
): Promise<boolean> {
  const { known } = await db.one<{ known: string[] | null }>(sql`
    SELECT array_agg(DISTINCT o->>'key') AS known
    FROM survey_versions v, jsonb_array_elements(v.definition->'questions') AS q, jsonb_array_elements(q->'options') AS o
    WHERE v.survey_id = ${survey}::uuid AND q->>'key' = ${question} AND jsonb_typeof(q->'options') = 'array'`)
  return known !== null && options.every((option) => option === 'other' || known.includes(option))
}

export type CategoryChoice = { id: string; key: string; names: CategoryNames; level: number }

/** Categories in use, parents before children. */
export function categoryChoices(db: Db): Promise<CategoryChoice[]> {
  return db.many<CategoryChoice>(sql`
    WITH RECURSIVE tree AS (
      SELECT k.*, 1 AS level, ARRAY[k.position::text, k.id::text] AS place FROM categories k WHERE k.parent_id IS NULL
      UNION ALL
      SELECT k.*, t.level + 1, t.place || lpad(k.position::text, 6, '0') || k.id::text FROM categories k JOIN tree t ON k.parent_id = t.id
    ) SELECT id, key, names, level FROM tree WHERE retired_at IS NULL AND merged_into IS NULL ORDER BY place`)
}

export type SurveyChoice = { id: string; title: string; definition: Definition }

/** Surveys that were published, with what they ask now. */
export function surveyChoices(db: Db): Promise<SurveyChoice[]> {
  return db.many<SurveyChoice>(sql`
    SELECT s.id, s.title, v.definition FROM surveys s JOIN survey_versions v ON v.survey_id = s.id AND v.version = s.version
    ORDER BY s.created_at DESC LIMIT 100`)
}

/** Products of the latest orders; of all orders the list would take a walk through the whole table. */
export async function productChoices(db: Db): Promise<string[]> {
  const rows = await db.many<{ product: string }>(sql`
    SELECT DISTINCT product FROM (SELECT product FROM orders ORDER BY placed_at DESC LIMIT 20000) AS latest WHERE product <> '' ORDER BY product LIMIT 200`)
  return rows.map(({ product }) => product)
}

/** Who may own an improvement. */
export function ownerChoices(db: Db): Promise<{ id: string; name: string }[]> {
  return db.many(sql`
    SELECT p.id, p.name FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.ended_at IS NULL AND p.kind = 'person' ORDER BY p.name, p.id LIMIT 500`)
}
