import { tQuantile } from './distributions.ts'
import type { Interval } from './interval.ts'
import type { Summary } from './summary.ts'

/**
 * The range a true mean plausibly lies in, by Student's t.
 *
 * @param level  0 < level < 1; .95 by default
 * @returns      bounds in the unit of the mean; null for fewer than two answers, or when all are alike (no spread
 *               seen is not "no spread")
 * @source       Student 1908, Biometrika 6:1–25
 */
export function meanInterval({ n, mean, variance }: Summary, level = 0.95): Interval | null {
  if (n < 2 || variance <= 0) return null
  const half = tQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n)
  return { low: mean - half, high: mean + half }
}
