import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { HOUR } from '../../shared/time/instant.ts'

type Entry = {
  kind: string
  at: string
  id: string
  text?: string
  about?: string
  case?: { id: string; number: number } | null
  survey?: { title: string; answers: { asked: string; said: string }[] } | null
  product?: string
  amount?: number
  state?: string
}
type Page = { items: Entry[]; nextCursor: string | null }

describe('the history of a customer', () => {
  let world: World
  let key = ''
  let customer = ''
  const call = <Body>(method: string, path: string, body?: unknown, as = key) =>
    world.call<Body>(method, `/api/v1${path}`, { key: as, ...(body !== undefined && { body }) })
  const history = async (query = '') => (await call<Page>('GET', `/customers/${customer}/history${query}`)).body

  before(async () => {
    world = await openWorld()
    key = await world.keyFor('manager')
    const who = { email: 'sun@example.com', name: '孙' }
    const order = {
      externalId: 'o-1',
      product: '洗衣机 W3',
      amount: 2999,
      currency: 'CNY',
      placedAt: '2026-03-01T02:00:00Z',
      customer: who,
    }
    assert.equal((await call('POST', '/orders/batch', { items: [order] })).status, 200)
    const voice = await call<{ id: string }>('POST', '/feedback', { channel: 'web', text: '洗衣机漏水，太差了', customer: who })
    await world.settle()
    world.clock.advance(HOUR)
    const { items } = (await call<{ items: { id: string; customer: { id: string } }[] }>('GET', `/cases?feedback=${voice.body.id}`)).body
    customer = items[0]?.customer.id ?? ''
    assert.equal((await call('POST', `/cases/${items[0]?.id}/replies`, { text: '师傅明天上门' })).status, 201)
    await call('POST', `/cases/${items[0]?.id}/replies`, { text: '只给同事看', internal: true })
    world.clock.advance(HOUR)
  })
  after(() => world.close())

  it('holds voices with their case, messages and orders, newest first, and no notes', async () => {
    const { items, nextCursor } = await history()
    assert.deepEqual(
      items
        .map(({ kind, about, text, product }) => [kind, about ?? null, text ?? product])
        .filter(([, about]) => about !== 'acknowledgement'),
      [
        ['message', 'message', '师傅明天上门'],
        ['voice', null, '洗衣机漏水，太差了'],
        ['order', null, '洗衣机 W3'],
      ],
    )
    assert.equal(nextCursor, null)
    assert.equal(items.find(({ kind }) => kind === 'voice')?.case?.number, 1)
  })

  it('holds the answers of a survey as they were asked', async () => {
    type Made = { id: string; slug: string; changedAt: string; draft: { questions: { key: string }[] } }
    const survey = (await call<Made>('POST', '/surveys', { template: 'csat-service' })).body
    const asking = survey.draft.questions.map((each) => (each.key === 'said' ? { ...each, followUp: true } : each))
    const draft = { ...survey.draft, questions: asking }
    await call('PUT', `/surveys/${survey.id}`, { changedAt: survey.changedAt, draft })
    await call('POST', `/surveys/${survey.id}/publication`)
    const said = { text: '态度差', followUp: { asked: 'attitude', text: '一直看手机' } }
    const answers = { satisfied: 4, solved: 'yes', better: ['waiting', 'skill'], said }
    const body = { submission: 'history-of-sun', answers, contact: 'sun@example.com' }
    assert.equal((await world.call('POST', `/s/${survey.slug}/responses`, { body })).status, 201)
    assert.deepEqual((await history('?limit=1')).items[0]?.survey?.answers, [
      { asked: '你对这次服务满意吗？', said: '4 / 5' },
      { asked: '你的问题解决了吗？', said: '解决了' },
      { asked: '哪里可以做得更好？', said: '等待时间、专业程度' },
      { asked: '还想告诉我们什么？', said: '态度差' },
      { asked: '对方说了什么、做了什么让你不舒服？在什么时候？', said: '一直看手机' },
    ])
  })

  it('pages without leaving out or repeating', async () => {
    const whole = (await history()).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await history(`?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    assert.deepEqual(seen, whole)
  })

  it('is for those who may look at customers', async () => {
    assert.equal((await call('GET', `/customers/${customer}/history`, undefined, await world.keyFor('viewer'))).status, 403)
    const nobody = publicIdOf('cust', '01890000-0000-7000-8000-000000000001')
    assert.equal((await call('GET', `/customers/${nobody}/history`)).status, 404)
  })
})
