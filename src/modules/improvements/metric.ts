import type { Plan as StatisticalPlan } from '../../engine/statistics/verification-plan.ts'
import type { Metric, MetricKind } from '../../shared/contracts/improvements.ts'
import { DAY, type Instant, isoOf } from '../../shared/time/instant.ts'

export type { Metric, MetricKind }

export type ScoreKind = 'nps' | 'csat' | 'ces' | 'rating'

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
export type Windows = { before: PlanWindow; after: PlanWindow }

export type WindowFault = {
  window: 'before' | 'after'
  code:
    | 'empty'
    | 'too-short'
    | 'too-long'
    | 'ends-after-shipping'
    | 'starts-before-shipping'
    | 'starts-before-freeze'
    | 'over-already'
    | 'overlaps'
    | 'must-be-equal'
}

export const SHORTEST_DAYS = 1
export const LONGEST_DAYS = 400

/** Windows are picked by whole days: the day of shipping, or of freezing, may lie in either. */
const SLACK = DAY

/**
 * Everything wrong with the windows of a plan; empty when it may be frozen.
 *
 * After begins when the change has reached customers: not before shipping, and while that is ahead, not before
 * freezing; and it must not be over, else its end could be chosen by its result. Before ends when after begins.
 *
 * @param frozenAt   when the plan is frozen
 * @param shippedAt  when the change reached customers; null while it has not
 */
export function windowFaults(
  { before, after }: Windows,
  { kind, frozenAt, shippedAt }: { kind: MetricKind; frozenAt: Instant; shippedAt: Instant | null },
): WindowFault[] {
  const faults: WindowFault[] = [...lengthFaults('before', before), ...lengthFaults('after', after)]
  if (after.from < before.to) faults.push({ window: 'after', code: 'overlaps' })
  if (after.to <= frozenAt) faults.push({ window: 'after', code: 'over-already' })
  if (shippedAt === null && after.from < frozenAt - SLACK)
    faults.push({ window: 'after', code: 'starts-before-freeze' })
  if (shippedAt !== null) faults.push(...shippingFaults({ before, after }, shippedAt))
  if (kind === 'contacts-per-1000-customers' && unequal(before, after))
    faults.push({ window: 'after', code: 'must-be-equal' })
  return faults
}

/** What is wrong with shipping at this moment under a plan that is frozen. */
export function shippingFaults({ before, after }: Windows, shippedAt: Instant): WindowFault[] {
  const faults: WindowFault[] = []
  if (before.to > shippedAt + SLACK) faults.push({ window: 'before', code: 'ends-after-shipping' })
  if (after.from < shippedAt - SLACK) faults.push({ window: 'after', code: 'starts-before-shipping' })
  return faults
}

/** Contacts add up with time and customers do not: their rate can be compared only over equal stretches. */
const unequal = (before: PlanWindow, after: PlanWindow): boolean =>
  Math.abs(before.to - before.from - (after.to - after.from)) > DAY / 12

function lengthFaults(window: 'before' | 'after', { from, to }: PlanWindow): WindowFault[] {
  const days = (to - from) / DAY
  if (!(days > 0)) return [{ window, code: 'empty' }]
  if (days < SHORTEST_DAYS) return [{ window, code: 'too-short' }]
  return days > LONGEST_DAYS ? [{ window, code: 'too-long' }] : []
}

/** A customer has a week to say whether it is solved: a need is counted when that has passed. */
const TIME_TO_ANSWER = 7 * DAY

/** When a plan is decided: after its window has passed; peeking earlier and stopping would be choosing. */
export const decidedAt = (kind: MetricKind, after: PlanWindow): Instant =>
  (after.to + (kind === 'share-of-resolved-needs' ? TIME_TO_ANSWER : 0)) as Instant

/** What the engine is asked: the plan without the business around it. */
export function statisticalPlan(plan: {
  metric: Metric
  better: StatisticalPlan['better']
  before: PlanWindow
  after: PlanWindow
  minimumVoices?: number
  hopedFor?: number | undefined
  beforePicked?: 'in-advance' | 'worst'
}): StatisticalPlan {
  const { metric, before, after, better, minimumVoices, hopedFor, beforePicked } = plan
  const { measure, warning } = TRAITS[metric.kind]
  const windowOf = ({ from, to }: PlanWindow) => ({ from: isoOf(from), to: isoOf(to) })
  return {
    measure,
    better,
    ...(minimumVoices !== undefined && { minimumVoices }),
    ...(hopedFor !== undefined && { hopedFor }),
    ...(beforePicked !== undefined && { beforePicked }),
    before: windowOf(before),
    after: windowOf(after),
    denominator: warning === 'denominator-moves' ? 'moves' : 'steady',
  }
}
