import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import type { Db } from '../../platform/db/db.ts'
import type { User } from '../../platform/http/route.ts'
import { REVIEW_COUNTED_TO } from '../../shared/contracts/review.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn } from '../../shared/time/zone.ts'
import { audit, workspaceZone } from '../accounts/index.ts'
import { settleSingleWords } from './judging.actions.ts'
import { lockReadingSettings, readingSettings, setTwoReviewers } from './reading-settings.store.ts'
import { countWaiting, judgedSince } from './review.store.ts'
import { whoIs } from './review-queue.actions.ts'

/** Settled at once when one person is enough from now on; the others follow within a minute. */
export const SETTLED_AT_ONCE = 200

/** How much there is to judge, and how much was judged today. */
export async function reviewState(db: Db, user: User, now: Instant) {
  const midnight = await startOfDay(db, now)
  const { twoReviewers } = await readingSettings(db, ENGINE_VERSION)
  return {
    twoReviewers,
    ...(await countWaiting(db, whoIs(user), REVIEW_COUNTED_TO)),
    today: await judgedSince(db, user.id, midnight),
  }
}

async function startOfDay(db: Db, now: Instant): Promise<Instant> {
  const zone = await workspaceZone(db)
  return atLocal(dateIn(now, zone), 0, zone)
}

/**
 * Whether two people judge each voice. Where one is enough from now on, what one person has said so far holds; where two
 * differ it is still decided.
 */
export async function setReview(
  db: Db,
  twoReviewers: boolean,
  { by, address, now }: { by: string; address: string; now: Instant },
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockReadingSettings(tx)
    if ((await readingSettings(tx, ENGINE_VERSION)).twoReviewers === twoReviewers) return
    await setTwoReviewers(tx, twoReviewers)
    await audit(tx, { by, address, now, action: 'review.changed', subject: 'review', facts: { twoReviewers } })
  })
  if (!twoReviewers) await settleSingleWords(db, SETTLED_AT_ONCE, now)
}
