import type { Interval } from './interval.ts'
import { meanInterval } from './mean-interval.ts'
import { type Counts, summariseCounts } from './summary.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type Ces = {
  mean: number
  n: number
  /** t interval of the mean, in points; null for one answer or when all are alike. */
  interval: Interval | null
  /** Share that found it easy (5–7), with Wilson's interval. */
  easy: { share: number; interval: Interval }
}

/**
 * Customer effort, version 2: "it was easy to …", 1 disagree – 7 agree, so that higher is better.
 *
 * @param counts  how often each of 1–7 was given, [point, count]
 * @returns       null when nobody answered
 * @throws        RangeError when a point is not 1–7 or a count not an integer ≥ 0
 * @source        Dixon, Freeman & Toman 2010, Harvard Business Review
 */
export function ces(counts: Counts, level = 0.95): Ces | null {
  let easy = 0
  for (const [point, count] of counts) {
    if (!Number.isInteger(point) || point < 1 || point > 7) throw new RangeError(`ces: want points 1–7, got ${point}`)
    if (point >= 5) easy += count
  }
  const summary = summariseCounts(counts)
  const interval = wilsonInterval(easy, summary.n)
  if (interval === null) return null
  const { n, mean } = summary
  return { mean, n, interval: meanInterval(summary, level), easy: { share: easy / n, interval } }
}
