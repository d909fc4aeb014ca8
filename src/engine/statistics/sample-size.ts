import { normalQuantile, Z95 } from './distributions.ts'

/**
 * How many answers a share needs for a margin of error.
 *
 * @param margin      half the interval wanted, fraction of 1; .05 is ± 5 points
 * @param share       the share expected; .5 is the most careful guess
 * @param population  how many people there are; leave out for "very many"
 * @returns           answers needed, rounded up; never more than the population
 * @throws            RangeError when margin or share is not between 0 and 1, or the population not ≥ 1
 * @source            Cochran 1977, Sampling Techniques, §4.4
 * @example           sampleForMargin({ margin: 0.05 }) // 385
 */
export function sampleForMargin(want: { margin: number; share?: number; population?: number; z?: number }): number {
  const { margin, share = 0.5, population, z = Z95 } = want
  wantShare('margin', margin)
  wantShare('share', share)
  const endless = (z * z * share * (1 - share)) / (margin * margin)
  if (population === undefined) return Math.ceil(endless)
  if (!(population >= 1)) throw new RangeError(`sampleForMargin: want a population ≥ 1, got ${population}`)
  return Math.min(Math.ceil(population), Math.ceil(endless / (1 + (endless - 1) / population)))
}

/**
 * How many answers each of two groups needs to see a move from one share to another.
 *
 * @param power  chance to see it when it is there; .8 by default
 * @param alpha  chance to see it when it is not, two-sided; .05 by default
 * @returns      answers per group, rounded up; null when the two shares are equal
 * @source       Fleiss, Levin & Paik 2003, §4.2 (without continuity correction)
 * @example      sampleForDifference({ from: 0.1, to: 0.12 }) // 3841
 */
export function sampleForDifference(want: { from: number; to: number; power?: number; alpha?: number }): number | null {
  const { from, to, power = 0.8, alpha = 0.05 } = want
  wantShare('power', power)
  wantShare('alpha', alpha)
  if (!(from >= 0 && from <= 1 && to >= 0 && to <= 1)) {
    throw new RangeError(`sampleForDifference: want shares within [0, 1], got ${from} and ${to}`)
  }
  if (from === to) return null
  const mean = (from + to) / 2
  const still = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
  const moved = normalQuantile(power) * Math.sqrt(from * (1 - from) + to * (1 - to))
  return Math.ceil(((still + moved) / (from - to)) ** 2)
}

/**
 * The same for two rates of events, in exposure (orders, customers) per group.
 *
 * @param from  events per one of exposure, ≥ 0
 * @returns     exposure per group, rounded up; null when the two rates are equal
 * @source      normal approximation of the Poisson difference; Lehr 1992's rule of thumb is its special case
 */
export function exposureForDifference(want: {
  from: number
  to: number
  power?: number
  alpha?: number
}): number | null {
  const { from, to, power = 0.8, alpha = 0.05 } = want
  if (!(from >= 0 && to >= 0)) throw new RangeError(`exposureForDifference: want rates ≥ 0, got ${from} and ${to}`)
  if (from === to) return null
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power)
  return Math.ceil((z * z * (from + to)) / (from - to) ** 2)
}

/** And for two means of the same spread, in answers per group; null when they are equal or nothing varies. */
export function sampleForMeans(want: { by: number; variance: number; power?: number; alpha?: number }): number | null {
  const { by, variance, power = 0.8, alpha = 0.05 } = want
  if (by === 0 || variance === 0) return null
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power)
  return Math.ceil((2 * z * z * variance) / (by * by))
}

function wantShare(name: string, x: number): void {
  if (!(x > 0 && x < 1)) throw new RangeError(`sample size: want 0 < ${name} < 1, got ${x}`)
}
