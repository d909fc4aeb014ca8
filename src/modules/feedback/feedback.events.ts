import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'
import { channel } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

const at = z.custom<Instant>((value) => typeof value === 'number')

const arrived = z.object({
  feedbackId: z.string(),
  channel,
  occurredAt: at,
  receivedAt: at,
  quiet: z.boolean(),
  /** The one it belongs to after merges; null when nobody is named. */
  customerId: z.string().nullable(),
})

/** A voice has arrived and is durable. Announced by `receive_feedback` in the database, in the commit of the voice. */
export const feedbackReceived = defineEvent('feedback.received', arrived)

/** The same of imports, demo data and old voices: news of its own, so that nobody waits behind 100,000 rows of a file. */
export const feedbackReceivedQuietly = defineEvent('feedback.received-quietly', arrived)

/** A voice was put aside as spam or the like, by a person or by the engine (`by` null). */
export const feedbackSetAside = defineEvent(
  'feedback.set-aside',
  z.object({ feedbackId: z.string(), reason: z.string(), by: z.string().nullable(), at }),
)

/** A voice that was put aside is back among the others. */
export const feedbackRestored = defineEvent(
  'feedback.restored',
  z.object({ feedbackId: z.string(), by: z.string().nullable(), at }),
)
