/** The case's own row. Every action that changes a case locks it first, so that two never work from the same past. */
import { at, type Db, json, prepared, sql } from '../../platform/db/db.ts'
import type { Stage } from '../../shared/contracts/cases.ts'
import type { Channel, Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { OpenCase } from './needs.ts'

export type CaseRow = {
  id: string
  number: number
  customerId: string | null
  channel: Channel
  subject: string
  intent: Intent
  sentiment: Sentiment
  urgency: Urgency
  stage: Stage
  stageAt: Instant
  teamId: string | null
  ownerId: string | null
  dueAt: Instant | null
  openedAt: Instant
  silentSince: Instant | null
  mergedInto: string | null
}

const ROW = sql`id, number, customer_id AS "customerId", channel, subject, intent, sentiment, urgency, stage,
  stage_at AS "stageAt", team_id AS "teamId", owner_id AS "ownerId", due_at AS "dueAt", opened_at AS "openedAt",
  silent_since AS "silentSince", merged_into AS "mergedInto"`

/** The case, locked until the transaction ends; null when there is none. */
export function lockCase(tx: Db, id: string): Promise<CaseRow | null> {
  return tx.maybe<CaseRow>(sql`SELECT ${ROW} FROM cases WHERE id = ${id} FOR UPDATE`)
}

export function caseById(db: Db, id: string): Promise<CaseRow | null> {
  return db.maybe<CaseRow>(prepared`SELECT ${ROW} FROM cases WHERE id = ${id}`)
}

/** Everything about one customer, or one voice, is opened and joined one after the other. */
export async function lockSubject(tx: Db, subjectId: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${subjectId}, 8))`)
}

/** The next number of this workspace; openings wait for each other here, so that none is left out. */
export async function nextNumber(tx: Db): Promise<number> {
  const row = await tx.one<{ last: number }>(sql`
    INSERT INTO case_numbers (last) VALUES (1)
    ON CONFLICT (workspace_id) DO UPDATE SET last = case_numbers.last + 1 RETURNING last`)
  return row.last
}

export type NewCase = Pick<
  CaseRow,
  'id' | 'number' | 'customerId' | 'channel' | 'subject' | 'intent' | 'sentiment' | 'urgency'
> & {
  openedAt: Instant
  alarmAt: Instant
  tokens: readonly string[]
}

export async function insertCase(tx: Db, made: NewCase): Promise<void> {
  await tx.run(sql`
    INSERT INTO cases (id, number, customer_id, channel, subject, intent, sentiment, urgency, stage, stage_at, opened_at, last_at,
                       silent_since, alarm_at, tokens)
    VALUES (${made.id}, ${made.number}, ${made.customerId}, ${made.channel}, ${made.subject}, ${made.intent}, ${made.sentiment},
            ${made.urgency}, 'new', ${at(made.openedAt)}, ${at(made.openedAt)}, ${at(made.openedAt)},
            ${at(made.openedAt)}, ${at(made.alarmAt)}, array_to_tsvector(${[...made.tokens]}::text[]))`)
}

/** False when the voice was taken into a case before. */
export async function linkVoice(
  tx: Db,
  link: { caseId: string; feedbackId: string; continued: boolean; by: string | null; at: Instant },
): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO case_feedback (case_id, feedback_id, continued, linked_by, linked_at)
    VALUES (${link.caseId}, ${link.feedbackId}, ${link.continued}, ${link.by}, ${at(link.at)})
    ON CONFLICT DO NOTHING`))
  )
}

/** The case that answers a voice now: of several the one opened last. */
export async function caseOfVoice(db: Db, feedbackId: string): Promise<string | null> {
  const row = await db.maybe<{ id: string }>(sql`
    SELECT c.id FROM case_feedback l JOIN cases c ON c.id = l.case_id
    WHERE l.feedback_id = ${feedbackId} ORDER BY c.opened_at DESC, c.number DESC LIMIT 1`)
  return row?.id ?? null
}

