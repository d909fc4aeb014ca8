import { z } from 'zod'
import { defineEvent } from '../events/event.ts'

/** The server of the next hop took the mail. */
export const mailSent = defineEvent('mail.sent', z.object({ mailId: z.uuid(), messageId: z.string(), at: z.number() }))

/** The mail was given up; `reason` is what the server said, for people. */
export const mailFailed = defineEvent(
  'mail.failed',
  z.object({ mailId: z.uuid(), messageId: z.string(), reason: z.string(), at: z.number() }),
)
