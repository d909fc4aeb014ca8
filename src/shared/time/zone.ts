import { DAY, HOUR, type Instant, MINUTE } from './instant.ts'

/** A day on a wall calendar, 'YYYY-MM-DD', without a zone: what `date` columns hold. */
export type LocalDate = string

/** What clock and calendar on the wall show. `weekday` is 1 Monday … 7 Sunday. */
export type LocalTime = {
  date: LocalDate
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  weekday: number
}

/** Making a formatter took 500 µs, using one 10: they are kept, one for each zone of the installation. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** True for a zone name of the IANA database that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone)
    return true
  } catch {
    // Intl has no other way to ask; it throws RangeError for an unknown zone.
    return false
  }
}

/** Wall time as if it were UTC, in ms: its distance from the instant is the zone's offset. */
function wallClock(at: Instant, zone: string): number {
  const text = formatterOf(zone).format(at)
  const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(text)
  if (parts === null) throw new RangeError(`zone: unexpected wall time ${text}`)
  const [, month, day, year, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}

/** How far the zone's clocks are ahead of UTC at that moment, in ms. */
export function offsetAt(at: Instant, zone: string): number {
  return wallClock(at, zone) - Math.floor(at / 1000) * 1000
}

/**
 * What clocks in a zone show at a moment.
 *
 * @param zone  IANA name, such as Asia/Shanghai
 * @throws      RangeError for a zone this machine does not know
 */
export function localTime(at: Instant, zone: string): LocalTime {
  const wall = new Date(wallClock(at, zone))
  return {
    date: wall.toISOString().slice(0, 10),
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    weekday: wall.getUTCDay() || 7,
  }
}

export const dateIn = (at: Instant, zone: string): LocalDate => localTime(at, zone).date

/**
 * The moment when clocks in a zone show `ms` after midnight of a day.
 *
 * A time that a clock change skips comes out as much later as was skipped; one that comes twice is the first.
 * The clock is read at 02:30, not counted from midnight, so 09:00 is nine o'clock on every day of the year.
 *
 * @param ms  0 – 24 h
 */
export function atLocal(date: LocalDate, ms: number, zone: string): Instant {
  const wall = utcMidnight(date) + ms
  const before = offsetAt((wall - DAY) as Instant, zone)
  const after = offsetAt((wall + DAY) as Instant, zone)
  if (before === after) return (wall - before) as Instant
  const early = (wall - before) as Instant
  if (offsetAt(early, zone) === before) return early
  const late = (wall - after) as Instant
  return offsetAt(late, zone) === after ? late : early
}

/** From midnight to the next midnight in a zone: 23, 24 or 25 hours. */
export function dayBounds(date: LocalDate, zone: string): { starts: Instant; ends: Instant } {
  return { starts: atLocal(date, 0, zone), ends: atLocal(plusDays(date, 1), 0, zone) }
}

/** @throws RangeError when the text is not a day that exists, as 2026-02-30 */
export function utcMidnight(date: LocalDate): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(ms) || dateOfUtc(ms) !== date) throw new RangeError(`zone: not a day: ${date.slice(0, 20)}`)
  return ms
}

const dateOfUtc = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10)

export const plusDays = (date: LocalDate, days: number): LocalDate => dateOfUtc(utcMidnight(date) + days * DAY)

/** A month later is the same day of the next month, or its last day where it has no such day. */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const from = new Date(utcMidnight(date))
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  return dateOfUtc(first + (Math.min(from.getUTCDate(), last) - 1) * DAY)
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(utcMidnight(date)).getUTCDay() || 7

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utcMidnight(to) - utcMidnight(from)) / DAY

/** Time since midnight on the wall, in ms. */
export const msOfDay = ({ hour, minute, second }: LocalTime): number => hour * HOUR + minute * MINUTE + second * 1000
