import { z } from 'zod'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { CoordinatedPage, CoordinatedPost, CoordinatedQuery, postId } from '../../shared/contracts/coordinated.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { coordinatedPost, coordinatedPosts, judgePost } from './coordinated.actions.ts'

const PATH = '/api/v1/coordinated-posts/:postId'
const params = z.object({ postId })

export const coordinatedRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/coordinated-posts',
    who: can('insight:read'),
    summary: 'Texts that many passed on within few days, with the evidence, by the last copy. Nothing follows from it.',
    query: CoordinatedQuery,
    reply: CoordinatedPage,
    async run({ db, query: { cursor, ...wanted }, now }) {
      const after = readCursor(cursor, 2)
      const place = after && { at: Number(after[0]) as Instant, id: String(after[1]) }
      const { items, next } = await coordinatedPosts(db, { ...wanted, after: place, now })
      return { items, nextCursor: next && cursorOf([next.at, next.id]) }
    },
  }),
  route({
    method: 'GET',
    path: PATH,
    who: can('insight:read'),
    summary: 'One of them. Its voices: GET /api/v1/feedback?post=…',
    params,
    reply: CoordinatedPost,
    run: ({ params, db }) => coordinatedPost(db, params.postId),
  }),
  route({
    method: 'PUT',
    path: `${PATH}/dismissal`,
    who: can('feedback:set-aside'),
    summary: 'Say that it is not coordinated: it leaves the list and counts as all others do, whatever copies come.',
    params,
    run: ({ params, db, user, origin, now }) =>
      judgePost(db, params.postId, false, { by: user.id, address: origin.address, now }),
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/dismissal`,
    who: can('feedback:set-aside'),
    summary: 'Take that back.',
    params,
    run: ({ params, db, user, origin, now }) =>
      judgePost(db, params.postId, true, { by: user.id, address: origin.address, now }),
  }),
]
