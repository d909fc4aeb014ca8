import { betaQuantile } from './distributions.ts'
import { type Interval, wantCounts } from './interval.ts'

/**
 * The exact ("never below its level") interval of a share; wider than Wilson's, for audits and rare events.
 *
 * @param hits   integer, 0 ≤ hits ≤ total
 * @param total  integer ≥ 0
 * @param level  0 < level < 1; .95 by default
 * @returns      bounds as fractions of 1; null when total is 0
 * @throws       RangeError when hits or total is not as above
 * @source       Clopper & Pearson 1934, Biometrika 26:404–413
 * @example      clopperPearson(15, 148) // { low: 0.0578, high: 0.1617 }
 */
export function clopperPearson(hits: number, total: number, level = 0.95): Interval | null {
  wantCounts('clopperPearson', hits, total)
  if (total === 0) return null
  const tail = (1 - level) / 2
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, total - hits + 1),
    high: hits === total ? 1 : betaQuantile(1 - tail, hits + 1, total - hits),
  }
}
