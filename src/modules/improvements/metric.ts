import type { Plan as StatisticalPlan } from '../../engine/statistics/verification-plan.ts'
import { DAY, type Instant, isoOf } from '../../shared/time/instant.ts'

/**
 * What an improvement may be measured by. Shares and rates are built on denominators that the improvement itself does
 * not move: respondents, orders, customers, needs. A share of all feedback is allowed with a warning.
 */
export type Metric =
  | { kind: 'share-choosing-option'; survey: string; question: string; options: readonly string[] }
  | { kind: 'share-of-score'; score: ScoreKind; from: number; to: number }
  | { kind: 'mean-score'; score: ScoreKind }
  | { kind: 'contacts-per-1000-orders'; category: string | null }
  | { kind: 'contacts-per-1000-customers'; category: string | null }
  | { kind: 'share-of-resolved-needs'; category: string | null }
  | { kind: 'share-of-category'; category: string }

export type ScoreKind = 'nps' | 'csat' | 'ces' | 'rating'
export type MetricKind = Metric['kind']

type Traits = {
  measure: StatisticalPlan['measure']
  /** What a window is divided by: the words under the figure. */
  denominator: 'respondents' | 'orders' | 'customers' | 'needs' | 'feedback'
  /** Offered first; a share may be good either way, so a person confirms it. */
  better: StatisticalPlan['better']
  warning: 'denominator-moves' | null
}

const TRAITS: Record<MetricKind, Traits> = {
  'share-choosing-option': { measure: 'share', denominator: 'respondents', better: 'lower', warning: null },
  'share-of-score': { measure: 'share', denominator: 'respondents', better: 'higher', warning: null },
  'mean-score': { measure: 'mean', denominator: 'respondents', better: 'higher', warning: null },
  'contacts-per-1000-orders': { measure: 'rate', denominator: 'orders', better: 'lower', warning: null },
  'contacts-per-1000-customers': { measure: 'rate', denominator: 'customers', better: 'lower', warning: null },
  'share-of-resolved-needs': { measure: 'share', denominator: 'needs', better: 'higher', warning: null },
  // Fewer complaints of another kind raise this share with nothing having changed here.
  'share-of-category': { measure: 'share', denominator: 'feedback', better: 'lower', warning: 'denominator-moves' },
}

export const traitsOf = (kind: MetricKind): Traits => TRAITS[kind]

/** Lowest and highest point of each score; ratings carry their own scale. */
const SCALES: Record<Exclude<ScoreKind, 'rating'>, readonly [number, number]> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
}

export type MetricFault = 'no-options' | 'no-category' | 'empty-range' | 'outside-scale'

/** What is wrong with a metric, or null. */
export function metricFault(metric: Metric): MetricFault | null {
  if (metric.kind === 'share-choosing-option') return metric.options.length === 0 ? 'no-options' : null
  if (metric.kind === 'share-of-category') return metric.category === '' ? 'no-category' : null
  if (metric.kind !== 'share-of-score') return null
  if (!(metric.from <= metric.to)) return 'empty-range'
  if (metric.score === 'rating') return null
  const [low, high] = SCALES[metric.score]
  if (metric.from < low || metric.to > high) return 'outside-scale'
  return metric.from === low && metric.to === high ? 'empty-range' : null
}

/** from ≤ t < to */
export type PlanWindow = { from: Instant; to: Instant }

export type WindowFault = {
  window: 'before' | 'after'
  code:
    | 'empty'
    | 'too-short'
    | 'too-long'
    | 'ends-after-freeze'
    | 'starts-before-shipping'
    | 'starts-before-freeze'
    | 'overlaps'
}

export const SHORTEST_DAYS = 1
export const LONGEST_DAYS = 400

/**
 * Everything wrong with the windows of a plan; empty when it may be frozen.
 *
 * Before must be over when the plan is frozen, else its end could still be chosen by its result. After begins when the
 * change has reached customers: not before shipping, and while that is ahead, not before freezing.
 *
 * @param frozenAt   when the plan is frozen
 * @param shippedAt  when the change reached customers; null while it has not
 */
export function windowFaults(
  { before, after }: { before: PlanWindow; after: PlanWindow },
  { frozenAt, shippedAt }: { frozenAt: Instant; shippedAt: Instant | null },
): WindowFault[] {
  const faults: WindowFault[] = [...lengthFaults('before', before), ...lengthFaults('after', after)]
  if (before.to > frozenAt) faults.push({ window: 'before', code: 'ends-after-freeze' })
  if (after.from < before.to) faults.push({ window: 'after', code: 'overlaps' })
  if (shippedAt !== null && after.from < shippedAt) faults.push({ window: 'after', code: 'starts-before-shipping' })
  if (shippedAt === null && after.from < frozenAt) faults.push({ window: 'after', code: 'starts-before-freeze' })
  return faults
}

function lengthFaults(window: 'before' | 'after', { from, to }: PlanWindow): WindowFault[] {
  const days = (to - from) / DAY
  if (!(days > 0)) return [{ window, code: 'empty' }]
  if (days < SHORTEST_DAYS) return [{ window, code: 'too-short' }]
  return days > LONGEST_DAYS ? [{ window, code: 'too-long' }] : []
}

/** A result may be computed once the after window has passed; peeking earlier and stopping would be choosing. */
export const isDecidable = (after: PlanWindow, now: Instant): boolean => now >= after.to

/** What the engine is asked: the plan without the business around it. */
export function statisticalPlan(plan: {
  metric: Metric
  better: StatisticalPlan['better']
  before: PlanWindow
  after: PlanWindow
  minimumVoices?: number
  hopedFor?: number
  beforePicked?: 'in-advance' | 'worst'
}): StatisticalPlan {
  const { metric, before, after, ...rest } = plan
  const { measure, warning } = TRAITS[metric.kind]
  const windowOf = ({ from, to }: PlanWindow) => ({ from: isoOf(from), to: isoOf(to) })
  return {
    ...rest,
    measure,
    before: windowOf(before),
    after: windowOf(after),
    denominator: warning === 'denominator-moves' ? 'moves' : 'steady',
  }
}
