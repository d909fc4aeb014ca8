/** Orders: part of a customer's history, and what contacts are counted against. */
import { z } from 'zod'
import { freeFacts, plainText } from './plain.ts'
import { moment } from './values.ts'

export const ORDER_BATCH_LIMIT = 1_000

export const NewOrder = z.strictObject({
  externalId: plainText(200).min(1),
  customer: z
    .strictObject({
      externalId: plainText(200).min(1).optional(),
      email: plainText(254).optional(),
      phone: plainText(40).optional(),
      name: plainText(120).optional(),
    })
    .optional(),
  product: plainText(200).optional(),
  amount: z.number().min(-99_999_999_999).max(99_999_999_999).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'want an ISO 4217 code such as CNY')
    .optional(),
  placedAt: moment,
  facts: freeFacts.optional(),
})
export type NewOrder = z.output<typeof NewOrder>

export const OrderBatch = z.strictObject({ items: z.array(NewOrder).max(ORDER_BATCH_LIMIT) })
export const OrdersReceived = z.strictObject({
  added: z.number().int(),
  changed: z.number().int(),
  already: z.number().int(),
})
