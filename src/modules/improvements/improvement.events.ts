import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'

const id = z.string()
const someone = z.string().nullable()
const at = z.number()

export const improvementCreated = defineEvent(
  'improvement.created',
  z.object({ improvementId: id, number: z.number(), by: someone, at }),
)

export const improvementChanged = defineEvent('improvement.changed', z.object({ improvementId: id, by: someone, at }))

export const improvementMoved = defineEvent(
  'improvement.moved',
  z.object({ improvementId: id, from: z.string(), to: z.string(), by: someone, at }),
)

/** What those who asked are told with: the words as they stood then. */
const telling = { title: z.string(), notice: z.string() }

/** Voices were linked. `shipped`: the change had reached customers, so their speakers are told at once. */
export const improvementLinked = defineEvent(
  'improvement.linked',
  z.object({ improvementId: id, feedbackIds: z.array(id), shipped: z.boolean(), ...telling, by: someone, at }),
)

export const improvementUnlinked = defineEvent(
  'improvement.unlinked',
  z.object({ improvementId: id, feedbackId: id, by: someone, at }),
)

/** The plan of its check was frozen. */
export const improvementFrozen = defineEvent(
  'improvement.frozen',
  z.object({ improvementId: id, round: z.number(), hash: z.string(), by: someone, at }),
)

/** The change has reached customers. */
export const improvementShipped = defineEvent(
  'improvement.shipped',
  z.object({ improvementId: id, number: z.number(), ...telling, by: someone, at }),
)

/** Its window has passed and the result is written down. Only `worked` makes it verified. */
export const improvementVerified = defineEvent(
  'improvement.verified',
  z.object({
    improvementId: id,
    verdict: z.enum(['worked', 'no-evidence', 'worse', 'too-few']),
    round: z.number(),
    at,
  }),
)

/** Whether and how it stands on the public page. */
export const improvementPublished = defineEvent(
  'improvement.published',
  z.object({ improvementId: id, public: z.boolean(), by: someone, at }),
)
