import type { Db } from '../../platform/db/db.ts'
import { emit } from '../../platform/jobs/define.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { customerErased } from './customer.events.ts'
import { noSuchCustomer } from './customer.refusals.ts'
import { customerOf, familyOf, takeTurn } from './customer.store.ts'
import { copyOfCustomers, deleteCustomers, insertErasure } from './customer-data.store.ts'

/** What one module keeps of a customer: how it is copied for them, and how it is taken out. */
export type CustomerPart = {
  /** The part's name in the copy, such as 'feedback'. */
  name: string
  /** All of it as plain JSON. `customerIds` are the customer and everyone merged into them. */
  copy(db: Db, customerIds: readonly string[]): Promise<unknown>
  /** Takes it out for good; gives how many rows it touched. Figures without a person may stay. */
  erase(tx: Db, customerIds: readonly string[], now: Instant): Promise<number>
}

/** What this module itself keeps: names, identities, merges, contacts. */
export const customerSelf: CustomerPart = { name: 'customer', copy: copyOfCustomers, erase: deleteCustomers }

type Act = { by: string; address: string; now: Instant }

/** Everything kept of one customer, for them to have. The look is written into the audit log. */
export async function copyCustomer(
  db: Db,
  id: string,
  parts: readonly CustomerPart[],
  { by, address, now }: Act,
): Promise<Record<string, unknown>> {
  return await db.transaction(async (tx) => {
    const customer = await customerOf(tx, id)
    if (customer === null) throw noSuchCustomer()
    const family = await familyOf(tx, customer.id)
    const copy: Record<string, unknown> = {}
    for (const part of parts) copy[part.name] = await part.copy(tx, family)
    await audit(tx, { by, address, now, action: 'customer.copied', subject: publicIdOf('cust', customer.id) })
    return copy
  })
}

/**
 * Erases one customer for good: a tombstone without a name stays, and figures that name nobody. The parts to the
 * right go first, for they find their rows by those to the left.
 */
export async function eraseCustomer(
  db: Db,
  id: string,
  parts: readonly CustomerPart[],
  { by, address, now }: Act,
): Promise<{ customer: string; counts: Record<string, number> }> {
  return await db.transaction(async (tx) => {
    await takeTurn(tx)
    const customer = await customerOf(tx, id)
    if (customer === null) throw noSuchCustomer()
    const family = await familyOf(tx, customer.id)
    const counts: Record<string, number> = {}
    for (const part of parts.toReversed()) counts[part.name] = await part.erase(tx, family, now)
    await insertErasure(tx, { customerId: customer.id, by, at: now, counts })
    await audit(tx, {
      by,
      address,
      now,
      action: 'customer.erased',
      subject: publicIdOf('cust', customer.id),
      facts: counts,
    })
    await emit(tx, customerErased, { customerIds: family, at: now })
    return { customer: customer.id, counts }
  })
}
