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
  it('writes what it finds into a file, audited, and masked for those who may not look at customers', async () => {
    const text = '=HYPERLINK("http://x") 打我电话 13800138000'
    const sent = await world.call('POST', '/api/v1/feedback', {
      key,
      body: { channel: 'web', text, customer: { externalId: 'e', name: '欧阳修' } },
    })
    assert.equal(sent.status, 201)
    await world.settle()
    const file = async (query: string, as: string) => await world.call('GET', `/api/v1/exports/feedback.csv?${query}`, { key: as })
    const whole = await file('', key)
    assert.match(whole.headers.get('content-type') ?? '', /text\/csv/)
    assert.equal(whole.text.trim().split('\r\n').length, 6, 'a line of names and one for each voice')
    assert.match(whole.text, /,欧阳修,,"'=HYPERLINK\(""http:\/\/x""\) 打我电话 13800138000"/)
    assert.equal((await file('channel=email', key)).text.trim().split('\r\n').length, 2)
    const hidden = (await file('channel=web', await world.keyFor('viewer'))).text
    assert.doesNotMatch(hidden, /欧阳修|13800138000/)
    assert.match(hidden, /138\*{4}8000/)
    const { rows } = await world.database.owner.query(`SELECT facts FROM audit_entries WHERE action = 'feedback.exported' ORDER BY at, id`)
    assert.deepEqual(
      rows.map(({ facts }) => facts),
      [{ masked: false }, { channel: 'email', masked: false }, { channel: 'web', masked: true }],
    )
    assert.equal((await file('colour=red', key)).status, 422)
  })
  it('refuses a kind that does not exist', async () => {
    assert.equal((await world.call('GET', '/api/v1/feedback?score=stars', { key })).status, 422)
  })
})
