import { type OpenInterval, openIntervals, openOn, type WorkCalendar } from './calendar.ts'
import { addDuration, clockMs, type Duration } from './duration.ts'
import { type Instant, plus } from './instant.ts'
import { atLocal, dateIn, localTime, msOfDay } from './zone.ts'

/**
 * When `ms` of open time, counted from `start`, has been spent. Null when `open` ends first: better no answer
 * than a guess.
 */
export function spendOpen(start: Instant, ms: number, open: Iterable<OpenInterval>): Instant | null {
  let left = ms
  for (const { opens, closes } of open) {
    const from = Math.max(opens, start)
    const available = closes - from
    if (available <= 0) continue
    if (available >= left) return (from + left) as Instant
    left -= available
  }
  return null
}

/** Open time between two moments, in ms; 0 when b is not after a. */
export function workingMsBetween(a: Instant, b: Instant, calendar: WorkCalendar): number {
  let sum = 0
  if (b <= a) return sum
  for (const { opens, closes } of openIntervals(calendar, a)) {
    if (opens >= b) break
    sum += Math.min(closes, b) - Math.max(opens, a)
  }
  return sum
}

/**
 * The moment a duration after another, by a work calendar.
 *
 * Years, months and weeks pass on the wall calendar. Days are working days: P1D from Friday 15:00 is Monday 15:00, and
 * a start outside office hours counts from the next opening. Hours, minutes and seconds are open time. What would fall
 * outside office hours moves to the next opening.
 *
 * @returns  null when the calendar is not open so far ahead
 */
export function addWorking(start: Instant, duration: Duration, calendar: WorkCalendar): Instant | null {
  const wall = addDuration(start, { ...duration, days: 0, hours: 0, minutes: 0, seconds: 0 }, calendar.zone)
  const clock = clockMs(duration)
  const from = duration.days > 0 ? addWorkingDays(wall, duration.days, calendar) : wall
  // Whole days may end exactly at closing, which is open time no more but is not late either.
  if (from === null || (duration.days > 0 && clock === 0)) return from
  return spendOpen(from, clock, openIntervals(calendar, from))
}

/** The same time of day, `days` working days on, held within that day's hours. */
function addWorkingDays(start: Instant, days: number, calendar: WorkCalendar): Instant | null {
  const opening = spendOpen(start, 0, openIntervals(calendar, start))
  if (opening === null) return null
  const first = localTime(opening, calendar.zone)
  let left = days
  let seen = first.date
  for (const { opens } of openIntervals(calendar, opening)) {
    const date = dateIn(opens, calendar.zone)
    if (date <= seen) continue
    seen = date
    left -= 1
    if (left > 0) continue
    const sameTime = plus(atLocal(date, msOfDay(first), calendar.zone), opening % 1000)
    return within(sameTime, openOn(calendar, date))
  }
  return null
}

/** The moment itself when open, else the last closing before it, else the first opening. */
function within(at: Instant, open: readonly OpenInterval[]): Instant {
  const begun = open.findLast(({ opens }) => opens <= at)
  if (begun === undefined) return open[0]?.opens ?? at
  return Math.min(at, begun.closes) as Instant
}
