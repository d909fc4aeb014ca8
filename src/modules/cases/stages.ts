import { OPEN_STAGES, type Stage } from '../../shared/contracts/cases.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'

/** A customer who writes so long after the end goes on with the case; later a new one continues it. */
export const REOPENS_WITHIN = 14 * DAY

export const isOpen = (stage: Stage): boolean => (OPEN_STAGES as readonly Stage[]).includes(stage)

/** What a customer's word does to a case. */
export type CustomerWord = 'stays' | 'works-again' | 'reopens' | 'continues'

/**
 * What a customer's message does to a case.
 *
 * @param stageAt when the case came into its stage
 * @returns 'works-again' when we waited for it; 'reopens' a case that ended not long ago; 'continues' asks for a new
 *          case that is linked to the old one; else the case stays where it is
 */
export function afterCustomerSpoke(stage: Stage, stageAt: Instant, now: Instant): CustomerWord {
  if (stage === 'waiting') return 'works-again'
  if (isOpen(stage)) return 'stays'
  return now - stageAt <= REOPENS_WITHIN ? 'reopens' : 'continues'
}

/** The stage after a person spoke to the customer. */
export function afterReply(stage: Stage, wait: boolean): Stage {
  if (!isOpen(stage)) return stage
  return wait ? 'waiting' : 'working'
}
