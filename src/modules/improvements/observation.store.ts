/** What a window held, counted from the tables of the modules to the left. */

import type { Observed } from '../../engine/statistics/verification-plan.ts'
import { all, at, type Db, type Query, sql } from '../../platform/db/db.ts'
import type { PlanFilter } from '../../shared/contracts/improvements.ts'
import type { Metric, PlanWindow, ScoreKind } from './metric.ts'

type Asked = { metric: Metric; filter: PlanFilter; window: PlanWindow }

/** Counts one window of a plan, in the plan's measure. */
export function observe(db: Db, { metric, filter, window }: Asked): Promise<Observed> {
  switch (metric.kind) {
    case 'share-choosing-option':
      return shareChoosing(db, metric, filter, window)
    case 'share-of-score':
      return shareOfScore(db, metric, filter, window)
    case 'mean-score':
      return meanScore(db, metric.score, filter, window)
    case 'contacts-per-1000-orders':
      return contactsPer(db, metric.category, filter, window, ordersIn(filter, window))
    case 'contacts-per-1000-customers':
      return contactsPer(db, metric.category, filter, window, customersBy(window))
    case 'share-of-resolved-needs':
      return resolvedNeeds(db, metric.category, filter, window)
    case 'share-of-category':
      return shareOfCategory(db, metric.category, filter, window)
  }
}

const during = (column: Query, { from, to }: PlanWindow): Query =>
  sql`${column} >= ${at(from)} AND ${column} < ${at(to)}`

/** The plan's filter on a feedback `f`. What was set aside as spam is no voice. */
function voiceCounts({ channel, intent, sentiment, product, survey }: PlanFilter): Query {
  const conditions: Query[] = [sql`NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)`]
  if (channel !== undefined) conditions.push(sql`f.channel = ${channel}`)
  if (product !== undefined) conditions.push(sql`f.facts->>'product' = ${product}`)
  if (intent !== undefined)
    conditions.push(sql`EXISTS (SELECT FROM understandings u WHERE u.feedback_id = f.id AND u.intent = ${intent})`)
  if (sentiment !== undefined) {
    conditions.push(
      sql`EXISTS (SELECT FROM understandings u WHERE u.feedback_id = f.id AND u.sentiment = ${sentiment})`,
    )
  }
  if (survey !== undefined)
    conditions.push(sql`EXISTS (SELECT FROM responses r WHERE r.feedback_id = f.id AND r.survey_id = ${survey}::uuid)`)
  return all(conditions)
}

/** The category, what was merged into it, and everything below. */
const branch = (category: string): Query => sql`(
  WITH RECURSIVE down AS (
    SELECT ${category}::uuid AS id UNION
    SELECT k.id FROM categories k JOIN down ON k.parent_id = down.id OR k.merged_into = down.id
  ) SELECT id FROM down)`

const isOf = (category: string | null): Query =>
  category === null
    ? sql`TRUE`
    : sql`EXISTS (SELECT FROM feedback_categories x WHERE x.feedback_id = f.id AND x.category_id IN ${branch(category)})`

/** Whom a feedback `f` speaks for: the customer, whatever they were merged into, else the voice itself. */
const SPEAKER = sql`coalesce(
  (SELECT CASE WHEN c.merged_into IS NULL THEN c.id ELSE customer_root(c.id) END FROM customers c WHERE c.id = f.customer_id), f.id)`

/** Respondents, each once with their last answer. */
async function shareChoosing(
  db: Db,
  { survey, question, options }: Extract<Metric, { kind: 'share-choosing-option' }>,
  filter: PlanFilter,
  window: PlanWindow,
): Promise<Observed> {
  const row = await db.one<{ hits: number; total: number }>(sql`
    SELECT count(*) FILTER (WHERE chosen) AS hits, count(*) AS total FROM (
      SELECT DISTINCT ON (${SPEAKER}) given.chosen
      FROM (SELECT response_id, bool_or(option = ANY(${[...options]}::text[])) AS chosen, max(answered_at) AS answered_at FROM answers
            WHERE survey_id = ${survey}::uuid AND question = ${question} AND option IS NOT NULL AND ${during(sql`answered_at`, window)}
            GROUP BY response_id) AS given
      JOIN responses r ON r.id = given.response_id
      JOIN feedback f ON f.id = r.feedback_id
      WHERE ${voiceCounts(filter)}
      ORDER BY ${SPEAKER}, given.answered_at DESC, r.id DESC) AS respondents`)
  return { measure: 'share', ...row }
}

/** Ratings have scales of their own; only those from 1 to 5 can be put together. */
const onItsScale = (score: ScoreKind): Query => (score === 'rating' ? sql`s.low = 1 AND s.high = 5` : sql`TRUE`)

