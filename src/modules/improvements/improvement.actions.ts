import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { ChangeImprovement, NewImprovement, Stage } from '../../shared/contracts/improvements.ts'
import { type Instant, MINUTE } from '../../shared/time/instant.ts'
import { membership } from '../accounts/index.ts'
import { improvementChanged, improvementCreated, improvementMoved, improvementShipped } from './improvement.events.ts'
import {
  beforeStillRuns,
  moveRefused,
  noSuchCase,
  noSuchCategory,
  noSuchImprovement,
  noSuchOwner,
  planOvertaken,
  unknownPlaces,
} from './improvement.refusals.ts'
import {
  addStep,
  type Change,
  categoryExists,
  changedLately,
  type ImprovementRow,
  improvementById,
  insertImprovement,
  type Locked,
  lockImprovement,
  nextNumber,
  setStage,
  updateImprovement,
} from './improvement.store.ts'
import { linkInto } from './link.actions.ts'
import { voicesOfCase } from './link.store.ts'
import { shippingFaults } from './metric.ts'
import { unknownPlacesIn } from './notice-places.ts'
import { judgeMove } from './stage.ts'
import { readPlan } from './verification.actions.ts'
import { latestPlan } from './verification.store.ts'

export type Act = { by: string | null; now: Instant }

export type Creation = Partial<NewImprovement> & { title: string } & Act

/**
 * Makes an improvement, with the voices named and those of a case linked to it.
 *
 * @throws Refusal 'invalid' when owner, category or case do not exist, or the notice names an unknown place
 */
export async function createImprovement(db: Db, made: Creation): Promise<{ id: string; number: number }> {
  const { by, now, feedbackIds = [], case: caseId, ...given } = made
  return await db.transaction(async (tx) => {
    await wantReferences(tx, given)
    const ofCase = caseId === undefined ? [] : await voicesOfCase(tx, caseId)
    if (ofCase === null) throw noSuchCase()
    const id = newId(now)
    const number = await nextNumber(tx)
    await insertImprovement(tx, { ...BLANK, ...given, id, number, by, at: now })
    await addStep(tx, { id: newId(now), improvementId: id, kind: 'created', by, at: now })
    await emit(tx, improvementCreated, { improvementId: id, number, by, at: now })
    const voices = [...new Set([...feedbackIds, ...ofCase])]
    const { title, notice = '' } = given
    if (voices.length > 0) await linkInto(tx, { id, toldTitle: title, notice, stage: 'proposed' }, voices, { by, now })
    return { id, number }
  })
}

const BLANK = {
  problem: '',
  cause: '',
  solution: '',
  category: null,
  owner: null,
  severity: 3,
  effort: 1,
  cost: null,
  benefit: null,
  dueOn: null,
  notice: '',
}

async function wantReferences(tx: Db, { owner, category, notice }: Change): Promise<void> {
  if (owner != null && (await membership(tx, owner))?.kind !== 'person') throw noSuchOwner()
  if (category != null && !(await categoryExists(tx, category))) throw noSuchCategory()
  const unknown = unknownPlacesIn(notice ?? '')
  if (unknown.length > 0) throw unknownPlaces(unknown)
}

/** The improvement, held until the transaction ends. @throws Refusal when there is none */
export async function held(tx: Db, id: string): Promise<Locked> {
  const row = await lockImprovement(tx, id)
  if (row === null) throw noSuchImprovement()
  return row
}

/** Changes what is given and leaves the rest. What is as it was leaves no trace; one sitting leaves one step. */
export async function changeImprovement(
  db: Db,
  id: string,
  change: ChangeImprovement,
  { by, now }: Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    await held(tx, id)
    const was = await improvementById(tx, id)
    if (was === null) throw noSuchImprovement()
    await wantReferences(tx, change)
    const fields = changedFields(was, change)
    if (fields.length === 0) return
    await updateImprovement(tx, id, change, now)
    if (!(await changedLately(tx, { improvementId: id, by, since: (now - ONE_SITTING) as Instant }))) {
      await addStep(tx, {
        id: newId(now),
        improvementId: id,
        kind: 'changed',
        facts: { fields: fields.join(' ') },
        by,
        at: now,
      })
    }
    await emit(tx, improvementChanged, { improvementId: id, by, at: now })
  })
}

const ONE_SITTING = 10 * MINUTE

function changedFields({ categoryId, ownerId, ...row }: ImprovementRow, change: Change): string[] {
  const was: Change = { ...row, category: categoryId, owner: ownerId }
  return (Object.keys(change) as (keyof Change)[]).filter(
    (field) => change[field] !== undefined && change[field] !== was[field],
  )
}

/**
 * Moves an improvement by hand.
 *
 * @throws Refusal 'conflict' when the move is not allowed, also for shipping without a plan that is frozen and fits
 */
export async function moveStage(
  db: Db,
  { improvementId, stage, reason = '', by, now }: { improvementId: string; stage: Stage; reason?: string } & Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await held(tx, improvementId)
    const frozen = await latestPlan(tx, improvementId)
    const pending = frozen !== null && frozen.result === null ? readPlan(frozen) : null
    const judged = judgeMove({ from: row.stage, to: stage, by: 'person', reason, planFrozen: pending !== null })
    if (!judged.ok) throw moveRefused(judged.why, row.stage, stage)
    if (stage === 'shipped' && pending !== null) wantFitting(pending, now)
    await enter(tx, row, stage, { reason, by, now })
    const { toldTitle: title, notice, number } = row
    if (stage === 'shipped') await emit(tx, improvementShipped, { improvementId, number, title, notice, by, at: now })
  })
}

function wantFitting(plan: ReturnType<typeof readPlan>, now: Instant): void {
  for (const { code } of shippingFaults(plan, now)) {
    throw code === 'ends-after-shipping' ? beforeStillRuns(plan.before.to) : planOvertaken(plan.after.from)
  }
}

/** Puts an improvement into a stage and writes it down. The caller has judged the move. */
export async function enter(
  tx: Db,
  row: Pick<Locked, 'id' | 'stage'>,
  to: Stage,
  { reason, by, now }: { reason: string } & Act,
): Promise<void> {
  await setStage(tx, row.id, to, now)
  const facts = { from: row.stage, to, reason: reason.trim() }
  await addStep(tx, { id: newId(now), improvementId: row.id, kind: 'moved', facts, by, at: now })
  await emit(tx, improvementMoved, { improvementId: row.id, from: row.stage, to, by, at: now })
}
