/** Settings of promises, office hours and routing. */
import { at, type Db, json, sql } from '../../platform/db/db.ts'
import type { WorkCalendar } from '../../shared/time/calendar.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { PromisePolicy } from './promise-policy.ts'
import type { Routing, RoutingRule } from './routing.ts'

export type PromiseRules = { policies: PromisePolicy[]; silence: string }

/** What this workspace promises; null while it has not said so. */
export async function readPromiseRules(db: Db): Promise<PromiseRules | null> {
  return await db.maybe<PromiseRules>(sql`
    SELECT silence, coalesce((SELECT jsonb_agg(policy ORDER BY position) FROM promise_policies), '[]') AS policies FROM promise_settings`)
}

export async function writePromiseRules(tx: Db, rules: PromiseRules, by: string, now: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO promise_settings (silence, changed_by, changed_at) VALUES (${rules.silence}, ${by}, ${at(now)})
    ON CONFLICT (workspace_id) DO UPDATE SET silence = excluded.silence, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
  await tx.run(sql`DELETE FROM promise_policies`)
  await tx.run(sql`
    INSERT INTO promise_policies (position, policy)
    SELECT place, value FROM jsonb_array_elements(${json(rules.policies)}) WITH ORDINALITY AS given (value, place)`)
}

export async function readCalendar(db: Db): Promise<WorkCalendar | null> {
  return (await db.maybe<{ calendar: WorkCalendar }>(sql`SELECT calendar FROM work_calendars`))?.calendar ?? null
}

export async function writeCalendar(tx: Db, calendar: WorkCalendar, by: string, now: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO work_calendars (calendar, changed_by, changed_at) VALUES (${json(calendar)}, ${by}, ${at(now)})
    ON CONFLICT (workspace_id) DO UPDATE SET calendar = excluded.calendar, changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
}

export async function readRouting(db: Db): Promise<Routing | null> {
  return await db.maybe<Routing>(sql`
    SELECT otherwise_id AS otherwise, load_cap AS "loadCap",
           coalesce((SELECT jsonb_agg(rule ORDER BY position) FROM routing_rules), '[]') AS rules
    FROM routing_settings`)
}

export async function writeRouting(tx: Db, routing: Routing, by: string, now: Instant): Promise<void> {
  await tx.run(sql`
    INSERT INTO routing_settings (otherwise_id, load_cap, changed_by, changed_at)
    VALUES (${routing.otherwise}, ${routing.loadCap}, ${by}, ${at(now)})
    ON CONFLICT (workspace_id) DO UPDATE SET otherwise_id = excluded.otherwise_id, load_cap = excluded.load_cap,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at`)
  await tx.run(sql`DELETE FROM routing_rules`)
  await tx.run(sql`
    INSERT INTO routing_rules (position, rule)
    SELECT place, value FROM jsonb_array_elements(${json(routing.rules satisfies readonly RoutingRule[])}) WITH ORDINALITY AS given (value, place)`)
}

/** Which of these teams exist here. */
export async function knownTeams(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  return (await db.many<{ id: string }>(sql`SELECT id FROM teams WHERE id = ANY(${[...ids]}::uuid[])`)).map(
    ({ id }) => id,
  )
}
