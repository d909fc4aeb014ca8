import type { Interval } from './interval.ts'
import { type Caution, cautionsOf } from './verification-cautions.ts'
import { type Comparison, compare } from './verification-measure.ts'
import { LEAST_EXPECTED, MINIMUM_VOICES, type Observed, type Plan } from './verification-plan.ts'

export type Verdict = 'worked' | 'no-evidence' | 'worse' | 'too-few'

/** Why the verdict is what it is; `facts` fill the sentence in the reader's language. */
export type Reason =
  | { code: 'interval-clear-of-zero' | 'interval-holds-zero'; facts: { low: number; high: number } }
  | { code: 'too-few-before' | 'too-few-after'; facts: { n: number; minimum: number } }
  | { code: 'too-rare'; facts: { expected: number; minimum: number } }
  | { code: 'no-spread'; facts: Record<string, never> }
  | { code: 'hoped-for-needs'; facts: { needed: number; hopedFor: number } }

/** Plain data, in the order it is read; numbers in `unit` (a fraction of 1, points, events per 1,000). */
export type Verification = {
  verdict: Verdict
  unit: Comparison['unit']
  before: number | null
  after: number | null
  /** after − before; null when a window is empty. */
  effect: number | null
  /** 95 % interval of the effect. */
  interval: Interval | null
  n: { before: number; after: number }
  reasons: Reason[]
  cautions: Caution[]
}

/**
 * Did the improvement work? Compares two windows by a plan that was frozen before shipping.
 *
 * 'worked' and 'worse' need the whole 95 % interval on one side of zero; 'too-few' comes before any of them, so that a
 * lucky handful never becomes a verdict. Shares by Newcombe, means by Welch, rates by the Poisson score difference.
 *
 * @param plan    what was promised; its windows are used for cautions only, the counts are the caller's
 * @param before  what the first window held; must be in the plan's measure
 * @param after   what the second window held
 * @throws        RangeError when a measure differs from the plan's or counts are not counts
 * @source        methods: Newcombe 1998b; Welch 1947; Zou & Donner 2008
 */
export function verify(plan: Plan, before: Observed, after: Observed): Verification {
  if (before.measure !== plan.measure) throw new RangeError(`verify: plan wants ${plan.measure}, got ${before.measure}`)
  const found = compare(before, after)
  const hopedFor = plan.hopedFor ?? null
  const needed = hopedFor === null ? null : found.needed(plan.better === 'higher' ? hopedFor : -hopedFor)
  const { verdict, reasons } = judge(plan, found)
  if (verdict !== 'worked' && hopedFor !== null && needed !== null && isShort(found, needed)) {
    reasons.push({ code: 'hoped-for-needs', facts: { needed, hopedFor } })
  }
  return {
    verdict,
    unit: found.unit,
    before: found.value.before,
    after: found.value.after,
    effect: found.effect,
    interval: found.interval,
    n: found.n,
    reasons,
    cautions: cautionsOf(plan, found.n, needed),
  }
}

const isShort = ({ n }: Comparison, needed: number): boolean => Math.min(n.before, n.after) < needed

function judge(plan: Plan, found: Comparison): { verdict: Verdict; reasons: Reason[] } {
  const lacking = whatIsLacking(found, plan.minimumVoices ?? MINIMUM_VOICES)
  if (lacking.length > 0) return { verdict: 'too-few', reasons: lacking }
  if (found.interval === null) return { verdict: 'no-evidence', reasons: [{ code: 'no-spread', facts: {} }] }

  const facts = found.interval
  if (facts.low <= 0 && facts.high >= 0) {
    return { verdict: 'no-evidence', reasons: [{ code: 'interval-holds-zero', facts }] }
  }
  const rose = facts.low > 0
  const verdict = rose === (plan.better === 'higher') ? 'worked' : 'worse'
  return { verdict, reasons: [{ code: 'interval-clear-of-zero', facts }] }
}

function whatIsLacking({ n, leastExpected }: Comparison, minimum: number): Reason[] {
  const reasons: Reason[] = []
  if (n.before < minimum) reasons.push({ code: 'too-few-before', facts: { n: n.before, minimum } })
  if (n.after < minimum) reasons.push({ code: 'too-few-after', facts: { n: n.after, minimum } })
  if (reasons.length === 0 && leastExpected !== null && leastExpected < LEAST_EXPECTED) {
    reasons.push({ code: 'too-rare', facts: { expected: leastExpected, minimum: LEAST_EXPECTED } })
  }
  return reasons
}
