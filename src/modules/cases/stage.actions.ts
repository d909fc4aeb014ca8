/** How a case moves between its stages; ends and reopenings are in resolution.actions.ts. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Stage } from '../../shared/contracts/cases.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { caseMoved } from './case.events.ts'
import { caseEnded, mergedAway, noSuchCase } from './case.refusals.ts'
import { addStep, type CaseRow, lockCase, setStage } from './case.store.ts'
import { pauseAll, resumeAll } from './promise.actions.ts'
import { isOpen } from './stages.ts'

/** Moves an open case; waiting for the customer stops the clocks, leaving it starts them again. */
export async function moveStage(tx: Db, row: CaseRow, to: Stage, by: string | null, now: Instant): Promise<void> {
  if (row.stage === to) return
  if (to === 'waiting') await pauseAll(tx, row.id, now)
  else if (row.stage === 'waiting') await resumeAll(tx, row.id, now)
  await setStage(tx, row.id, to, now)
  await addStep(tx, { id: newId(now), caseId: row.id, kind: 'stage', facts: { from: row.stage, to }, by, at: now })
  await emit(tx, caseMoved, { caseId: row.id, from: row.stage, to, by, at: now })
}

/** A person says where the case stands. */
export async function moveByHand(
  db: Db,
  asked: { caseId: string; stage: 'working' | 'waiting'; by: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockCase(tx, asked.caseId)
    if (row === null) throw noSuchCase()
    if (row.mergedInto !== null) throw mergedAway()
    if (!isOpen(row.stage)) throw caseEnded()
    await moveStage(tx, row, asked.stage, asked.by, asked.now)
  })
}
