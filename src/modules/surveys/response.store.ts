import { all, at, type Db, json, type Query, sql } from '../../platform/db/db.ts'
import type { Definition } from '../../shared/questions/definition.ts'
import type { AnswerRow } from '../../shared/questions/question.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Locale } from '../../shared/words/locale.ts'

export type NewResponseRow = {
  id: string
  surveyId: string
  version: number
  submission: string
  locale: Locale
  source: 'link' | 'api'
  startedAt: Instant
  now: Instant
}

/** True when this call stored it; false when the submission was stored before, also by a call that ran beside this one. */
export async function insertResponse(tx: Db, response: NewResponseRow): Promise<boolean> {
  const { id, surveyId, version, submission, locale, source, startedAt, now } = response
  return (
    (await tx.run(sql`
    INSERT INTO responses (id, survey_id, version, submission, locale, source, started_at, completed_at)
    VALUES (${id}, ${surveyId}, ${version}, ${submission}, ${locale}, ${source}, ${at(startedAt)}, ${at(now)})
    ON CONFLICT (workspace_id, survey_id, submission) DO NOTHING`)) === 1
  )
}

export async function linkResponse(tx: Db, id: string, feedbackId: string): Promise<void> {
  await tx.run(sql`
    UPDATE responses r SET feedback_id = f.id, customer_id = f.customer_id
    FROM feedback f WHERE r.id = ${id} AND f.id = ${feedbackId}`)
}

export async function insertAnswers(
  tx: Db,
  response: Pick<NewResponseRow, 'id' | 'surveyId' | 'version' | 'now'>,
  rows: readonly AnswerRow[],
): Promise<void> {
  const { id, surveyId, version, now } = response
  await tx.run(sql`
    INSERT INTO answers (response_id, survey_id, version, question, kind, ordinal, text, number, option, answered_at)
    SELECT ${id}, ${surveyId}, ${version}, a.question, a.kind, a.ordinal, a.text, a.number, a.option, ${at(now)}
    FROM jsonb_to_recordset(${json(rows)}) AS a
      (question text, kind text, ordinal int, text text, number double precision, option text)`)
}

export type Taken = {
  id: string
  feedbackId: string
  receivedAt: Instant
  queryCode: string
  locale: Locale
  version: number
}

/** What became of a submission; null when it is not known (or its feedback is gone). */
export function takenBy(db: Db, surveyId: string, submission: string): Promise<Taken | null> {
  return db.maybe<Taken>(sql`
    SELECT r.id, f.id AS "feedbackId", f.received_at AS "receivedAt", f.query_code AS "queryCode", r.locale, r.version
    FROM responses r JOIN feedback f ON f.id = r.feedback_id
    WHERE r.survey_id = ${surveyId} AND r.submission = ${submission}`)
}

