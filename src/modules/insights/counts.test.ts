import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { sql } from '../../platform/db/sql.ts'
import { DAY, isoOf } from '../../shared/time/instant.ts'

describe('day counts', () => {
  let world: World
  let key = ''
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('owner')
  })
  after(() => world.close())

  const TEXTS = [
    '送货太慢了,等了一个星期',
    '客服态度很好,问题当天就解决了',
    '请问滤芯多久换一次？',
    '希望能出一个小一点的型号',
    '声音太吵,晚上没法用',
    '还可以',
  ]
  const send = async (n: number) => {
    const items = Array.from({ length: n }, (_, i) => ({
      channel: i % 3 === 0 ? 'email' : 'api',
      text: `${TEXTS[i % TEXTS.length]} ${i}`,
      occurredAt: isoOf((world.clock.now() - (i % 5) * DAY) as never),
    }))
    assert.equal((await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })).status, 200)
    await world.settle()
  }
  const rolled = () => world.db.many(sql`SELECT day, channel, sentiment, intent, voices FROM daily_counts ORDER BY 1, 2, 3, 4`)
  const counted = () =>
    world.db.many(sql`
      SELECT (occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS day, channel, sentiment, intent, count(*) AS voices
      FROM understandings WHERE NOT set_aside GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`)
  const categories = () => world.db.many(sql`SELECT day, category_id, polarity, voices FROM daily_categories ORDER BY 1, 2, 3`)

  it('is what a recount gives, after news, twice the same news, and corrections', async () => {
    await send(40)
    await world.runJob('insights.recount-days')
    assert.ok((await rolled()).length > 5)
    assert.deepEqual(await rolled(), await counted())

    const before = await rolled()
    await world.db.run(sql`UPDATE outbox SET relayed_at = NULL WHERE name = 'feedback.understood'`)
    await world.settle()
    await world.runJob('insights.recount-days')
    assert.deepEqual(await rolled(), before)

    const { items } = (await world.call<{ items: { id: string; sentiment: string }[] }>('GET', '/api/v1/feedback?limit=5', { key })).body
    const wrong = items.find(({ sentiment }) => sentiment !== 'positive')
    assert.ok(
      (await world.call('POST', `/api/v1/feedback/${wrong?.id}/corrections`, { key, body: { sentiment: 'positive' } })).status < 300,
    )
    assert.ok((await world.call('PUT', `/api/v1/feedback/${items[0]?.id}/set-aside`, { key, body: { reason: '广告' } })).status < 300)
    await world.settle()
    await world.runJob('insights.recount-days')
    assert.deepEqual(await rolled(), await counted())
    assert.notDeepEqual(await rolled(), before)
    assert.ok((await categories()).length > 0)
    assert.deepEqual(await world.db.many(sql`SELECT FROM stale_days`), [])
  })

  it('stands behind the first page', async () => {
    const { status, body } = await world.call<{ voices: { n: number }; days: { positive: number; neutral: number; negative: number }[] }>(
      'GET',
      '/api/v1/home?days=30',
      { key },
    )
    assert.equal(status, 200)
    assert.equal(body.days.length, 30)
    assert.equal(
      body.days.reduce((sum, day) => sum + day.positive + day.neutral + day.negative, 0),
      body.voices.n,
    )
    assert.equal(body.voices.n, 39)
  })

  it('opens as many voices as it says of each category, also where a person said what it is about', async () => {
    const home = async () =>
      (await world.call<{ hurts: { id: string; negative: number; voices: number }[] }>('GET', '/api/v1/home?days=7', { key })).body.hurts
    const under = async (filter: string) =>
      (await world.call<{ items: { id: string }[] }>('GET', `/api/v1/feedback?limit=200&${filter}`, { key })).body.items
    const [first] = await home()
    const there = new Set((await under(`category=${first?.id}`)).map(({ id }) => id))
    const other = (await under('sentiment=negative')).find(({ id }) => !there.has(id))
    const said = { categories: [first?.id] }
    assert.ok((await world.call('POST', `/api/v1/feedback/${other?.id}/corrections`, { key, body: said })).status < 300)
    await world.settle()
    await world.runJob('insights.recount-days')
    const found = await home()
    assert.ok(found.length > 1)
    for (const { id, negative, voices } of found) {
      assert.equal((await under(`category=${id}&sentiment=negative`)).length, negative)
      assert.equal((await under(`category=${id}`)).length, voices)
    }
  })
})
