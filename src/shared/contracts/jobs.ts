/** Work beside the requests, as administrators see it. */
import { z } from 'zod'
import { moment } from './values.ts'

export const JobView = z.strictObject({
  name: z.string(),
  every: z.string(),
  /** The last run that did something or failed; null when none did yet. */
  last: z
    .strictObject({ ranAt: moment, counts: z.record(z.string(), z.number()), failure: z.string().nullable() })
    .nullable(),
})
export const ListenerView = z.strictObject({ name: z.string(), event: z.string(), lane: z.enum(['prompt', 'bulk']) })
export const Schedule = z.strictObject({ jobs: z.array(JobView), listeners: z.array(ListenerView) })

export const DeadLetterView = z.strictObject({
  id: z.uuid(),
  handler: z.string(),
  reason: z.string(),
  failedAt: moment,
})
export const DeadLetterList = z.strictObject({ items: z.array(DeadLetterView) })
