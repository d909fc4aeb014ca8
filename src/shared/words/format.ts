import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/instant.ts'
import type { Locale } from './locale.ts'

/** What stands between a number and its sign: the two never part at a line's end. */
const TIGHT = '\u00a0'

const made = new Map<string, unknown>()

/** Intl objects cost about 50 µs each to make; lists need thousands of the same few. */
function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

/** A number by the language's rules; `digits` after the point at most. */
export function formatNumber(locale: Locale, value: number, digits = 0): string {
  return once(`n${locale}${digits}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })).format(
    value,
  )
}

/** A large number shortened: 1.2万, 12K. */
export function formatCompact(locale: Locale, value: number): string {
  const make = () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  return once(`c${locale}`, make).format(value)
}

/** An amount of money; of an unknown currency the number alone. */
export function formatMoney(locale: Locale, amount: number, currency: string | null): string {
  if (currency === null) return formatNumber(locale, amount, 2)
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  return once(`m${locale}${currency}`, () => new Intl.NumberFormat(locale, options)).format(amount)
}

/** A fraction of 1 as "32 %". */
export const formatPercent = (locale: Locale, fraction: number, digits = 0): string =>
  `${formatNumber(locale, fraction * 100, digits)}${TIGHT}%`

/** Bounds as fractions of 1 (or in the figure's own unit for scores). */
export type Bounds = { low: number; high: number }

/** "± 3" when both sides round to the same, else the two bounds "29–36", for a Wilson interval leans near 0 and 1. */
function margin(locale: Locale, value: number, { low, high }: Bounds, digits: number): string {
  const below = formatNumber(locale, value - low, digits)
  const above = formatNumber(locale, high - value, digits)
  if (below === above) return `±${TIGHT}${above}`
  return `(${formatNumber(locale, low, digits)}–${formatNumber(locale, high, digits)})`
}

/**
 * A share with its interval: "32 % ± 3", in percentage points.
 *
 * @param interval  bounds as fractions of 1; null leaves the share alone
 */
export function formatShare(locale: Locale, fraction: number, interval: Bounds | null, digits = 0): string {
  const share = formatPercent(locale, fraction, digits)
  if (!interval) return share
  return `${share} ${margin(locale, fraction * 100, { low: interval.low * 100, high: interval.high * 100 }, digits)}`
}

/** A score or mean with its interval in the same unit: "4.2 ± 0.1". */
export function formatScore(locale: Locale, value: number, interval: Bounds | null, digits = 1): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const score = once(`s${locale}${digits}`, () => new Intl.NumberFormat(locale, options)).format(value)
  return interval ? `${score} ${margin(locale, value, interval, digits)}` : score
}

const K = 1024

/** Bytes for people, counted as file managers do: 64 KB is 65,536 bytes. */
export function formatBytes(locale: Locale, bytes: number): string {
  const step = bytes < K ? 0 : bytes < K ** 2 ? 1 : bytes < K ** 3 ? 2 : 3
  return `${formatNumber(locale, bytes / K ** step, step ? 1 : 0)}${TIGHT}${['B', 'KB', 'MB', 'GB'][step]}`
}

const UNITS = [
  { unit: 'day', ms: DAY },
  { unit: 'hour', ms: HOUR },
  { unit: 'minute', ms: MINUTE },
  { unit: 'second', ms: SECOND },
] as const

type Unit = (typeof UNITS)[number]['unit']

const inUnit = (locale: Locale, unit: Unit, n: number): string =>
  once(`u${locale}${unit}`, () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })).format(n)

/** A stretch of time in its two largest units: "1天4小时", "2 hours", "45 seconds". Sign is dropped; rounded down. */
export function formatSpan(locale: Locale, ms: number): string {
  const length = Math.abs(ms)
  const at = Math.max(
    UNITS.findIndex((u) => length >= u.ms),
    length < SECOND ? 3 : 0,
  )
  const big = UNITS[at] ?? UNITS[3]
  const small = UNITS[at + 1]
  const bigs = Math.floor(length / big.ms)
  const smalls = small ? Math.floor((length % big.ms) / small.ms) : 0
  const said = inUnit(locale, big.unit, bigs)
  // Two units only where the second still matters: 3 days 4 hours, but 30 days.
  if (!small || smalls === 0 || bigs >= 10) return said
  return `${said}${locale === 'en' ? ' ' : ''}${inUnit(locale, small.unit, smalls)}`
}

/** How far from now: "3小时前", "tomorrow", "in 2 minutes". Beyond 30 days an absolute date says more: use formatDay. */
export function formatRelative(locale: Locale, at: Instant, now: Instant): string {
  const distance = at - now
  const found = UNITS.find((u) => Math.abs(distance) >= u.ms) ?? UNITS[3]
  const words = once(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return found.unit === 'second' ? words.format(0, 'second') : words.format(Math.trunc(distance / found.ms), found.unit)
}

const inZone = (locale: Locale, key: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  once(`d${locale}${key}${timeZone}`, () => new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' }))

const YEAR = { year: 'numeric' } as const
const DATE = { month: 'short', day: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const

/** The calendar day of a moment in a zone, as 'YYYY-MM-DD'. */
export const dayOf = (at: Instant, timeZone: string): string =>
  once(`k${timeZone}`, () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(at)

/** "11月21日", with the year when it is not the year of `now`. */
export function formatDay(locale: Locale, at: Instant, timeZone: string, now: Instant): string {
  const same = dayOf(at, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4)
  return inZone(locale, same ? 'day' : 'yday', timeZone, same ? DATE : { ...YEAR, ...DATE }).format(at)
}

/** "14:05". */
export const formatTime = (locale: Locale, at: Instant, timeZone: string): string =>
  inZone(locale, 'time', timeZone, TIME).format(at)

/** Only the time for today, else day and time: "14:05", "11月21日 14:05". */
export function formatMoment(locale: Locale, at: Instant, timeZone: string, now: Instant): string {
  const time = formatTime(locale, at, timeZone)
  return dayOf(at, timeZone) === dayOf(now, timeZone) ? time : `${formatDay(locale, at, timeZone, now)} ${time}`
}

/** The whole moment with its zone, for titles and records: "2026年11月21日 14:05 GMT+8". */
export function formatFull(locale: Locale, at: Instant, timeZone: string): string {
  const day = inZone(locale, 'yday', timeZone, { ...YEAR, ...DATE }).format(at)
  const parts = inZone(locale, 'zone', timeZone, { timeZoneName: 'short' }).formatToParts(at)
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${day} ${formatTime(locale, at, timeZone)} ${zone}`
}

/** A list in words: "甲、乙和丙". */
export const formatList = (locale: Locale, items: readonly string[]): string =>
  once(`l${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items)
