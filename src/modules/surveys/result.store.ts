import { all, at, type Db, type Query, sql } from '../../platform/db/db.ts'
import { FOLLOW_UP, type QuestionKind } from '../../shared/questions/question.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type Window = { from?: Instant | undefined; to?: Instant | undefined }

function within(column: Query, { from, to }: Window): Query[] {
  const conditions: Query[] = []
  if (from !== undefined) conditions.push(sql`${column} >= ${at(from)}`)
  if (to !== undefined) conditions.push(sql`${column} < ${at(to)}`)
  return conditions
}

export type AnswerCount = {
  question: string
  kind: QuestionKind
  number: number | null
  option: string | null
  count: number
}

/** How often each point and each option was given, over all versions; read from the index alone. */
export function answerCounts(db: Db, surveyId: string, window: Window): Promise<AnswerCount[]> {
  const conditions = [sql`a.survey_id = ${surveyId}`, ...within(sql`a.answered_at`, window)]
  return db.many<AnswerCount>(sql`
    SELECT a.question, a.kind, a.number, a.option, count(*)::int AS count
    FROM answers a WHERE ${all(conditions)} GROUP BY a.question, a.kind, a.number, a.option`)
}

/** How many answered each question: whoever ticks three options is one, by the first of them. */
export function answererCounts(
  db: Db,
  surveyId: string,
  window: Window,
): Promise<{ question: string; kind: QuestionKind; n: number }[]> {
  const conditions = [sql`a.survey_id = ${surveyId}`, sql`a.ordinal = 0`, ...within(sql`a.answered_at`, window)]
  return db.many(sql`
    SELECT a.question, a.kind, count(*)::int AS n FROM answers a WHERE ${all(conditions)} GROUP BY a.question, a.kind`)
}

export function responseTotals(
  db: Db,
  surveyId: string,
  window: Window,
): Promise<{ responses: number; firstAt: Instant | null; lastAt: Instant | null }> {
  const conditions = [sql`r.survey_id = ${surveyId}`, ...within(sql`r.completed_at`, window)]
  return db.one(sql`
    SELECT count(*)::int AS responses, min(r.completed_at) AS "firstAt", max(r.completed_at) AS "lastAt"
    FROM responses r WHERE ${all(conditions)}`)
}

const DAYS_SHOWN = 60

/** Responses per calendar day of the workspace: the latest days that have any, earliest first. */
export function responsesPerDay(
  db: Db,
  surveyId: string,
  window: Window,
): Promise<{ day: string; responses: number }[]> {
  const conditions = [sql`r.survey_id = ${surveyId}`, ...within(sql`r.completed_at`, window)]
  return db.many(sql`
    SELECT day, responses FROM (
      SELECT (r.completed_at AT TIME ZONE w.timezone)::date AS day, count(*)::int AS responses
      FROM responses r JOIN workspaces w ON w.id = r.workspace_id
      WHERE ${all(conditions)} GROUP BY 1 ORDER BY 1 DESC LIMIT ${DAYS_SHOWN}) latest
    ORDER BY day`)
}

export type Words = {
  question: string
  kind: QuestionKind
  text: string
  feedbackId: string | null
  answeredAt: Instant
}

const WORDS = sql`('short-text', 'long-text')`

/** The newest words written for each of `questions`, with what was said when more was asked. */
export function newestWords(
  db: Db,
  surveyId: string,
  questions: readonly string[],
  window: Window,
  each: number,
): Promise<Words[]> {
  const conditions = [
    sql`a.survey_id = ${surveyId}`,
    sql`a.question = q.key`,
    sql`a.text IS NOT NULL`,
    sql`(a.ordinal = 0 OR a.kind NOT IN ${WORDS})`,
    ...within(sql`a.answered_at`, window),
  ]
  return db.many<Words>(sql`
    SELECT q.key AS question, w.kind, r.feedback_id AS "feedbackId", w.text || coalesce((
      SELECT E'\n' || m.text FROM answers m WHERE m.response_id = w.response_id AND m.question = q.key AND m.ordinal = ${FOLLOW_UP} AND m.kind IN ${WORDS}), '') AS text,
      w.answered_at AS "answeredAt"
    FROM unnest(${questions}::text[]) AS q (key),
    LATERAL (SELECT a.text, a.kind, a.response_id, a.answered_at FROM answers a WHERE ${all(conditions)}
             ORDER BY a.answered_at DESC LIMIT ${each}) w
    JOIN responses r ON r.id = w.response_id
    ORDER BY w.answered_at DESC`)
}
