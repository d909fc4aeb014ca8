import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'

type Page = { items: { sourceId: string; customer: { id: string } | null; categories: string[] }[]; nextCursor: string | null }

describe('listing voices that hold a score', () => {
  let world: World
  let key = ''
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('owner')
    const wang = { externalId: 'wang', name: '王' }
    const items = [
      { channel: 'survey', sourceId: 'nps', text: '送货太慢了，等了一个星期', scores: [{ kind: 'nps', value: 2 }], customer: wang },
      { channel: 'survey', sourceId: 'csat', text: '送货太慢了，没人说一声', scores: [{ kind: 'csat', value: 1 }], customer: wang },
      {
        channel: 'survey',
        sourceId: 'both',
        scores: [
          { kind: 'nps', value: 9 },
          { kind: 'csat', value: 5 },
        ],
      },
      { channel: 'email', sourceId: 'words', text: '送货太慢了' },
    ]
    assert.equal((await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })).status, 200)
    await world.settle()
  })
  after(() => world.close())

  const list = async (query: string) => (await world.call<Page>('GET', `/api/v1/feedback?${query}`, { key })).body
  const found = async (query: string) => (await list(query)).items.map(({ sourceId }) => sourceId).sort()

  it('finds them by the score alone', async () => assert.deepEqual(await found('score=nps'), ['both', 'nps']))
  it('pages through them', async () => {
    const first = await list('score=nps&limit=1')
    const second = await list(`score=nps&limit=1&cursor=${first.nextCursor}`)
    assert.equal(second.nextCursor, null)
    assert.deepEqual([first, second].flatMap(({ items }) => items.map(({ sourceId }) => sourceId)).sort(), ['both', 'nps'])
  })
  it('finds them among words', async () => {
    assert.deepEqual(await found(`q=${encodeURIComponent('送货')}`), ['csat', 'nps', 'words'])
    assert.deepEqual(await found(`q=${encodeURIComponent('送货')}&score=nps`), ['nps'])
  })
  it('finds them among what was understood', async () => {
    assert.deepEqual(await found('sentiment=negative&score=csat'), ['csat'])
  })
  it('finds them in a category', async () => {
    const category = (await list('score=nps&sentiment=negative')).items[0]?.categories[0]
    assert.ok(category)
    assert.deepEqual(await found(`category=${category}&score=nps`), ['nps'])
  })
  it('finds them of a customer and a channel', async () => {
    const customer = (await list('score=csat')).items.find(({ sourceId }) => sourceId === 'csat')?.customer?.id
    assert.deepEqual(await found(`customer=${customer}&score=nps`), ['nps'])
    assert.deepEqual(await found('channel=email&score=nps'), [])
  })
  it('refuses a kind that does not exist', async () => {
    assert.equal((await world.call('GET', '/api/v1/feedback?score=stars', { key })).status, 422)
  })
})
