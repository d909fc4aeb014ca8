import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type FakeModel, startFakeModel } from '../../../tests/peers/outside-model.ts'
import { openWorld, type World } from '../../../tests/world.ts'
import { createOutsideModel } from '../../platform/ai/outside-model.ts'
import { newId } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import { publicIdOf, uuidOf } from '../../shared/ids/public-id.ts'

describe('a name by the model outside', () => {
  let world: World
  let fake: FakeModel
  let owner: string
  let path: string
  let customer: string
  const SAID = '我叫王小明，冬天一开暖气就跳闸，叫它好评如潮'

  before(async () => {
    fake = await startFakeModel()
    world = await openWorld({
      outside: createOutsideModel({ baseUrl: fake.baseUrl, key: '', model: 'fake-1' }, createLog('silent')),
    })
    owner = await world.keyFor('owner')
    const { body } = await world.call<{ id: string }>('POST', '/api/v1/feedback', {
      key: owner,
      body: { channel: 'web', text: SAID, customer: { externalId: 'c1' } },
    })
    await world.settle()
    const theme = newId(world.clock.now())
    const examples = [{ feedback: uuidOf('fb', body.id), start: 0, end: SAID.length }]
    await world.database.owner.query(
      `INSERT INTO themes (workspace_id, id, number, words, examples, size, found_at, first_seen, last_seen)
       VALUES ($1, $2, 1, '[{"word": "跳闸", "weight": 1}]', $3, 1, now(), now(), now())`,
      [world.workspaceId, theme, JSON.stringify(examples)],
    )
    path = `/api/v1/themes/${publicIdOf('theme', theme)}`
    const customers = await world.call<{ items: { id: string }[] }>('GET', '/api/v1/customers', { key: owner })
    customer = customers.body.items[0]?.id ?? ''
  })
  after(async () => {
    await world.close()
    await fake.stop()
  })
  const propose = (key = owner) => world.call<{ name: string; code: string }>('POST', `${path}/name-proposal`, { key })
  const calls = async () =>
    (
      await world.call<{ items: { purpose: string; case: null; sent: object[]; erasedAt: string | null }[] }>(
        'GET',
        '/api/v1/outside-calls',
        { key: owner },
      )
    ).body.items

  it('is asked for nowhere while it is off', async () => {
    assert.deepEqual([(await propose()).body.code, fake.heard.length], ['outside-model.off', 0])
    await world.call('PUT', '/api/v1/settings/outside-model', {
      key: owner,
      body: { enabled: true, monthlyTokens: 10_000, monthlyCalls: 10 },
    })
  })

  it('is proposed from words and masked sentences, and changes nothing', async () => {
    fake.does({ kind: 'says', text: '主题：“冬天取暖时跳闸”。\n因为……' })
    assert.deepEqual((await propose()).body, { name: '冬天取暖时跳闸' })
    const given = fake.heard[0]?.body.messages[1]?.content ?? ''
    assert.ok(given.includes('跳闸') && !given.includes('王小明'), given)
    const { body } = await world.call<{ name: string | null; title: string }>('GET', path, { key: owner })
    assert.deepEqual([body.name, body.title], [null, '跳闸'])
    const [call] = await calls()
    assert.deepEqual([call?.purpose, call?.case], ['theme-names', null])
  })

  it('is asked for by those who may name themes', async () => {
    assert.equal((await propose(await world.keyFor('agent'))).status, 403)
  })

  it('goes from the log with the person whose words were in it', async () => {
    assert.equal((await world.call('DELETE', `/api/v1/customers/${customer}`, { key: owner })).status, 200)
    const [call] = await calls()
    assert.deepEqual(call?.sent, [])
    assert.notEqual(call?.erasedAt, null)
  })
})
