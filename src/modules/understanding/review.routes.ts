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
import { judge, takeBack } from './judging.actions.ts'
import { readingSettings } from './reading-settings.store.ts'
import { reviewState, setReview } from './review.actions.ts'
import type { Place } from './review.store.ts'
import { reviewPage, type Way } from './review-queue.actions.ts'

const PATH = '/api/v1/review/:feedbackId'
const params = z.object({ feedbackId })

type Values = readonly (string | number)[]

/** A place that nobody has come to yet is written as an empty id. */
const placeIn = (values: Values, from: number): Place | null =>
  values[from + 1] === '' ? null : { rank: Number(values[from]), id: String(values[from + 1]) }
const wayOf = (values: Values | null): Way =>
  values === null
    ? { queue: null, draw: null, shown: 0 }
    : { queue: placeIn(values, 0), draw: placeIn(values, 2), shown: Math.max(0, Math.trunc(Number(values[4]))) || 0 }
const writtenWay = ({ queue, draw, shown }: Way): string =>
  cursorOf([queue?.rank ?? 0, queue?.id ?? '', draw?.rank ?? 0, draw?.id ?? '', shown])

export const reviewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/review',
    who: can('feedback:correct'),
    summary:
      'Voices to be judged: those that the engine is most unsure of and that matter most come first, every tenth by chance.',
    query: ReviewQuery,
    reply: ReviewPage,
    async run({ query: { cursor, limit, field, state, drawn }, db, user }) {
      const way = wayOf(readCursor(cursor, 5))
      const { items, next } = await reviewPage(db, user, { field, state, onlyDrawn: drawn === 'true', way, limit })
      return { items, nextCursor: next === null ? null : writtenWay(next) }
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
