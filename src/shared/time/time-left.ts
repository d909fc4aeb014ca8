import { DAY, HOUR, type Instant, MINUTE, SECOND } from './instant.ts'

export type Urgency = 'ok' | 'soon' | 'late'

export type TimeLeft = {
  /** Whole units, rounded down: what is promised is never said longer than it is. */
  amount: number
  unit: 'second' | 'minute' | 'hour' | 'day'
  urgency: Urgency
}

/** Without a warning moment, the last two hours are "soon". */
const SOON = 2 * HOUR

/** The largest unit of which at least two are left, so that 90 minutes are not "1 hour". */
const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const

/**
 * How long until (or, when late, since) a due moment: data for words and colour, which the page adds.
 *
 * @param warnAt  from when on it is "soon"; left out, two hours before
 */
export function timeLeft(dueAt: Instant, now: Instant, warnAt: Instant = (dueAt - SOON) as Instant): TimeLeft {
  const urgency: Urgency = now >= dueAt ? 'late' : now >= warnAt ? 'soon' : 'ok'
  const distance = Math.abs(dueAt - now)
  for (const [unit, size] of UNITS) {
    if (distance >= 2 * size) return { amount: Math.floor(distance / size), unit, urgency }
  }
  return { amount: Math.floor(distance / SECOND), unit: 'second', urgency }
}
