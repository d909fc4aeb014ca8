import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, type Json } from '../../engine/statistics/canonical-json.ts'
import { FreezePlan } from '../../shared/contracts/improvements.ts'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { metricFault, type PlanWindow, shippingFaults, windowFaults } from './metric.ts'

/** What stands in the way of freezing; `path` as in the API's errors. */
export type PlanFault = { path: string; code: string }

export type FrozenForm = { plan: z.input<typeof FreezePlan>; hash: string }

/**
 * A plan as it is frozen: in its outside form, so that anyone can hash what the API shows and compare.
 *
 * @returns hash: SHA-256 of its canonical JSON, in hexadecimal
 */
export function frozenForm(plan: FreezePlan): FrozenForm {
  const outside = z.encode(FreezePlan, plan)
  return { plan: outside, hash: hashOfPlan(outside) }
}

/** The hash of a plan in its outside form, whatever the order of its fields. */
export const hashOfPlan = (outside: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(outside as Json))
    .digest('hex')

/** Everything wrong with a plan by itself. */
export function planFaults(plan: FreezePlan, when: { frozenAt: Instant; shippedAt: Instant | null }): PlanFault[] {
  const metric = metricFault(plan.metric)
  const windows = windowFaults(plan, { kind: plan.metric.kind, ...when })
  return [
    ...(metric === null ? [] : [{ path: 'metric', code: metric }]),
    ...windows.map(({ window, code }) => ({ path: window, code })),
  ]
}

/** A plan that says nothing any more: it was decided, or the change came after its window had begun. */
export function isSpent(
  frozen: { plan: FreezePlan; decided: boolean },
  improvement: { isShipped: boolean; now: Instant },
): boolean {
  if (frozen.decided) return true
  if (improvement.isShipped) return false
  return shippingFaults(frozen.plan, improvement.now).some(({ code }) => code === 'starts-before-shipping')
}

const daysOf = ({ from, to }: PlanWindow): number => (to - from) / DAY

/** What the window after will hold when things go on as before. */
export const expectedAfter = (
  { before, after }: Pick<FreezePlan, 'before' | 'after'>,
  nBefore: number,
): number | null => (daysOf(before) > 0 ? (nBefore * daysOf(after)) / daysOf(before) : null)
