import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { OWED } from './doubt.ts'
import type { Finding } from './finding.ts'

export type Stored = {
  feedbackId: string
  channel: Channel
  occurredAt: Instant
  sentiment: Sentiment
  score: number
  intent: Intent
  urgency: Urgency
  language: string
  categories: string[]
  setAside: boolean
}

export type ToStore = Finding & {
  feedbackId: string
  channel: Channel
  occurredAt: Instant
  spam: boolean
  /** Where it stands in the review queue, no case being open for it; null for not at all. */
  reviewRank: number | null
  /** Where it stands among those that are drawn by chance; null for not at all. */
  drawRank: number | null
}

const STORED = sql`
  feedback_id AS "feedbackId", channel, occurred_at AS "occurredAt", sentiment, score, intent, urgency, language, categories, set_aside AS "setAside"`

const AID_COLUMNS = sql`
      emotion, emotion_confidence, need, need_confidence, value_relevant, value_authentic, value_specific, value_timely`
/** What stands in them, from a row of `recordset`. */
const AIDS = sql`
      r.aids->'emotion'->>'label', (r.aids->'emotion'->>'confidence')::real, r.aids->'need'->>'level', (r.aids->'need'->>'confidence')::real,
      r.aids->'value'->>'relevant', r.aids->'value'->>'authentic', r.aids->'value'->>'specific', r.aids->'value'->>'timely'`

/** Which of these are understood already. */
export async function understoodAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ id: string }>(
    sql`SELECT feedback_id AS id FROM understandings WHERE feedback_id = ANY(${ids}::uuid[])`,
  )
  return new Set(rows.map(({ id }) => id))
}

export function understandingsOf(db: Db, ids: readonly string[]): Promise<Stored[]> {
  return db.many<Stored>(sql`SELECT ${STORED} FROM understandings WHERE feedback_id = ANY(${ids}::uuid[])`)
}

/** The same, locked until the transaction ends, so that a correction and a new reading come one after the other. */
export function lockUnderstandings(tx: Db, ids: readonly string[]): Promise<Stored[]> {
  return tx.many<Stored>(
    sql`SELECT ${STORED} FROM understandings WHERE feedback_id = ANY(${ids}::uuid[]) ORDER BY feedback_id FOR UPDATE`,
  )
}

/** Writes first understandings; gives those that were not there. A voice that a person set aside meanwhile stays aside. */
export function insertUnderstandings(
  tx: Db,
  rows: readonly ToStore[],
  engineVersion: string,
  now: Instant,
): Promise<Stored[]> {
  return tx.many<Stored>(sql`
    INSERT INTO understandings (feedback_id, occurred_at, channel, engine_version, language, sentiment, score, confidence, intent, intent_confidence,
      urgency, urgency_reasons, categories, keywords, pii, corrected, set_aside, tokens, understood_at,
      doubt_sentiment, doubt_intent, doubt_categories, review_rank, draw_rank,
      ${AID_COLUMNS})
    SELECT "feedbackId", to_timestamp("occurredAt" / 1000.0), channel, ${engineVersion}, language, sentiment, score, confidence, intent, "intentConfidence",
      urgency, ARRAY(SELECT jsonb_array_elements_text("urgencyReasons")), ARRAY(SELECT jsonb_array_elements_text(categories)::uuid), keywords, pii, corrected,
      spam OR EXISTS (SELECT FROM set_asides s WHERE s.feedback_id = "feedbackId"), array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(tokens))), ${at(now)},
      (doubt->>'sentiment')::real, (doubt->>'intent')::real, (doubt->>'categories')::real, "reviewRank", "drawRank",
      ${AIDS}
    FROM ${recordset(rows)} ORDER BY "feedbackId"
    ON CONFLICT (workspace_id, feedback_id) DO NOTHING
    RETURNING ${STORED}`)
}

