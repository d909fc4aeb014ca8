import { timeOfDay, type WorkCalendar } from './calendar.ts'
import { isZone, utcMidnight } from './zone.ts'

/** What is wrong with a calendar someone entered; `path` says where, as in problem replies. */
export type CalendarFault = {
  path: string
  code:
    | 'no-such-zone'
    | 'not-seven-days'
    | 'not-a-time'
    | 'closes-before-opens'
    | 'hours-overlap'
    | 'not-a-day'
    | 'never-open'
}

/** Everything wrong with a calendar, not the first thing only; empty when it can be used. */
export function calendarFaults(calendar: WorkCalendar): CalendarFault[] {
  const faults: CalendarFault[] = []
  if (!isZone(calendar.zone)) faults.push({ path: 'zone', code: 'no-such-zone' })
  if (calendar.week.length !== 7) faults.push({ path: 'week', code: 'not-seven-days' })
  if (calendar.week.every((hours) => hours.length === 0)) faults.push({ path: 'week', code: 'never-open' })
  for (const [i, hours] of calendar.week.entries()) faults.push(...hoursFaults(hours, `week.${i}`))
  faults.push(...hoursFaults(calendar.makeUpHours ?? [], 'makeUpHours'))
  for (const list of ['closed', 'working'] as const) {
    for (const [i, date] of calendar[list].entries())
      if (!isDay(date)) faults.push({ path: `${list}.${i}`, code: 'not-a-day' })
  }
  return faults
}

function hoursFaults(hours: readonly { opens: string; closes: string }[], path: string): CalendarFault[] {
  const faults: CalendarFault[] = []
  let closedAt = 0
  for (const [i, { opens, closes }] of hours.entries()) {
    const from = timeOfDay(opens)
    const to = timeOfDay(closes)
    const here = `${path}.${i}`
    if (from === null || to === null) faults.push({ path: here, code: 'not-a-time' })
    else if (to <= from) faults.push({ path: here, code: 'closes-before-opens' })
    else if (from < closedAt) faults.push({ path: here, code: 'hours-overlap' })
    closedAt = Math.max(closedAt, to ?? 0)
  }
  return faults
}

function isDay(date: string): boolean {
  try {
    utcMidnight(date)
    return true
  } catch {
    // utcMidnight says why in words; here only whether counts.
    return false
  }
}
