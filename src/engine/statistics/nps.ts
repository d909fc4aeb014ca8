import { normalTwoSided, Z95 } from './distributions.ts'
import type { Interval } from './interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

/** How many gave 9–10, 7–8 and 0–6 on the question from 0 to 10. */
export type NpsCounts = { promoters: number; passives: number; detractors: number }

/** Scores and their parts in points of 100; `variance` is that of one answer valued +1, 0 or −1. */
export type Nps = Interval & { score: number; n: number; variance: number; standardError: number; margin: number }

/** Which of the three groups an answer from 0 to 10 falls in. */
export function npsGroup(answer: number): keyof NpsCounts {
  if (!Number.isInteger(answer) || answer < 0 || answer > 10) throw new RangeError(`npsGroup: want 0–10, got ${answer}`)
  return answer >= 9 ? 'promoters' : answer >= 7 ? 'passives' : 'detractors'
}

/**
 * Net promoter score with its interval.
 *
 * When all answers fall in one group the standard error is 0, which would claim certainty. Then the interval is open
 * to what Wilson's bound says may be unseen, each unseen voice counted as the opposite one.
 *
 * @param z  normal quantile; 1.96 gives 95 % two-sided
 * @returns  score and bounds within [−100, 100]; null when nobody answered
 * @throws   RangeError when a count is not an integer ≥ 0
 * @source   Reichheld 2003; variance of a trinomial difference, Rocks 2016, Am. Statist. 70:365–372
 * @example  nps({ promoters: 60, passives: 25, detractors: 15 }) // 45 ± 14.50
 */
export function nps({ promoters, passives, detractors }: NpsCounts, z = Z95): Nps | null {
  for (const count of [promoters, passives, detractors]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`nps: want counts ≥ 0, got ${count}`)
  }
  const n = promoters + passives + detractors
  if (n === 0) return null

  const net = (promoters - detractors) / n
  const score = 100 * net
  const variance = (promoters + detractors) / n - net * net
  const standardError = 100 * Math.sqrt(Math.max(0, variance) / n)
  if (promoters === n || passives === n || detractors === n) {
    const unseen = 1 - (wilsonInterval(n, n, z)?.low ?? 0)
    const margin = passives === n ? 100 * unseen : 200 * unseen
    return { score, n, variance: 0, standardError: 0, margin, ...bounds(score, margin) }
  }
  const margin = z * standardError
  return { score, n, variance, standardError, margin, ...bounds(score, margin) }
}

const bounds = (score: number, margin: number): Interval => ({
  low: Math.max(-100, score - margin),
  high: Math.min(100, score + margin),
})

/**
 * Did the score move? Difference of two independent scores, first − second, in points.
 *
 * @returns  difference, bounds, z and two-sided p; z and p are null when neither score varies; null when one has no answers
 */
export function npsDifference(
  first: NpsCounts,
  second: NpsCounts,
  z = Z95,
): (Interval & { difference: number; standardError: number; z: number | null; p: number | null }) | null {
  const a = nps(first, z)
  const b = nps(second, z)
  if (a === null || b === null) return null

  const difference = a.score - b.score
  const standardError = Math.hypot(a.standardError, b.standardError)
  const margin = Math.hypot(a.margin, b.margin)
  const score = standardError > 0 ? difference / standardError : null
  return {
    difference,
    standardError,
    low: Math.max(-200, difference - margin),
    high: Math.min(200, difference + margin),
    z: score,
    p: score === null ? null : normalTwoSided(score),
  }
}
