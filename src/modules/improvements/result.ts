import type { Interval } from '../../engine/statistics/interval.ts'
import { meanInterval } from '../../engine/statistics/mean-interval.ts'
import { poissonInterval } from '../../engine/statistics/poisson-interval.ts'
import { type Verification, verify } from '../../engine/statistics/verification.ts'
import type { Observed } from '../../engine/statistics/verification-plan.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { FreezePlan, VerificationResult } from '../../shared/contracts/improvements.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { statisticalPlan } from './metric.ts'

export type Count = { n: number; hits: number | null; value: number | null; interval: Interval | null }

/** A verdict as it is kept: everything but its sentence, which is said in the language of who reads it. */
export type StoredResult = Omit<VerificationResult, 'sentence'>

const PER = 1000

/** What a window held, in the form in which it is shown. */
export function countOf(seen: Observed): Count {
  const interval = intervalOf(seen)
  if (seen.measure === 'share')
    return { n: seen.total, hits: seen.hits, value: seen.total > 0 ? seen.hits / seen.total : null, interval }
  if (seen.measure === 'mean') return { n: seen.n, hits: null, value: seen.n > 0 ? seen.mean : null, interval }
  const value = seen.exposure > 0 ? (PER * seen.events) / seen.exposure : null
  return { n: seen.exposure, hits: seen.events, value, interval }
}

function intervalOf(seen: Observed): Interval | null {
  if (seen.measure === 'share') return wilsonInterval(seen.hits, seen.total)
  if (seen.measure === 'mean') return meanInterval(seen)
  if (seen.exposure === 0) return null
  const { low, high } = poissonInterval(seen.events)
  return { low: (PER * low) / seen.exposure, high: (PER * high) / seen.exposure }
}

const METHODS = { share: 'newcombe', mean: 'welch', rate: 'poisson-score' } as const
const UNITS = { share: 'fraction', mean: 'points', rate: 'per-1000' } as const

export const unitOf = (measure: Observed['measure']) => UNITS[measure]

/** Compares what the two windows held by the frozen plan. */
export function resultOf(plan: FreezePlan, before: Observed, after: Observed, now: Instant): StoredResult {
  const asked = statisticalPlan(plan)
  const found = verify(asked, before, after)
  return {
    verdict: found.verdict,
    unit: found.unit,
    before: countOf(before),
    after: countOf(after),
    effect: found.effect,
    interval: found.interval,
    method: METHODS[asked.measure],
    missing: missingOf(found),
    reasons: found.reasons.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    cautions: [...found.cautions],
    computedAt: now,
  }
}

function missingOf({ reasons }: Verification): { before: number; after: number } {
  const missing = { before: 0, after: 0 }
  for (const reason of reasons) {
    if (reason.code === 'too-few-before') missing.before = reason.facts.minimum - reason.facts.n
    if (reason.code === 'too-few-after') missing.after = reason.facts.minimum - reason.facts.n
  }
  return missing
}
