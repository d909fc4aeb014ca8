import { at, type Db, type Query, sql } from '../../platform/db/db.ts'
import type { EchoState } from '../../shared/contracts/feedback.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { EchoCounts } from './echo-rate.ts'

/** What policies promise to those who ask. When the next word comes is told by whoever works on it, so it is not among them. */
export const ASKING = sql`('first-answer', 'decision', 'resolution', 'call-back')`

/**
 * Which promise of a case is the one a voice is counted by, whatever the workspace promises: of an answer or a decision,
 * where there is one; else of a resolution; else of a call. Of several of a rank the one that falls due first.
 */
const rank = (promise: Query) => sql`CASE ${promise}.kind WHEN 'resolution' THEN 1 WHEN 'call-back' THEN 2 ELSE 0 END`

/** Not withdrawn. A call that a resolution in time made needless was owed all the same. */
const owed = (promise: Query) => sql`(${promise}.dropped_at IS NULL OR (${promise}.kind = 'call-back' AND EXISTS (
  SELECT FROM messages m WHERE m.case_id = ${promise}.case_id AND m.kind = 'resolution' AND m.created_at <= ${promise}.due_at)))`

const firstDue = (kind: Query): Query => sql`min(e.due_at) FILTER (WHERE ${kind} AND ${owed(sql`e`)})`

/**
 * The voices that asked, which is those in cases, whose promise (see `rank`) fell due in the period, each with whether
 * it was answered and told: each is of one period only, so that the counts of periods that touch add up to the count of both.
 *
 * Answered: a person wrote to them by then; acknowledgements do not count, whoever's name they bear.
 * Told: the outcome reached them by the time promised for it (or for the answer, where no outcome was promised), as the
 * resolution's message or as a notice, which stands in each conversation with the person it went to.
 */
const voicesDue = (from: Instant, to: Instant): Query => sql`
    WITH falling AS (
      SELECT DISTINCT p.case_id FROM promises p WHERE p.kind IN ${ASKING} AND p.due_at >= ${at(from)} AND p.due_at < ${at(to)}
    ), due AS (
      SELECT f.case_id, d.first_due, coalesce(d.outcome_due, d.first_due) AS outcome_due
      -- OFFSET 0, here and below, keeps this a look-up for each case: else all that ever fell due is read.
      FROM falling f, LATERAL (
        SELECT coalesce(${firstDue(sql`e.kind IN ('first-answer', 'decision')`)}, ${firstDue(sql`e.kind = 'resolution'`)},
            ${firstDue(sql`e.kind = 'call-back'`)}) AS first_due,
          max(e.due_at) FILTER (WHERE e.kind = 'resolution') AS outcome_due
        FROM promises e WHERE e.case_id = f.case_id OFFSET 0
      ) AS d
      WHERE d.first_due >= ${at(from)} AND d.first_due < ${at(to)}
    ), judged AS (
      SELECT due.case_id, due.outcome_due, coalesce(said.answered_at <= due.first_due, false) AS answered, said.told_at
      FROM due, LATERAL (
        SELECT min(m.created_at) FILTER (WHERE m.direction = 'out' AND m.author_id IS NOT NULL AND m.kind IN ('message', 'resolution')) AS answered_at,
          min(m.created_at) FILTER (WHERE m.kind IN ('resolution', 'notice')) AS told_at
        FROM messages m WHERE m.case_id = due.case_id
      ) AS said
    ), voices AS MATERIALIZED (
      SELECT cf.feedback_id, answered,
        coalesce(j.told_at <= j.outcome_due, false)
          OR EXISTS (SELECT FROM notices n WHERE n.feedback_id = cf.feedback_id AND n.sent_at <= j.outcome_due) AS told
      FROM judged j, LATERAL (SELECT l.feedback_id FROM case_feedback l WHERE l.case_id = j.case_id OFFSET 0) AS cf
    )
    SELECT feedback_id, answered, told FROM voices`

/** Counts the voices that fell due in the period. */
export function echoCounts(db: Db, from: Instant, to: Instant): Promise<EchoCounts> {
  return db.one<EchoCounts>(sql`
    SELECT count(*)::int AS asked,
      count(*) FILTER (WHERE answered)::int AS answered,
      count(*) FILTER (WHERE told)::int AS told,
      count(*) FILTER (WHERE answered OR told)::int AS either
    FROM (${voicesDue(from, to)}) AS due`)
}

/** Voices whose promise still runs. */
const WAITING = (now: Instant): Query => sql`
  SELECT cf.feedback_id FROM (
    SELECT DISTINCT p.case_id FROM promises p
    WHERE p.kind IN ${ASKING} AND p.due_at > ${at(now)} AND p.kept_at IS NULL AND p.broken_at IS NULL AND p.dropped_at IS NULL
      AND NOT EXISTS (SELECT FROM promises e WHERE e.case_id = p.case_id AND e.kind IN ${ASKING} AND e.dropped_at IS NULL
        AND ${rank(sql`e`)} < ${rank(sql`p`)} OFFSET 0)
  ) open JOIN case_feedback cf ON cf.case_id = open.case_id`

/** Voices of open cases that nobody has spoken to for longer than the red line. */
const SILENT: Query = sql`
  SELECT DISTINCT cf.feedback_id FROM case_alarms a JOIN cases c ON c.id = a.case_id JOIN case_feedback cf ON cf.case_id = c.id
  WHERE c.stage IN ('new', 'acknowledged', 'working', 'waiting') AND c.last_from <> 'staff'`

const HELD = {
  asked: sql`TRUE`,
  answered: sql`answered`,
  told: sql`told`,
  'in-time': sql`answered OR told`,
  late: sql`NOT (answered OR told)`,
} as const satisfies Record<Exclude<EchoState, 'waiting' | 'silent'>, Query>

/** The voices behind one figure of the echo rate, as a query of their ids; the period is for those that fell due. */
export function echoVoices({
  state,
  from,
  to,
  now,
}: {
  state: EchoState
  from: Instant
  to: Instant
  now: Instant
}): Query {
  if (state === 'waiting') return WAITING(now)
  if (state === 'silent') return SILENT
  return sql`SELECT feedback_id FROM (${voicesDue(from, to)}) AS due WHERE ${HELD[state]}`
}

/** How many voices wait within their time, and how many wait past the red line. */
export function stillOpen(db: Db, now: Instant): Promise<{ waiting: number; silent: number }> {
  return db.one(sql`
    SELECT (SELECT count(*)::int FROM (${WAITING(now)}) AS waiting) AS waiting, (SELECT count(*)::int FROM (${SILENT}) AS silent) AS silent`)
}
