import { z } from 'zod'
import { defineEvent } from '../../platform/jobs/define.ts'

const id = z.string()
const someone = z.string().nullable()
const at = z.number()

/** The work of answering a voice began. */
export const caseOpened = defineEvent(
  'case.opened',
  z.object({
    caseId: id,
    number: z.number(),
    feedbackId: id,
    customerId: someone,
    channel: z.string(),
    intent: z.string(),
    sentiment: z.string(),
    urgency: z.string(),
    teamId: someone,
    ownerId: someone,
    at,
  }),
)

/** Another voice of the same matter came to an open case. */
export const caseJoined = defineEvent('case.joined', z.object({ caseId: id, feedbackId: id, at }))

export const caseAssigned = defineEvent(
  'case.assigned',
  z.object({ caseId: id, ownerId: someone, teamId: someone, by: someone, at }),
)

/** The stage moved between new, acknowledged, working and waiting; ends have events of their own. */
export const caseMoved = defineEvent(
  'case.moved',
  z.object({ caseId: id, from: z.string(), to: z.string(), by: someone, at }),
)

/** A person spoke to the customer. Acknowledgements are not replies. */
export const caseReplied = defineEvent(
  'case.replied',
  z.object({ caseId: id, messageId: id, customerId: someone, feedbackIds: z.array(id), by: someone, at }),
)

/** The customer wrote. */
export const caseHeard = defineEvent('case.heard', z.object({ caseId: id, messageId: id, customerId: someone, at }))

/** Staff wrote for each other. */
export const caseNoted = defineEvent('case.noted', z.object({ caseId: id, messageId: id, by: someone, at }))

/** A person said what its first voice is about. */
export const caseReread = defineEvent(
  'case.reread',
  z.object({ caseId: id, intent: z.string(), sentiment: z.string(), by: someone, at }),
)

export const caseResolved = defineEvent(
  'case.resolved',
  z.object({ caseId: id, outcome: z.string(), customerId: someone, feedbackIds: z.array(id), by: someone, at }),
)

/** The customer said that it is solved. */
export const caseVerified = defineEvent('case.verified', z.object({ caseId: id, customerId: someone, at }))

/** `check`: the customer said it is not solved · `customer`: wrote again · `staff`: a person reopened it. */
export const caseReopened = defineEvent(
  'case.reopened',
  z.object({ caseId: id, why: z.enum(['check', 'customer', 'staff']), by: someone, at }),
)

/** `silence`: nobody answered the check · `merged`: the work went on in another case · `set-aside`: its voices are spam. */
export const caseClosed = defineEvent(
  'case.closed',
  z.object({ caseId: id, why: z.enum(['silence', 'merged', 'set-aside']), at }),
)

/** The red line: nobody spoke to the customer for so long. */
export const caseAlarmed = defineEvent('case.alarmed', z.object({ caseId: id, since: z.number(), at }))

/** `late`: broken before, and done all the same. */
export const promiseKept = defineEvent(
  'promise.kept',
  z.object({ promiseId: id, caseId: id, kind: z.string(), dueAt: z.number(), late: z.boolean(), at }),
)

export const promiseBroken = defineEvent(
  'promise.broken',
  z.object({ promiseId: id, caseId: id, kind: z.string(), dueAt: z.number(), at }),
)
