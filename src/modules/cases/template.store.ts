/** Reply templates. */
import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type TemplateRow = {
  id: string
  name: string
  situation: string
  text: string
  language: Locale
  position: number
  changedAt: Instant
}
export type TemplateWords = Pick<TemplateRow, 'name' | 'situation' | 'text' | 'language' | 'position'>

const ROW = sql`id, name, situation, text, language, position, changed_at AS "changedAt"`

export function listTemplates(db: Db): Promise<TemplateRow[]> {
  return db.many<TemplateRow>(
    sql`SELECT ${ROW} FROM reply_templates WHERE retired_at IS NULL ORDER BY position, name, id LIMIT 500`,
  )
}

export function templateById(db: Db, id: string): Promise<TemplateRow | null> {
  return db.maybe<TemplateRow>(sql`SELECT ${ROW} FROM reply_templates WHERE id = ${id} AND retired_at IS NULL`)
}

/** False for a starter that this workspace has, or had and retired. */
export async function insertTemplate(
  tx: Db,
  made: TemplateWords & { id: string; starter: string | null; by: string | null; now: Instant },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO reply_templates (id, name, situation, text, language, position, starter, changed_by, changed_at)
    VALUES (${made.id}, ${made.name}, ${made.situation}, ${made.text}, ${made.language}, ${made.position}, ${made.starter}, ${made.by}, ${at(made.now)})
    ON CONFLICT (workspace_id, starter) WHERE starter IS NOT NULL DO NOTHING`))
  )
}

export async function updateTemplate(
  tx: Db,
  id: string,
  words: TemplateWords,
  by: string,
  now: Instant,
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE reply_templates SET name = ${words.name}, situation = ${words.situation}, text = ${words.text}, language = ${words.language},
      position = ${words.position}, changed_by = ${by}, changed_at = ${at(now)}
    WHERE id = ${id} AND retired_at IS NULL`))
  )
}

export async function retireTemplate(tx: Db, id: string, by: string, now: Instant): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    UPDATE reply_templates SET retired_at = ${at(now)}, changed_by = ${by}, changed_at = ${at(now)} WHERE id = ${id} AND retired_at IS NULL`))
  )
}
