import { all, at, atOrNull, type Db, type Query, sql } from '../../platform/db/db.ts'
import type { EchoState, ScoreKind } from '../../shared/contracts/feedback.ts'
import type { Emotion, Worth } from '../../shared/contracts/reading-aids.ts'
import type { Channel, Intent, Sentiment } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { echoVoices } from './echo-rate.store.ts'

/** Where a page begins: after this voice. */
export type Before = { at: Instant; id: string }

export type VoiceFilter = {
  channel?: Channel | undefined
  sentiment?: Sentiment | undefined
  intent?: Intent | undefined
  emotion?: Emotion | undefined
  value?: Worth | undefined
  /** The category and all that counts as it. */
  categories?: readonly string[] | undefined
  /** The customer and all merged into them. */
  customers?: readonly string[] | undefined
  /** The numbers of the theme and of all that count as it. */
  themes?: readonly number[] | undefined
  /** Says what this coordinated post says. */
  post?: string | undefined
  /** `no`: what coordinated posts say is left out, unless people dismissed them. */
  coordinated?: 'no' | undefined
  /** Holds a score of this kind. */
  score?: ScoreKind | undefined
  from?: Instant | undefined
  to?: Instant | undefined
  /** Stands so in the echo rate; it has a time of its own, so that `from` and `to` are free. */
  echo?: { state: EchoState; from: Instant; to: Instant; now: Instant } | undefined
  setAside: 'no' | 'only' | 'any'
}

export type Place = { id: string; occurredAt: Instant }

/**
 * The next voices that fit, newest first. Seven questions with a plan each: by words, by post, by theme, by category, by what was
 * understood, by a kind of score, or by what every voice has from its first moment.
 *
 * @param tokens  a tsquery of what all of them must hold, or null
 */
export function findPlaces(
  db: Db,
  tokens: string | null,
  filter: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  if (tokens !== null) return byWords(db, tokens, filter, before, limit)
  if (filter.echo !== undefined) return byEcho(db, filter.echo, filter, before, limit)
  if (filter.post !== undefined) return byPost(db, filter.post, filter, before, limit)
  if (filter.themes !== undefined) return byTheme(db, filter.themes, filter, before, limit)
  if (filter.categories !== undefined) return byCategory(db, filter.categories, filter, before, limit)
  if (isRead(filter) || filter.setAside === 'only') return byUnderstanding(db, filter, before, limit)
  if (filter.score !== undefined) return byScore(db, filter.score, filter, before, limit)
  return byFeedback(db, filter, before, limit)
}

/** Asks for what is found by reading a voice. */
const isRead = ({ sentiment, intent, emotion, value }: VoiceFilter): boolean =>
  [sentiment, intent, emotion, value].some((wanted) => wanted !== undefined)

const aside = { no: false, only: true, any: null } as const

/** Voices with the words that are looked at more closely: first for each that is wanted, then all there may be. */
const LOOKED_AT_EACH = 4
const MOST_LOOKED_AT = 10_000

async function byWords(
  db: Db,
  tokens: string,
  filter: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  const { channel = null, sentiment = null, intent = null, categories = null, from, to, setAside } = filter
  const narrowing = [...narrowed(sql`v.feedback_id`, filter), ...aided(sql`v.feedback_id`, filter)]
  const among = (most: number) =>
    db.many<Place>(sql`
      SELECT v.feedback_id AS id, v.occurred_at AS "occurredAt"
      FROM find_voices(${tokens}::tsquery, ${channel}, ${sentiment}, ${intent}, ${categories}::uuid[], ${aside[setAside]}::boolean,
        ${atOrNull(from)}, ${atOrNull(to)}, ${atOrNull(before?.at)}, ${before?.id ?? null}::uuid, ${most}) AS v
      WHERE ${all([sql`TRUE`, ...narrowing])} ORDER BY v.occurred_at DESC, v.feedback_id DESC LIMIT ${limit}`)
  if (narrowing.length === 0) return await among(limit)
  const few = await among(LOOKED_AT_EACH * limit)
  return few.length === limit || LOOKED_AT_EACH * limit >= MOST_LOOKED_AT ? few : await among(MOST_LOOKED_AT)
}