/** One score a person: their last in the window. */
const lastScores = (score: ScoreKind, filter: PlanFilter, window: PlanWindow): Query => sql`
  SELECT DISTINCT ON (${SPEAKER}) s.value::numeric::float8 AS value
  FROM feedback_scores s JOIN feedback f ON f.id = s.feedback_id
  WHERE s.kind = ${score} AND ${during(sql`s.occurred_at`, window)} AND ${onItsScale(score)} AND ${voiceCounts(filter)}
  ORDER BY ${SPEAKER}, s.occurred_at DESC, f.id DESC`

async function shareOfScore(
  db: Db,
  { score, from, to }: Extract<Metric, { kind: 'share-of-score' }>,
  filter: PlanFilter,
  window: PlanWindow,
): Promise<Observed> {
  const row = await db.one<{ hits: number; total: number }>(sql`
    SELECT count(*) FILTER (WHERE value BETWEEN ${from}::float8 AND ${to}::float8) AS hits, count(*) AS total
    FROM (${lastScores(score, filter, window)}) AS scores`)
  return { measure: 'share', ...row }
}

async function meanScore(db: Db, score: ScoreKind, filter: PlanFilter, window: PlanWindow): Promise<Observed> {
  const row = await db.one<{ n: number; mean: number | null; variance: number | null }>(sql`
    SELECT count(*) AS n, avg(value) AS mean, var_samp(value) AS variance FROM (${lastScores(score, filter, window)}) AS scores`)
  return { measure: 'mean', n: row.n, mean: row.mean ?? 0, variance: row.variance ?? 0 }
}

const ordersIn = ({ product }: PlanFilter, window: PlanWindow): Query => sql`
  SELECT count(*) FROM orders WHERE ${during(sql`placed_at`, window)} AND ${product === undefined ? sql`TRUE` : sql`product = ${product}`}`

/** The customers there were when the window ended. One who came with an import was there since their first order or voice. */
const customersBy = ({ to }: PlanWindow): Query => sql`
  SELECT count(*) FROM customers c WHERE c.merged_into IS NULL AND (
    c.created_at < ${at(to)}
    OR EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id AND o.placed_at < ${at(to)})
    OR EXISTS (SELECT FROM feedback f WHERE f.customer_id = c.id AND f.occurred_at < ${at(to)}))`

/** How many voices of a window are of a category; read by the category's own index, for most voices are not of it. */
const voicesOf = (category: string | null, filter: PlanFilter, window: PlanWindow): Query =>
  category === null
    ? sql`SELECT count(*) FROM feedback f WHERE ${during(sql`f.occurred_at`, window)} AND ${voiceCounts(filter)}`
    : sql`
  SELECT count(*) FROM (
    SELECT DISTINCT x.feedback_id FROM feedback_categories x
    WHERE x.category_id IN ${branch(category)} AND ${during(sql`x.occurred_at`, window)}) AS found
  JOIN feedback f ON f.id = found.feedback_id WHERE ${voiceCounts(filter)}`

async function contactsPer(
  db: Db,
  category: string | null,
  filter: PlanFilter,
  window: PlanWindow,
  exposure: Query,
): Promise<Observed> {
  const row = await db.one<{ events: number; exposure: number }>(sql`
    SELECT (${voicesOf(category, filter, window)}) AS events, (${exposure}) AS exposure`)
  return { measure: 'rate', ...row }
}

/** Of the cases whose customer was asked whether it is solved, those who said yes, each case by its last answer. Silence is no yes. */
async function resolvedNeeds(
  db: Db,
  category: string | null,
  filter: PlanFilter,
  window: PlanWindow,
): Promise<Observed> {
  const row = await db.one<{ hits: number; total: number }>(sql`
    SELECT count(*) FILTER (WHERE answer = 'yes') AS hits, count(*) AS total FROM (
      SELECT DISTINCT ON (q.case_id) q.answer FROM satisfaction_checks q
      WHERE ${during(sql`q.asked_at`, window)} AND EXISTS (
        SELECT FROM case_feedback l JOIN feedback f ON f.id = l.feedback_id
        WHERE l.case_id = q.case_id AND ${isOf(category)} AND ${voiceCounts(filter)})
      ORDER BY q.case_id, q.asked_at DESC) AS asked`)
  return { measure: 'share', ...row }
}

async function shareOfCategory(db: Db, category: string, filter: PlanFilter, window: PlanWindow): Promise<Observed> {
  const row = await db.one<{ hits: number; total: number }>(sql`
    SELECT (${voicesOf(category, filter, window)}) AS hits, (${voicesOf(null, filter, window)}) AS total`)
  return { measure: 'share', ...row }
}
