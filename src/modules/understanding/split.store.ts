import { type Db, sql } from '../../platform/db/db.ts'

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
