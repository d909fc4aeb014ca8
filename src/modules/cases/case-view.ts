import type { z } from 'zod'
import type { CasePromise, Delivery } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { promiseStatus } from './promise.ts'

/** A promise's row, as far as it is shown. */
type PromiseFacts = {
  id: string
  kind: z.output<typeof CasePromise>['kind']
  duration: string
  basis: 'clock' | 'calendar'
  madeAt: Instant
  warnAt: Instant
  dueAt: Instant
  pausedAt: Instant | null
  keptAt: Instant | null
  brokenAt: Instant | null
  madeGoodAt: Instant | null
  droppedAt: Instant | null
  whyBroken: string | null
}

/** A promise as the API shows it. */
export function shownPromise(row: PromiseFacts, now: Instant): z.output<typeof CasePromise> {
  const {
    id,
    kind,
    duration,
    basis,
    madeAt,
    warnAt,
    dueAt,
    pausedAt,
    keptAt,
    brokenAt,
    madeGoodAt,
    droppedAt,
    whyBroken,
  } = row
  const state = promiseStatus(
    { warnAt, dueAt, brokenAt, pausedAt, keptAt: keptAt ?? madeGoodAt, withdrawnAt: droppedAt },
    now,
  )
  return {
    id,
    kind,
    state,
    duration,
    basis,
    madeAt,
    warnAt,
    dueAt,
    pausedAt,
    whyBroken,
    ...(keptAt !== null && { keptAt }),
    ...(brokenAt !== null && { brokenAt }),
    ...(madeGoodAt !== null && { madeGoodAt }),
  }
}

type Fate = {
  direction: string
  mailState: z.output<typeof Delivery>['state'] | null
  mailFault: string | null
  mailReason: string | null
}

/** How an outgoing message fares; null for what did not go out. */
export function deliveryOf({ direction, mailState, mailFault, mailReason }: Fate): z.output<typeof Delivery> | null {
  if (direction !== 'out') return null
  if (mailState === null) return { by: 'status-page', state: 'shown', fault: null, reason: null, retryable: false }
  return { by: 'email', state: mailState, fault: mailFault, reason: mailReason, retryable: mailState === 'failed' }
}
