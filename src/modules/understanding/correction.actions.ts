import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { CorrectedField, NewCorrection } from '../../shared/contracts/understanding.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { allCategories } from './category.store.ts'
import { insertCorrections } from './correction.store.ts'
import { changed } from './understand.actions.ts'
import { notUnderstoodYet, unknownCategories } from './understanding.refusals.ts'
import { correctUnderstanding, fileAnew, lockUnderstandings } from './understanding.store.ts'

/** Says what a voice really is. It holds at once, is kept with who and when, and wins over every later engine. */
export async function correct(
  db: Db,
  feedbackId: string,
  given: NewCorrection,
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [was] = await lockUnderstandings(tx, [feedbackId])
    if (was === undefined) throw (await feedbackExists(tx, feedbackId)) ? notUnderstoodYet() : noSuchFeedback()
    if (given.categories !== undefined) await requireLive(tx, given.categories)
    const fields = (Object.keys(given) as CorrectedField[]).filter((field) => given[field] !== undefined)
    const rows = fields.map((field) => ({
      id: newId(now),
      field,
      value: given[field] as string | string[],
      was: was[field],
    }))
    await insertCorrections(tx, feedbackId, rows, by, now)
    const is = {
      ...was,
      ...(Object.fromEntries(rows.map(({ field, value }) => [field, value])) as Partial<typeof was>),
    }
    await correctUnderstanding(tx, feedbackId, is)
    await fileAnew(tx, [feedbackId])
    const differs = is.sentiment !== was.sentiment || is.intent !== was.intent || is.urgency !== was.urgency
    if (differs) await changed(tx, 'corrected', was, is, { by, now })
    else if (given.categories !== undefined) await changed(tx, 'filed', was, is, { by, now })
  })
}

async function requireLive(tx: Db, ids: readonly string[]): Promise<void> {
  const live = new Set((await allCategories(tx)).filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id))
  if (ids.some((id) => !live.has(id))) throw unknownCategories()
}
