import { on } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { improvementLinked, improvementShipped } from '../improvements/index.ts'
import { tellVoices } from './notice.actions.ts'

/** May run twice for one event: (improvement, recipient) is unique, so the second run tells nobody. */
export const tellOnShipping = on(
  improvementShipped,
  'outreach.tell-voices',
  ({ improvementId, title, notice, at }, { db, now, tools }) =>
    tellVoices(db, {
      improvementId,
      title,
      notice,
      only: null,
      happenedAt: at as Instant,
      now,
      publicUrl: tools.publicUrl,
    }),
)

/** The same for voices that were linked after shipping. */
export const tellLinkedLater = on(
  improvementLinked,
  'outreach.tell-later-voices',
  async (linked, { db, now, tools }) => {
    const { improvementId, feedbackIds, shipped, title, notice, at } = linked
    if (!shipped) return
    await tellVoices(db, {
      improvementId,
      title,
      notice,
      only: feedbackIds,
      happenedAt: at as Instant,
      now,
      publicUrl: tools.publicUrl,
    })
  },
)

export const outreachListeners = [tellOnShipping, tellLinkedLater]
