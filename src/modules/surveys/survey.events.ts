import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'

const at = z.custom<Instant>((value) => typeof value === 'number')

/** A person has answered a survey; its feedback is announced beside it by `feedback.received`. */
export const surveyAnswered = defineEvent(
  'survey.answered',
  z.object({
    surveyId: z.string(),
    version: z.number(),
    responseId: z.string(),
    feedbackId: z.string(),
    answeredAt: at,
  }),
)

/** What a survey asks from now on was frozen as a version. */
export const surveyPublished = defineEvent(
  'survey.published',
  z.object({ surveyId: z.string(), version: z.number(), by: z.string().nullable(), at }),
)