/** Each text of a post has its own order of time. */
function byPost(
  db: Db,
  post: string,
  { categories, ...filter }: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  const conditions = [
    ...inTime(sql`s.occurred_at`, sql`s.feedback_id`, filter, before),
    ...understood(filter),
    ...narrowed(sql`s.feedback_id`, { ...filter, post: undefined }),
    ...(categories === undefined ? [] : [sql`u.categories && ${[...categories]}::uuid[]`]),
  ]
  return db.many<Place>(sql`
    SELECT found.id, found."occurredAt" FROM coordinated_texts t, LATERAL (
      SELECT s.feedback_id AS id, s.occurred_at AS "occurredAt" FROM voice_signatures s JOIN understandings u ON u.feedback_id = s.feedback_id
      WHERE s.fingerprint = t.fingerprint AND ${all(conditions)} ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT ${limit}
    ) AS found WHERE t.post_id = ${post} ORDER BY found."occurredAt" DESC, found.id DESC LIMIT ${limit}`)
}

/** Each theme has its own order of time, as categories have. */
function byTheme(
  db: Db,
  themes: readonly number[],
  { categories, ...filter }: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  const conditions = [
    ...inTime(sql`t.occurred_at`, sql`t.feedback_id`, filter, before),
    ...understood(filter),
    ...narrowed(sql`t.feedback_id`, { ...filter, themes: undefined }),
    ...(categories === undefined ? [] : [sql`u.categories && ${[...categories]}::uuid[]`]),
  ]
  return db.many<Place>(sql`
    SELECT found.id, found."occurredAt" FROM unnest(${[...themes]}::int[]) AS n (number), LATERAL (
      SELECT t.feedback_id AS id, t.occurred_at AS "occurredAt" FROM theme_voices t JOIN understandings u ON u.feedback_id = t.feedback_id
      WHERE t.theme = n.number AND ${all(conditions)} ORDER BY t.occurred_at DESC, t.feedback_id DESC LIMIT ${limit}
    ) AS found ORDER BY found."occurredAt" DESC, found.id DESC LIMIT ${limit}`)
}

/** Each category has its own order of time: the newest of each, then the newest of those. */
function byCategory(
  db: Db,
  categories: readonly string[],
  filter: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  const conditions = [
    ...inTime(sql`k.occurred_at`, sql`k.feedback_id`, filter, before),
    ...understood(filter),
    ...narrowed(sql`k.feedback_id`, filter),
  ]
  return db.many<Place>(sql`
    SELECT DISTINCT found.id, found."occurredAt" FROM unnest(${categories}::uuid[]) AS c (id), LATERAL (
      SELECT k.feedback_id AS id, k.occurred_at AS "occurredAt" FROM feedback_categories k JOIN understandings u ON u.feedback_id = k.feedback_id
      WHERE k.category_id = c.id AND ${all(conditions)} ORDER BY k.occurred_at DESC, k.feedback_id DESC LIMIT ${limit}
    ) AS found ORDER BY found."occurredAt" DESC, found.id DESC LIMIT ${limit}`)
}

/** Most voices are specific, so no index holds them: they are met on a walk, and it ends where hardly any are. */
const WALKED = 50_000

function byUnderstanding(db: Db, filter: VoiceFilter, before: Before | null, limit: number): Promise<Place[]> {
  const time = inTime(sql`u.occurred_at`, sql`u.feedback_id`, filter, before)
  const others = [...understood(filter), ...narrowed(sql`u.feedback_id`, filter)]
  const newest = sql`ORDER BY u.occurred_at DESC, u.feedback_id DESC`
  if (filter.value !== 'specific')
    return db.many<Place>(sql`
      SELECT u.feedback_id AS id, u.occurred_at AS "occurredAt" FROM understandings u
      WHERE ${all([...time, ...others])} ${newest} LIMIT ${limit}`)
  const first = understood({ ...filter, value: undefined })
  return db.many<Place>(sql`
    SELECT u.feedback_id AS id, u.occurred_at AS "occurredAt"
    FROM (SELECT u.* FROM understandings u WHERE ${all([sql`TRUE`, ...time, ...first])} ${newest} LIMIT ${WALKED}) AS u
    WHERE ${all(others)} ${newest} LIMIT ${limit}`)
}

