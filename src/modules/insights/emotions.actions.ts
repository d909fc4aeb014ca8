import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { Db } from '../../platform/db/db.ts'
import type { EmotionsView } from '../../shared/contracts/emotions.ts'
import type { FeedbackFilter } from '../../shared/contracts/feedback.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { emotionCounts } from './emotions.store.ts'
import { newestThatFit } from './voices.actions.ts'

/** Enough for shares within ± 1.4 points, and a tenth of a second to count. */
const MOST = 5_000

/** Which emotions show in the newest voices that fit. Of a search for whole phrases, in those that hold their parts. */
export async function emotionsOf(db: Db, asked: FeedbackFilter, now: Instant): Promise<EmotionsView> {
  const places = await newestThatFit(db, asked, now, MOST)
  const { read, counts } = await emotionCounts(
    db,
    places.map(({ id }) => id),
  )
  return {
    n: read,
    from: places.at(-1)?.occurredAt ?? null,
    to: places[0]?.occurredAt ?? null,
    sampled: places.length === MOST,
    felt: counts.reduce((sum, { count }) => sum + count, 0),
    emotions: counts
      .toSorted((a, b) => b.count - a.count || (a.emotion < b.emotion ? -1 : 1))
      .map(({ emotion, count }) => ({ emotion, count, share: count / read, interval: wilsonInterval(count, read) })),
  }
}
