import { newcombeDifference } from '../../engine/statistics/newcombe-difference.ts'
import { benjaminiHochberg } from '../../engine/statistics/p-adjust.ts'
import { twoProportionTest } from '../../engine/statistics/two-proportion-test.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { ThemeCounts } from '../../engine/themes/emerging.ts'
import { type LocalDate, plusDays } from '../../shared/time/zone.ts'

type Merged = { number: number; mergedInto: number | null }
type Day = { day: LocalDate; theme: number; sentiment: 'positive' | 'neutral' | 'negative'; voices: number }

/** The theme that each counts as, after all merges, by number. */
export function rootsOf(themes: readonly Merged[]): Map<number, number> {
  const into = new Map(themes.map(({ number, mergedInto }) => [number, mergedInto]))
  return new Map(
    themes.map(({ number }) => {
      let root = number
      for (let next = into.get(root); next != null; next = into.get(root)) root = next
      return [number, root]
    }),
  )
}

/** A theme and all that count as it. */
export const familyOfTheme = (themes: readonly Merged[], number: number): number[] => {
  const roots = rootsOf(themes)
  return [...roots].filter(([, root]) => root === number).map(([own]) => own)
}

/** Words that are enough to tell a theme by. */
const TITLE_WORDS = 3
const HAN = /\p{Script=Han}/u

/** What a theme is called: by a person, else by its first words; single characters only where there is nothing else. */
export function titleOf({ name, words }: { name: string | null; words: readonly { word: string }[] }): string {
  if (name !== null) return name
  const all = words.map(({ word }) => word)
  const whole = all.filter((word) => word.length > 1)
  const first = (whole.length > 0 ? whole : all).slice(0, TITLE_WORDS)
  return first.join(first.some((word) => HAN.test(word)) ? '、' : ', ')
}

export type Change = { difference: number; low: number; high: number; p: number; chance: boolean }
export type Figure = {
  n: number
  share: number | null
  interval: { low: number; high: number } | null
  before: { n: number; share: number | null }
  change: Change | null
  sentiments: { positive: number; neutral: number; negative: number }
  series: { from: LocalDate; voices: number }[]
}

const LEVEL = 0.05
/** From so many days on a step of the series is a week. */
const WEEKLY_FROM = 45

/**
 * The figures of each theme for the `days` days that end with `today`, beside as many before: counts and shares of all
 * that was read, and how the share changed. Themes are compared with each other's chance errors in mind.
 *
 * @param rows   voices by day, theme (0: of none) and sentiment, of both periods
 * @param roots  the theme that each counts as
 */
export function figuresOf(
  rows: readonly Day[],
  roots: ReadonlyMap<number, number>,
  { today, days }: { today: LocalDate; days: number },
): { read: { n: number; before: number }; leftOut: number; themes: Map<number, Figure> } {
  const first = plusDays(today, 1 - days)
  const sum = (of: readonly Day[]) => of.reduce((total, { voices }) => total + voices, 0)
  const now = rows.filter(({ day }) => day >= first)
  const read = { n: sum(now), before: sum(rows) - sum(now) }
  const byRoot = Map.groupBy(rows, ({ theme }) => roots.get(theme) ?? 0)
  const themes = new Map(
    [...new Set(roots.values())].map((root) => [root, figureOf(byRoot.get(root) ?? [], { first, today, days, read })]),
  )
  const compared = [...themes.values()].flatMap(({ n, before, change }) => (n + before.n > 0 ? (change ?? []) : []))
  benjaminiHochberg(compared.map(({ p }) => p)).forEach((p, i) => {
    Object.assign(compared[i]!, { p, chance: p > LEVEL })
  })
  return { read, leftOut: sum(now.filter(({ theme }) => (roots.get(theme) ?? 0) === 0)), themes }
}

type Frame = { first: LocalDate; today: LocalDate; days: number; read: { n: number; before: number } }

function figureOf(own: readonly Day[], { first, today, days, read }: Frame): Figure {
  const sum = (of: readonly Day[]) => of.reduce((total, { voices }) => total + voices, 0)
  const now = own.filter(({ day }) => day >= first)
  const n = sum(now)
  const before = sum(own) - n
  return {
    n,
    share: read.n === 0 ? null : n / read.n,
    interval: wilsonInterval(n, read.n),
    before: { n: before, share: read.before === 0 ? null : before / read.before },
    change: changeOf({ hits: n, total: read.n }, { hits: before, total: read.before }),
    sentiments: {
      positive: sum(now.filter(({ sentiment }) => sentiment === 'positive')),
      neutral: sum(now.filter(({ sentiment }) => sentiment === 'neutral')),
      negative: sum(now.filter(({ sentiment }) => sentiment === 'negative')),
    },
    series: seriesOf(now, today, days),
  }
}

type Counted = { hits: number; total: number }

function changeOf(now: Counted, before: Counted): Change | null {
  const change = newcombeDifference(now, before)
  if (change === null) return null
  // Null only where all or none are in the theme: then nothing differs.
  const p = twoProportionTest(now, before)?.p ?? 1
  return { ...change, p, chance: p > LEVEL }
}

/** Days, or weeks of which the last ends today; the oldest week may begin before the period. */
function seriesOf(own: readonly Day[], today: LocalDate, days: number): Figure['series'] {
  const step = days < WEEKLY_FROM ? 1 : 7
  const steps = Math.ceil(days / step)
  return Array.from({ length: steps }, (_, i) => {
    const from = plusDays(today, 1 - (steps - i) * step)
    const to = plusDays(from, step)
    return {
      from,
      voices: own.reduce((sum, { day, voices }) => (day >= from && day < to ? sum + voices : sum), 0),
    }
  })
}

/** Weeks that a burst is told by, beside the last one. */
export const WEEKS_BEFORE = 8
const WEEK = 7

/**
 * Voices of each theme, and of all, in weeks of which the last ends today; weeks before the first voice are left out.
 */
export function weeksOf(
  rows: readonly Day[],
  roots: ReadonlyMap<number, number>,
  today: LocalDate,
): { themes: ThemeCounts[]; totals: number[] } {
  const starts = Array.from({ length: WEEKS_BEFORE + 1 }, (_, i) => plusDays(today, 1 - (WEEKS_BEFORE + 1 - i) * WEEK))
  const weekOf = (day: LocalDate) => starts.findLastIndex((start) => start <= day)
  const totals = starts.map(() => 0)
  const counts = new Map<number, number[]>()
  for (const { day, theme, voices } of rows) {
    const week = weekOf(day)
    if (week < 0) continue
    totals[week]! += voices
    const root = roots.get(theme) ?? 0
    if (root === 0) continue
    const own = counts.get(root) ?? starts.map(() => 0)
    own[week]! += voices
    counts.set(root, own)
  }
  const from = Math.max(
    0,
    totals.findIndex((n) => n > 0),
  )
  return {
    themes: [...counts].map(([theme, own]) => ({ theme, counts: own.slice(from) })),
    totals: totals.slice(from),
  }
}
