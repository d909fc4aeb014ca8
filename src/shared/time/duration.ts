import { DAY, HOUR, type Instant, MINUTE, SECOND } from './instant.ts'
import { atLocal, localTime, msOfDay, plusDays, plusMonths } from './zone.ts'

/**
 * A length of time as people promise it. Years to days are counted on the calendar (a month is not a number of
 * hours), hours to seconds on the clock. All ≥ 0.
 */
export type Duration = {
  years: number
  months: number
  weeks: number
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** Why a text is not a duration we accept. */
export type DurationFault = 'not-a-duration' | 'negative' | 'broken-date-part' | 'nothing' | 'too-long'

export const LONGEST_YEARS = 10

const NUMBER = '(\\d{1,9}(?:[.,]\\d{1,3})?)'
const FORM = new RegExp(
  `^P(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=\\d)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
)

/** What is said to a developer; the app has words of its own for each fault. */
export const durationFaultText: Record<DurationFault, string> = {
  'not-a-duration': 'Want an ISO 8601 duration, such as PT24H, PT30S, P1D, P2W or P1M.',
  negative: 'A duration cannot be negative.',
  'broken-date-part': 'Years, months, weeks and days must be whole; write PT36H for a day and a half.',
  nothing: 'A duration of nothing is no promise; want at least a thousandth of a second.',
  'too-long': `A duration may be ${LONGEST_YEARS} years at most.`,
}

/**
 * Reads an ISO 8601 duration. Unlike ISO's first edition, weeks may stand beside other parts (ISO 8601-2:2019).
 *
 * @returns  the duration, or what is wrong with the text
 */
export function readDuration(text: string): { duration: Duration } | { fault: DurationFault } {
  if (/^-P|^P.*-/.test(text)) return { fault: 'negative' }
  const parts = FORM.exec(text)
  if (parts === null || text === 'P') return { fault: 'not-a-duration' }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part.replace(',', '.'))))
  if (![years, months, weeks, days].every(Number.isInteger)) return { fault: 'broken-date-part' }
  const duration = { years, months, weeks, days, hours, minutes, seconds }
  const size = nominalMs(duration)
  if (size === 0) return { fault: 'nothing' }
  if (size > LONGEST_YEARS * YEAR) return { fault: 'too-long' }
  return { duration }
}

/**
 * The same for text that we wrote ourselves.
 *
 * @throws  RangeError when the text is not a duration
 */
export function duration(text: string): Duration {
  const read = readDuration(text)
  if ('fault' in read) throw new RangeError(`duration: ${durationFaultText[read.fault]} Got ${text.slice(0, 40)}`)
  return read.duration
}

/** Writes it back as it was read: PT24H stays PT24H, P1D stays P1D. */
export function isoDuration(d: Duration): string {
  const written = (parts: readonly (readonly [number, string])[]) =>
    parts.flatMap(([n, unit]) => (n > 0 ? [`${n}${unit}`] : [])).join('')
  const date = written([
    [d.years, 'Y'],
    [d.months, 'M'],
    [d.weeks, 'W'],
    [d.days, 'D'],
  ])
  const time = written([
    [d.hours, 'H'],
    [d.minutes, 'M'],
    [d.seconds, 'S'],
  ])
  if (date === '' && time === '') return 'PT0S'
  return `P${date}${time === '' ? '' : `T${time}`}`
}

/** Mean length of a Gregorian year and month. */
const YEAR = 365.2425 * DAY
const MONTH = YEAR / 12

/** The clock part alone, in ms. */
export const clockMs = (d: Duration): number => Math.round(d.hours * HOUR + d.minutes * MINUTE + d.seconds * SECOND)

/** About how long, in ms, a month being 30.44 days: to sort and to compare, never to reckon a due time. */
export const nominalMs = (d: Duration): number =>
  d.years * YEAR + d.months * MONTH + (d.weeks * 7 + d.days) * DAY + clockMs(d)

/** < 0 when the first is shorter; by nominal length, so that P1M lies between P30D and P31D. */
export const compareDurations = (a: Duration, b: Duration): number => nominalMs(a) - nominalMs(b)

/**
 * The moment a duration after another: first the calendar part in the zone (the same time of day; the last day of a
 * shorter month), then the clock part.
 */
export function addDuration(at: Instant, d: Duration, zone: string): Instant {
  const months = d.years * 12 + d.months
  const days = d.weeks * 7 + d.days
  if (months === 0 && days === 0) return (at + clockMs(d)) as Instant
  const from = localTime(at, zone)
  const date = plusDays(plusMonths(from.date, months), days)
  const part = ((at % SECOND) + SECOND) % SECOND
  return (atLocal(date, msOfDay(from), zone) + part + clockMs(d)) as Instant
}
