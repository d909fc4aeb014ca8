import { z } from 'zod'
import { cursorOf, type Db, readCursor } from '../../platform/db/db.ts'
import { can, type Page, page, type Route, route } from '../../platform/http/route.ts'
import {
  CustomerPage,
  CustomerQuery,
  CustomerView,
  Erasure,
  MergeCustomers,
  MergeView,
  mergeId,
  PatchCustomer,
  PutCustomer,
  PutCustomerReply,
} from '../../shared/contracts/customers.ts'
import { roleMay } from '../../shared/contracts/permissions.ts'
import { plainText } from '../../shared/contracts/plain.ts'
import { customerId } from '../../shared/contracts/values.ts'
import { publicIdOf, uuidOf } from '../../shared/ids/public-id.ts'
import { audit } from '../accounts/index.ts'
import { contactsOf } from './contact.store.ts'
import { mergeCustomers, patchCustomer, putCustomer, unmergeCustomers } from './customer.actions.ts'
import { noSuchCustomer } from './customer.refusals.ts'
import { customerOf, familyOf, listCustomers } from './customer.store.ts'
import { type CustomerPart, copyCustomer, eraseCustomer } from './customer-data.actions.ts'
import { masked } from './masked.ts'
import { openMerges } from './merge.store.ts'
import { prefixesOf } from './search-prefixes.ts'

const CONTACTS_SHOWN = 50

async function viewOf(db: Db, id: string): Promise<z.output<typeof CustomerView>> {
  const customer = await customerOf(db, id)
  if (customer === null) throw noSuchCustomer()
  const family = await familyOf(db, customer.id)
  const [merges, contacts] = await Promise.all([openMerges(db, family), contactsOf(db, family, CONTACTS_SHOWN)])
  const { ownerId, ...shown } = customer
  return {
    ...shown,
    owner: ownerId,
    merged: merges.map(({ id: merge, fromId, fromName, mergedBy, mergedAt }) => ({
      id: merge,
      customer: fromId,
      name: fromName,
      by: mergedBy,
      at: mergedAt,
    })),
    contacts: contacts.map(({ channel, kind, subject, at }) => ({ channel, kind, subject, at })),
  }
}

const getCustomers = route({
  method: 'GET',
  path: '/api/v1/customers',
  who: can('customer:read'),
  summary: 'Customers, newest first; search by part of a name or the beginning of an identity.',
  query: CustomerQuery,
  reply: CustomerPage,
  async run({ query, db }) {
    const [createdAt, id] = readCursor(query.cursor, 2) ?? []
    const q = query.q?.trim() || undefined
    const before = createdAt === undefined || id === undefined ? null : { at: Number(createdAt), id: String(id) }
    const found = await listCustomers(db, {
      q,
      prefixes: prefixesOf(q ?? ''),
      tier: query.tier,
      limit: query.limit + 1,
      before,
    })
    const items = found.slice(0, query.limit)
    const last = items.at(-1)
    return {
      items,
      nextCursor: found.length > query.limit && last !== undefined ? cursorOf([last.createdAt, last.id]) : null,
    }
  },
})

const getCustomer = route({
  method: 'GET',
  path: '/api/v1/customers/:customerId',
  who: can('customer:read'),
  summary:
    'One customer with identities (masked for those who may not change customers), merges and our latest contacts. The look is audited.',
  params: z.object({ customerId }),
  reply: CustomerView,
  async run({ params, db, user, origin, now }) {
    return await db.transaction(async (tx) => {
      const view = await viewOf(tx, params.customerId)
      await audit(tx, {
        by: user.id,
        address: origin.address,
        now,
        action: 'customer.seen',
        subject: publicIdOf('cust', params.customerId),
      })
      // Who may not change a customer has no need to reach them.
      if (roleMay(user.role, 'customer:change')) return view
      return { ...view, identities: view.identities.map(masked) }
    })
  },
})

const putCustomerRoute = route({
  method: 'PUT',
  path: '/api/v1/customers/:customerId',
  who: can('customer:change'),
  summary: 'Make or change the customer with this id of your own system (not an id of ours). Idempotent.',
  params: z.object({ customerId: plainText(200).min(1) }),
  body: PutCustomer,
  reply: PutCustomerReply,
  async run({ params, body, db, now, status }) {
    const { id, isNew, elsewhere } = await putCustomer(db, { ...body, externalId: params.customerId, now })
    if (isNew) status(201)
    return { ...(await viewOf(db, id)), elsewhere }
  },
})

const patchCustomerRoute = route({
  method: 'PATCH',
  path: '/api/v1/customers/:customerId',
  who: can('customer:change'),
  summary: 'Change name, tier, note or owner.',
  params: z.object({ customerId }),
  body: PatchCustomer,
  reply: CustomerView,
  async run({ params, body, user, db, now, origin }) {
    await patchCustomer(db, params.customerId, body, { by: user.id, address: origin.address, now })
    return await viewOf(db, params.customerId)
  },
})

const postMerge = route({
  method: 'POST',
  path: '/api/v1/customers/:customerId/merges',
  who: can('customer:change'),
  summary: 'Make another customer part of this one. Nothing is lost; it can be undone.',
  params: z.object({ customerId }),
  body: MergeCustomers,
  reply: MergeView,
  status: 201,
  async run({ params, body, user, db, now, origin }) {
    const merge = await mergeCustomers(db, {
      from: body.from,
      into: params.customerId,
      by: user.id,
      address: origin.address,
      now,
    })
    return { ...merge, at: now }
  },
})

const deleteMerge = route({
  method: 'DELETE',
  path: '/api/v1/customers/:customerId/merges/:mergeId',
  who: can('customer:change'),
  summary: 'Take a merged customer out again.',
  params: z.object({ customerId, mergeId }),
  async run({ params, user, db, now, origin }) {
    await unmergeCustomers(db, { mergeId: params.mergeId, by: user.id, address: origin.address, now })
  },
})

export const customerRoutes: readonly Route[] = [
  getCustomers,
  getCustomer,
  putCustomerRoute,
  patchCustomerRoute,
  postMerge,
  deleteMerge,
]

/** The customer's own copy and erasure, over everything the modules keep; `parts` from left to right. */
export function customerDataRoutes(parts: readonly CustomerPart[]): Route[] {
  return [
    route({
      method: 'DELETE',
      path: '/api/v1/customers/:customerId',
      who: can('customer:erase'),
      summary: 'Erase a customer for good: who they are and what they wrote. Figures that name nobody stay.',
      params: z.object({ customerId }),
      reply: Erasure,
      async run({ params, user, db, now, origin }) {
        const { customer, counts } = await eraseCustomer(db, params.customerId, parts, {
          by: user.id,
          address: origin.address,
          now,
        })
        return { customer, erasedAt: now, counts }
      },
    }),
  ]
}

/** A download of all that is kept of one customer, as JSON. */
export function customerDataPages(parts: readonly CustomerPart[]): Page[] {
  return [
    page({
      method: 'GET',
      path: '/api/v1/customers/:customerId/copy',
      who: can('customer:export'),
      async run({ params, user, database, now, origin }) {
        const id = uuidOf('cust', params.customerId ?? '')
        if (id === null || user === null) throw noSuchCustomer()
        const copy = await copyCustomer(database.in(user.workspaceId), id, parts, {
          by: user.id,
          address: origin.address,
          now,
        })
        return new Response(JSON.stringify(copy, null, 2), {
          headers: {
            'content-type': 'application/json',
            'cache-control': 'no-store',
            'content-disposition': `attachment; filename="${params.customerId}.json"`,
          },
        })
      },
    }),
  ]
}
