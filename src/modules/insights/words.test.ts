import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import type { WordsView } from '../../shared/contracts/words.ts'

type View = Omit<WordsView, 'here' | 'there'> & Record<'here' | 'there', { n: number; from: string | null; to: string | null }>

const DAY = 86_400_000

describe('words of the chosen voices against others', () => {
  let world: World
  let key = ''
  const words = async (query: string) => {
    const answer = await world.call<View>('GET', `/api/v1/insights/words?${query}`, { key })
    assert.equal(answer.status, 200, answer.text)
    return answer.body
  }
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('manager')
    const at = (days: number, i: number) => new Date(world.clock.now() - days * DAY - i * 60_000).toISOString()
    const said = (text: string, n: number, days: number, more: object = {}) =>
      Array.from({ length: n }, (_, i) => ({
        channel: 'review',
        text: `${text}${'。'.repeat(i % 3)}`,
        occurredAt: at(days + (i % 5), i),
        ...more,
      }))
    const items = [
      ...said('物流很慢，太差了', 60, 1),
      ...said('物流太慢，很失望，我叫王小明，电话 13912345678', 40, 1),
      ...said('味道不错，非常满意', 80, 1),
      ...said('云净 X200 很好用，满意', 20, 1, { facts: { product: '云净 X200' } }),
      ...said('满意的是云净 X200', 20, 1),
      ...said('颜色好看，客服耐心，很满意', 60, 1),
      ...said('包装完整，价格便宜，很满意', 60, 1),
      ...said('安装方便，声音安静，很满意', 60, 1),
      ...said('屏幕碎了，太差了', 50, 40),
    ]
    for (let from = 0; from < items.length; from += 200) {
      const answer = await world.call('POST', '/api/v1/feedback/batch', { key, body: { items: items.slice(from, from + 200) } })
      assert.equal(answer.status, 200, answer.text)
    }
    await world.settle()
  })
  after(() => world.close())

  it('are of the same days, with voices, odds and interval, and lead to the voices', async () => {
    const found = await words(`sentiment=negative&from=${new Date(world.clock.now() - 20 * DAY).toISOString()}`)
    // Some of the 300 others were said before the first or after the last of these.
    assert.deepEqual([found.here.n, found.sampled], [100, false])
    assert.ok(found.there.n >= 280 && found.there.n <= 300, String(found.there.n))
    const slow = found.words.find(({ word }) => word === '物流慢')
    assert.deepEqual([slow?.here, slow?.there, slow?.q], [100, 0, '物流 慢'])
    assert.ok(slow && slow.interval.low > 1 && slow.odds > slow.interval.low && slow.odds < slow.interval.high && slow.weight !== null)
    const product = found.words.find(({ word }) => word === '云净 X200')
    assert.deepEqual([product?.here, product?.weight], [0, null])
    assert.ok(product && product.there >= 30 && product.there <= 40, String(product?.there))
    assert.doesNotMatch(JSON.stringify(found), /小明|139123/)
    const list = await world.call<{ items: object[] }>(
      'GET',
      `/api/v1/feedback?limit=200&sentiment=negative&q=${encodeURIComponent(slow?.q ?? '')}`,
      { key },
    )
    assert.equal(list.body.items.length, slow?.here)
  })

  it('are held against the period before', async () => {
    const from = new Date(world.clock.now() - 30 * DAY).toISOString()
    const found = await words(`sentiment=negative&against=before&from=${from}`)
    assert.deepEqual([found.against, found.here.n, found.there.n], ['before', 100, 50])
    assert.ok(found.words.some(({ word, z }) => word.includes('屏幕') && z < 0))
    assert.deepEqual((await words('against=before&sentiment=negative')).there.n, 50)
  })

  it('say nothing of what was searched for, nor of nothing', async () => {
    const slow = await words(`q=${encodeURIComponent('物流很慢')}`)
    assert.equal(slow.here.n, 60)
    assert.ok(slow.words.every(({ word }) => !'物流很慢'.includes(word)))
    assert.deepEqual((await words(`q=${encodeURIComponent('没人说过')}`)).words, [])
    assert.deepEqual(await words('q=%E2%80%A6'), {
      against: 'rest',
      here: { n: 0, from: null, to: null },
      there: { n: 0, from: null, to: null },
      sampled: false,
      words: [],
    })
    assert.equal((await world.call('GET', '/api/v1/insights/words?against=nothing', { key })).status, 422)
  })
})
