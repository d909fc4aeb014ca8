/** Lists of cases. Every view walks an index that begins with the workspace and stops at the page's end. */
import { all, at, cursorOf, type Db, prepared, type Query, readCursor, sql } from '../../platform/db/db.ts'
import { CASE_VIEWS, type CaseView, COUNTED_TO, type Stage } from '../../shared/contracts/cases.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import { type Instant, isoOf } from '../../shared/time/instant.ts'

export type Wanted = {
  view: CaseView
  stage?: Stage | undefined
  channel?: Channel | undefined
  intent?: Intent | undefined
  urgency?: Urgency | undefined
  owner?: string | undefined
  team?: string | undefined
  /** The customer and everyone merged into them. */
  customer?: readonly string[] | undefined
  feedback?: string | undefined
  /** All of these tokens, or a case's number. */
  tokens?: readonly string[] | undefined
  number?: number | undefined
}

export type Listed = {
  id: string
  number: number
  subject: string
  channel: Channel
  intent: Intent
  sentiment: Sentiment
  urgency: Urgency
  stage: Stage
  stageAt: Instant
  customer: { id: string; name: string; tier: string } | null
  owner: { id: string; name: string } | null
  team: { id: string; name: string } | null
  dueAt: Instant | null
  openedAt: Instant
  lastAt: Instant
  lastFrom: 'customer' | 'staff' | 'system'
  alarmed: boolean
  feedback: string[]
}

const OPEN = sql`c.stage IN ('new', 'acknowledged', 'working', 'waiting')`

/** How a view chooses and what it is ordered by. */
function viewOf(view: CaseView, me: string, now: Instant): { where: Query; by: 'due' | 'last' } {
  switch (view) {
    case 'mine':
      return { where: sql`${OPEN} AND c.owner_id = ${me}`, by: 'due' }
    case 'unassigned':
      return { where: sql`${OPEN} AND c.owner_id IS NULL`, by: 'due' }
    case 'team':
      return {
        where: sql`${OPEN} AND c.team_id IN (SELECT t.team_id FROM team_members t WHERE t.person_id = ${me})`,
        by: 'due',
      }
    case 'watching':
      return {
        where: sql`${OPEN} AND c.id IN (SELECT w.case_id FROM case_watchers w WHERE w.person_id = ${me})`,
        by: 'due',
      }
    case 'open':
      return { where: OPEN, by: 'due' }
    case 'waiting':
      return { where: sql`c.stage = 'waiting'`, by: 'due' }
    case 'broken':
      return { where: sql`${OPEN} AND c.due_order <= ${at(now)}`, by: 'due' }
    case 'resolved':
      return { where: sql`c.stage = 'resolved'`, by: 'last' }
    case 'closed':
      return { where: sql`c.stage IN ('verified', 'closed')`, by: 'last' }
    case 'all':
      return { where: sql`TRUE`, by: 'last' }
  }
}

function filtersOf(wanted: Wanted): Query[] {
  const { stage, channel, intent, urgency, owner, team, customer, feedback, number } = wanted
  const conditions: Query[] = []
  if (stage !== undefined) conditions.push(sql`c.stage = ${stage}`)
  if (channel !== undefined) conditions.push(sql`c.channel = ${channel}`)
  if (intent !== undefined) conditions.push(sql`c.intent = ${intent}`)
  if (urgency !== undefined) conditions.push(sql`c.urgency = ${urgency}`)
  if (owner !== undefined) conditions.push(sql`c.owner_id = ${owner}`)
  if (team !== undefined) conditions.push(sql`c.team_id = ${team}`)
  if (customer !== undefined) conditions.push(sql`c.customer_id = ANY(${[...customer]}::uuid[])`)
  if (feedback !== undefined)
    conditions.push(sql`c.id IN (SELECT l.case_id FROM case_feedback l WHERE l.feedback_id = ${feedback})`)
  if (number !== undefined) conditions.push(sql`c.number = ${number}`)
  return conditions
}

/** All of the tokens. */
const matching = (tokens: readonly string[]): Query =>
  sql`(SELECT string_agg(quote_literal(token), ' & ')::tsquery FROM unnest(${[...tokens]}::text[]) AS token)`

/** A rarer word is looked up, a commoner one is soon met on the walk through the view. */
const FEW = 2_000