/** Writes what a new engine found over what an old one did. */
export async function replaceUnderstandings(
  tx: Db,
  rows: readonly ToStore[],
  engineVersion: string,
  now: Instant,
): Promise<void> {
  await tx.run(sql`
    UPDATE understandings u SET engine_version = ${engineVersion}, language = r.language, sentiment = r.sentiment, score = r.score, confidence = r.confidence,
      intent = r.intent, intent_confidence = r."intentConfidence", urgency = r.urgency, urgency_reasons = ARRAY(SELECT jsonb_array_elements_text(r."urgencyReasons")),
      categories = ARRAY(SELECT jsonb_array_elements_text(r.categories)::uuid), keywords = r.keywords, pii = r.pii, corrected = r.corrected,
      tokens = array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(r.tokens))), understood_at = ${at(now)},
      doubt_sentiment = (r.doubt->>'sentiment')::real, doubt_intent = (r.doubt->>'intent')::real, doubt_categories = (r.doubt->>'categories')::real, review_rank = r."reviewRank" + CASE WHEN u.owed THEN ${Math.log(OWED)}::float8 ELSE 0 END, draw_rank = r."drawRank",
      (${AID_COLUMNS}) = ROW (${AIDS})
    FROM ${recordset(rows)} WHERE u.feedback_id = r."feedbackId"`)
}

/** Says of voices whose words were erased that nothing newer can be found in them. */
export async function keepAsIs(tx: Db, ids: readonly string[], engineVersion: string): Promise<void> {
  if (ids.length > 0)
    await tx.run(
      sql`UPDATE understandings SET engine_version = ${engineVersion} WHERE feedback_id = ANY(${ids}::uuid[])`,
    )
}

/** Says of voices whether a case is open for them; what is so already is left as it is. Gives how many changed. */
export function setOwed(tx: Db, voices: readonly { feedbackId: string; owed: boolean }[]): Promise<number> {
  return tx.run(sql`
    UPDATE understandings u SET owed = r.owed, review_rank = review_rank + CASE WHEN r.owed THEN ${Math.log(OWED)}::float8 ELSE ${-Math.log(OWED)}::float8 END
    FROM jsonb_to_recordset(${json(voices)}) AS r ("feedbackId" uuid, owed boolean) WHERE u.feedback_id = r."feedbackId" AND u.owed <> r.owed`)
}

/** Of these customers, what tells whether more than usual hangs on being right about them. */
export function standingOfCustomers(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; tier: string; hasOwner: boolean }[]> {
  return db.many(sql`
    SELECT id, tier, owner_id IS NOT NULL AS "hasOwner" FROM customers WHERE id = ANY(${ids}::uuid[]) AND (tier <> '' OR owner_id IS NOT NULL)`)
}

const recordset = (rows: readonly ToStore[]) => sql`
  jsonb_to_recordset(${json(rows)}) AS r ("feedbackId" uuid, "occurredAt" float8, channel text, language text, sentiment text, score real, confidence real,
    intent text, "intentConfidence" real, urgency text, "urgencyReasons" jsonb, categories jsonb, keywords jsonb, pii jsonb, corrected boolean, spam boolean, tokens jsonb, aids jsonb, doubt jsonb, "reviewRank" float8, "drawRank" float8)`

/** Writes opinions and filing anew for voices that were just understood. */
export async function replaceDetails(tx: Db, rows: readonly ToStore[]): Promise<void> {
  const ids = rows.map(({ feedbackId }) => feedbackId)
  const aspects = rows.flatMap(({ feedbackId, occurredAt, aspects: found }) =>
    found.map((aspect, ordinal) => ({ feedbackId, occurredAt, ordinal, ...aspect })),
  )
  await tx.run(sql`DELETE FROM aspects WHERE feedback_id = ANY(${ids}::uuid[])`)
  if (aspects.length > 0) {
    await tx.run(sql`
      INSERT INTO aspects (feedback_id, ordinal, category_id, polarity, confidence, starts, ends, occurred_at)
      SELECT "feedbackId", ordinal, "categoryId", polarity, confidence, "start", "end", to_timestamp("occurredAt" / 1000.0)
      FROM jsonb_to_recordset(${json(aspects)}) AS a ("feedbackId" uuid, "occurredAt" float8, ordinal int, "categoryId" uuid, polarity text, confidence real, "start" int, "end" int)`)
  }
  await fileAnew(tx, ids)
}

