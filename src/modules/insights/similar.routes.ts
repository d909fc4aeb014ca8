import { z } from 'zod'
import { can, type Route, route } from '../../platform/http/route.ts'
import { SimilarVoices } from '../../shared/contracts/similar.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import { similarTo } from './similar.actions.ts'

const getSimilar = route({
  method: 'GET',
  path: '/api/v1/feedback/:feedbackId/similar',
  who: can('feedback:read'),
  summary:
    'Copies of a feedback and feedback that means the same, with how alike each is; whether many said it at once.',
  params: z.object({ feedbackId }),
  reply: SimilarVoices,
  run: ({ params, db, tools }) => similarTo(db, params.feedbackId, tools),
})

export const similarRoutes: readonly Route[] = [getSimilar]
