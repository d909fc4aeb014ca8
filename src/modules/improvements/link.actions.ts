import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Stage } from '../../shared/contracts/improvements.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { improvementLinked, improvementUnlinked } from './improvement.events.ts'
import { noSuchImprovement, notLinked } from './improvement.refusals.ts'
import { addStep, lockImprovement } from './improvement.store.ts'
import { countKnown, deleteLink, insertLinks } from './link.store.ts'

type Act = { by: string | null; now: Instant }

/** Stages after the change has reached customers. */
const REACHED: readonly Stage[] = ['shipped', 'verified']

/** An event carries at most so many voices, so that telling them is done in parts. */
const PART = 500

/** Links voices to an improvement that is held. Gives those that were not linked before. */
export async function linkInto(
  tx: Db,
  { id, toldTitle, notice, stage }: { id: string; toldTitle: string; notice: string; stage: Stage },
  feedbackIds: readonly string[],
  { by, now }: Act,
): Promise<string[]> {
  const added = await insertLinks(tx, { improvementId: id, feedbackIds, by, at: now })
  if (added.length === 0) return added
  await addStep(tx, { id: newId(now), improvementId: id, kind: 'linked', facts: { n: added.length }, by, at: now })
  const shipped = REACHED.includes(stage)
  for (let from = 0; from < added.length; from += PART) {
    const part = added.slice(from, from + PART)
    await emit(tx, improvementLinked, {
      improvementId: id,
      feedbackIds: part,
      shipped,
      title: toldTitle,
      notice,
      by,
      at: now,
    })
  }
  return added
}

export type Linked = { added: number; already: number; unknown: number }

/** Links voices; doing it again adds nothing. Those linked after shipping are told at once. */
export async function linkVoices(
  db: Db,
  { improvementId, feedbackIds, by, now }: { improvementId: string; feedbackIds: readonly string[] } & Act,
): Promise<Linked> {
  const wanted = [...new Set(feedbackIds)]
  return await db.transaction(async (tx) => {
    const row = await lockImprovement(tx, improvementId)
    if (row === null) throw noSuchImprovement()
    const known = await countKnown(tx, wanted)
    const added = await linkInto(tx, row, wanted, { by, now })
    return { added: added.length, already: known - added.length, unknown: wanted.length - known }
  })
}

/** Takes a voice away from an improvement. */
export async function unlinkVoice(
  db: Db,
  { improvementId, feedbackId, by, now }: { improvementId: string; feedbackId: string } & Act,
): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await lockImprovement(tx, improvementId)) === null) throw noSuchImprovement()
    if (!(await deleteLink(tx, improvementId, feedbackId))) throw notLinked()
    await addStep(tx, { id: newId(now), improvementId, kind: 'unlinked', facts: { n: 1 }, by, at: now })
    await emit(tx, improvementUnlinked, { improvementId, feedbackId, by, at: now })
  })
}
