import { tQuantile, tTwoSided } from './distributions.ts'
import type { Interval } from './interval.ts'
import type { Summary } from './summary.ts'

export type Welch = Interval & { difference: number; t: number; df: number; p: number }

/**
 * The difference of two independent means, first − second, when their spreads may differ.
 *
 * @param level  0 < level < 1; .95 by default
 * @returns      difference and bounds in the unit of the means, t, degrees of freedom (not whole) and two-sided p;
 *               null when a group has fewer than two answers or neither varies
 * @source       Welch 1947, Biometrika 34:28–35; degrees of freedom by Satterthwaite 1946
 * @example      R's `sleep`: t −1.8608, df 17.776, p .0794, [−3.3655, .2055]
 */
export function welch(first: Summary, second: Summary, level = 0.95): Welch | null {
  if (first.n < 2 || second.n < 2) return null
  const a = first.variance / first.n
  const b = second.variance / second.n
  const error = Math.sqrt(a + b)
  if (!(error > 0)) return null

  const difference = first.mean - second.mean
  // By the share each side has of the variance, so that tiny spreads do not underflow when squared.
  const part = a / (a + b)
  const df = 1 / (part ** 2 / (first.n - 1) + (1 - part) ** 2 / (second.n - 1))
  const t = difference / error
  const half = tQuantile((1 + level) / 2, df) * error
  return { difference, t, df, p: tTwoSided(t, df), low: difference - half, high: difference + half }
}
