/**
 * Behaviour: what customers do beside speaking.
 *
 * An *order* is known by the organisation's own id; its last word holds. Orders are part of a customer's history and
 * the sound denominator when voices are counted.
 *
 * Owns      table orders
 * Start at  order.actions.ts
 */
export { customerOrders, putOrders } from './order.actions.ts'
export { customersBetween, type Order, ordersBetween, ordersOf } from './order.store.ts'
