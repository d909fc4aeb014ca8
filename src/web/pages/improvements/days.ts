/** Calendar days of the workspace ↔ moments of the API. */
import { type Instant, instant, isoOf } from '../../../shared/time/instant.ts'
import { dateIn, dayBounds, type LocalDate, plusDays } from '../../../shared/time/zone.ts'
import { formatDay } from '../../../shared/words/format.ts'
import type { Locale } from '../../../shared/words/locale.ts'

/** First and last day, both included. */
export type Days = readonly [LocalDate | null, LocalDate | null]

/** A calendar day in words; it has no zone, so it is read and written in one. */
export const dayWord = (day: LocalDate, locale: Locale): string => {
  const at = instant(`${day}T00:00:00Z`)
  return formatDay(locale, at, 'UTC', at)
}

/** From the first midnight to the midnight after the last day; null while a day is missing. */
export function windowOf([first, last]: Days, zone: string): { from: string; to: string } | null {
  if (first === null || last === null) return null
  return { from: isoOf(dayBounds(first, zone).starts), to: isoOf(dayBounds(last, zone).ends) }
}

/** The days a window spans; one that ends within a day counts that day. */
export function daysOf({ from, to }: { from: string; to: string }, zone: string): [LocalDate, LocalDate] {
  return [dateIn(instant(from), zone), dateIn((instant(to) - 1) as Instant, zone)]
}

const WEEKS = 28

/** Four whole weeks up to yesterday, and four from tomorrow on: the weekdays are the same. */
export function firstWindows(now: Instant, zone: string): { before: Days; after: Days } {
  const today = dateIn(now, zone)
  return {
    before: [plusDays(today, -WEEKS), plusDays(today, -1)],
    after: [plusDays(today, 1), plusDays(today, WEEKS)],
  }
}
