import { all, at, type Db, json, type Query, sql } from '../../platform/db/db.ts'
import type { JudgedField, ReviewStateName } from '../../shared/contracts/review.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { type Doubt, MATTERS } from './doubt.ts'
import type { Word } from './review.ts'

export type Waiting = {
  feedbackId: string
  rank: number
  channel: Channel
  occurredAt: Instant
  language: string
  sentiment: Sentiment
  score: number
  confidence: number
  intent: Intent
  intentConfidence: number
  urgency: Urgency
  categories: string[]
  doubt: Doubt
  state: ReviewStateName
}

const WAITING = sql`
  u.feedback_id AS "feedbackId", u.review_rank AS rank, u.channel, u.occurred_at AS "occurredAt", u.language, u.sentiment, u.score, u.confidence, u.intent,
  u.intent_confidence AS "intentConfidence", u.urgency, u.categories,
  jsonb_build_object('sentiment', coalesce(u.doubt_sentiment, 0), 'intent', coalesce(u.doubt_intent, 0), 'categories', coalesce(u.doubt_categories, 0)) AS doubt,
  coalesce(o.state, 'open') AS state`

/** As `mostDoubted` compares them. */
const doubted = (field: JudgedField): Query => sql`(${sql.ref(`u.doubt_${field}`)} * ${MATTERS[field]}::real)`
const MOST_DOUBTED: Record<JudgedField, Query> = {
  sentiment: sql`${doubted('sentiment')} >= greatest(${doubted('intent')}, ${doubted('categories')})`,
  intent: sql`${doubted('intent')} > ${doubted('sentiment')} AND ${doubted('intent')} >= ${doubted('categories')}`,
  categories: sql`${doubted('categories')} > greatest(${doubted('sentiment')}, ${doubted('intent')})`,
}

export type Place = { rank: number; id: string }
export type ReviewFilter = {
  me: string
  decides: boolean
  field: JudgedField | undefined
  state: ReviewStateName | undefined
}

const QUEUED = sql`u.review_rank IS NOT NULL AND NOT u.corrected AND NOT u.set_aside`

/**
 * Who may judge a voice: whoever has not judged it. Where two differ also those who decide, and they do not wait for more.
 * Only voices under way can have been judged by somebody: others leave the queue with the first word.
 */
const spokenOf = (me: string): Query => sql`
  LEFT JOIN LATERAL (SELECT true AS judged FROM judgements j WHERE j.feedback_id = o.feedback_id AND j.judged_by = ${me} LIMIT 1) AS mine ON true`
const isMine = (decides: boolean): Query =>
  decides ? sql`(mine.judged IS NULL OR o.state = 'differs')` : sql`mine.judged IS NULL`

/**
 * The next voices of the queue behind a place, among the next `walked`: an index walk in the order of the queue. Those
 * that were judged by two or that wait for a second stand in their place among the others.
 */
export function queued(
  db: Db,
  filter: ReviewFilter,
  after: Place | null,
  { walked, limit }: { walked: number; limit: number },
): Promise<Waiting[]> {
  const conditions = [
    isMine(filter.decides),
    ...(filter.field === undefined ? [] : [MOST_DOUBTED[filter.field]]),
    ...(filter.state === undefined ? [] : [sql`coalesce(o.state, 'open') = ${filter.state}`]),
  ]
  return db.many<Waiting>(sql`
    SELECT ${WAITING} FROM (
      SELECT * FROM understandings u WHERE ${QUEUED} ${after === null ? sql`` : sql`AND (u.review_rank, u.feedback_id) < (${after.rank}::float8, ${after.id}::uuid)`}
      ORDER BY u.review_rank DESC, u.feedback_id DESC LIMIT ${walked}) AS u
    LEFT JOIN open_reviews o ON o.feedback_id = u.feedback_id ${spokenOf(filter.me)}
    WHERE ${all(conditions)} ORDER BY u.review_rank DESC, u.feedback_id DESC LIMIT ${limit}`)
}

/** The same of those that somebody has judged already: few, so that they are looked up one by one. */
export function underWay(
  db: Db,
  filter: ReviewFilter & { state: 'second' | 'differs' },
  after: Place | null,
  limit: number,
): Promise<Waiting[]> {
  const conditions = [
    sql`o.state = ${filter.state}`,
    QUEUED,
    isMine(filter.decides),
    ...(filter.field === undefined ? [] : [MOST_DOUBTED[filter.field]]),
    ...(after === null ? [] : [sql`(u.review_rank, u.feedback_id) < (${after.rank}::float8, ${after.id}::uuid)`]),
  ]
  return db.many<Waiting>(sql`
    SELECT ${WAITING} FROM open_reviews o JOIN understandings u ON u.feedback_id = o.feedback_id ${spokenOf(filter.me)}
    WHERE ${all(conditions)} ORDER BY u.review_rank DESC, u.feedback_id DESC LIMIT ${limit}`)
}

