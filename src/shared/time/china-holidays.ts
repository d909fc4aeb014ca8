import type { LocalDate } from './zone.ts'

/** One festival of a year's official arrangement: days off from–to inclusive, and the weekends worked instead. */
type Festival = readonly [name: string, from: string, to: string, ...madeUp: string[]]

type Arrangement = { notice: string; published: LocalDate; festivals: readonly Festival[] }

/**
 * The State Council's arrangements of public holidays and make-up working days (调休), one notice a year, published the
 * November before. A year without a notice is not guessed: the calendar says `known: false` and keeps to weekends and to what the law names by date.
 * To add a year: copy its notice here, month-day by month-day, and its row in the test.
 */
const ARRANGEMENTS: Readonly<Record<number, Arrangement>> = {
  2024: {
    notice: '国办发明电〔2023〕7号',
    published: '2023-10-25',
    festivals: [
      ['元旦', '01-01', '01-01'],
      ['春节', '02-10', '02-17', '02-04', '02-18'],
      ['清明节', '04-04', '04-06', '04-07'],
      ['劳动节', '05-01', '05-05', '04-28', '05-11'],
      ['端午节', '06-10', '06-10'],
      ['中秋节', '09-15', '09-17', '09-14'],
      ['国庆节', '10-01', '10-07', '09-29', '10-12'],
    ],
  },
  2025: {
    notice: '国办发明电〔2024〕12号',
    published: '2024-11-12',
    festivals: [
      ['元旦', '01-01', '01-01'],
      ['春节', '01-28', '02-04', '01-26', '02-08'],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', '04-27'],
      ['端午节', '05-31', '06-02'],
      ['国庆节、中秋节', '10-01', '10-08', '09-28', '10-11'],
    ],
  },
  2026: {
    notice: '国办发明电〔2025〕7号',
    published: '2025-11-04',
    festivals: [
      ['元旦', '01-01', '01-03', '01-04'],
      ['春节', '02-15', '02-23', '02-14', '02-28'],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', '05-09'],
      ['端午节', '06-19', '06-21'],
      ['中秋节', '09-25', '09-27'],
      ['国庆节', '10-01', '10-07', '09-20', '10-10'],
    ],
  },
}

export type PublicDay = { kind: 'holiday' | 'make-up'; name: string }

const days = new Map<LocalDate, PublicDay>()
for (const [year, { festivals }] of Object.entries(ARRANGEMENTS)) {
  for (const [name, from, to, ...madeUp] of festivals) {
    const last = Date.parse(`${year}-${to}T00:00:00Z`)
    for (let at = Date.parse(`${year}-${from}T00:00:00Z`); at <= last; at += 86_400_000) {
      days.set(new Date(at).toISOString().slice(0, 10), { kind: 'holiday', name })
    }
    for (const date of madeUp) days.set(`${year}-${date}`, { kind: 'make-up', name })
  }
}

/**
 * The days off that the law names by their date (全国年节及纪念日放假办法, as of 2025): they hold in every year, also before its
 * notice says what is worked instead. Festivals of the lunar calendar are left to the notice.
 */
const BY_LAW: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

/** What the official arrangement, or before there is one the law, says of a day; null for a day it does not name. */
export function chinaPublicDay(date: LocalDate): PublicDay | null {
  if (chinaNotice(Number(date.slice(0, 4))) !== null) return days.get(date) ?? null
  const name = BY_LAW[date.slice(5)]
  return name === undefined ? null : { kind: 'holiday', name }
}

/** The notice that a year's arrangement comes from; null when the year is not known here. */
export function chinaNotice(year: number): { notice: string; published: LocalDate } | null {
  const known = ARRANGEMENTS[year]
  return known === undefined ? null : { notice: known.notice, published: known.published }
}

export const chinaYearsKnown: readonly number[] = Object.keys(ARRANGEMENTS).map(Number)
