import { can, type Route, route } from '../../platform/http/route.ts'
import { OrderBatch, OrdersReceived } from '../../shared/contracts/orders.ts'
import { putOrders } from './order.actions.ts'

export const orderRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/api/v1/orders/batch',
    who: can('customer:change'),
    summary: 'Send up to 1,000 orders; the same externalId is one order, and its last word holds.',
    body: OrderBatch,
    reply: OrdersReceived,
    bodyLimit: 8 * 1024 * 1024,
    async run({ body, db, now }) {
      return await putOrders(db, body.items, now)
    },
  }),
]
