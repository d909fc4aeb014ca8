import { type Db, sql } from '../../platform/db/db.ts'

/** The voices of these cases, and whether any case is open for each of them now. */
export function owedVoices(db: Db, caseIds: readonly string[]): Promise<{ feedbackId: string; owed: boolean }[]> {
  return db.many(sql`
    SELECT v.feedback_id AS "feedbackId",
      EXISTS (SELECT FROM case_feedback l JOIN cases c ON c.id = l.case_id
              WHERE l.feedback_id = v.feedback_id AND c.stage IN ('new', 'acknowledged', 'working', 'waiting')) AS owed
    FROM (SELECT DISTINCT feedback_id FROM case_feedback WHERE case_id = ANY(${[...caseIds]}::uuid[])) AS v`)
}
