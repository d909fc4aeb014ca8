import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { CorrectionList, NewCorrection, UnderstandingProgress } from '../../shared/contracts/understanding.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import { feedbackExists, noSuchFeedback } from '../feedback/index.ts'
import { correct } from './correction.actions.ts'
import { correctionsOf } from './correction.store.ts'
import { readingProgress } from './reading-again.actions.ts'

const PATH = '/api/v1/feedback/:feedbackId/corrections'
const params = z.object({ feedbackId })

export const understandingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: PATH,
    who: can('feedback:correct'),
    summary:
      'Say what a feedback really is: sentiment, intent, urgency, categories. It wins over the engine, also later.',
    params,
    body: NewCorrection,
    reply: CorrectionList,
    status: 201,
    async run({ params: { feedbackId: id }, body, user, db, now }) {
      await correct(db, id, body, { by: user.id, now })
      return { items: await correctionsOf(db, id) }
    },
  }),
  route({
    method: 'GET',
    path: PATH,
    who: can('feedback:read'),
    summary: 'What people corrected about a feedback, newest first.',
    params,
    reply: CorrectionList,
    async run({ params: { feedbackId: id }, db }) {
      if (!(await feedbackExists(db, id))) throw noSuchFeedback()
      return { items: await correctionsOf(db, id) }
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/understanding/progress',
    who: can('insight:read'),
    summary: 'Whether all voices were read by the present engine, and how many are still to be read again.',
    reply: UnderstandingProgress,
    run: ({ db }) => readingProgress(db),
  }),
]