/** Makes feedback_categories say what understandings.categories says. */
export async function fileAnew(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM feedback_categories WHERE feedback_id = ANY(${ids}::uuid[])`)
  await tx.run(sql`
    INSERT INTO feedback_categories (category_id, feedback_id, occurred_at)
    SELECT DISTINCT category, u.feedback_id, u.occurred_at FROM understandings u, unnest(u.categories) AS category WHERE u.feedback_id = ANY(${ids}::uuid[])`)
}

/** Marks a voice as aside or not; null when it is not understood yet or was so already. */
export function markSetAside(tx: Db, feedbackId: string, aside: boolean): Promise<Stored | null> {
  return tx.maybe<Stored>(
    sql`UPDATE understandings SET set_aside = ${aside} WHERE feedback_id = ${feedbackId} AND set_aside <> ${aside} RETURNING ${STORED}`,
  )
}

/** Writes corrected fields over what was found, and whether anything that a person said holds. */
export async function correctUnderstanding(
  tx: Db,
  feedbackId: string,
  { sentiment, intent, urgency, categories }: Pick<Stored, 'sentiment' | 'intent' | 'urgency' | 'categories'>,
  corrected: boolean,
): Promise<void> {
  await tx.run(sql`
    UPDATE understandings SET corrected = ${corrected}, sentiment = ${sentiment}, intent = ${intent}, urgency = ${urgency}, categories = ${categories}::uuid[]
    WHERE feedback_id = ${feedbackId}`)
}

/** Voices that another version of the engine understood. Two ranges, so that the index by version serves. */
export async function outdated(db: Db, engineVersion: string, limit: number): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    (SELECT feedback_id AS id FROM understandings WHERE engine_version < ${engineVersion} LIMIT ${limit})
    UNION ALL (SELECT feedback_id AS id FROM understandings WHERE engine_version > ${engineVersion} LIMIT ${limit}) LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

export async function countOutdated(db: Db, engineVersion: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    SELECT (SELECT count(*) FROM understandings WHERE engine_version < ${engineVersion}) + (SELECT count(*) FROM understandings WHERE engine_version > ${engineVersion}) AS count`)
  return count
}

/** What is understood of everything customers said, for their copy. */
export function understoodOf(db: Db, customerIds: readonly string[]): Promise<unknown> {
  return db.many(sql`
    SELECT u.feedback_id AS "feedbackId", u.language, u.sentiment, u.intent, u.urgency, u.keywords,
      u.emotion, u.need, u.value_relevant AS "valueRelevant", u.value_authentic AS "valueAuthentic", u.value_specific AS "valueSpecific", u.value_timely AS "valueTimely"
    FROM understandings u JOIN feedback f ON f.id = u.feedback_id
    WHERE f.customer_id = ANY(${customerIds}::uuid[]) ORDER BY u.occurred_at`)
}

/** Takes the words out of what was understood; the judgements stay, for figures that name nobody. */
export function forgetWords(tx: Db, customerIds: readonly string[]): Promise<number> {
  return tx.run(sql`
    WITH signed AS (
      DELETE FROM voice_signatures WHERE feedback_id IN (SELECT id FROM feedback WHERE customer_id = ANY(${customerIds}::uuid[]))
    ) UPDATE understandings SET tokens = '', keywords = '[]', pii = '[]', review_rank = NULL, draw_rank = NULL
    WHERE feedback_id IN (SELECT id FROM feedback WHERE customer_id = ANY(${customerIds}::uuid[]))`)
}

/** Workspaces with voices that another version of the engine understood. */
export async function workspacesUnderstoodOtherwise(lookups: Lookups, engineVersion: string): Promise<string[]> {
  const rows = await lookups.many<{ id: string }>(
    sql`SELECT id FROM workspaces_understood_otherwise(${engineVersion}) AS id`,
  )
  return rows.map(({ id }) => id)
}
