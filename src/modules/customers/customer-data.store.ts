import { at, type Db, sql } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'

export function copyOfCustomers(db: Db, customerIds: readonly string[]): Promise<unknown> {
  return db.many(sql`
    SELECT c.name, c.tier, c.locale, c.note, c.attributes, to_jsonb(c.created_at) AS "createdAt",
      (SELECT jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'since', i.created_at) ORDER BY i.kind, i.value) FROM identities i WHERE i.customer_id = c.id) AS identities,
      (SELECT jsonb_agg(jsonb_build_object('channel', t.channel, 'kind', t.kind, 'at', t.at) ORDER BY t.at) FROM contacts t WHERE t.customer_id = c.id) AS contacts
    FROM customers c WHERE c.id = ANY(${customerIds}::uuid[]) ORDER BY c.created_at, c.id`)
}

/** Takes customers out, with identities, merges and contacts. */
export async function deleteCustomers(tx: Db, customerIds: readonly string[]): Promise<number> {
  const contacts = await tx.run(sql`DELETE FROM contacts WHERE customer_id = ANY(${customerIds}::uuid[])`)
  const merges = await tx.run(
    sql`DELETE FROM merges WHERE from_id = ANY(${customerIds}::uuid[]) OR into_id = ANY(${customerIds}::uuid[])`,
  )
  const identities = await tx.run(sql`DELETE FROM identities WHERE customer_id = ANY(${customerIds}::uuid[])`)
  const customers = await tx.run(sql`DELETE FROM customers WHERE id = ANY(${customerIds}::uuid[])`)
  return contacts + merges + identities + customers
}

export async function insertErasure(
  tx: Db,
  erasure: { customerId: string; by: string; at: Instant; counts: object },
): Promise<void> {
  await tx.run(sql`
    INSERT INTO erasures (customer_id, erased_by, erased_at, counts)
    VALUES (${erasure.customerId}, ${erasure.by}, ${at(erasure.at)}, ${JSON.stringify(erasure.counts)}::jsonb)`)
}

/** E-mail addresses and telephones, as they were folded. */
export async function addressesOf(db: Db, customerIds: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ value: string }>(sql`
    SELECT value FROM identities WHERE customer_id = ANY(${customerIds}::uuid[]) AND kind IN ('email', 'phone')`)
  return rows.map(({ value }) => value)
}

const ERASURE = sql`hashtextextended('erasure ' || current_setting('hx.workspace'), 0)`

/** Waits for those who are writing down what somebody said, and keeps others from it until the transaction ends. */
export async function beginErasure(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${ERASURE})`)
}

/**
 * Until the transaction ends nobody is erased, so what is seen of a voice now may be written down. To be called first:
 * whoever holds rows already could wait for an erasure that waits for them.
 */
export async function holdErasures(tx: Db): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock_shared(${ERASURE})`)
}