/** Every case these voices are answered in. */
export async function casesOf(db: Db, feedbackIds: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT DISTINCT c.id FROM case_feedback l JOIN cases c ON c.id = l.case_id
    WHERE l.feedback_id = ANY(${[...feedbackIds]}::uuid[]) AND c.merged_into IS NULL ORDER BY c.id`)
  return rows.map(({ id }) => id)
}

/** Open cases of a customer (and of everyone merged into them) with what their voices are about, for joining. */
export function openCasesOf(tx: Db, customerIds: readonly string[]): Promise<OpenCase[]> {
  return tx.many<OpenCase>(sql`
    SELECT c.id, c.intent, c.last_at AS "lastAt",
           coalesce(bool_or(c.intent NOT IN ('complaint', 'churn', 'question', 'suggestion')), false) AS "lowScore",
           coalesce(array_agg(DISTINCT category) FILTER (WHERE category IS NOT NULL), '{}') AS categories
    FROM cases c
    JOIN case_feedback l ON l.case_id = c.id
    LEFT JOIN understandings u ON u.feedback_id = l.feedback_id
    LEFT JOIN LATERAL unnest(u.categories) AS category ON true
    WHERE c.customer_id = ANY(${[...customerIds]}::uuid[]) AND c.stage IN ('new', 'acknowledged', 'working', 'waiting')
    GROUP BY c.id, c.intent, c.last_at, c.opened_at ORDER BY c.opened_at DESC LIMIT 50`)
}

/** The voices a case answers, oldest first. */
export async function voicesOf(db: Db, caseId: string): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    SELECT l.feedback_id AS id FROM case_feedback l LEFT JOIN feedback f ON f.id = l.feedback_id
    WHERE l.case_id = ${caseId} ORDER BY f.occurred_at, l.feedback_id`)
  return rows.map(({ id }) => id)
}

/** Open or ended cases that began with this voice, locked; not those whose reading a person set at or after `since`. */
export function casesBegunBy(tx: Db, feedbackId: string, since: Instant): Promise<CaseRow[]> {
  return tx.many<CaseRow>(sql`
    SELECT ${ROW} FROM cases c
    WHERE c.id IN (SELECT l.case_id FROM case_feedback l WHERE l.feedback_id = ${feedbackId})
      AND ${feedbackId}::uuid = (SELECT l.feedback_id FROM case_feedback l LEFT JOIN feedback f ON f.id = l.feedback_id
                                 WHERE l.case_id = c.id ORDER BY f.occurred_at, l.feedback_id LIMIT 1)
      AND NOT EXISTS (SELECT FROM case_steps s WHERE s.case_id = c.id AND s.kind = 'reread' AND s.at >= ${at(since)})
    ORDER BY c.id FOR UPDATE`)
}

export async function setReading(
  tx: Db,
  caseId: string,
  { intent, sentiment }: { intent: Intent; sentiment: Sentiment },
): Promise<void> {
  await tx.run(sql`UPDATE cases SET intent = ${intent}, sentiment = ${sentiment} WHERE id = ${caseId}`)
}

export async function setStage(tx: Db, caseId: string, stage: Stage, now: Instant): Promise<void> {
  await tx.run(sql`UPDATE cases SET stage = ${stage}, stage_at = ${at(now)} WHERE id = ${caseId}`)
}

/** Someone spoke: the case moves up in lists by activity. */
export async function touchCase(
  tx: Db,
  caseId: string,
  from: 'customer' | 'staff' | 'system',
  now: Instant,
): Promise<void> {
  await tx.run(sql`UPDATE cases SET last_at = greatest(last_at, ${at(now)}), last_from = ${from} WHERE id = ${caseId}`)
}

/** The customer waits for a person's word from `since` on (unless they wait already), or no longer. */
export async function setSilence(
  tx: Db,
  caseId: string,
  silence: { since: Instant; alarmAt: Instant } | null,
): Promise<void> {
  if (silence === null) {
    await tx.run(sql`UPDATE cases SET silent_since = NULL, alarm_at = NULL, alarmed_at = NULL WHERE id = ${caseId}`)
    return
  }
  await tx.run(sql`
    UPDATE cases SET silent_since = ${at(silence.since)}, alarm_at = ${at(silence.alarmAt)}, alarmed_at = NULL
    WHERE id = ${caseId} AND silent_since IS NULL`)
}

/** The next moment of what is owed and not paused, as lists order by it; none once the case has ended. */
export async function refreshDue(tx: Db, caseId: string): Promise<void> {
  await tx.run(sql`
    UPDATE cases SET due_at = CASE WHEN stage IN ('new', 'acknowledged', 'working', 'waiting') THEN (
      SELECT min(p.due_at) FROM promises p
      WHERE p.case_id = cases.id AND p.kept_at IS NULL AND p.made_good_at IS NULL AND p.dropped_at IS NULL AND p.paused_at IS NULL) END
    WHERE id = ${caseId}`)
}

/** A voice that joins may make a case more pressing, never less. */
export async function raiseUrgency(tx: Db, caseId: string, urgency: Urgency): Promise<void> {
  await tx.run(sql`
    UPDATE cases SET urgency = ${urgency}
    WHERE id = ${caseId} AND array_position(ARRAY['low', 'normal', 'high', 'critical'], urgency)
                           < array_position(ARRAY['low', 'normal', 'high', 'critical'], ${urgency}::text)`)
}

