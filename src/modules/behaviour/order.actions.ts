import type { Db } from '../../platform/db/db.ts'
import { type Misfit, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { NewOrder } from '../../shared/contracts/orders.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { type CustomerPart, identitiesOf, recognise } from '../customers/index.ts'
import { copyOfOrders, forgetBuyers, type OrderRow, upsertOrders } from './order.store.ts'

/**
 * Keeps orders as another system sends them; the same externalId is one order, and its last word holds.
 *
 * @throws Refusal 'invalid' naming the place, when a customer's identity cannot be one
 */
export async function putOrders(
  db: Db,
  items: readonly NewOrder[],
  now: Instant,
): Promise<{ added: number; changed: number; already: number }> {
  const last = [...new Map(items.map((item) => [item.externalId, item])).values()]
  const people = peopleIn(items)
  const result = await db.transaction(async (tx) => {
    const named = last.filter((item) => people.has(item))
    const ids = await recognise(
      tx,
      named.map((item) => ({
        id: newId(now),
        name: item.customer?.name,
        identities: people.get(item) ?? [],
        trusted: true,
      })),
      now,
    )
    const buyers = new Map(named.map((item, i) => [item, ids[i] ?? null]))
    return await upsertOrders(
      tx,
      last.map((item) => rowOf(item, buyers.get(item) ?? null)),
    )
  })
  return { ...result, already: items.length - result.added - result.changed }
}

function peopleIn(items: readonly NewOrder[]): Map<NewOrder, ReturnType<typeof identitiesOf>['identities']> {
  const errors: Misfit[] = []
  const people = new Map<NewOrder, ReturnType<typeof identitiesOf>['identities']>()
  for (const [i, item] of items.entries()) {
    const { identities, misfits } = identitiesOf(item.customer ?? {})
    errors.push(...misfits.map((misfit) => ({ ...misfit, path: `items[${i}].customer.${misfit.path}` })))
    if (identities.length > 0) people.set(item, identities)
  }
  if (errors.length > 0) throw new Refusal('invalid', 'body.invalid', errors[0]?.message ?? '', {}, errors.slice(0, 50))
  return people
}

const rowOf = (
  { externalId, product, amount, currency, placedAt, facts }: NewOrder,
  customerId: string | null,
): OrderRow => ({
  externalId,
  customerId,
  product: product ?? '',
  amount: amount ?? null,
  currency: currency ?? null,
  placedAt,
  facts: facts ?? {},
})

/** A customer's orders, in their copy and at their erasure. */
export const customerOrders: CustomerPart = { name: 'orders', copy: copyOfOrders, erase: forgetBuyers }
