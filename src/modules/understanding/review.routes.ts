import { z } from 'zod'
import { ENGINE_VERSION } from '../../engine/analysis/analyse.ts'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import {
  JudgementTaken,
  NewJudgement,
  ReviewPage,
  ReviewQuery,
  ReviewSettings,
  ReviewState,
} from '../../shared/contracts/review.ts'
import { feedbackId } from '../../shared/contracts/values.ts'
import { readingSettings } from './reading-settings.store.ts'
import { judge, reviewPage, reviewState, setReview, takeBack } from './review.actions.ts'

const PATH = '/api/v1/review/:feedbackId'
const params = z.object({ feedbackId })

export const reviewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/review',
    who: can('feedback:correct'),
    summary: 'Voices to be judged: those that the engine is most unsure of and that matter most come first.',
    query: ReviewQuery,
    reply: ReviewPage,
    async run({ query: { cursor, limit, field, state }, db, user }) {
      const values = readCursor(cursor, 2)
      const after = values === null ? null : { rank: Number(values[0]), id: String(values[1]) }
      const { items, next } = await reviewPage(db, user, { field, state, after, limit })
      return { items, nextCursor: next === null ? null : cursorOf([next.rank, next.id]) }
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/review/state',
    who: can('feedback:correct'),
    summary: 'How many voices wait to be judged, and how many were judged today.',
    reply: ReviewState,
    run: ({ db, user, now }) => reviewState(db, user, now),
  }),
  route({
    method: 'POST',
    path: PATH,
    who: can('feedback:correct'),
    summary:
      'Say what a voice is, also where the engine is right: it holds, is learned from, and counts in its figures.',
    params,
    body: NewJudgement,
    reply: JudgementTaken,
    run: ({ params: { feedbackId: id }, body, db, user, now }) => judge(db, id, body, { user, now }),
  }),
  route({
    method: 'DELETE',
    path: PATH,
    who: can('feedback:correct'),
    summary: 'Take back what I said of a voice, as long as nobody has said anything since.',
    params,
    run: ({ params: { feedbackId: id }, db, user, now }) => takeBack(db, id, { user, now }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/settings/review',
    who: can('feedback:correct'),
    summary: 'Whether two people judge each voice.',
    reply: ReviewSettings,
    async run({ db }) {
      const { twoReviewers } = await readingSettings(db, ENGINE_VERSION)
      return { twoReviewers }
    },
  }),
  route({
    method: 'PUT',
    path: '/api/v1/settings/review',
    who: can('taxonomy:change'),
    summary: 'Have each voice judged by two people, or by one.',
    body: ReviewSettings,
    reply: ReviewSettings,
    async run({ body, db, user, origin, now }) {
      await setReview(db, body.twoReviewers, { by: user.id, address: origin.address, now })
      return body
    },
  }),
]
