import { HOUR, type Instant, plus } from '../../shared/time/instant.ts'

export type Due = {
  at: Instant
  /** From here on it is soon; null: the last two hours. */
  warnAt: Instant | null
  /** In time or late. */
  doneAt: Instant | null
  brokenAt: Instant | null
  /** The clock stands still while we wait for the customer. */
  paused: boolean
  /** No longer owed. */
  withdrawn: boolean
}

export type DueState = 'withdrawn' | 'paused' | 'kept' | 'kept-late' | 'late' | 'soon' | 'open'

const SOON = 2 * HOUR

/** How a promise stands at `now`. What was recorded as broken stays broken, even while the clock is paused. */
export function dueState({ at, warnAt, doneAt, brokenAt, paused, withdrawn }: Due, now: Instant): DueState {
  if (withdrawn) return 'withdrawn'
  if (doneAt !== null) return brokenAt !== null || doneAt > at ? 'kept-late' : 'kept'
  if (brokenAt !== null) return 'late'
  if (paused) return 'paused'
  if (now >= at) return 'late'
  return now >= (warnAt ?? plus(at, -SOON)) ? 'soon' : 'open'
}
