import type { Db } from '../../platform/db/db.ts'
import { forgetNewsAbout } from '../../platform/events/outbox.store.ts'
import { forgetRepliesAbout } from '../../platform/http/idempotency.store.ts'
import { emit } from '../../platform/jobs/define.ts'
import { emptyMailsAbout, mailsTo } from '../../platform/mail/mail.store.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit } from '../accounts/index.ts'
import { customerErased } from './customer.events.ts'
import { noSuchCustomer } from './customer.refusals.ts'
import { customerOf, familyOf, takeTurn } from './customer.store.ts'
import { addressesOf, beginErasure, copyOfCustomers, deleteCustomers, insertErasure } from './customer-data.store.ts'

/** What one module keeps of a customer: how it is copied for them, and how it is taken out. */
export type CustomerPart = {
  /** The part's name in the copy, such as 'feedback'. */
  name: string
  /** All of it as plain JSON. `customerIds` are the customer and everyone merged into them. */
  copy(db: Db, customerIds: readonly string[]): Promise<unknown>
  /** Takes it out for good; gives how many rows it touched. Figures without a person may stay. */
  erase(tx: Db, customerIds: readonly string[], now: Instant): Promise<number>
  /** By what its rows are named elsewhere: in kept answers, in news, in mails to staff. Asked before anything is erased. */
  marks?(tx: Db, customerIds: readonly string[]): Promise<Marks>
}

/** Ids as the database has them and as they are seen outside, and addresses. */
export type Marks = { ids: string[]; addresses?: string[] }

const bothWays = (kind: string, ids: readonly string[]): string[] => ids.flatMap((id) => [id, publicIdOf(kind, id)])
/** Marks of rows whose outside ids begin with `kind`. */
export const marksOf = (kind: string, ids: readonly string[]): Marks => ({ ids: bothWays(kind, ids) })

/** What this module itself keeps: names, identities, merges, contacts. */
export const customerSelf: CustomerPart = {
  name: 'customer',
  copy: copyOfCustomers,
  erase: deleteCustomers,
  marks: async (tx, customerIds) => ({
    ...marksOf('cust', customerIds),
    addresses: await addressesOf(tx, customerIds),
  }),
}

/** What we wrote to their addresses, whatever it was about. */
export const customerMails: CustomerPart = {
  name: 'mails',
  copy: async (db, customerIds) => await mailsTo(db, await addressesOf(db, customerIds)),
  erase: async (tx, customerIds) =>
    await emptyMailsAbout(tx, { addresses: await addressesOf(tx, customerIds), ids: [] }),
}

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
    await beginErasure(tx)
    await takeTurn(tx)
    const customer = await customerOf(tx, id)
    if (customer === null) throw noSuchCustomer()
    const family = await familyOf(tx, customer.id)
    const marks: Marks[] = []
    for (const part of parts) if (part.marks !== undefined) marks.push(await part.marks(tx, family))
    const counts: Record<string, number> = {}
    for (const part of parts.toReversed()) counts[part.name] = await part.erase(tx, family, now)
    await forgetTraces(tx, marks)
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

/** What is kept for a while beside the modules' own tables. */
async function forgetTraces(tx: Db, marks: readonly Marks[]): Promise<void> {
  const ids = marks.flatMap((each) => each.ids)
  const all = [...ids, ...marks.flatMap(({ addresses = [] }) => addresses)]
  await forgetRepliesAbout(tx, all)
  await forgetNewsAbout(tx, all)
  await emptyMailsAbout(tx, { addresses: [], ids })
}