/** A case is as urgent as the most urgent of its voices; asked again when a person corrects one of them. */
export async function setUrgencyOfVoices(tx: Db, feedbackId: string): Promise<void> {
  await tx.run(sql`
    UPDATE cases c SET urgency = (
      SELECT u.urgency FROM case_feedback l JOIN understandings u ON u.feedback_id = l.feedback_id WHERE l.case_id = c.id
      ORDER BY array_position(ARRAY['low', 'normal', 'high', 'critical'], u.urgency) DESC LIMIT 1)
    WHERE c.id IN (SELECT l.case_id FROM case_feedback l WHERE l.feedback_id = ${feedbackId})`)
}

export async function setMergedInto(tx: Db, caseId: string, into: string | null): Promise<void> {
  await tx.run(sql`UPDATE cases SET merged_into = ${into} WHERE id = ${caseId}`)
}

/** Cases whose customer has waited past the red line, longest first. */
export function casesToAlarm(db: Db, now: Instant, limit: number): Promise<{ id: string }[]> {
  return db.many(sql`
    SELECT id FROM cases WHERE alarm_at <= ${at(now)} AND alarmed_at IS NULL AND stage IN ('new', 'acknowledged', 'working')
    ORDER BY alarm_at LIMIT ${limit}`)
}

/** Raises the alarm of the present silence once; null when there is nothing to raise. */
export async function raiseAlarm(tx: Db, caseId: string, now: Instant): Promise<{ since: Instant } | null> {
  return await tx.maybe<{ since: Instant }>(sql`
    WITH due AS (
      UPDATE cases SET alarmed_at = ${at(now)}
      WHERE id = ${caseId} AND alarm_at <= ${at(now)} AND alarmed_at IS NULL AND stage IN ('new', 'acknowledged', 'working')
      RETURNING id, silent_since
    ) INSERT INTO case_alarms (case_id, silent_since, raised_at) SELECT id, silent_since, ${at(now)} FROM due
      ON CONFLICT DO NOTHING RETURNING silent_since AS since`)
}

export type Closure = { caseId: string; outcome: string; note: string; by: string | null; at: Instant }

/** True when this call closed the case; two callers never both win. */
export async function insertClosure(tx: Db, closure: Closure): Promise<boolean> {
  return (
    1 ===
    (await tx.run(sql`
    INSERT INTO case_closures (case_id, outcome, note, closed_by, closed_at)
    VALUES (${closure.caseId}, ${closure.outcome}, ${closure.note}, ${closure.by}, ${at(closure.at)})
    ON CONFLICT (workspace_id, case_id) DO NOTHING`))
  )
}

export async function deleteClosure(tx: Db, caseId: string): Promise<boolean> {
  return 1 === (await tx.run(sql`DELETE FROM case_closures WHERE case_id = ${caseId}`))
}

/** Writes down what happened. */
export async function addStep(
  tx: Db,
  step: {
    id: string
    caseId: string
    kind: string
    facts?: Record<string, string | number | null>
    by: string | null
    at: Instant
  },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO case_steps (id, case_id, kind, facts, by_id, at)
    VALUES (${step.id}, ${step.caseId}, ${step.kind}, ${json(step.facts ?? {})}, ${step.by}, ${at(step.at)})`)
}

/** True when every voice of a case is put aside and no person has answered it. */
export async function isAllAside(tx: Db, caseId: string): Promise<boolean> {
  const { aside } = await tx.one<{ aside: boolean }>(sql`
    SELECT NOT EXISTS (SELECT FROM case_feedback l LEFT JOIN set_asides s ON s.feedback_id = l.feedback_id
                       WHERE l.case_id = ${caseId} AND s.feedback_id IS NULL)
       AND NOT EXISTS (SELECT FROM messages m WHERE m.case_id = ${caseId} AND m.direction = 'out' AND m.author_id IS NOT NULL) AS aside`)
  return aside
}

/** Why a case was closed last, unless it was opened again since; null when it was not closed so. */
export async function whyClosed(tx: Db, caseId: string): Promise<string | null> {
  const last = await tx.maybe<{ kind: string; why: string | null }>(sql`
    SELECT kind, facts->>'why' AS why FROM case_steps WHERE case_id = ${caseId} AND kind IN ('closed', 'reopened') ORDER BY at DESC, id DESC LIMIT 1`)
  return last?.kind === 'closed' ? last.why : null
}
