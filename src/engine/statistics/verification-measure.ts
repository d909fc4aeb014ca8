import type { Interval, Share } from './interval.ts'
import { newcombeDifference } from './newcombe-difference.ts'
import type { Rate } from './rate.ts'
import { rateDifference } from './rate-difference.ts'
import { exposureForDifference, sampleForDifference, sampleForMeans } from './sample-size.ts'
import type { Summary } from './summary.ts'
import type { Observed } from './verification-plan.ts'
import { welch } from './welch.ts'

/** One comparison, whatever it was measured in. Values are in the plan's unit; rates per 1,000. */
export type Comparison = {
  unit: 'fraction' | 'points' | 'per-1000'
  n: { before: number; after: number }
  value: { before: number | null; after: number | null }
  /** after − before; null when a window is empty. */
  effect: number | null
  interval: Interval | null
  /** Smallest count that no change at all would lead us to expect in a cell; null where counts do not matter. */
  leastExpected: number | null
  /** Voices or exposures per window to see a move of `by` with 80 % power; null when that cannot be told. */
  needed(by: number): number | null
}

const PER = 1000

/** @throws RangeError when the two windows are not in the same measure, or hold no counts */
export function compare(before: Observed, after: Observed): Comparison {
  if (before.measure === 'share' && after.measure === 'share') return compareShares(before, after)
  if (before.measure === 'mean' && after.measure === 'mean') return compareMeans(before, after)
  if (before.measure === 'rate' && after.measure === 'rate') return compareRates(before, after)
  throw new RangeError(`verify: ${before.measure} before cannot be compared with ${after.measure} after`)
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
const boundsOf = (found: Interval | null): Interval | null => found && { low: found.low, high: found.high }
const within01 = (x: number): number => Math.min(1, Math.max(0, x))

function compareShares(before: Share, after: Share): Comparison {
  const found = newcombeDifference(after, before)
  const share = ratio(before.hits, before.total)
  const pooled = ratio(before.hits + after.hits, before.total + after.total) ?? 0
  return {
    unit: 'fraction',
    n: { before: before.total, after: after.total },
    value: { before: share, after: ratio(after.hits, after.total) },
    effect: found?.difference ?? null,
    interval: boundsOf(found),
    leastExpected: Math.min(before.total, after.total) * Math.min(pooled, 1 - pooled),
    needed: (by) => (share === null ? null : sampleForDifference({ from: share, to: within01(share + by) })),
  }
}

function compareMeans(before: Summary, after: Summary): Comparison {
  const found = welch(after, before)
  const bothSpeak = before.n > 0 && after.n > 0
  return {
    unit: 'points',
    n: { before: before.n, after: after.n },
    value: { before: before.n > 0 ? before.mean : null, after: after.n > 0 ? after.mean : null },
    effect: bothSpeak ? after.mean - before.mean : null,
    interval: boundsOf(found),
    leastExpected: null,
    needed: (by) => sampleForMeans({ by, variance: before.variance }),
  }
}

function compareRates(before: Rate, after: Rate): Comparison {
  const found = rateDifference(after, before, PER)
  const rate = ratio(before.events, before.exposure)
  const pooled = ratio(before.events + after.events, before.exposure + after.exposure) ?? 0
  const perThousand = ({ events, exposure }: Rate) => ratio(PER * events, exposure)
  return {
    unit: 'per-1000',
    n: { before: before.exposure, after: after.exposure },
    value: { before: perThousand(before), after: perThousand(after) },
    effect: found?.difference ?? null,
    interval: boundsOf(found),
    leastExpected: Math.min(before.exposure, after.exposure) * pooled,
    needed: (by) => (rate === null ? null : exposureForDifference({ from: rate, to: Math.max(0, rate + by / PER) })),
  }
}
