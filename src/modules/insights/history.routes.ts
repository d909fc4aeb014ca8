import { z } from 'zod'
import { cursorOf, readCursor } from '../../platform/db/db.ts'
import { can, type Route, route } from '../../platform/http/route.ts'
import { HistoryPage, HistoryQuery } from '../../shared/contracts/history.ts'
import { customerId } from '../../shared/contracts/values.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { historyOf } from './history.actions.ts'
import type { HistoryKind } from './history.store.ts'

const getHistory = route({
  method: 'GET',
  path: '/api/v1/customers/:customerId/history',
  who: can('customer:read'),
  summary:
    'Everything between a customer and us, newest first: voices with survey answers and cases, messages, notices, orders.',
  params: z.object({ customerId }),
  query: HistoryQuery,
  reply: HistoryPage,
  async run({ params, query, user, db }) {
    const [at, kind, id] = readCursor(query.cursor, 3) ?? []
    const before =
      at === undefined ? null : { at: Number(at) as Instant, kind: String(kind) as HistoryKind, id: String(id) }
    const { items, next } = await historyOf(db, params.customerId, { before, limit: query.limit, locale: user.locale })
    return { items, nextCursor: next === null ? null : cursorOf([next.at, next.kind, next.id]) }
  },
})

export const historyRoutes: readonly Route[] = [getHistory]
