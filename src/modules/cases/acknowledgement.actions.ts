/** "We have it": said at once, once per case, on the customer's channel. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { addStep, lockCase } from './case.store.ts'
import { acknowledgement } from './letters.ts'
import { say, wayTo } from './outgoing.actions.ts'
import { owedBy } from './promise.store.ts'
import { moveStage } from './stage.actions.ts'

/** Acknowledges a new case; one that was acknowledged, or has gone on since, is left as it is. */
export async function acknowledge(tx: Db, caseId: string, publicUrl: string, now: Instant): Promise<void> {
  const row = await lockCase(tx, caseId)
  if (row === null || row.stage !== 'new') return
  const way = await wayTo(tx, row, publicUrl)
  if (way === null) return
  const owed = await owedBy(tx, caseId)
  const dueAt = (owed.find(({ kind }) => kind === 'first-answer') ?? owed[0])?.dueAt ?? null
  const words = acknowledgement(way.addressee, dueAt, now)
  const said = await say(tx, way, { caseId, kind: 'acknowledgement', by: null, words, automatic: true, now })
  await addStep(tx, { id: newId(now), caseId, kind: 'acknowledged', facts: { by: said.by }, by: null, at: now })
  await moveStage(tx, row, 'acknowledged', null, now)
}
