import { normalTwoSided } from './distributions.ts'
import { type Share, wantCounts } from './interval.ts'

/**
 * Are two independent shares the same? Pooled z test, without continuity correction.
 *
 * @returns  z (first − second, in standard errors) and two-sided p; null when a group is empty or when
 *           everyone, or no one, is in the group (then nothing varies)
 * @throws   RangeError when counts are not 0 ≤ hits ≤ total integers
 * @source   Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, §3.1
 * @example  twoProportionTest({ hits: 56, total: 70 }, { hits: 48, total: 80 }) // z 2.6502, p .0080
 */
export function twoProportionTest(first: Share, second: Share): { z: number; p: number } | null {
  wantCounts('twoProportionTest', first.hits, first.total)
  wantCounts('twoProportionTest', second.hits, second.total)
  if (first.total === 0 || second.total === 0) return null

  const pooled = (first.hits + second.hits) / (first.total + second.total)
  if (pooled === 0 || pooled === 1) return null

  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.total + 1 / second.total))
  const z = (first.hits / first.total - second.hits / second.total) / error
  return { z, p: normalTwoSided(z) }
}
