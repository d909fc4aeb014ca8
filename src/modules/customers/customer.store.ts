import { all, at, type Db, type Query, type Reader, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Identity } from './identity.ts'

export type Customer = {
  id: string
  name: string
  tier: string
  locale: string | null
  ownerId: string | null
  note: string
  attributes: Record<string, unknown>
  createdAt: Instant
  identities: Identity[]
}

export type CustomerRow = { id: string; name: string; tier: string; createdAt: Instant }

const WHOLE = sql`
  c.id, c.name, c.tier, c.locale, c.owner_id AS "ownerId", c.note, c.attributes, c.created_at AS "createdAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) ORDER BY i.kind, i.value)
            FROM identities i WHERE i.customer_id = ANY(customer_family(c.id))), '[]') AS identities`

/** A customer with all their identities; of one who was merged, the one they are part of now. */
export function customerOf(db: Db, id: string): Promise<Customer | null> {
  return db.maybe<Customer>(sql`SELECT ${WHOLE} FROM customers c WHERE c.id = customer_root(${id})`)
}

/** A customer by the organisation's own id. */
export function customerByExternalId(db: Db, externalId: string): Promise<Customer | null> {
  return db.maybe<Customer>(sql`
    SELECT ${WHOLE} FROM identities x JOIN customers c ON c.id = customer_root(x.customer_id) WHERE x.kind = 'external' AND x.value = ${externalId}`)
}

/** The customer and everyone merged into them: whose rows together are their history. Empty when there is none. */
export async function familyOf(db: Db, id: string): Promise<string[]> {
  return (
    (await db.one<{ family: string[] | null }>(sql`SELECT customer_family(${id}) AS family`)).family?.filter(
      (member) => member !== null,
    ) ?? []
  )
}

export type CustomerFilter = {
  q?: string | undefined
  prefixes: readonly string[]
  tier?: string | undefined
  limit: number
  before: { at: number; id: string } | null
}

/** Most that a search looks at; who finds more has to say more. */
const MOST_FOUND = 500

/** Customers, newest first; merged ones show as the one they are part of. */
export function listCustomers(db: Db, { q, prefixes, tier, limit, before }: CustomerFilter): Promise<CustomerRow[]> {
  const conditions: Query[] = [sql`c.merged_into IS NULL`]
  if (q !== undefined)
    conditions.push(
      sql`c.id = ANY(ARRAY(SELECT customer_root(found) FROM find_customers(${q}, ${prefixes}::text[], ${MOST_FOUND}) AS found))`,
    )
  if (tier !== undefined) conditions.push(sql`c.tier = ${tier} AND c.tier <> ''`)
  if (before !== null) conditions.push(sql`(c.created_at, c.id) < (${at(before.at as Instant)}, ${before.id}::uuid)`)
  return db.many<CustomerRow>(sql`
    SELECT c.id, c.name, c.tier, c.created_at AS "createdAt" FROM customers c
    WHERE ${all(conditions)} ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}`)
}

/** Whoever makes customers or identities takes turns, until the end of the transaction. */
export async function takeTurn(tx: Db): Promise<void> {
  await tx.run(sql`SELECT take_turn_with_customers()`)
}

export type Person = {
  id: string
  name?: string | undefined
  locale?: string | undefined
  attributes?: object | undefined
  identities: readonly Identity[]
  trusted: boolean
}

/** Finds or makes the customers that are spoken of, in order. See the function in the migration. */
export async function recognise(tx: Pick<Reader, 'many'>, people: readonly Person[], now: Instant): Promise<string[]> {
  // Two statements: one that makes a customer does not itself see it, and customer_root would find nobody.
  const found = await tx.many<{ id: string }>(sql`
    SELECT customer_id AS id FROM recognise_customers(${JSON.stringify(people.map((person, n) => ({ n, ...person })))}::jsonb, ${at(now)}) ORDER BY n`)
  const rows = await tx.many<{ id: string }>(sql`
    SELECT customer_root(id) AS id FROM unnest(${found.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS f (id, n) ORDER BY n`)
  return rows.map(({ id }) => id)
}

export type CustomerChange = {
  name?: string | undefined
  tier?: string | undefined
  locale?: string | null | undefined
  note?: string | undefined
  ownerId?: string | null | undefined
  attributes?: object | undefined
}

/** Writes what is given and leaves the rest; false when there is no such customer. */
export async function updateCustomer(tx: Db, id: string, change: CustomerChange): Promise<boolean> {
  const sets: Query[] = []
  if (change.name !== undefined) sets.push(sql`name = ${change.name}`)
  if (change.tier !== undefined) sets.push(sql`tier = ${change.tier}`)
  if (change.locale !== undefined) sets.push(sql`locale = ${change.locale}`)
  if (change.note !== undefined) sets.push(sql`note = ${change.note}`)
  if (change.ownerId !== undefined) sets.push(sql`owner_id = ${change.ownerId}::uuid`)
  if (change.attributes !== undefined) sets.push(sql`attributes = ${JSON.stringify(change.attributes)}::jsonb`)
  if (sets.length === 0) sets.push(sql`name = name`)
  return (
    (await tx.run(sql`UPDATE customers SET ${sql.join(sets, sql`, `)} WHERE id = ${id} AND merged_into IS NULL`)) === 1
  )
}

/** Gives identities to a customer. What belongs to somebody else stays there; gives those. */
export async function addIdentities(
  tx: Db,
  customerId: string,
  identities: readonly Identity[],
  now: Instant,
): Promise<Identity[]> {
  if (identities.length === 0) return []
  await tx.run(sql`
    INSERT INTO identities (kind, value, customer_id, created_at)
    SELECT kind, value, ${customerId}, ${at(now)} FROM jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) AS i (kind text, value text)
    ON CONFLICT DO NOTHING`)
  return await tx.many<Identity>(sql`
    SELECT i.kind, i.value FROM jsonb_to_recordset(${JSON.stringify(identities)}::jsonb) AS g (kind text, value text)
    JOIN identities i ON i.kind = g.kind AND i.value = g.value WHERE customer_root(i.customer_id) <> ${customerId}`)
}
