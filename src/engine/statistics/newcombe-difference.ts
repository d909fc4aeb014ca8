import { Z95 } from './distributions.ts'
import type { Interval, Share } from './interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

/**
 * The difference of two independent shares, first − second, with an interval made of the two Wilson intervals.
 *
 * @param first   hits out of total of one group
 * @param second  hits out of total of the other
 * @param z       normal quantile; 1.96 gives 95 % two-sided
 * @returns       difference and bounds as fractions of 1, within [−1, 1]; null when a group is empty
 * @throws        RangeError when counts are not 0 ≤ hits ≤ total integers
 * @source        Newcombe 1998, Statist. Med. 17:873–890, method 10
 * @example       newcombeDifference({ hits: 56, total: 70 }, { hits: 48, total: 80 }) // .2 [.0524, .3339]
 */
export function newcombeDifference(first: Share, second: Share, z = Z95): (Interval & { difference: number }) | null {
  const a = wilsonInterval(first.hits, first.total, z)
  const b = wilsonInterval(second.hits, second.total, z)
  if (a === null || b === null) return null

  const p = first.hits / first.total
  const q = second.hits / second.total
  const difference = p - q
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  }
}
