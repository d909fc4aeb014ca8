import { type Listener, onMany } from '../../platform/jobs/define.ts'
import { feedbackUnderstood } from '../understanding/index.ts'
import { notePosts } from './coordinated-finding.actions.ts'

/** Safe to run twice or in parallel: a text belongs to one post, by its key, and is told of once. */
const noteCoordinated = onMany(feedbackUnderstood, 'insights.note-coordinated', (heard, { db, now }) =>
  notePosts(
    db,
    heard.map(({ feedbackId }) => feedbackId),
    now,
  ),
)

export const coordinatedListeners: readonly Listener[] = [noteCoordinated]
