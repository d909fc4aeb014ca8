import { defineTask, on, type Work } from '../../platform/jobs/define.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { improvementLinked, improvementShipped } from '../improvements/index.ts'
import { tellVoices } from './notice.actions.ts'
import { tellingAsked } from './notice.events.ts'

type Asked = { improvementId: string; title: string; notice: string; only: string[] | null; happenedAt: number }

const tell = ({ happenedAt, ...asked }: Asked, { db, now, tools }: Work) =>
  tellVoices(db, { ...asked, happenedAt: happenedAt as Instant, now, publicUrl: tools.publicUrl })

/** May run twice for one event: (improvement, recipient) is unique, so the second run tells nobody. */
export const tellOnShipping = on(
  improvementShipped,
  'outreach.tell-voices',
  ({ improvementId, title, notice, at }, work) =>
    tell({ improvementId, title, notice, only: null, happenedAt: at }, work),
)

/** The same for voices that were linked after shipping. */
export const tellLinkedLater = on(improvementLinked, 'outreach.tell-later-voices', async (linked, work) => {
  const { improvementId, feedbackIds, shipped, title, notice, at } = linked
  if (shipped) await tell({ improvementId, title, notice, only: feedbackIds, happenedAt: at }, work)
})

/** The rest of a long list. Safe to run twice, as above. */
export const tellTheRest = defineTask({
  ...tellingAsked,
  async run(asked, work) {
    await tell(asked, work)
  },
})

export const outreachListeners = [tellOnShipping, tellLinkedLater]
export const outreachTasks = [tellTheRest]
