import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'

/** Somebody was told what came of what they said. */
export const noticeSent = defineEvent(
  'notice.sent',
  z.object({
    noticeId: z.string(),
    improvementId: z.string(),
    feedbackId: z.string(),
    customerId: z.string().nullable(),
    by: z.enum(['email', 'status-page']),
    at: z.number(),
  }),
)

/** The rest of a long list of people to tell: done in parts, so that none takes long. */
export const tellingAsked = {
  name: 'outreach.tell',
  schema: z.object({
    improvementId: z.string(),
    title: z.string(),
    notice: z.string(),
    only: z.array(z.string()).nullable(),
    happenedAt: z.number(),
  }),
}
