import { addDuration, type Duration } from '../../shared/time/duration.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { type Basis, dueAfter, dueAfterPause, leftAt } from '../../shared/time/pause.ts'
import { addWorking } from '../../shared/time/working-time.ts'

/** When staff are warned: three quarters of the time used up. */
export const WARN_AT = 0.75

/** The moments of one promise. A calendar that is not open so far ahead gives no promise at all. */
export type PromiseTimes = { startsAt: Instant; warnAt: Instant; dueAt: Instant }

/**
 * When a promise made at `start` warns and falls due.
 *
 * @param zone   whose calendar months and days count, for durations such as P1M by the clock
 * @returns      null when the work calendar is not open so far ahead
 */
export function promiseTimes(start: Instant, within: Duration, basis: Basis, zone: string): PromiseTimes | null {
  const dueAt = basis.kind === 'clock' ? addDuration(start, within, zone) : addWorking(start, within, basis.calendar)
  return dueAt === null ? null : { startsAt: start, warnAt: warningBetween(start, dueAt, basis), dueAt }
}

/** A promise with a moment instead of a length, as "next update by Friday 10:00". */
export function promiseUntil(start: Instant, dueAt: Instant, basis: Basis): PromiseTimes {
  return { startsAt: start, warnAt: warningBetween(start, dueAt, basis), dueAt }
}

/** Three quarters of the way, counted like the promise itself: no warning in the night of an office-hours promise. */
function warningBetween(start: Instant, dueAt: Instant, basis: Basis): Instant {
  const spent = Math.floor(leftAt(dueAt, start, basis) * WARN_AT)
  const warnAt = dueAfter(start, spent, basis)
  return warnAt === null || warnAt > dueAt ? dueAt : warnAt
}

/**
 * The moments after a pause. Warning and due time move alike; what had passed when the pause began stays passed.
 *
 * @returns  null when the work calendar is not open so far ahead
 */
export function resumed(times: PromiseTimes, pause: { from: Instant; to: Instant }, basis: Basis): PromiseTimes | null {
  const dueAt = dueAfterPause(times.dueAt, pause, basis)
  const warnAt = dueAfterPause(times.warnAt, pause, basis)
  return dueAt === null || warnAt === null ? null : { startsAt: times.startsAt, warnAt, dueAt }
}

/** What is known of a promise: the columns of its row that decide how it stands. */
export type PromiseFacts = {
  warnAt: Instant
  dueAt: Instant
  keptAt: Instant | null
  brokenAt: Instant | null
  pausedAt: Instant | null
  withdrawnAt: Instant | null
}

/** `late-kept` was broken and is done all the same; `withdrawn` no longer counts either way. */
export type PromiseStatus = 'running' | 'soon' | 'paused' | 'broken' | 'kept' | 'late-kept' | 'withdrawn'

/**
 * How a promise stands. Broken stays broken, also before the sweep has written it down; a moment later than due never
 * counts as kept; and while it is paused it cannot break.
 */
export function promiseStatus(facts: PromiseFacts, now: Instant): PromiseStatus {
  const { keptAt, brokenAt, pausedAt, withdrawnAt, dueAt, warnAt } = facts
  if (keptAt !== null) return brokenAt !== null || keptAt > dueAt ? 'late-kept' : 'kept'
  if (brokenAt !== null) return 'broken'
  if (withdrawnAt !== null) return 'withdrawn'
  if (pausedAt !== null && pausedAt < dueAt) return 'paused'
  if (now > dueAt) return 'broken'
  return now >= warnAt ? 'soon' : 'running'
}