/** Whether a survey has as many responses as it wants; looks at no more of them than that. */
export async function isFull(db: Db, surveyId: string, cap: number): Promise<boolean> {
  const { n } = await db.one<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM responses WHERE survey_id = ${surveyId} LIMIT ${cap}) counted`)
  return n >= cap
}

export type ResponseRow = {
  id: string
  feedbackId: string | null
  version: number
  locale: string
  answeredAt: Instant
  /** What the link said it was about. */
  facts: { product?: string; order?: string; branch?: string }
  answers: {
    question: string
    kind: AnswerRow['kind']
    number: number | null
    option: string | null
    text: string | null
  }[]
}

export type ResponsesWanted = {
  question?: string | undefined
  option?: string | undefined
  number?: number | undefined
  from?: Instant | undefined
  to?: Instant | undefined
}

/** Responses, newest first, each with its answers in the order they were kept. */
export function responseRows(
  db: Db,
  surveyId: string,
  wanted: ResponsesWanted,
  after: { at: Instant; id: string } | null,
  limit: number,
): Promise<ResponseRow[]> {
  const conditions: Query[] = [sql`r.survey_id = ${surveyId}`]
  if (after !== null) conditions.push(sql`(r.completed_at, r.id) < (${at(after.at)}, ${after.id}::uuid)`)
  if (wanted.from !== undefined) conditions.push(sql`r.completed_at >= ${at(wanted.from)}`)
  if (wanted.to !== undefined) conditions.push(sql`r.completed_at < ${at(wanted.to)}`)
  if (wanted.question !== undefined) conditions.push(whoAnswered(wanted))
  return db.many<ResponseRow>(sql`
    SELECT r.id, r.feedback_id AS "feedbackId", r.version, r.locale, r.completed_at AS "answeredAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('question', a.question, 'kind', a.kind, 'number', a.number,
          'option', a.option, 'text', a.text) ORDER BY a.question, a.ordinal)
        FROM answers a WHERE a.response_id = r.id), '[]') AS answers,
      jsonb_strip_nulls(jsonb_build_object('product', f.facts ->> 'product', 'order', f.facts ->> 'order',
        'branch', f.facts ->> 'branch')) AS facts
    FROM responses r LEFT JOIN feedback f ON f.id = r.feedback_id WHERE ${all(conditions)} ORDER BY r.completed_at DESC, r.id DESC LIMIT ${limit}`)
}

function whoAnswered({ question, option, number }: ResponsesWanted): Query {
  const conditions: Query[] = [sql`a.response_id = r.id`, sql`a.question = ${question}`]
  if (option !== undefined) conditions.push(sql`a.option = ${option}`)
  if (number !== undefined) conditions.push(sql`a.number = ${number}`)
  return sql`EXISTS (SELECT FROM answers a WHERE ${all(conditions)})`
}

export type ResponseOn = {
  feedbackId: string
  surveyId: string
  title: string
  definition: Definition
  answers: ResponseRow['answers']
}

/** The responses that became these voices, with what was asked then. */
export function responsesOn(db: Db, feedbackIds: readonly string[]): Promise<ResponseOn[]> {
  if (feedbackIds.length === 0) return Promise.resolve([])
  return db.many<ResponseOn>(sql`
    SELECT r.feedback_id AS "feedbackId", s.id AS "surveyId", s.title, v.definition,
      coalesce((SELECT jsonb_agg(jsonb_build_object('question', a.question, 'kind', a.kind, 'number', a.number,
          'option', a.option, 'text', a.text) ORDER BY a.question, a.ordinal)
        FROM answers a WHERE a.response_id = r.id), '[]') AS answers
    FROM responses r JOIN surveys s ON s.id = r.survey_id
    JOIN survey_versions v ON v.survey_id = r.survey_id AND v.version = r.version
    WHERE r.feedback_id = ANY(${[...feedbackIds]}::uuid[])`)
}

/** What customers answered, for their own copy. */
export function answeredBy(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT r.id, s.title AS survey, r.version, r.locale, to_jsonb(r.completed_at) AS "answeredAt",
      (SELECT jsonb_agg(jsonb_build_object('question', a.question, 'number', a.number, 'option', a.option, 'text', a.text)
         ORDER BY a.question, a.ordinal) FROM answers a WHERE a.response_id = r.id) AS answers
    FROM responses r JOIN surveys s ON s.id = r.survey_id
    WHERE ${answeredByOneOf(customerIds)} ORDER BY r.completed_at, r.id`)
}

const answeredByOneOf = (customerIds: readonly string[]): Query => sql`(
  customer_id = ANY(${customerIds}::uuid[]) OR feedback_id IN (SELECT f.id FROM feedback f WHERE f.customer_id = ANY(${customerIds}::uuid[])))`

export async function responsesBy(tx: Db, customerIds: readonly string[]): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`SELECT id FROM responses WHERE ${answeredByOneOf(customerIds)}`)
  return rows.map(({ id }) => id)
}

/** Takes the words and the person out of what customers answered; points and options stay for the figures. */
export async function eraseAnswered(tx: Db, customerIds: readonly string[]): Promise<number> {
  const rows = await tx.many<{ id: string }>(sql`
    UPDATE responses SET customer_id = NULL WHERE ${answeredByOneOf(customerIds)} RETURNING id`)
  await tx.run(sql`
    UPDATE answers SET text = NULL WHERE response_id = ANY(${rows.map(({ id }) => id)}::uuid[]) AND text IS NOT NULL`)
  return rows.length
}
