/** Cases of voices that turn out to be spam: closed without a word to anybody, and opened again when that was wrong. */
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { caseClosed } from './case.events.ts'
import {
  addStep,
  caseOfVoice,
  isAllAside,
  lockCase,
  refreshDue,
  setSilence,
  setStage,
  whyClosed,
} from './case.store.ts'
import { dropRunning } from './promise.actions.ts'
import { reopen } from './resolution.actions.ts'
import { isOpen } from './stages.ts'

/** Closes the case of a voice that was put aside, unless other voices of it stand or a person has answered. */
export async function closeAside(db: Db, feedbackId: string, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const caseId = await caseOfVoice(tx, feedbackId)
    const row = caseId === null ? null : await lockCase(tx, caseId)
    if (row === null || !isOpen(row.stage) || !(await isAllAside(tx, row.id))) return
    await dropRunning(tx, row.id, now)
    await setStage(tx, row.id, 'closed', now)
    await setSilence(tx, row.id, null)
    await refreshDue(tx, row.id)
    await addStep(tx, {
      id: newId(now),
      caseId: row.id,
      kind: 'closed',
      facts: { why: 'set-aside' },
      by: null,
      at: now,
    })
    await emit(tx, caseClosed, { caseId: row.id, why: 'set-aside', at: now })
  })
}

/** Opens a case again that was closed only because its voice was put aside. */
export async function reopenRestored(db: Db, feedbackId: string, by: string | null, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    const caseId = await caseOfVoice(tx, feedbackId)
    const row = caseId === null ? null : await lockCase(tx, caseId)
    if (row === null || isOpen(row.stage) || (await whyClosed(tx, row.id)) !== 'set-aside') return
    await reopen(tx, row, { why: 'staff', by, now })
  })
}
