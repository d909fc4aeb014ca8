import { at, type Db, json, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export type OrderRow = {
  externalId: string
  customerId: string | null
  product: string
  amount: number | null
  currency: string | null
  placedAt: Instant
  facts: object
}

/** Writes orders, the newest word on each: gives how many are new and how many say something else than before. */
export async function upsertOrders(tx: Db, rows: readonly OrderRow[]): Promise<{ added: number; changed: number }> {
  const written = await tx.many<{ isNew: boolean }>(sql`
    INSERT INTO orders AS o (external_id, customer_id, product, amount, currency, placed_at, facts)
    SELECT "externalId", "customerId", product, amount, currency, to_timestamp("placedAt" / 1000.0), facts
    FROM jsonb_to_recordset(${json(rows)}) AS r ("externalId" text, "customerId" uuid, product text, amount numeric(14, 2), currency text, "placedAt" float8, facts jsonb)
    ORDER BY "externalId"
    ON CONFLICT (workspace_id, external_id) DO UPDATE SET customer_id = coalesce(excluded.customer_id, o.customer_id), product = excluded.product,
      amount = excluded.amount, currency = excluded.currency, placed_at = excluded.placed_at, facts = excluded.facts
    WHERE (o.customer_id, o.product, o.amount, o.currency, o.placed_at, o.facts)
      IS DISTINCT FROM (coalesce(excluded.customer_id, o.customer_id), excluded.product, excluded.amount, excluded.currency, excluded.placed_at, excluded.facts)
    RETURNING xmax = 0 AS "isNew"`)
  const added = written.filter(({ isNew }) => isNew).length
  return { added, changed: written.length - added }
}

/** Orders placed in from ≤ t < to, of one product if named: the denominator of "contacts per 1,000 orders". */
export async function ordersBetween(
  db: Db,
  from: Instant,
  to: Instant,
  { product }: { product?: string } = {},
): Promise<number> {
  const ofProduct = product === undefined ? sql`TRUE` : sql`product = ${product}`
  const { count } = await db.one<{ count: number }>(
    sql`SELECT count(*) AS count FROM orders WHERE placed_at >= ${at(from)} AND placed_at < ${at(to)} AND ${ofProduct}`,
  )
  return count
}

/** Customers who ordered in from ≤ t < to, each once. */
export async function customersBetween(db: Db, from: Instant, to: Instant): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    SELECT count(DISTINCT customer_id) AS count FROM orders WHERE placed_at >= ${at(from)} AND placed_at < ${at(to)} AND customer_id IS NOT NULL`)
  return count
}

export type Order = {
  externalId: string
  product: string
  amount: number | null
  currency: string | null
  placedAt: Instant
  facts: Record<string, unknown>
}

/** A customer's orders, newest first. */
export function ordersOf(db: Db, family: readonly string[], limit: number): Promise<Order[]> {
  return db.many<Order>(sql`
    SELECT external_id AS "externalId", product, amount, currency, placed_at AS "placedAt", facts FROM orders
    WHERE customer_id = ANY(${family}::uuid[]) ORDER BY placed_at DESC LIMIT ${limit}`)
}

/** All of them as plain data, for the customer's copy. */
export function copyOfOrders(db: Db, family: readonly string[]): Promise<unknown> {
  return db.many(sql`
    SELECT external_id AS "externalId", product, amount, currency, to_jsonb(placed_at) AS "placedAt", facts FROM orders
    WHERE customer_id = ANY(${family}::uuid[]) ORDER BY placed_at`)
}

/** Takes the person out of orders; that there was one stays, for the counts. */
export function forgetBuyers(tx: Db, family: readonly string[]): Promise<number> {
  return tx.run(sql`UPDATE orders SET customer_id = NULL, facts = '{}' WHERE customer_id = ANY(${family}::uuid[])`)
}
