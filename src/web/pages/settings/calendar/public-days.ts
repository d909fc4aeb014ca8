import { chinaPublicDay } from '../../../../shared/time/china-holidays.ts'
import { type LocalDate, plusDays } from '../../../../shared/time/zone.ts'

export type Festival = { name: string; from: LocalDate; to: LocalDate; madeUp: LocalDate[] }

/** A year's public holidays in order, each with the weekends worked for it; of a year without a notice, the days that the law names by date. */
export function festivalsOf(year: number): Festival[] {
  const found: Festival[] = []
  const madeUp: { name: string; date: LocalDate }[] = []
  for (let date: LocalDate = `${year}-01-01`; date.startsWith(String(year)); date = plusDays(date, 1)) {
    const day = chinaPublicDay(date)
    if (day === null) continue
    if (day.kind === 'make-up') madeUp.push({ name: day.name, date })
    else {
      const last = found.at(-1)
      if (last && last.name === day.name && plusDays(last.to, 1) === date) last.to = date
      else found.push({ name: day.name, from: date, to: date, madeUp: [] })
    }
  }
  for (const { name, date } of madeUp) found.find((festival) => festival.name === name)?.madeUp.push(date)
  return found
}
