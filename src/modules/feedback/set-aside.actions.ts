import type { Db } from '../../platform/db/db.ts'
import { emit, emitMany } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { feedbackRestored, feedbackSetAside } from './feedback.events.ts'
import { noSuchFeedback, notSetAside } from './feedback.refusals.ts'
import { deleteSetAside, feedbackExists, insertSetAsides } from './feedback.store.ts'

/** Puts voices aside, each once. They stay where they are, and can be restored; gives those that were not aside before. */
export async function setAside(
  tx: Db,
  aside: readonly { feedbackId: string; reason: string }[],
  by: string | null,
  now: Instant,
): Promise<string[]> {
  if (aside.length === 0) return []
  const fresh = new Set(await insertSetAsides(tx, aside, by, now))
  await emitMany(
    tx,
    feedbackSetAside,
    aside.filter(({ feedbackId }) => fresh.has(feedbackId)).map((each) => ({ ...each, by, at: now })),
  )
  return [...fresh]
}

/** One voice put aside by a person; doing it again changes nothing. */
export async function setAsideByHand(
  db: Db,
  { feedbackId, reason, by, at }: { feedbackId: string; reason: string; by: string; at: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await feedbackExists(tx, feedbackId))) throw noSuchFeedback()
    await setAside(tx, [{ feedbackId, reason }], by, at)
  })
}

/** Brings a voice back among the others. */
export async function restore(
  db: Db,
  { feedbackId, by, at }: { feedbackId: string; by: string; at: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await deleteSetAside(tx, feedbackId)))
      throw (await feedbackExists(tx, feedbackId)) ? notSetAside() : noSuchFeedback()
    await emit(tx, feedbackRestored, { feedbackId, by, at })
  })
}
