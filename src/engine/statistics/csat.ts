import type { Interval } from './interval.ts'
import { type Counts, summariseCounts } from './summary.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * Customer satisfaction: the share of the two best points of five, and the mean beside it.
 *
 * @param counts  how often each of 1–5 was given, [point, count]
 * @param z       normal quantile for Wilson's interval
 * @returns       share and bounds as fractions of 1, mean in points; null when nobody answered
 * @throws        RangeError when a point is not 1–5 or a count not an integer ≥ 0
 */
export function csat(
  counts: Counts,
  z?: number,
): { share: number; n: number; mean: number; interval: Interval } | null {
  let satisfied = 0
  for (const [point, count] of counts) {
    if (!Number.isInteger(point) || point < 1 || point > 5) throw new RangeError(`csat: want points 1–5, got ${point}`)
    if (point >= 4) satisfied += count
  }
  const { n, mean } = summariseCounts(counts)
  const interval = wilsonInterval(satisfied, n, z)
  return interval === null ? null : { share: satisfied / n, n, mean, interval }
}
