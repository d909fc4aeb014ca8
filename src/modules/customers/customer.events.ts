import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'

const at = z.custom<Instant>((value) => typeof value === 'number')

/** `fromId` became part of `intoId`. */
export const customerMerged = defineEvent('customer.merged', z.object({ fromId: z.string(), intoId: z.string(), at }))

/** `fromId` is a customer of its own again. */
export const customerUnmerged = defineEvent(
  'customer.unmerged',
  z.object({ fromId: z.string(), intoId: z.string(), at }),
)

/** A customer and all that was merged into them are gone. */
export const customerErased = defineEvent('customer.erased', z.object({ customerIds: z.array(z.string()), at }))
