/** The model outside: a workspace's setting, what was used in a month, and the log of what was sent. */
import type { ChatMessage } from '../../platform/ai/outside-model.ts'
import { at, type Db, json, type Lookups, sql } from '../../platform/db/db.ts'
import type { OutsideOutcome, OutsidePurpose } from '../../shared/contracts/outside-model.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { LocalDate } from '../../shared/time/zone.ts'
import type { Budget, Used } from './outside-model.ts'

export type Settings = Budget & { enabled: boolean }

/** Null when the workspace never chose. */
export function settingsRow(db: Db): Promise<Settings | null> {
  return db.maybe<Settings>(sql`
    SELECT enabled, monthly_tokens AS "monthlyTokens", monthly_calls AS "monthlyCalls" FROM outside_model_settings`)
}

export async function putSettings(tx: Db, settings: Settings, by: string, now: Instant): Promise<void> {
  const { enabled, monthlyTokens, monthlyCalls } = settings
  await tx.run(sql`
    INSERT INTO outside_model_settings (enabled, monthly_tokens, monthly_calls, changed_by, changed_at)
    VALUES (${enabled}, ${monthlyTokens}, ${monthlyCalls}, ${by}, ${at(now)})
    ON CONFLICT (workspace_id) DO UPDATE SET enabled = excluded.enabled, monthly_tokens = excluded.monthly_tokens,
      monthly_calls = excluded.monthly_calls, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
}

export async function usedIn(db: Db, month: LocalDate): Promise<Used> {
  const row = await db.maybe<Used>(sql`SELECT tokens, calls FROM outside_model_months WHERE month = ${month}`)
  return row ?? { tokens: 0, calls: 0 }
}

/** True when this call's share is within the budget and was taken; of several who ask at once nobody exceeds it. */
export async function takeShare(tx: Db, month: LocalDate, tokens: number, budget: Budget): Promise<boolean> {
  await tx.run(sql`
    INSERT INTO outside_model_months (month, tokens, calls) VALUES (${month}, 0, 0) ON CONFLICT (workspace_id, month) DO NOTHING`)
  const taken = await tx.run(sql`
    UPDATE outside_model_months SET tokens = tokens + ${tokens}, calls = calls + 1
    WHERE month = ${month} AND tokens + ${tokens} <= ${budget.monthlyTokens} AND calls < ${budget.monthlyCalls}`)
  return taken === 1
}

/** Puts what was really used in the place of the share that a call holds; one that was given back meanwhile holds none. */
export async function settleShare(tx: Db, callId: string, used: number): Promise<void> {
  const held = await tx.maybe<{ taken: number }>(
    sql`UPDATE outside_calls SET held_until = NULL WHERE id = ${callId} AND held_until IS NOT NULL RETURNING taken`,
  )
  await tx.run(sql`
    UPDATE outside_model_months m SET tokens = greatest(0, tokens - ${held?.taken ?? 0} + ${used})
    FROM outside_calls c WHERE c.id = ${callId} AND m.month = c.month`)
}

/** Gives back the shares of calls that nobody waits for any more: whoever asked has died. Says how many. */
export async function giveBackLost(tx: Db, now: Instant): Promise<number> {
  const { lost } = await tx.one<{ lost: number }>(sql`
    WITH lost AS (UPDATE outside_calls SET held_until = NULL WHERE held_until < ${at(now)} RETURNING month, taken),
      given AS (UPDATE outside_model_months m SET tokens = greatest(0, m.tokens - l.taken)
                FROM (SELECT month, sum(taken) AS taken FROM lost GROUP BY month) AS l WHERE m.month = l.month)
    SELECT count(*)::int AS lost FROM lost`)
  return lost
}

export const workspacesWithLostShares = async (lookups: Lookups, now: Instant): Promise<string[]> =>
  (await lookups.many<{ id: string }>(sql`SELECT workspaces_with_lost_shares(${at(now)}) AS id`)).map(({ id }) => id)

/** Whose words a call is about, so that it goes with them. */
export type About = { caseId: string | null; customerId: string | null; feedbackIds: readonly string[] }

export async function insertCall(
  tx: Db,
  call: About & {
    id: string
    at: Instant
    by: string | null
    purpose: OutsidePurpose
    model: string
    sent: readonly ChatMessage[]
    /** What it holds of a month's budget, and until when at the latest. */
    share: { month: LocalDate; taken: number; until: Instant }
  },
): Promise<void> {
  const { month, taken, until } = call.share
  await tx.run(sql`
    INSERT INTO outside_calls (id, at, person_id, purpose, case_id, customer_id, feedback_ids, model, sent, month, taken, held_until)
    VALUES (${call.id}, ${at(call.at)}, ${call.by}, ${call.purpose}, ${call.caseId}, ${call.customerId},
            ${[...call.feedbackIds]}::uuid[], ${call.model.slice(0, 200)}, ${json(call.sent)}, ${month}, ${taken}, ${at(until)})`)
}

const MOST_KEPT = 20_000

/** What came of a call. Its words are not kept when they were erased meanwhile. */
export async function endCall(
  tx: Db,
  id: string,
  ended: { outcome: OutsideOutcome; received: string; tokens: { sent: number; received: number }; ms: number },
): Promise<void> {
  await tx.run(sql`
    UPDATE outside_calls SET outcome = ${ended.outcome}, tokens_sent = ${ended.tokens.sent}, tokens_received = ${ended.tokens.received},
      ms = ${ended.ms}, received = CASE WHEN erased_at IS NULL THEN ${ended.received.replaceAll('\u0000', '').slice(0, MOST_KEPT).toWellFormed()} ELSE '' END
    WHERE id = ${id}`)
}

export type CallRow = {
  id: string
  at: Instant
  person: { id: string; name: string } | null
  purpose: OutsidePurpose
  case: string | null
  model: string
  sent: ChatMessage[]
  received: string
  outcome: OutsideOutcome
  tokensSent: number
  tokensReceived: number
  ms: number | null
  erasedAt: Instant | null
}

/** The log, newest first. */
export function listCalls(db: Db, after: { at: Instant; id: string } | null, limit: number): Promise<CallRow[]> {
  const older = after === null ? sql`` : sql`WHERE (c.at, c.id) < (${at(after.at)}, ${after.id}::uuid)`
  return db.many<CallRow>(sql`
    SELECT c.id, c.at, CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS person,
           c.purpose, c.case_id AS "case", c.model, c.sent, c.received, c.outcome, c.tokens_sent AS "tokensSent",
           c.tokens_received AS "tokensReceived", c.ms, c.erased_at AS "erasedAt"
    FROM outside_calls c LEFT JOIN people p ON p.id = c.person_id ${older}
    ORDER BY c.at DESC, c.id DESC LIMIT ${limit}`)
}

const about = (customerIds: readonly string[]) => sql`(customer_id = ANY(${[...customerIds]}::uuid[])
  OR feedback_ids && ARRAY(SELECT f.id FROM feedback f WHERE f.customer_id = ANY(${[...customerIds]}::uuid[])))`

/** What was sent and came back about these customers. */
export function callsAbout(db: Db, customerIds: readonly string[]): Promise<unknown[]> {
  return db.many(sql`
    SELECT to_jsonb(at) AS at, purpose, sent, received FROM outside_calls
    WHERE ${about(customerIds)} AND erased_at IS NULL ORDER BY at, id`)
}

/** Empties the words about these customers; that something was asked, and what it cost, stays. */
export function forgetCallsAbout(tx: Db, customerIds: readonly string[], now: Instant): Promise<number> {
  return tx.run(sql`
    UPDATE outside_calls SET sent = '[]', received = '', customer_id = NULL, feedback_ids = '{}', erased_at = ${at(now)}
    WHERE ${about(customerIds)} AND erased_at IS NULL`)
}

/** Takes out what is past its time; over all workspaces. */
export async function forgetCalls(lookups: Lookups, before: Instant): Promise<number> {
  const { gone } = await lookups.one<{ gone: number }>(sql`SELECT forget_outside_calls(${at(before)}) AS gone`)
  return gone
}
