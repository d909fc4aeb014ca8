import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { instant } from '../../shared/time/instant.ts'
import { customersBetween, ordersBetween } from './index.ts'

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('agent')
})
after(() => world.close())

const send = (items: object[]) =>
  world.call<{ added: number; changed: number; already: number; errors: { path: string }[] }>('POST', '/api/v1/orders/batch', {
    key,
    body: { items },
  })
const order = (externalId: string, rest: object = {}) => ({ externalId, placedAt: '2026-02-10T08:00:00+08:00', product: '空调', ...rest })

describe('POST /orders/batch', () => {
  it('keeps each order once, and its last word', async () => {
    const items = [
      order('o-1', { customer: { externalId: 'c-1' } }),
      order('o-2', { customer: { email: 'x@example.com' }, amount: 1999.9, currency: 'CNY' }),
      order('o-3'),
    ]
    assert.deepEqual((await send(items)).body, { added: 3, changed: 0, already: 0 })
    assert.deepEqual((await send(items)).body, { added: 0, changed: 0, already: 3 })
    assert.deepEqual((await send([order('o-3', { product: '冰箱' }), order('o-4'), order('o-4')])).body, {
      added: 1,
      changed: 1,
      already: 1,
    })
  })

  it('counts in a window, by product and by customer', async () => {
    const [from, to] = [instant('2026-02-10T00:00:00Z'), instant('2026-02-11T00:00:00Z')]
    assert.equal(await ordersBetween(world.db, from, to), 4)
    assert.equal(await ordersBetween(world.db, from, to, { product: '冰箱' }), 1)
    assert.equal(await ordersBetween(world.db, to, instant('2026-02-12T00:00:00Z')), 0)
    assert.equal(await customersBetween(world.db, from, to), 2)
  })

  it('says what does not fit, and then keeps nothing', async () => {
    const answer = await send([order('o-9'), order('o-10', { customer: { phone: 'x' } })])
    assert.equal(answer.status, 422)
    assert.equal(answer.body.errors[0]?.path, 'items[1].customer.phone')
    assert.equal((await send([order('o-9', { placedAt: 'yesterday' })])).status, 422)
    assert.deepEqual((await send([order('o-9')])).body.added, 1)
  })
})