/** The rows of a page: with words, by the cases that have them when these are few, else by the walk that meets them. */
function pageOf(tokens: readonly string[] | undefined, conditions: readonly Query[], last: Query): Query {
  const those = (more: readonly Query[]) =>
    sql`(SELECT c.* FROM cases c WHERE ${all([...conditions, ...more])} ${last})`
  if (tokens === undefined) return those([])
  if (tokens.length === 0) return those([sql`FALSE`])
  const wanted = matching(tokens)
  const few = sql`(SELECT count(*) FROM found) <= ${FEW}`
  return sql`(
    WITH found AS MATERIALIZED (SELECT find_cases(${wanted}, ${FEW + 1}) AS id)
    ${those([few, sql`c.id IN (SELECT f.id FROM found f)`])} UNION ALL ${those([sql`NOT ${few}`, sql`c.tokens @@ ${wanted}`])})`
}

type Order = { key: Query; from(cursor: (string | number)[]): Query; of(row: Listed): (string | number)[] }

const DUE: Order = {
  key: sql`c.due_order, c.id`,
  from: ([due, id]) => sql`(c.due_order, c.id) > (${due}::timestamptz, ${id}::uuid)`,
  of: (row) => [row.dueAt === null ? 'infinity' : isoOf(row.dueAt), row.id],
}
const LAST: Order = {
  key: sql`c.last_at DESC, c.id DESC`,
  from: ([last, id]) => sql`(c.last_at, c.id) < (${last}::timestamptz, ${id}::uuid)`,
  of: (row) => [isoOf(row.lastAt), row.id],
}

/** What a list shows of `page`, which holds rows of `cases`. */
const ITEM = sql`
  c.id, c.number, c.subject, c.channel, c.intent, c.sentiment, c.urgency, c.stage, c.stage_at AS "stageAt",
  CASE WHEN cu.id IS NOT NULL THEN jsonb_build_object('id', cu.id, 'name', cu.name, 'tier', cu.tier) END AS customer,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS owner,
  CASE WHEN t.id IS NOT NULL THEN jsonb_build_object('id', t.id, 'name', t.name) END AS team,
  c.due_at AS "dueAt", c.opened_at AS "openedAt", c.last_at AS "lastAt", c.last_from AS "lastFrom", c.alarmed_at IS NOT NULL AS alarmed,
  ARRAY(SELECT l.feedback_id FROM case_feedback l WHERE l.case_id = c.id ORDER BY l.linked_at, l.feedback_id) AS feedback`
const JOINED = sql`
  LEFT JOIN customers cu ON cu.id = c.customer_id
  LEFT JOIN people p ON p.id = c.owner_id
  LEFT JOIN teams t ON t.id = c.team_id`

/** One page of a view, with the cursor of the next. */
export async function listCases(
  db: Db,
  wanted: Wanted & { me: string; now: Instant; limit: number; cursor?: string | undefined },
): Promise<{ items: Listed[]; nextCursor: string | null }> {
  const { where, by } = viewOf(wanted.view, wanted.me, wanted.now)
  const order = by === 'due' ? DUE : LAST
  const after = readCursor(wanted.cursor, 2)
  const conditions = [where, ...filtersOf(wanted), ...(after === null ? [] : [order.from(after)])]
  const tokens = wanted.number === undefined ? wanted.tokens : undefined
  const page = pageOf(tokens, conditions, sql`ORDER BY ${order.key} LIMIT ${wanted.limit + 1}`)
  const rows = await db.many<Listed>(sql`SELECT ${ITEM} FROM ${page} AS c ${JOINED} ORDER BY ${order.key}`)
  const items = rows.slice(0, wanted.limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > wanted.limit && last !== undefined ? cursorOf(order.of(last)) : null }
}

export function listedCase(db: Db, id: string): Promise<Listed | null> {
  return db.maybe<Listed>(prepared`SELECT ${ITEM} FROM cases c ${JOINED} WHERE c.id = ${id}`)
}

/** How many stand in each view, each counted no further than COUNTED_TO. */
export async function countViews(
  db: Db,
  me: string,
  now: Instant,
): Promise<{ view: CaseView; n: number; capped: boolean }[]> {
  const counts = CASE_VIEWS.filter((view) => view !== 'all').map(
    (view) =>
      sql`SELECT ${view}::text AS view, (SELECT count(*) FROM (SELECT FROM cases c WHERE ${viewOf(view, me, now).where} LIMIT ${COUNTED_TO + 1}) AS counted)::int AS n`,
  )
  const rows = await db.many<{ view: CaseView; n: number }>(sql.join(counts, sql` UNION ALL `))
  return rows.map(({ view, n }) => ({ view, n: Math.min(n, COUNTED_TO), capped: n > COUNTED_TO }))
}
