import type { z } from 'zod'
import { compare } from '../../engine/statistics/verification-measure.ts'
import type { Observed } from '../../engine/statistics/verification-plan.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { FreezePlan, type PlanPreview } from '../../shared/contracts/improvements.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { knowsOptions } from './choice.store.ts'
import { improvementFrozen } from './improvement.events.ts'
import { noSuchImprovement, notOpenForPlans, planFrozen, unsoundPlan } from './improvement.refusals.ts'
import { addStep, categoryExists, improvementById, type Locked, lockImprovement } from './improvement.store.ts'
import { decidedAt, traitsOf } from './metric.ts'
import { observe } from './observation.store.ts'
import { expectedAfter, frozenForm, isSpent, type PlanFault, planFaults } from './plan.ts'
import { countOf, unitOf } from './result.ts'
import { insertPlan, latestPlan, type PlanRow } from './verification.store.ts'

/** A stored plan with its ids and moments as the code uses them. */
export const readPlan = (row: Pick<PlanRow, 'plan'>): FreezePlan => FreezePlan.parse(row.plan)

const OPEN_FOR_PLANS = ['proposed', 'accepted', 'building', 'shipped']

type Freezing = { improvementId: string; plan: FreezePlan; by: string | null; now: Instant }

/**
 * Freezes the plan by which an improvement will be judged. The same plan again changes nothing.
 *
 * Another plan is taken only when the last one says nothing any more: it was decided (and did not verify), or its
 * window began before the change was shipped. Every round stays on record.
 *
 * @throws Refusal 'conflict' for another plan than the frozen one; 'invalid' when the plan would prove nothing
 */
export async function freezePlan(
  db: Db,
  { improvementId, plan, by, now }: Freezing,
): Promise<{ round: number; hash: string }> {
  return await db.transaction(async (tx) => {
    const row = await lockImprovement(tx, improvementId)
    if (row === null) throw noSuchImprovement()
    const frozen = frozenForm(plan)
    const latest = await latestPlan(tx, improvementId)
    if (latest !== null && latest.hash === frozen.hash) return { round: latest.round, hash: latest.hash }
    if (
      latest !== null &&
      !isSpent({ plan: readPlan(latest), decided: latest.result !== null }, { isShipped: row.stage === 'shipped', now })
    ) {
      throw planFrozen(latest.hash)
    }
    if (!OPEN_FOR_PLANS.includes(row.stage)) throw notOpenForPlans(row.stage)
    const faults = await faultsOf(tx, plan, row, now)
    if (faults.length > 0) throw unsoundPlan(faults)
    const round = (latest?.round ?? 0) + 1
    const dueAt = decidedAt(plan.metric.kind, plan.after)
    await insertPlan(tx, { id: newId(now), improvementId, round, ...frozen, by, at: now, dueAt })
    await addStep(tx, {
      id: newId(now),
      improvementId,
      kind: 'frozen',
      facts: { round, hash: frozen.hash },
      by,
      at: now,
    })
    await emit(tx, improvementFrozen, { improvementId, round, hash: frozen.hash, by, at: now })
    return { round, hash: frozen.hash }
  })
}

/** What is wrong with a plan, by itself and in what it names. */
async function faultsOf(
  db: Db,
  plan: FreezePlan,
  row: Pick<Locked, 'stage' | 'shippedAt'>,
  now: Instant,
): Promise<PlanFault[]> {
  const shippedAt = row.stage === 'shipped' ? row.shippedAt : null
  const faults = planFaults(plan, { frozenAt: now, shippedAt })
  const { metric } = plan
  if (metric.kind === 'share-choosing-option') {
    if (!(await knowsOptions(db, metric))) faults.push({ path: 'metric', code: 'no-such-option' })
  } else if ('category' in metric && metric.category !== null && !(await categoryExists(db, metric.category))) {
    faults.push({ path: 'metric.category', code: 'no-such-category' })
  }
  return faults
}

/** What the plan would find in its first window now, and how many voices it would take. */
export async function previewPlan(
  db: Db,
  { improvementId, plan, now }: Omit<Freezing, 'by'>,
): Promise<z.output<typeof PlanPreview>> {
  return await db.transaction(async (tx) => {
    const row = await improvementById(tx, improvementId)
    if (row === null) throw noSuchImprovement()
    const faults = await faultsOf(tx, plan, row, now)
    const { metric, filter, before, hopedFor, better } = plan
    const seen = await observe(tx, { metric, filter, window: before })
    const count = countOf(seen)
    const { warning } = traitsOf(metric.kind)
    return {
      unit: unitOf(seen.measure),
      before: count,
      needed:
        hopedFor === undefined
          ? null
          : compare(seen, emptyLike(seen)).needed(better === 'higher' ? hopedFor : -hopedFor),
      expectedAfter: expectedAfter(plan, count.n),
      warnings: warning === null ? [] : [warning],
      faults,
    }
  })
}

function emptyLike({ measure }: Observed): Observed {
  if (measure === 'share') return { measure, hits: 0, total: 0 }
  return measure === 'mean' ? { measure, n: 0, mean: 0, variance: 0 } : { measure, events: 0, exposure: 0 }
}
