import { Z95 } from './distributions.ts'
import { type Interval, wantCounts } from './interval.ts'

/**
 * The range a true share plausibly lies in, given `hits` out of `total` answers.
 *
 * Stays inside [0, 1] and keeps its meaning at 0, at 1 and for a handful of answers,
 * where "share ± margin" does not.
 *
 * @param hits   answers in the group; integer, 0 ≤ hits ≤ total
 * @param total  all answers; integer ≥ 0
 * @param z      normal quantile, unitless; 1.96 gives 95 % two-sided
 * @returns      bounds as fractions of 1 (0.25 is 25 %); null when total is 0, for no
 *               answers is not a share of zero
 * @throws       RangeError when hits or total is not as above
 * @source       Wilson 1927, J. Am. Stat. Assoc. 22:209–212; recommended for small samples
 *               by Brown, Cai & DasGupta 2001, Statist. Sci. 16:101–133
 * @example      wilsonInterval(8, 10) // { low: 0.490, high: 0.943 }
 */
export function wilsonInterval(hits: number, total: number, z = Z95): Interval | null {
  wantCounts('wilsonInterval', hits, total)
  if (total === 0) return null

  const share = hits / total
  const zz = (z * z) / total
  const centre = share + zz / 2
  const half = z * Math.sqrt((share * (1 - share)) / total + zz / (4 * total))
  // At the edges the bound is the edge itself; rounding would leave 1e-17 beside it.
  const low = hits === 0 ? 0 : (centre - half) / (1 + zz)
  const high = hits === total ? 1 : (centre + half) / (1 + zz)
  return { low, high }
}

/**
 * Wilson's interval with continuity correction: wider, never below its level.
 *
 * @param hits   integer, 0 ≤ hits ≤ total
 * @param total  integer ≥ 0
 * @param z      normal quantile
 * @returns      bounds as fractions of 1; null when total is 0
 * @throws       RangeError when hits or total is not as above
 * @source       Newcombe 1998, Statist. Med. 17:857–872, method 4
 * @example      wilsonIntervalCorrected(81, 263) // { low: 0.2535, high: 0.3682 }
 */
export function wilsonIntervalCorrected(hits: number, total: number, z = Z95): Interval | null {
  wantCounts('wilsonIntervalCorrected', hits, total)
  if (total === 0) return null

  const p = hits / total
  const q = 1 - p
  const zz = z * z
  const below = 2 * total * p + zz - 1 - z * Math.sqrt(zz - 2 - 1 / total + 4 * p * (total * q + 1))
  const above = 2 * total * p + zz + 1 + z * Math.sqrt(zz + 2 - 1 / total + 4 * p * (total * q - 1))
  const scale = 2 * (total + zz)
  return {
    low: hits === 0 ? 0 : Math.max(0, below / scale),
    high: hits === total ? 1 : Math.min(1, above / scale),
  }
}
