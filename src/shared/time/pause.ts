import { openIntervals, type WorkCalendar } from './calendar.ts'
import { type Instant, plus } from './instant.ts'
import { spendOpen, workingMsBetween } from './working-time.ts'

/** What a promise is counted by: every hour, or open hours only. */
export type Basis = { kind: 'clock' } | { kind: 'calendar'; calendar: WorkCalendar }

/** A stretch in which we wait for the customer; `to` is null while it lasts. */
export type Pause = { from: Instant; to: Instant | null }

/** How much of a promise is left at a moment, in ms of its basis; 0 once it is due. */
export function leftAt(due: Instant, at: Instant, basis: Basis): number {
  return basis.kind === 'clock' ? Math.max(0, due - at) : workingMsBetween(at, due, basis.calendar)
}

/** When that much is used up, counted from a moment; null when the calendar is not open so far ahead. */
export function dueAfter(at: Instant, left: number, basis: Basis): Instant | null {
  return basis.kind === 'clock' ? plus(at, left) : spendOpen(at, left, openIntervals(basis.calendar, at))
}

/**
 * The new due time of a promise that was paused: what was left when the pause began, counted from its end.
 * A pause that begins after the due time changes nothing: late stays late.
 */
export function dueAfterPause(due: Instant, pause: { from: Instant; to: Instant }, basis: Basis): Instant | null {
  if (pause.from >= due || pause.to <= pause.from) return due
  return dueAfter(pause.to, leftAt(due, pause.from, basis), basis)
}

/**
 * The due time after several pauses, in any order; overlapping ones count once.
 *
 * @param due  as it was before any pause
 * @returns    'paused' with what is left while a pause lasts; null when the calendar is not open so far ahead
 */
export function dueAfterPauses(
  due: Instant,
  pauses: readonly Pause[],
  basis: Basis,
): { kind: 'due'; at: Instant } | { kind: 'paused'; left: number } | null {
  let at = due
  for (const { from, to } of merged(pauses)) {
    if (from >= at) break
    if (to === null) return { kind: 'paused', left: leftAt(at, from, basis) }
    const moved = dueAfterPause(at, { from, to }, basis)
    if (moved === null) return null
    at = moved
  }
  return { kind: 'due', at }
}

function merged(pauses: readonly Pause[]): Pause[] {
  const joined: Pause[] = []
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last === undefined || (last.to !== null && from > last.to)) joined.push({ from, to })
    else if (last.to !== null) last.to = to === null ? null : (Math.max(last.to, to) as Instant)
  }
  return joined
}