/** Few of all voices stand behind a figure, so these come first; the other conditions are looked up for each. */
function byEcho(
  db: Db,
  echo: NonNullable<VoiceFilter['echo']>,
  { echo: _, ...others }: VoiceFilter,
  before: Before | null,
  limit: number,
): Promise<Place[]> {
  const { sentiment, intent, emotion, value, categories } = others
  const conditions = [
    ...inTime(sql`f.occurred_at`, sql`f.id`, {}, before),
    ...received({ ...others, setAside: 'any' }),
    ...narrowed(sql`f.id`, {
      score: others.score,
      themes: others.themes,
      post: others.post,
      coordinated: others.coordinated,
    }),
    ...(isRead(others)
      ? [
          sql`EXISTS (SELECT FROM understandings u WHERE u.feedback_id = f.id AND ${all(understood({ sentiment, intent, emotion, value, setAside: 'any' }))})`,
        ]
      : []),
    ...(categories === undefined
      ? []
      : [
          sql`EXISTS (SELECT FROM feedback_categories k WHERE k.feedback_id = f.id AND k.category_id = ANY(${[...categories]}::uuid[]))`,
        ]),
  ]
  return db.many<Place>(sql`
    SELECT f.id, f.occurred_at AS "occurredAt" FROM (SELECT DISTINCT v.feedback_id FROM (${echoVoices(echo)}) AS v) AS due
    JOIN feedback f ON f.id = due.feedback_id
    WHERE ${all([sql`TRUE`, ...conditions])} ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${limit}`)
}

/** By the scores' own order of time, for few voices may hold one. */
function byScore(db: Db, kind: ScoreKind, filter: VoiceFilter, before: Before | null, limit: number): Promise<Place[]> {
  const conditions = [
    sql`s.kind = ${kind}`,
    ...inTime(sql`s.occurred_at`, sql`s.feedback_id`, filter, before),
    ...received(filter),
  ]
  return db.many<Place>(sql`
    SELECT f.id, s.occurred_at AS "occurredAt" FROM feedback_scores s JOIN feedback f ON f.id = s.feedback_id
    WHERE ${all(conditions)} ORDER BY s.occurred_at DESC, s.feedback_id DESC LIMIT ${limit}`)
}

/** Needs no understanding, so that a voice is listed the moment it is there. */
function byFeedback(db: Db, filter: VoiceFilter, before: Before | null, limit: number): Promise<Place[]> {
  const { customers, ...others } = filter
  const conditions = [...inTime(sql`f.occurred_at`, sql`f.id`, filter, before), ...received(others)]
  const newest = sql`SELECT f.id, f.occurred_at AS "occurredAt" FROM feedback f`
  const ordered = sql`ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${limit}`
  if (customers === undefined) return db.many<Place>(sql`${newest} WHERE ${all(conditions)} ${ordered}`)
  // The newest of each, then the newest of those: else the whole workspace is walked back for whoever spoke often.
  return db.many<Place>(sql`
    SELECT found.id, found."occurredAt" FROM unnest(${customers}::uuid[]) AS c (id), LATERAL (
      ${newest} WHERE ${all([sql`f.customer_id = c.id`, ...conditions])} ${ordered}
    ) AS found ORDER BY found."occurredAt" DESC, found.id DESC LIMIT ${limit}`)
}

/** What every voice has from its first moment; `f` is the feedback. */
function received({ channel, customers, coordinated, setAside }: VoiceFilter): Query[] {
  const conditions: Query[] = []
  if (channel !== undefined) conditions.push(sql`f.channel = ${channel}`)
  if (customers !== undefined) conditions.push(sql`f.customer_id = ANY(${customers}::uuid[])`)
  if (setAside === 'no') conditions.push(sql`NOT EXISTS (SELECT FROM set_asides a WHERE a.feedback_id = f.id)`)
  if (coordinated === 'no') conditions.push(sql`NOT ${inPost(sql`f.id`)}`)
  return conditions
}

