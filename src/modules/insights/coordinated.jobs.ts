import { type Listener, onMany } from '../../platform/jobs/define.ts'
import { feedbackUnderstood, understandingChanged } from '../understanding/index.ts'
import { notePosts } from './coordinated-finding.actions.ts'

const idsOf = (news: readonly { feedbackId: string }[]): string[] => news.map(({ feedbackId }) => feedbackId)

/** Safe to run twice or in parallel: a text belongs to one post, by its key, and is told of once. */
const noteCoordinated = onMany(feedbackUnderstood, 'insights.note-coordinated', (heard, { db, now }) =>
  notePosts(db, idsOf(heard), now),
)

/** A voice that was set aside does not count; safe for the same reason. */
const recountCoordinated = onMany(understandingChanged, 'insights.recount-coordinated', (changed, { db, now }) =>
  notePosts(db, idsOf(changed), now),
)

export const coordinatedListeners: readonly Listener[] = [noteCoordinated, recountCoordinated]
