import { betaQuantile } from './distributions.ts'
import type { Interval } from './interval.ts'
import { type Rate, wantRates } from './rate.ts'

/**
 * How many times the second rate the first is. Exact: given their sum, the first count is binomial.
 *
 * @param level  0 < level < 1; .95 by default
 * @returns      ratio (∞ when only the second has no events) and bounds; null when an exposure is 0 or nothing was seen
 * @throws       RangeError when events are not counts or an exposure is negative
 * @source       Przyborowski & Wilenski 1940, Biometrika 31:313–323; equals R's `poisson.test`
 * @example      rateRatio({ events: 11, exposure: 800 }, { events: 21, exposure: 3011 }) // 1.9715 [.8584, 4.2773]
 */
export function rateRatio(first: Rate, second: Rate, level = 0.95): (Interval & { ratio: number }) | null {
  wantRates('rateRatio', first, second)
  const all = first.events + second.events
  if (first.exposure === 0 || second.exposure === 0 || all === 0) return null

  const tail = (1 - level) / 2
  const scale = second.exposure / first.exposure
  const odds = (share: number) => (share === 1 ? Number.POSITIVE_INFINITY : (share / (1 - share)) * scale)
  const low = first.events === 0 ? 0 : betaQuantile(tail, first.events, second.events + 1)
  const high = second.events === 0 ? 1 : betaQuantile(1 - tail, first.events + 1, second.events)
  return { ratio: odds(first.events / all), low: odds(low), high: odds(high) }
}