export type FoundAspect = {
  feedbackId: string
  category: string
  polarity: Sentiment
  confidence: number
  start: number
  end: number
}

export function aspectsOf(db: Db, ids: readonly string[]): Promise<FoundAspect[]> {
  return db.many<FoundAspect>(sql`
    SELECT feedback_id AS "feedbackId", category_id AS category, polarity, confidence, starts AS "start", ends AS "end"
    FROM aspects WHERE feedback_id = ANY(${ids}::uuid[]) ORDER BY feedback_id, ordinal`)
}

export type Spoken = Word & { feedbackId: string; at: Instant; was: string | string[] }

/** What people said of voices, in order of time. */
export function wordsOf(db: Db, ids: readonly string[]): Promise<Spoken[]> {
  return db.many<Spoken>(sql`
    SELECT feedback_id AS "feedbackId", field, judged_by AS by, value, was, judged_at AS at
    FROM judgements WHERE feedback_id = ANY(${ids}::uuid[]) ORDER BY judged_at, judged_by`)
}

/** Writes what a person says of a voice; what they said before of the same field is replaced. */
export async function insertWords(
  tx: Db,
  feedbackId: string,
  words: readonly { field: JudgedField; value: unknown; was: unknown }[],
  { by, blind, now }: { by: string; blind: boolean; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO judgements (feedback_id, field, judged_by, value, was, blind, judged_at)
    SELECT ${feedbackId}, field, ${by}, value, was, ${blind}, ${at(now)} FROM jsonb_to_recordset(${json(words)}) AS r (field text, value jsonb, was jsonb)
    ON CONFLICT (workspace_id, feedback_id, field, judged_by) DO UPDATE
      SET value = excluded.value, was = excluded.was, blind = judgements.blind AND excluded.blind, judged_at = excluded.judged_at`)
}

/** Takes back what a person said of a voice; gives when they had said it last, null when they had said nothing. */
export async function deleteWords(tx: Db, feedbackId: string, by: string): Promise<Instant | null> {
  const { at: last } = await tx.one<{ at: Instant | null }>(sql`
    WITH gone AS (DELETE FROM judgements WHERE feedback_id = ${feedbackId} AND judged_by = ${by} RETURNING judged_at)
    SELECT max(judged_at) AS at FROM gone`)
  return last
}

/** Says for what a voice waits; null for nothing more. */
export async function setOpenReview(
  tx: Db,
  feedbackId: string,
  state: 'second' | 'differs' | null,
  now: Instant,
): Promise<void> {
  if (state === null) await tx.run(sql`DELETE FROM open_reviews WHERE feedback_id = ${feedbackId}`)
  else
    await tx.run(sql`
      INSERT INTO open_reviews (feedback_id, state, since) VALUES (${feedbackId}, ${state}, ${at(now)})
      ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET state = excluded.state`)
}

export async function openReviewOf(tx: Db, feedbackId: string): Promise<'second' | 'differs' | null> {
  const row = await tx.maybe<{ state: 'second' | 'differs' }>(
    sql`SELECT state FROM open_reviews WHERE feedback_id = ${feedbackId}`,
  )
  return row?.state ?? null
}

/** How much there is to do, each counted up to `most`. */
export function countWaiting(
  db: Db,
  filter: Pick<ReviewFilter, 'me' | 'decides'>,
  most: number,
): Promise<{ waiting: number; second: number; differs: number }> {
  const inState = (state: string) => sql`
    (SELECT count(*) FROM (SELECT FROM open_reviews o JOIN understandings u ON u.feedback_id = o.feedback_id
     WHERE o.state = ${state} AND ${QUEUED} LIMIT ${most}) AS counted)`
  return db.one(sql`
    SELECT ${inState('second')} AS second, ${inState('differs')} AS differs,
      (SELECT count(*) FROM (
        SELECT FROM understandings u LEFT JOIN open_reviews o ON o.feedback_id = u.feedback_id ${spokenOf(filter.me)}
        WHERE ${QUEUED} AND ${isMine(filter.decides)} LIMIT ${most}) AS counted) AS waiting`)
}

/** Voices that were judged since a moment: by one person, and by all. */
export function judgedSince(db: Db, me: string, from: Instant): Promise<{ mine: number; all: number }> {
  return db.one(sql`
    SELECT count(DISTINCT feedback_id) FILTER (WHERE judged_by = ${me}) AS mine, count(DISTINCT feedback_id) AS all
    FROM judgements WHERE judged_at >= ${at(from)}`)
}

/** Takes back what a person said of a voice at one moment; gives what was there before, by field. */
export function deleteCorrections(
  tx: Db,
  feedbackId: string,
  { by, at: moment }: { by: string; at: Instant },
): Promise<{ field: JudgedField; was: string | string[] }[]> {
  return tx.many(sql`
    DELETE FROM corrections WHERE feedback_id = ${feedbackId} AND corrected_by = ${by} AND corrected_at = ${at(moment)} RETURNING field, was`)
}
