import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/ids.ts'
import type { CorrectedField, NewCorrection } from '../../shared/contracts/understanding.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { isAlike } from './agreement.ts'
import { allCategories } from './category.store.ts'
import { markChanged } from './category-fit.store.ts'
import { insertCorrections } from './correction.store.ts'
import { setOpenReview } from './review.store.ts'
import { changed } from './understand.actions.ts'
import { notUnderstoodYet, unknownCategories } from './understanding.refusals.ts'
import { correctUnderstanding, fileAnew, lockUnderstandings, type Stored } from './understanding.store.ts'

/** Says what a voice really is. It holds at once, is kept with who and when, and wins over every later engine. */
export async function correct(
  db: Db,
  feedbackId: string,
  given: NewCorrection,
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    const was = await lockUnderstood(tx, feedbackId)
    await correctIn(tx, was, given, { by, alongWith: null, now })
    await setOpenReview(tx, feedbackId, null, now)
  })
}

/** What is understood of one voice, locked until the end of the transaction. */
export async function lockUnderstood(tx: Db, feedbackId: string): Promise<Stored> {
  const [was] = await lockUnderstandings(tx, [feedbackId])
  if (was === undefined) throw (await feedbackExists(tx, feedbackId)) ? notUnderstoodYet() : noSuchFeedback()
  return was
}

/**
 * The same in the transaction that locked what was understood; gives the ids of what was said. Saying what is so already
 * confirms it.
 *
 * @param alongWith  the voice that the person looked at, of which this one is a copy; null for this one itself
 */
export async function correctIn(
  tx: Db,
  was: Stored,
  given: NewCorrection,
  { by, alongWith, now }: { by: string; alongWith: string | null; now: Instant },
): Promise<string[]> {
  const { feedbackId } = was
  if (given.categories !== undefined) await requireLive(tx, given.categories)
  const fields = (Object.keys(given) as CorrectedField[]).filter((field) => given[field] !== undefined)
  const rows = fields.map((field) => ({
    id: newId(now),
    field,
    value: given[field] as string | string[],
    was: was[field],
  }))
  await insertCorrections(tx, feedbackId, rows, { by, alongWith, now })
  const is = { ...was, ...(Object.fromEntries(rows.map(({ field, value }) => [field, value])) as Partial<Stored>) }
  await correctUnderstanding(tx, feedbackId, is, true)
  await fileAnew(tx, [feedbackId])
  // What is confirmed is learned from as well; what is another now is marked where that is told.
  if (given.categories !== undefined && isAlike(is.categories, was.categories)) await markChanged(tx, is.categories)
  await tellChange(tx, was, is, { by, now })
  return rows.map(({ id }) => id)
}

/** Says what of a voice is another now, if anything is; categories that it came to or left are learned anew from their examples. */
export async function tellChange(tx: Db, was: Stored, is: Stored, act: { by: string; now: Instant }): Promise<void> {
  const isFiled = !isAlike(is.categories, was.categories)
  if (isFiled) await markChanged(tx, [...was.categories, ...is.categories])
  const differs = is.sentiment !== was.sentiment || is.intent !== was.intent || is.urgency !== was.urgency
  if (differs) await changed(tx, 'corrected', was, is, act)
  else if (isFiled) await changed(tx, 'filed', was, is, act)
}

export async function requireLive(tx: Db, ids: readonly string[]): Promise<void> {
  const live = new Set((await allCategories(tx)).filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id))
  if (ids.some((id) => !live.has(id))) throw unknownCategories()
}
