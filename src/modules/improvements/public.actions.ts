import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { held } from './improvement.actions.ts'
import { improvementPublished } from './improvement.events.ts'
import { noSuchImprovement } from './improvement.refusals.ts'
import { addStep } from './improvement.store.ts'
import { type PublicWords, publicImprovement, updatePublic } from './public.store.ts'

/** Puts an improvement on the public page or takes it off, with the words it has there. */
export async function publishImprovement(
  db: Db,
  { improvementId, by, now, ...words }: PublicWords & { improvementId: string; by: string | null; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    await held(tx, improvementId)
    const was = await publicImprovement(tx, improvementId)
    if (was === null) throw noSuchImprovement()
    await updatePublic(tx, improvementId, words, now)
    if (was.public !== words.public) {
      await addStep(tx, {
        id: newId(now),
        improvementId,
        kind: words.public ? 'published' : 'unpublished',
        by,
        at: now,
      })
    }
    await emit(tx, improvementPublished, { improvementId, public: words.public, by, at: now })
  })
}
