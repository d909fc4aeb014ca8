import { chinaNotice, chinaPublicDay } from './china-holidays.ts'
import { HOUR, type Instant, MINUTE } from './instant.ts'
import { atLocal, dateIn, type LocalDate, plusDays, weekdayOf } from './zone.ts'

/** A stretch of time in which the team is at work: opens ≤ t < closes. */
export type OpenInterval = { opens: Instant; closes: Instant }

/** Office hours of a day, 'HH:MM' on the wall; closes may be '24:00'. A night shift is two stretches. */
export type OfficeHours = { opens: string; closes: string }

/** When a workspace works. Plain data, as Settings stores it. */
export type WorkCalendar = {
  /** IANA zone of the wall clock. */
  zone: string
  /** Seven lists, Monday first; an empty list is a day off. */
  week: readonly (readonly OfficeHours[])[]
  /** 'cn' keeps China's public holidays and works its make-up days. */
  publicHolidays: 'cn' | 'none'
  /** The organisation's own days off, and its own extra working days: they outrank the public ones. */
  closed: readonly LocalDate[]
  working: readonly LocalDate[]
  /** Hours of a make-up or extra day; left out, those of the first working weekday. */
  makeUpHours?: readonly OfficeHours[]
}

export type DayPlan = {
  kind: 'working' | 'make-up' | 'holiday' | 'rest'
  /** Name of the public holiday, null otherwise. */
  name: string | null
  hours: readonly OfficeHours[]
  /** False when the year's public holidays have not been published to us: only weekends are known. */
  known: boolean
}

/** Monday to Friday 09:00–18:00, China's holidays. */
export const ORDINARY_CALENDAR: WorkCalendar = {
  zone: 'Asia/Shanghai',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [{ opens: '09:00', closes: '18:00' }] : [])),
  publicHolidays: 'cn',
  closed: [],
  working: [],
}

/** No case is open longer than this many days ahead; a calendar that is never open ends here. */
const HORIZON_DAYS = 4000

/** What a day is in a calendar, and when it is open. */
export function dayPlan(calendar: WorkCalendar, date: LocalDate): DayPlan {
  const known = calendar.publicHolidays === 'none' || chinaNotice(Number(date.slice(0, 4))) !== null
  const usual = calendar.week[weekdayOf(date) - 1] ?? []
  const extra = calendar.makeUpHours ?? calendar.week.find((hours) => hours.length > 0) ?? []
  if (calendar.closed.includes(date)) return { kind: 'holiday', name: null, hours: [], known }
  if (calendar.working.includes(date)) return extraDay(null, usual, extra, known)

  const official = calendar.publicHolidays === 'cn' ? chinaPublicDay(date) : null
  if (official?.kind === 'holiday') return { kind: 'holiday', name: official.name, hours: [], known }
  if (official?.kind === 'make-up') return extraDay(official.name, usual, extra, known)
  return { kind: usual.length > 0 ? 'working' : 'rest', name: null, hours: usual, known }
}

/** A team that works weekends anyway keeps its weekend hours on a make-up day. */
function extraDay(
  name: string | null,
  usual: readonly OfficeHours[],
  extra: readonly OfficeHours[],
  known: boolean,
): DayPlan {
  return { kind: 'make-up', name, hours: usual.length > 0 ? usual : extra, known }
}

/** '09:30' → ms since midnight; null when it is not a time of day up to 24:00. */
export function timeOfDay(text: string): number | null {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  if (parts === null) return null
  const ms = Number(parts[1]) * HOUR + Number(parts[2]) * MINUTE
  return ms <= 24 * HOUR ? ms : null
}

/** The open stretches of one day, in order. */
export function openOn(calendar: WorkCalendar, date: LocalDate): OpenInterval[] {
  return dayPlan(calendar, date).hours.flatMap((hours) => {
    const opens = timeOfDay(hours.opens)
    const closes = timeOfDay(hours.closes)
    if (opens === null || closes === null || closes <= opens) return []
    return [{ opens: atLocal(date, opens, calendar.zone), closes: atLocal(date, closes, calendar.zone) }]
  })
}

/**
 * Open stretches from a moment on, in order; the first may have begun before it. Made as they are read, about eleven
 * years ahead at most.
 */
export function* openIntervals(calendar: WorkCalendar, from: Instant): Generator<OpenInterval, void> {
  if (!calendar.week.some((hours) => hours.length > 0) && calendar.working.length === 0) return
  const first = dateIn(from, calendar.zone)
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    for (const open of openOn(calendar, plusDays(first, day))) if (open.closes > from) yield open
  }
}
