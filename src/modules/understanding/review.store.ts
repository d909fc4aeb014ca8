import { all, at, type Db, json, type Lookups, type Query, sql } from '../../platform/db/db.ts'
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
  /** Whether a case is open for it. */
  owed: boolean
  /** One for all that say the same to the letter; null where it says too little. */
  fingerprint: string | null
  state: ReviewStateName
}

const WAITING = sql`
  u.feedback_id AS "feedbackId", u.channel, u.occurred_at AS "occurredAt", u.language, u.sentiment, u.score, u.confidence, u.intent,
  u.intent_confidence AS "intentConfidence", u.urgency, u.categories, u.owed,
  (SELECT s.fingerprint::text FROM voice_signatures s WHERE s.feedback_id = u.feedback_id) AS fingerprint,
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

const WAITS = sql`NOT u.corrected AND NOT u.set_aside`
const QUEUED = sql`u.review_rank IS NOT NULL AND ${WAITS}`
const DRAWABLE = sql`u.draw_rank IS NOT NULL AND ${WAITS}`
/** Of those under way also voices that only chance brought up. */
const RANK_UNDER_WAY = sql`coalesce(u.review_rank, u.draw_rank, 0)`

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
    SELECT u.review_rank AS rank, ${WAITING} FROM (
      SELECT * FROM understandings u WHERE ${QUEUED} ${after === null ? sql`` : sql`AND (u.review_rank, u.feedback_id) < (${after.rank}::float8, ${after.id}::uuid)`}
      ORDER BY u.review_rank DESC, u.feedback_id DESC LIMIT ${walked}) AS u
    LEFT JOIN open_reviews o ON o.feedback_id = u.feedback_id ${spokenOf(filter.me)}
    WHERE ${all(conditions)} ORDER BY u.review_rank DESC, u.feedback_id DESC LIMIT ${limit}`)
}

/**
 * The next voices that chance brings up behind a place, among the next `walked`: an index walk in the order of their lots.
 * Of those that wait for a second person the first drew them too.
 */
export function drawn(
  db: Db,
  { me, decides, state }: Omit<ReviewFilter, 'field'>,
  after: Place | null,
  { walked, limit }: { walked: number; limit: number },
): Promise<Waiting[]> {
  const conditions = [isMine(decides), ...(state === undefined ? [] : [sql`coalesce(o.state, 'open') = ${state}`])]
  return db.many<Waiting>(sql`
    SELECT u.draw_rank AS rank, ${WAITING} FROM (
      SELECT * FROM understandings u WHERE ${DRAWABLE} ${after === null ? sql`` : sql`AND (u.draw_rank, u.feedback_id) < (${after.rank}::float8, ${after.id}::uuid)`}
      ORDER BY u.draw_rank DESC, u.feedback_id DESC LIMIT ${walked}) AS u
    LEFT JOIN open_reviews o ON o.feedback_id = u.feedback_id ${spokenOf(me)}
    WHERE ${all(conditions)} ORDER BY u.draw_rank DESC, u.feedback_id DESC LIMIT ${limit}`)
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
    WAITS,
    isMine(filter.decides),
    ...(filter.field === undefined ? [] : [MOST_DOUBTED[filter.field]]),
    ...(after === null ? [] : [sql`(${RANK_UNDER_WAY}, u.feedback_id) < (${after.rank}::float8, ${after.id}::uuid)`]),
  ]
  return db.many<Waiting>(sql`
    SELECT ${RANK_UNDER_WAY} AS rank, ${WAITING} FROM open_reviews o JOIN understandings u ON u.feedback_id = o.feedback_id ${spokenOf(filter.me)}
    WHERE ${all(conditions)} ORDER BY ${RANK_UNDER_WAY} DESC, u.feedback_id DESC LIMIT ${limit}`)
}

/** A voice that may be a copy of `of`; `leads` where it stands before that one in the same queue. */
export type LikelyCopy = { of: string; feedbackId: string; exact: boolean; state: ReviewStateName; leads: boolean }

/** Of near-copies that bands find, so many are looked at. */
const NEAR_COPIES = 20

/**
 * Voices that I may judge and that are copies of these, or share a band with them. Those of one fingerprint say the same
 * to the letter; the others have yet to be compared. By index only: a look for each voice, however many there are.
 *
 * @param voices  with the numbers that near-copies share one of, and their rank in the queue; null for none
 */
