import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { PatchCustomer, PutCustomer } from '../../shared/contracts/customers.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { audit, membership } from '../accounts/index.ts'
import { insertContact } from './contact.store.ts'
import { customerMerged, customerUnmerged } from './customer.events.ts'
import { noSuchCustomer, noSuchMerge, noSuchOwner, sameCustomer, wrongIdentity } from './customer.refusals.ts'
import {
  addIdentities,
  customerByExternalId,
  customerOf,
  recognise,
  takeTurn,
  updateCustomer,
} from './customer.store.ts'
import { type Identity, identitiesOf, type Told } from './identity.ts'
import { insertMerge, lockRoots, undoMerge } from './merge.store.ts'

/**
 * The customer somebody is, found by their identities or made new.
 *
 * @param trusted  false when the person says so of themselves: then nothing is added to a known customer
 * @returns the customer's id, or null when no identity is named
 * @throws Refusal 'invalid' when an identity cannot be one
 */
export async function recogniseOne(
  tx: Db,
  told: Told,
  { now, trusted }: { now: Instant; trusted: boolean },
): Promise<string | null> {
  const identities = foldedOrRefused(told)
  if (identities.length === 0) return null
  const { name, attributes } = told
  const [id] = await recognise(tx, [{ id: newId(now), name, attributes, identities, trusted }], now)
  return id ?? null
}

function foldedOrRefused(told: Told): Identity[] {
  const { identities, misfits } = identitiesOf(told)
  if (misfits.length > 0) throw wrongIdentity(misfits)
  return identities
}

/** Makes or changes the customer with this id of the organisation's own. Doing it again changes nothing. */
export async function putCustomer(
  db: Db,
  put: PutCustomer & { externalId: string; now: Instant },
): Promise<{ id: string; isNew: boolean; elsewhere: Identity[] }> {
  const { externalId, email, phone, now, ...change } = put
  const identities = foldedOrRefused({ externalId, email, phone })
  return await db.transaction(async (tx) => {
    await takeTurn(tx)
    const isNew = (await customerByExternalId(tx, externalId.trim())) === null
    const [id] = await recognise(tx, [{ id: newId(now), identities, trusted: true }], now)
    if (id === undefined) throw new Error('a customer was neither found nor made')
    await updateCustomer(tx, id, change)
    return { id, isNew, elsewhere: await addIdentities(tx, id, identities, now) }
  })
}

/** What staff change by hand. */
export async function patchCustomer(
  db: Db,
  id: string,
  { owner, ...change }: PatchCustomer,
  by: { by: string; address: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    const customer = await customerOf(tx, id)
    if (customer === null) throw noSuchCustomer()
    if (owner != null && (await membership(tx, owner))?.kind !== 'person') throw noSuchOwner()
    await updateCustomer(tx, customer.id, { ...change, ...(owner !== undefined && { ownerId: owner }) })
    const changed = Object.keys({ ...change, ...(owner !== undefined && { owner }) })
    await audit(tx, { ...by, action: 'customer.changed', subject: publicIdOf('cust', customer.id), facts: { changed } })
  })
}

/** Makes one customer part of another. Every row stays where it is, so that it can be undone. */
export async function mergeCustomers(
  db: Db,
  merge: { from: string; into: string; by: string; address: string; now: Instant },
): Promise<{ id: string; from: string; into: string }> {
  return await db.transaction(async (tx) => {
    await takeTurn(tx)
    const from = (await customerOf(tx, merge.from))?.id
    const into = (await customerOf(tx, merge.into))?.id
    if (from === undefined || into === undefined) throw noSuchCustomer()
    if (from === into || (await lockRoots(tx, [from, into])).length !== 2) throw sameCustomer()
    const id = newId(merge.now)
    await insertMerge(tx, { id, fromId: from, intoId: into, by: merge.by, at: merge.now })
    await audit(tx, {
      by: merge.by,
      address: merge.address,
      now: merge.now,
      action: 'customer.merged',
      subject: publicIdOf('cust', into),
      facts: { from: publicIdOf('cust', from) },
    })
    await emit(tx, customerMerged, { fromId: from, intoId: into, at: merge.now })
    return { id, from, into }
  })
}

/** Takes a merged customer out again. */
export async function unmergeCustomers(
  db: Db,
  unmerge: { mergeId: string; by: string; address: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurn(tx)
    const merge = await undoMerge(tx, { id: unmerge.mergeId, by: unmerge.by, at: unmerge.now })
    if (merge === null) throw noSuchMerge()
    const subject = publicIdOf('cust', merge.intoId)
    await audit(tx, {
      by: unmerge.by,
      address: unmerge.address,
      now: unmerge.now,
      action: 'customer.unmerged',
      subject,
      facts: { from: publicIdOf('cust', merge.fromId) },
    })
    await emit(tx, customerUnmerged, { fromId: merge.fromId, intoId: merge.intoId, at: unmerge.now })
  })
}

/**
 * Notes one touch of a customer by us, in the transaction that makes it. The same (kind, subject) is one touch.
 *
 * @returns false when it was noted before
 */
export function recordContact(
  tx: Db,
  touch: { customerId: string; channel: string; kind: string; subject: string; at: Instant },
): Promise<boolean> {
  return insertContact(tx, { id: newId(touch.at), ...touch })
}
