import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'
import { channel, intentLabel, sentimentLabel, urgencyLabel } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'

const at = z.custom<Instant>((value) => typeof value === 'number')

/**
 * A voice was understood, or is back among the others after it was set aside. `first` is true as long as nobody can
 * have acted on it; false when it is said again about a voice that was announced before.
 */
export const feedbackUnderstood = defineEvent(
  'feedback.understood',
  z.object({
    feedbackId: z.string(),
    /** The customer after merges; null when nobody is named. */
    customerId: z.string().nullable(),
    channel,
    occurredAt: at,
    receivedAt: at,
    quiet: z.boolean(),
    language: z.string(),
    sentiment: sentimentLabel,
    /** −1…1 */
    score: z.number(),
    intent: intentLabel,
    urgency: urgencyLabel,
    categories: z.array(z.string()),
    lowScore: z.boolean(),
    setAside: z.boolean(),
    first: z.boolean(),
  }),
)

const state = z.object({ sentiment: sentimentLabel, intent: intentLabel, setAside: z.boolean() })

/** What is known of a voice that was announced before is another now: corrected, set aside, restored, read anew. */
export const understandingChanged = defineEvent(
  'understanding.changed',
  z.object({
    feedbackId: z.string(),
    channel,
    occurredAt: at,
    /** 'filed' where a person changed its categories alone. */
    why: z.enum(['corrected', 'filed', 'set-aside', 'restored', 'read-anew']),
    was: state,
    is: state,
    /** Who said so; null when no person did. */
    by: z.string().nullable(),
    at,
  }),
)
