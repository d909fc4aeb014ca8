import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'

/** A customer's mail in a thread we know. A first mail is feedback and announced as such. */
export const mailArrived = defineEvent(
  'mail.arrived',
  z.object({
    feedbackId: z.string(),
    messageId: z.string(),
    from: z.string(),
    text: z.string(),
    attachments: z.array(z.string()),
    /** Written by a machine: kept in the conversation, but nobody spoke. */
    auto: z.boolean(),
    at: z.number(),
  }),
)

/** One of our mails came back. */
export const mailBounced = defineEvent(
  'mail.bounced',
  z.object({ mailId: z.string(), recipient: z.string(), reason: z.string(), permanent: z.boolean(), at: z.number() }),
)
