import { benjaminiHochberg } from '../statistics/p-adjust.ts'
import { incompleteBeta, incompleteGamma, logGamma } from '../statistics/special-functions.ts'

/** How often a theme was filed in each period, oldest first, the last being the one asked about. */
export type ThemeCounts = { theme: number; counts: readonly number[] }

/**
 * A theme that is met more often than expected. `expected` is in texts, `usual` the range in which such a count lies by
 * itself 95 times in 100; `surprise` is −log₂ of the chance to see so many or more by itself; `adjusted` is that chance
 * when all themes looked at are counted in, 0…1.
 */
export type EmergingTheme = {
  theme: number
  count: number
  expected: number
  usual: { low: number; high: number }
  surprise: number
  adjusted: number
}

export type EmergingOptions = {
  /** The share of false alarms that is borne among those given. */
  level?: number
  /** Fewer texts are no news. */
  fewest?: number
}

/**
 * The themes that rise above what their share of earlier texts leads to expect, the most surprising first. What a theme
 * usually varies by from period to period is taken into account, and how few the earlier periods are.
 * Periods of one kind belong together: compare Mondays with Mondays, or weeks with weeks.
 *
 * @param totals  all texts of each period, as long as every `counts`; integers ≥ 0
 * @throws        RangeError when lengths differ
 * @source        negative binomial, as mean and spread have it; Benjamini & Hochberg 1995 over the themes
 */
export function emergingThemes(
  themes: readonly ThemeCounts[],
  totals: readonly number[],
  { level = 0.05, fewest = 5 }: EmergingOptions = {},
): EmergingTheme[] {
  for (const { theme, counts } of themes)
    if (counts.length !== totals.length)
      throw new RangeError(`emergingThemes: theme ${theme} has ${counts.length} periods, the totals ${totals.length}`)
  const past = totals.length - 1
  if (past < 1) return []
  const before = totals.slice(0, past).reduce((sum, x) => sum + x, 0)
  const found = themes.map(({ theme, counts }) => {
    const count = counts[past]!
    // Half a text is granted to what was never seen, so that nothing is impossible.
    const rate = (counts.slice(0, past).reduce((sum, x) => sum + x, 0) + 0.5) / (before + 1)
    const expected = rate * totals[past]!
    const spread = spreadOf(counts, totals, rate) + totals[past]! / Math.max(1, before)
    const chance = count === 0 ? 1 : chanceOf(count, expected, spread)
    return { theme, count, expected, spread, chance }
  })
  const adjusted = benjaminiHochberg(found.map(({ chance }) => chance))
  return found
    .map(({ chance, spread, ...rest }, i) => ({
      ...rest,
      usual: usualRange(rest.expected, spread),
      surprise: -Math.log2(Math.max(chance, Number.MIN_VALUE)),
      adjusted: adjusted[i]!,
    }))
    .filter(({ count, adjusted: p }) => count >= fewest && p <= level)
    .sort((a, b) => b.surprise - a.surprise || a.theme - b.theme)
}

/** How much wider than by chance the earlier counts scatter: their variance over their mean, at least 1. */
function spreadOf(counts: readonly number[], totals: readonly number[], rate: number): number {
  const past = totals.length - 1
  if (past < 2) return 1
  let sum = 0
  for (let i = 0; i < past; i++) {
    const expected = rate * totals[i]!
    if (expected > 0) sum += (counts[i]! - expected) ** 2 / expected
  }
  return Math.max(1, sum / (past - 1))
}

/**
 * P(X ≥ count), count ≥ 1, for counts of a mean and a variance of spread × mean; Poisson when the spread is 1.
 *
 * @example chanceOf(12, 4, 1) // 0.000915
 */
export function chanceOf(count: number, mean: number, spread: number): number {
  if (mean <= 0) return 0
  if (spread <= 1 + 1e-9) return incompleteGamma(count, mean).lower
  return incompleteBeta(count, mean / (spread - 1), (spread - 1) / spread, 1 / spread).lower
}

const TAIL = 0.025

/**
 * The counts between which 95 in 100 lie, for a mean and a variance of spread × mean: at most 2.5 in 100 lie below
 * `low`, and as many above `high`.
 *
 * @example usualRange(4, 1) // { low: 1, high: 8 }
 */
export function usualRange(mean: number, spread: number): { low: number; high: number } {
  /** The largest count that is reached or passed with a chance of more than `chance`. */
  const reached = (chance: number): number => {
    let [low, high] = [0, Math.ceil(mean + 10 + 20 * Math.sqrt(mean * spread))]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (chanceOf(middle, mean, spread) > chance) low = middle
      else high = middle
    }
    return low
  }
  return { low: reached(1 - TAIL), high: reached(TAIL) }
}

/**
 * Periods in which a theme bursts: its texts come at `times` the usual rate and the state is not left for a moment.
 *
 * @param counts  texts of the theme in each period; integers, 0 ≤ counts ≤ totals
 * @param totals  all texts in each period
 * @param times   how much more often in a burst, > 1
 * @param dear    what it costs to enter a burst, in ln(periods)
 * @source        Kleinberg 2003, Data Mining and Knowledge Discovery 7:373–397, two states, batches
 */
export function burstsOf(
  counts: readonly number[],
  totals: readonly number[],
  { times = 2, dear = 1 }: { times?: number; dear?: number } = {},
): boolean[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, x) => all + x, 0)
  if (sum(counts) === 0) return counts.map(() => false)
  const usual = sum(counts) / sum(totals)
  const rates = [usual, Math.min(0.9999, usual * times)]
  const entering = dear * Math.log(counts.length)
  let cost = [0, entering]
  const from = counts.map((count, period) => {
    const [quiet, loud] = [cost[0]!, cost[1]!]
    const own = rates.map((rate) => unlikeliness(count, totals[period]!, rate))
    const before = [quiet <= loud ? 0 : 1, quiet + entering < loud ? 0 : 1]
    cost = [Math.min(quiet, loud) + own[0]!, Math.min(quiet + entering, loud) + own[1]!]
    return before
  })
  let state = cost[1]! < cost[0]! ? 1 : 0
  const bursting: boolean[] = new Array(counts.length).fill(false)
  for (let period = counts.length - 1; period >= 0; period--) {
    bursting[period] = state === 1
    state = from[period]![state]!
  }
  return bursting
}

/** −ln of the binomial chance of exactly `count` of `total`. */
function unlikeliness(count: number, total: number, rate: number): number {
  if (total === 0) return 0
  const ways = logGamma(total + 1) - logGamma(count + 1) - logGamma(total - count + 1)
  return -(ways + count * Math.log(Math.min(1, rate)) + (total - count) * Math.log1p(-Math.min(rate, 1 - 1e-12)))
}
