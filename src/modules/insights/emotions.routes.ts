import { can, type Route, route } from '../../platform/http/route.ts'
import { EmotionsView } from '../../shared/contracts/emotions.ts'
import { FeedbackFilter } from '../../shared/contracts/feedback.ts'
import { emotionsOf } from './emotions.actions.ts'

const getEmotions = route({
  method: 'GET',
  path: '/api/v1/insights/emotions',
  who: can('insight:read'),
  summary: 'Which emotions show in the newest voices that fit, with their share and its interval. A reading aid.',
  query: FeedbackFilter,
  reply: EmotionsView,
  run: ({ query, db, now }) => emotionsOf(db, query, now),
})

export const emotionRoutes: readonly Route[] = [getEmotions]
