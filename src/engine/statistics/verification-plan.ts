import { canonicalJson } from './canonical-json.ts'

/**
 * How an improvement will be judged, fixed before it ships.
 *
 * Times are ISO 8601 moments, so that the plan reads the same in the database, in the API and under its hash.
 */
export type Plan = {
  /** share: answers in a group; mean: a score; rate: events per 1,000 of exposure (orders, customers). */
  measure: 'share' | 'mean' | 'rate'
  better: 'higher' | 'lower'
  before: Window
  after: Window
  /** Fewest voices (share, mean) or exposures (rate) a window must hold; 30 if left out. */
  minimumVoices?: number
  /** The move hoped for, > 0: fractions of 1 for a share, points for a mean, events per 1,000 for a rate. */
  hopedFor?: number
  /** 'moves' when other causes change what one divides by, as with a category's share of all feedback. */
  denominator?: 'steady' | 'moves'
  /** 'worst' when the before window was picked because it was bad: some of it would have healed by itself. */
  beforePicked?: 'in-advance' | 'worst'
}

export type Window = { from: string; to: string }

/** What one window held, in the plan's measure. */
export type Observed =
  | { measure: 'share'; hits: number; total: number }
  | { measure: 'mean'; n: number; mean: number; variance: number }
  | { measure: 'rate'; events: number; exposure: number }

export const MINIMUM_VOICES = 30

/** Cells of the comparison expected to hold fewer than this say nothing (Cochran's rule of five). */
export const LEAST_EXPECTED = 5

/** The text whose hash freezes a plan. Spelling a default out or leaving it out is the same plan. */
export function canonicalPlan(plan: Plan): string {
  return canonicalJson({
    measure: plan.measure,
    better: plan.better,
    before: plan.before,
    after: plan.after,
    minimumVoices: plan.minimumVoices ?? MINIMUM_VOICES,
    hopedFor: plan.hopedFor,
    denominator: plan.denominator ?? 'steady',
    beforePicked: plan.beforePicked ?? 'in-advance',
  })
}