export function likelyCopies(
  db: Db,
  { me, decides, field, state }: ReviewFilter,
  voices: readonly { feedbackId: string; bands: readonly number[]; rank: number | null }[],
  most: number,
): Promise<LikelyCopy[]> {
  const sameQueue = [
    ...(field === undefined ? [] : [MOST_DOUBTED[field]]),
    ...(state === undefined ? [] : [sql`coalesce(o.state, 'open') = ${state}`]),
  ]
  return db.many<LikelyCopy>(sql`
    SELECT r."feedbackId" AS of, k.id AS "feedbackId", k.exact, coalesce(o.state, 'open') AS state,
      coalesce(${all([sql`(u.review_rank, u.feedback_id) > (r.rank, r."feedbackId")`, ...sameQueue])}, false) AS leads
    FROM jsonb_to_recordset(${json(voices)}) AS r ("feedbackId" uuid, bands jsonb, rank float8)
    JOIN voice_signatures s ON s.feedback_id = r."feedbackId" AND s.fingerprint IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT id, bool_or(exact) AS exact FROM (
        (SELECT c.feedback_id AS id, true AS exact FROM voice_signatures c WHERE c.fingerprint = s.fingerprint ORDER BY c.occurred_at DESC LIMIT ${most + 1})
        UNION ALL
        SELECT n.feedback_id, false FROM find_near_copies(ARRAY(SELECT jsonb_array_elements_text(r.bands)::int), s.fingerprint, ${NEAR_COPIES}) AS n
      ) AS found GROUP BY id) AS k
    JOIN understandings u ON u.feedback_id = k.id AND ${WAITS}
    LEFT JOIN open_reviews o ON o.feedback_id = k.id ${spokenOf(me)}
    WHERE k.id <> r."feedbackId" AND ${isMine(decides)}`)
}

/** Of these voices those that nobody has settled and that I have not judged. */
export async function stillWaiting(tx: Db, ids: readonly string[], me: string): Promise<Set<string>> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT u.feedback_id AS id FROM understandings u WHERE u.feedback_id = ANY(${ids}::uuid[]) AND ${WAITS}
      AND NOT EXISTS (SELECT FROM judgements j WHERE j.feedback_id = u.feedback_id AND j.judged_by = ${me})`)
  return new Set(rows.map(({ id }) => id))
}

/** Voices that a person judged along with another. */
export async function judgedAlong(tx: Db, feedbackId: string, by: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT DISTINCT feedback_id AS id FROM judgements WHERE along_with = ${feedbackId} AND judged_by = ${by}`)
  return rows.map(({ id }) => id)
}

/** Voices that wait for a second person, the longest waiting first. */
export function waitingForSecond(db: Db, limit: number): Promise<{ feedbackId: string }[]> {
  return db.many(sql`
    SELECT feedback_id AS "feedbackId" FROM open_reviews WHERE state = 'second' ORDER BY since, feedback_id LIMIT ${limit}`)
}

/** Workspaces where one person is enough, with voices that still wait for a second. */
export async function workspacesWithSingleWords(lookups: Lookups): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(sql`SELECT id FROM workspaces_with_single_words() AS id`)
  return rows.map(({ id }) => id)
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

/** `alongWith`: the voice that the person looked at, of which this one is a copy. */
export type Spoken = Word & { feedbackId: string; at: Instant; was: string | string[]; alongWith: string | null }

/** What people said of voices, in order of time. */
export function wordsOf(db: Db, ids: readonly string[]): Promise<Spoken[]> {
  return db.many<Spoken>(sql`
    SELECT feedback_id AS "feedbackId", field, judged_by AS by, value, was, judged_at AS at, along_with AS "alongWith"
    FROM judgements WHERE feedback_id = ANY(${ids}::uuid[]) ORDER BY judged_at, judged_by`)
}

/** Writes what a person says of a voice; what they said before of the same field is replaced. */
export async function insertWords(
  tx: Db,
  feedbackId: string,
  words: readonly { field: JudgedField; value: unknown; was: unknown }[],
  how: { by: string; blind: boolean; drawn: boolean; alongWith: string | null; now: Instant },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO judgements (feedback_id, field, judged_by, value, was, blind, drawn, along_with, judged_at)
    SELECT ${feedbackId}, field, ${how.by}, value, was, ${how.blind}, ${how.drawn}, ${how.alongWith}, ${at(how.now)} FROM jsonb_to_recordset(${json(words)}) AS r (field text, value jsonb, was jsonb)
    ON CONFLICT (workspace_id, feedback_id, field, judged_by) DO UPDATE
      SET value = excluded.value, was = excluded.was, blind = judgements.blind AND excluded.blind,
        drawn = judgements.drawn OR excluded.drawn, along_with = excluded.along_with, judged_at = excluded.judged_at`)
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
     WHERE o.state = ${state} AND ${WAITS} LIMIT ${most}) AS counted)`
  return db.one(sql`
    SELECT ${inState('second')} AS second, ${inState('differs')} AS differs,
      (SELECT count(*) FROM (
        SELECT FROM understandings u LEFT JOIN open_reviews o ON o.feedback_id = u.feedback_id ${spokenOf(filter.me)}
        WHERE ${QUEUED} AND ${isMine(filter.decides)} LIMIT ${most}) AS counted) AS waiting`)
}

/** Voices that people looked at and judged since a moment: one person, and all. */
export function judgedSince(db: Db, me: string, from: Instant): Promise<{ mine: number; all: number }> {
  return db.one(sql`
    SELECT count(DISTINCT feedback_id) FILTER (WHERE judged_by = ${me}) AS mine, count(DISTINCT feedback_id) AS all
    FROM judgements WHERE judged_at >= ${at(from)} AND along_with IS NULL`)
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
