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
