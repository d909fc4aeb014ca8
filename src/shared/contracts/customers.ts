/** Customers: who speaks, how they are recognised, and what is done with their data. */
import { z } from 'zod'
import { freeFacts, plainText } from './plain.ts'
import { customerId, locale, moment, Paging, pageOf, personId, publicId } from './values.ts'

export const mergeId = publicId('merge')

export const IdentityView = z.strictObject({
  kind: z.enum(['external', 'email', 'phone', 'openid', 'device']),
  value: z.string(),
})

export const CustomerItem = z.strictObject({ id: customerId, name: z.string(), tier: z.string(), createdAt: moment })
export type CustomerItem = z.output<typeof CustomerItem>
export const CustomerPage = pageOf(CustomerItem)

export const CustomerView = z.strictObject({
  ...CustomerItem.shape,
  locale: z.string().nullable(),
  owner: personId.nullable(),
  note: z.string(),
  attributes: z.record(z.string(), z.unknown()),
  identities: z.array(IdentityView),
  merged: z
    .array(z.strictObject({ id: mergeId, customer: customerId, name: z.string(), by: personId.nullable(), at: moment }))
    .meta({ description: 'Who was merged into this one and can be taken out again' }),
  contacts: z
    .array(z.strictObject({ channel: z.string(), kind: z.string(), subject: z.string(), at: moment }))
    .meta({ description: 'The latest touches of this customer by us' }),
})
export type CustomerView = z.output<typeof CustomerView>

export const CustomerQuery = z.strictObject({
  ...Paging.shape,
  q: plainText(200)
    .optional()
    .meta({ description: 'Part of a name, or the beginning of an id, e-mail address or telephone number' }),
  tier: plainText(60).optional(),
})

const name = plainText(120)
const tier = plainText(60)

/** What another system knows of a customer. What is given replaces what was there; what is not given stays. */
export const PutCustomer = z.strictObject({
  email: plainText(254).optional(),
  phone: plainText(40).optional(),
  name: name.optional(),
  tier: tier.optional(),
  locale: locale.nullable().optional(),
  attributes: freeFacts.optional(),
})
export type PutCustomer = z.output<typeof PutCustomer>

export const PutCustomerReply = z.strictObject({
  ...CustomerView.shape,
  elsewhere: z.array(IdentityView).meta({ description: 'Identities that another customer has; nothing was moved' }),
})

export const PatchCustomer = z.strictObject({
  name: name.optional(),
  tier: tier.optional(),
  note: plainText(4_000).optional(),
  owner: personId.nullable().optional(),
})
export type PatchCustomer = z.output<typeof PatchCustomer>

export const MergeCustomers = z.strictObject({
  from: customerId.meta({ description: 'Who becomes part of the one in the address' }),
})
export const MergeView = z.strictObject({ id: mergeId, from: customerId, into: customerId, at: moment })

export const Erasure = z.strictObject({
  customer: customerId,
  erasedAt: moment,
  counts: z.record(z.string(), z.number()),
})
