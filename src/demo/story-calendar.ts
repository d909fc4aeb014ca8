/** Days of the story: which is which, how busy each is, at what hour people speak. The zone is China's, UTC+8 all year. */
import { DAY, HOUR, type Instant, MINUTE } from '../shared/time/instant.ts'
import type { Chance } from './chance.ts'
import type { ProductKey } from './texts/text-group.ts'

/** The story's length; day 181 is today. */
export const STORY_DAYS = 182
/** Nobody has spoken in the last two hours. */
const QUIET = 2 * HOUR
const ZONE = 8 * HOUR

/** On which day of the story each change went out. */
export const SHIPPED_ON = { dock: 104, appointment: 92, 'login-code': 112, hotline: 166 } as const
/** From this day on the coating comes off in many homes at once. */
export const COATING_FROM = 150

export type StoryCalendar = {
  now: Instant
  /** Midnight in China at the beginning of day 0 … 181; later days count on. */
  startOf: (day: number) => Instant
  /** 'YYYY-MM-DD' */
  dateOf: (day: number) => string
  /** How busy a day is for a product, 1 being ordinary: sales days, weekends, winter air. */
  bustle: (day: number, product: ProductKey | null) => number
  /** A moment on that day at an hour when people speak, never later than two hours before now. */
  momentOn: (day: number, chance: Chance) => Instant
}

/** How likely a voice is in each hour of a Chinese day: late morning, mid-afternoon, and after supper. */
const HOURS = [3, 2, 1, 1, 1, 1, 3, 6, 12, 18, 22, 18, 15, 16, 19, 19, 16, 14, 15, 20, 24, 22, 15, 8]

function salesDay(month: number, date: number): number {
  if (month === 6 && date <= 20) return date >= 16 ? 1.8 : 1.3
  if (month === 11 && date <= 12) return date >= 10 || date === 1 ? 2.1 : 1.4
  if (month === 10 && date <= 7) return 1.25
  return 1
}

function season(month: number, product: ProductKey | null): number {
  const cold = month >= 10 || month <= 3
  if (product === 'air-purifier') return cold ? 1.3 : 0.8
  if (product === 'water-purifier') return month >= 6 && month <= 9 ? 1.2 : 0.95
  return 1
}

export function storyCalendar(now: Instant): StoryCalendar {
  const firstDay = Math.floor((now + ZONE) / DAY) - (STORY_DAYS - 1)
  const startOf = (day: number): Instant => ((firstDay + day) * DAY - ZONE) as Instant
  const localDate = (day: number): Date => new Date((firstDay + day) * DAY)
  return {
    now,
    startOf,
    dateOf: (day) => localDate(day).toISOString().slice(0, 10),
    bustle: (day, product) => {
      const date = localDate(day)
      const weekend = date.getUTCDay() % 6 === 0 ? 1.18 : 1
      const month = date.getUTCMonth() + 1
      return weekend * salesDay(month, date.getUTCDate()) * season(month, product)
    },
    momentOn: (day, chance) => {
      const within = chance.weighted(HOURS) * HOUR + chance.between(0, 59) * MINUTE + chance.between(0, 59) * 1000
      let at = startOf(day) + within
      while (at > now - QUIET) at -= DAY
      return Math.max(at, startOf(0)) as Instant
    },
  }
}

/** The working day of those who answer: a moment at night waits for half past eight. */
export function byDaylight(at: Instant, chance: Chance): Instant {
  const local = (at + ZONE) % DAY
  if (local >= 8.5 * HOUR && local <= 22 * HOUR) return at
  const opens = at - local + (local > 22 * HOUR ? DAY : 0) + 8.5 * HOUR
  return (opens + chance.between(0, 70) * MINUTE) as Instant
}
