import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openWorld } from '../../../tests/world.ts'

it('masks addresses and numbers for those who may not look at customers', async () => {
  const world = await openWorld()
  try {
    const owner = await world.keyFor('owner')
    const customer = { email: 'li.lei@example.com', phone: '13800138000', name: '李雷' }
    await world.call('POST', '/api/v1/feedback', { key: owner, body: { channel: 'api', text: '洗衣机漏水,没人管', customer } })
    await world.settle()
    const { items } = (await world.call<{ items: { id: string }[] }>('GET', '/api/v1/cases', { key: owner })).body
    const seen = async (role: 'owner' | 'viewer') =>
      (await world.call('GET', `/api/v1/cases/${items[0]?.id}`, { key: role === 'owner' ? owner : await world.keyFor(role) })).text
    assert.match(await seen('owner'), /li\.lei@example\.com/)
    const masked = await seen('viewer')
    assert.doesNotMatch(masked, /li\.lei|13800138000/)
    assert.match(masked, /l\*\*\*@example\.com/)
  } finally {
    await world.close()
  }
})
