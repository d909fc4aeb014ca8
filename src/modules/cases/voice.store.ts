/** What is read of a voice, its customer and the workspace: the tables of modules to the left. */
import { type Db, sql } from '../../platform/db/db.ts'
import type { Channel, Intent, Locale, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Pronoun } from '../../shared/words/catalogues.ts'
import type { Hidden } from './subject.ts'

export type Score = { kind: string; value: number; low: number; high: number }

/** One voice as a case needs it. What was understood is null while the worker has not read it. */
export type Voice = {
  id: string
  channel: Channel
  customerId: string | null
  text: string
  language: string | null
  wantsCall: boolean
  quiet: boolean
  /** Part of the demo (`facts.demo`): nothing is ever mailed about it. */
  demo: boolean
  product: string
  queryCode: string
  occurredAt: Instant
  intent: Intent | null
  sentiment: Sentiment | null
  urgency: Urgency | null
  categories: readonly string[]
  hidden: readonly Hidden[]
  scores: readonly Score[]
}

/** Null as well when its words were erased. */
export function voiceById(db: Db, feedbackId: string): Promise<Voice | null> {
  return db.maybe<Voice>(sql`
    SELECT f.id, f.channel, f.customer_id AS "customerId", f.text, f.quiet,
           coalesce(f.facts->>'demo' = 'true', false) AS demo, coalesce(u.language, f.language) AS language,
           coalesce(f.facts->>'callBack' = 'true', false) AS "wantsCall",
           coalesce(f.facts->>'product', '') AS product, f.query_code AS "queryCode", f.occurred_at AS "occurredAt",
           u.intent, u.sentiment, u.urgency, coalesce(u.categories, '{}') AS categories, coalesce(u.pii, '[]') AS hidden,
           coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'value', s.value, 'low', s.low, 'high', s.high))
                     FROM feedback_scores s WHERE s.feedback_id = f.id), '[]') AS scores
    FROM feedback f LEFT JOIN understandings u ON u.feedback_id = f.id
    WHERE f.id = ${feedbackId} AND f.erased_at IS NULL`)
}

/** Which voice a query code names; asked inside its workspace. */
export async function voiceByCode(db: Db, code: string): Promise<string | null> {
  return (await db.maybe<{ id: string }>(sql`SELECT id FROM feedback WHERE query_code = ${code}`))?.id ?? null
}

/** Keys of categories and of all that stand above them. */
export async function categoryKeys(db: Db, categoryIds: readonly string[]): Promise<string[]> {
  if (categoryIds.length === 0) return []
  const rows = await db.many<{ key: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT id, parent_id, key FROM categories WHERE id = ANY(${[...categoryIds]}::uuid[])
      UNION SELECT c.id, c.parent_id, c.key FROM categories c JOIN up ON c.id = up.parent_id
    ) SELECT key FROM up`)
  return rows.map(({ key }) => key)
}

export type CustomerFacts = { id: string; name: string; tier: string; locale: string | null; email: string | null }

/** The customer behind a voice; of merged ones the one they are part of. */
export function customerFacts(db: Db, customerId: string): Promise<CustomerFacts | null> {
  return db.maybe<CustomerFacts>(sql`
    SELECT c.id, c.name, c.tier, c.locale,
           (SELECT i.value FROM identities i WHERE i.kind = 'email' AND i.customer_id = ANY(customer_family(${customerId}))
            ORDER BY i.created_at, i.value LIMIT 1) AS email
    FROM customers c WHERE c.id = customer_root(${customerId})`)
}

/** Addresses and telephone numbers of a customer, those of everyone merged into them too. */
export async function identityValues(
  db: Db,
  customerId: string,
): Promise<{ kind: 'email' | 'mobile'; value: string }[]> {
  return await db.many(sql`
    SELECT CASE i.kind WHEN 'phone' THEN 'mobile' ELSE i.kind END AS kind, i.value FROM identities i
    WHERE i.customer_id = ANY(customer_family(customer_root(${customerId}))) AND i.kind IN ('email', 'phone')`)
}

export type WorkspaceFacts = { name: string; colour: string | null; locale: Locale; timezone: string; pronoun: Pronoun }

export function workspaceFacts(db: Db): Promise<WorkspaceFacts> {
  return db.one<WorkspaceFacts>(sql`
    SELECT name, settings->>'colour' AS colour, locale, timezone, coalesce(settings->>'pronoun', '你') AS pronoun
    FROM workspaces WHERE id = ${db.workspaceId}`)
}

/** Which of these files exist here. */
export async function knownFiles(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.many<{ id: string }>(sql`SELECT id FROM attachments WHERE id = ANY(${[...ids]}::uuid[])`)
  return rows.map(({ id }) => id)
}
