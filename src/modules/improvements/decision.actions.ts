import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { notify } from '../accounts/index.ts'
import { enter } from './improvement.actions.ts'
import { improvementVerified } from './improvement.events.ts'
import { addStep, type Locked, lockImprovement } from './improvement.store.ts'
import { observe } from './observation.store.ts'
import { hashOfPlan } from './plan.ts'
import { resultOf, type StoredResult } from './result.ts'
import { stageAfter } from './stage.ts'
import { readPlan } from './verification.actions.ts'
import { improvementsDue, insertResult, latestPlan, type PlanRow } from './verification.store.ts'

/** Decides every plan whose window has passed; gives how many. Safe to run twice: a result is written once. */
export async function decideDue(db: Db, now: Instant, limit = 50): Promise<number> {
  let decided = 0
  for (const id of await improvementsDue(db, now, limit)) if (await decide(db, id, now)) decided += 1
  return decided
}

async function decide(db: Db, improvementId: string, now: Instant): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const row = await lockImprovement(tx, improvementId)
    const frozen = await latestPlan(tx, improvementId)
    if (row?.stage !== 'shipped' || frozen === null || frozen.result !== null || frozen.dueAt > now) return false
    const result = await resultFor(tx, frozen, now)
    if (!(await insertResult(tx, frozen.id, result))) return false
    await settle(tx, row, frozen, result, now)
    return true
  })
}

async function resultFor(tx: Db, frozen: PlanRow, now: Instant): Promise<StoredResult> {
  if (hashOfPlan(frozen.plan) !== frozen.hash)
    throw new Error(`the plan of verification ${frozen.id} is not the one that was frozen`)
  const plan = readPlan(frozen)
  const { metric, filter } = plan
  const before = await observe(tx, { metric, filter, window: plan.before })
  const after = await observe(tx, { metric, filter, window: plan.after })
  return resultOf(plan, before, after, now)
}

/** Where the verdict takes it, and who is told. What did not verify is open work again. */
async function settle(
  tx: Db,
  row: Locked,
  { id, round }: PlanRow,
  { verdict }: StoredResult,
  now: Instant,
): Promise<void> {
  const system = { by: null, now }
  await addStep(tx, {
    id: newId(now),
    improvementId: row.id,
    kind: 'decided',
    facts: { round, verdict },
    by: null,
    at: now,
  })
  const stage = stageAfter(verdict)
  if (stage !== null) await enter(tx, row, stage, { reason: '', ...system })
  if (stage === 'not-verified') await enter(tx, { id: row.id, stage }, 'accepted', { reason: '', ...system })
  await emit(tx, improvementVerified, { improvementId: row.id, verdict, round, at: now })
  const personId = row.ownerId ?? row.createdBy
  if (personId === null) return
  const facts = { title: row.title, verdict }
  await notify(tx, {
    personId,
    kind: 'verdict',
    subject: publicIdOf('imp', row.id),
    facts,
    dedupe: `verdict ${id}`,
    now,
  })
}
