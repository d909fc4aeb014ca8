import { HOUR, type Instant, isoOf, plus } from '../../../shared/time/instant.ts'
import { atLocal, dateIn, plusDays } from '../../../shared/time/zone.ts'

/** Moments that are promised most: within two hours, at the end of today, tomorrow at ten, in a week. */
export function dueChoices(
  now: Instant,
  zone: string,
): { name: 'two-hours' | 'today' | 'tomorrow' | 'week'; at: Instant }[] {
  const today = dateIn(now, zone)
  const evening = atLocal(today, 18 * HOUR, zone)
  return [
    { name: 'two-hours', at: plus(now, 2 * HOUR) },
    // After five there is no "by the end of today" worth promising.
    ...(evening - now >= HOUR ? [{ name: 'today' as const, at: evening }] : []),
    { name: 'tomorrow', at: atLocal(plusDays(today, 1), 10 * HOUR, zone) },
    { name: 'week', at: atLocal(plusDays(today, 7), 18 * HOUR, zone) },
  ]
}

/** A wall-clock text 'YYYY-MM-DD HH:mm:ss' as an ISO moment; null when it is none. */
export function momentOf(wall: string | null, zone: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d)/.exec(wall ?? '')
  if (!parts) return null
  return isoOf(atLocal(parts[1] ?? '', Number(parts[2]) * HOUR + Number(parts[3]) * (HOUR / 60), zone))
}

/** The wall-clock text of a moment, as pickers want it. */
export function wallOf(at: Instant, zone: string): string {
  const time = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return `${dateIn(at, zone)} ${time.format(at)}`
}
