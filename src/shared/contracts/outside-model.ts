/** The optional model outside: whether it may help, what that may cost, and what was sent to it. */
import { z } from 'zod'
import { caseId, moment, Paging, pageOf, personId, publicId } from './values.ts'

export const OUTSIDE_PURPOSES = ['draft', 'summary', 'theme-names', 'trial'] as const
export type OutsidePurpose = (typeof OUTSIDE_PURPOSES)[number]
/** `asked`: it was sent, and nothing has come back, or this process ended before. */
export const OUTSIDE_OUTCOMES = ['asked', 'answered', 'away', 'slow', 'busy', 'key', 'unfit', 'rubbish'] as const
export type OutsideOutcome = (typeof OUTSIDE_OUTCOMES)[number]

/** Enough for some three hundred drafts a month. */
export const DEFAULT_BUDGET = { monthlyTokens: 500_000, monthlyCalls: 500 }

const budget = {
  /** Tokens sent and received in a calendar month of the workspace. */
  monthlyTokens: z.int().min(0).max(100_000_000),
  monthlyCalls: z.int().min(0).max(1_000_000),
}

/** Whether the people who answer customers may ask it, as their pages need it. */
export const OutsideState = z.strictObject({
  /** It is set up, and this workspace has it on. */
  on: z.boolean(),
  /** It did not answer the last times, and is not asked for a minute. */
  away: z.boolean(),
})

export const OutsideSettings = z.strictObject({
  /** Null: HX_AI_BASE_URL is not set. */
  service: z.strictObject({ host: z.string(), model: z.string() }).nullable(),
  away: z.boolean(),
  enabled: z.boolean(),
  ...budget,
  used: z.strictObject({ month: z.string(), tokens: z.int(), calls: z.int() }),
})

export const ChangeOutsideSettings = z.strictObject({ enabled: z.boolean(), ...budget })

export const OutsideTrial = z.strictObject({ text: z.string(), tokens: z.int(), ms: z.int() })

export const outsideCallId = publicId('ocall')

export const OutsideCall = z.strictObject({
  id: outsideCallId,
  at: moment,
  /** Null: the system itself. */
  person: z.strictObject({ id: personId, name: z.string() }).nullable(),
  purpose: z.enum(OUTSIDE_PURPOSES),
  case: caseId.nullable(),
  model: z.string(),
  /** Exactly what was sent; personal data stands as placeholders. */
  sent: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  received: z.string(),
  outcome: z.enum(OUTSIDE_OUTCOMES),
  tokensSent: z.int(),
  tokensReceived: z.int(),
  /** Null while nothing has come back. */
  ms: z.int().nullable(),
  /** The words were erased with the data of the customer they were about. */
  erasedAt: moment.nullable(),
})
export const OutsideCallPage = pageOf(OutsideCall)
export const OutsideCallQuery = Paging

/** A text by the model outside, with personal data put back for those who may see it. Nothing is sent by it. */
export const OutsideText = z.strictObject({
  text: z.string(),
  /** Something in it is to be filled in or checked by hand: it stands as {{…}}. */
  unsure: z.boolean(),
})