/** Whether a voice says what a coordinated post says: two looks by key; one post when it is given, else those not dismissed. */
const inPost = (feedbackId: Query, post?: string): Query => sql`EXISTS (
  SELECT FROM voice_signatures print JOIN coordinated_texts said ON said.fingerprint = print.fingerprint
  WHERE print.feedback_id = ${feedbackId} AND ${
    post === undefined
      ? sql`NOT EXISTS (SELECT FROM coordinated_dismissals d WHERE d.post_id = said.post_id)`
      : sql`said.post_id = ${post}`
  })`

/** What another plan's rows must hold besides: they know neither the customer nor the scores. */
function narrowed(
  feedbackId: Query,
  {
    customers,
    score,
    echo,
    themes,
    post,
    coordinated,
  }: Pick<VoiceFilter, 'customers' | 'score' | 'echo' | 'themes' | 'post' | 'coordinated'>,
): Query[] {
  const conditions: Query[] = []
  if (echo !== undefined) conditions.push(sql`${feedbackId} IN (${echoVoices(echo)})`)
  if (customers !== undefined)
    conditions.push(
      sql`EXISTS (SELECT FROM feedback f WHERE f.id = ${feedbackId} AND f.customer_id = ANY(${customers}::uuid[]))`,
    )
  if (themes !== undefined)
    conditions.push(
      sql`EXISTS (SELECT FROM theme_voices t WHERE t.feedback_id = ${feedbackId} AND t.theme = ANY(${[...themes]}::int[]))`,
    )
  if (post !== undefined) conditions.push(inPost(feedbackId, post))
  if (coordinated === 'no') conditions.push(sql`NOT ${inPost(feedbackId)}`)
  if (score !== undefined)
    conditions.push(
      sql`EXISTS (SELECT FROM feedback_scores s WHERE s.feedback_id = ${feedbackId} AND s.kind = ${score})`,
    )
  return conditions
}

function inTime(
  moment: Query,
  id: Query,
  { from, to }: Pick<VoiceFilter, 'from' | 'to'>,
  before: Before | null,
): Query[] {
  const conditions: Query[] = []
  if (from !== undefined) conditions.push(sql`${moment} >= ${at(from)}`)
  if (to !== undefined) conditions.push(sql`${moment} < ${at(to)}`)
  if (before !== null) conditions.push(sql`(${moment}, ${id}) < (${at(before.at)}, ${before.id}::uuid)`)
  return conditions
}

const OF_VALUE: Record<Worth, Query> = {
  specific: sql`u.value_specific IN ('gives-figures', 'tells-what')`,
  vague: sql`u.value_specific = 'only-judges'`,
  doubtful: sql`u.value_authentic <> 'own-words'`,
}

/** What the search by words does not look at. */
function aided(feedbackId: Query, { emotion, value }: VoiceFilter): Query[] {
  if (emotion === undefined && value === undefined) return []
  return [
    sql`EXISTS (SELECT FROM understandings u WHERE u.feedback_id = ${feedbackId} AND ${all(understood({ emotion, value, setAside: 'any' }))})`,
  ]
}

function understood({ channel, sentiment, intent, emotion, value, setAside }: VoiceFilter): Query[] {
  const conditions: Query[] = []
  if (channel !== undefined) conditions.push(sql`u.channel = ${channel}`)
  if (sentiment !== undefined) conditions.push(sql`u.sentiment = ${sentiment}`)
  if (intent !== undefined) conditions.push(sql`u.intent = ${intent}`)
  if (emotion !== undefined) conditions.push(sql`u.emotion = ${emotion}`)
  if (value !== undefined) conditions.push(OF_VALUE[value])
  if (setAside === 'no') conditions.push(sql`NOT u.set_aside`)
  if (setAside === 'only') conditions.push(sql`u.set_aside`)
  return conditions
}
