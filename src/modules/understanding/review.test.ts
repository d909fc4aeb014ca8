import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { MINUTE } from '../../shared/time/instant.ts'
import { type Doubt, mostDoubted } from './doubt.ts'

type Item = {
  feedbackId: string
  text: string
  state: string
  field: string
  influence: number
  drawn: boolean
  copies: number
  doubt: Record<string, number>
  engine: { intent: { label: string; confidence: number }; sentiment: { label: string }; categories: string[] }
  reviewed: { by: { id: string; name: string }; said: { intent?: string } | null }[]
}
type Page = { items: Item[]; nextCursor: string | null }
type View = { understanding: { sentiment: string; intent: string; corrected: boolean } }
type State = { twoReviewers: boolean; waiting: number; second: number; differs: number; today: { mine: number; all: number } }

let world: World
let first: string
let second: string
let boss: string
before(async () => {
  world = await openWorld()
  first = await world.keyFor('agent')
  second = await world.keyFor('analyst')
  boss = await world.keyFor('manager')
  await world.settle()
})
after(() => world.close())

const say = async (text: string, over: object = {}) =>
  (await world.call<{ id: string }>('POST', '/api/v1/feedback', { key: boss, body: { channel: 'web', text, ...over } })).body.id
const page = async (key: string, query = 'limit=100') => {
  const answer = await world.call<Page>('GET', `/api/v1/review?${query}`, { key })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const waiting = async (key: string, query?: string) => (await page(key, query)).items.map(({ feedbackId }) => feedbackId)
/** What the engine doubts; what chance brought up is left out. */
const doubted = async (key: string, query?: string) =>
  (await page(key, query)).items.filter(({ drawn }) => !drawn).map(({ feedbackId }) => feedbackId)
const judge = async (key: string, id: string, body: object) => {
  world.clock.advance(MINUTE)
  return await world.call<{ state: string; agrees: boolean; along: number }>('POST', `/api/v1/review/${id}`, { key, body })
}
const state = async (key: string) => (await world.call<State>('GET', '/api/v1/review/state', { key })).body
const view = async (id: string) => (await world.call<View>('GET', `/api/v1/feedback/${id}`, { key: boss })).body.understanding

const unsure = ['还行吧', '一般般，说不上来', '就那样', '有点意思', '再看看', '送到了']

describe('the queue', () => {
  let ids: string[]
  let sure: string
  let aside: string
  it('holds what the engine is unsure of, what matters first, and nothing that is set aside', async () => {
    ids = []
    for (const text of unsure) ids.push(await say(text))
    sure = await say('太差了，质量极差，要求退货退款，气死我了')
    aside = await say('嗯嗯，那个什么')
    await say('充电的时候冒烟，差点起火，这样也行', { channel: 'review' })
    await world.settle()
    await world.call('PUT', `/api/v1/feedback/${aside}/set-aside`, { key: boss, body: { reason: 'test' } })
    await world.settle()
    const items = (await page(first)).items.filter(({ drawn }) => !drawn)
    const shown = items.map(({ feedbackId }) => feedbackId)
    assert.ok(ids.filter((id) => shown.includes(id)).length >= 3, JSON.stringify(items.map(({ text }) => text)))
    assert.ok(!shown.includes(aside) && !shown.includes(sure))
    assert.ok(items.every(({ field, doubt }) => (doubt[field] ?? 0) >= 0.3))
    // All were said at the same moment, so that doubt × influence alone is the order.
    const weights = items.map(({ doubt, influence }) => mostDoubted(doubt as Doubt).size * influence)
    assert.deepEqual(
      weights,
      [...weights].sort((x, y) => y - x),
    )
    assert.ok(new Set(items.map(({ influence }) => influence)).size > 1, 'some of these ask for an answer and some do not')
    ids = ids.filter((id) => shown.includes(id))
  })

  it('pages without a gap or a double, and by what is doubted', async () => {
    const all = await doubted(first)
    const seen: string[] = []
    const places: boolean[] = []
    let cursor = ''
    for (let n = 0; n < 30; n++) {
      const { items, nextCursor } = await page(first, `limit=2${cursor}`)
      seen.push(...items.filter(({ drawn }) => !drawn).map(({ feedbackId }) => feedbackId))
      places.push(...items.map(({ drawn }) => drawn))
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    assert.deepEqual([...seen].sort(), [...all].sort())
    assert.equal(new Set(seen).size, seen.length)
    assert.deepEqual(
      [...places.keys()].filter((i) => places[i]),
      [...places.keys()].filter((i) => i % 10 === 9),
    )
    const parts = await Promise.all(['sentiment', 'intent', 'categories'].map((field) => doubted(first, `limit=100&field=${field}`)))
    assert.deepEqual(parts.flat().sort(), [...all].sort())
    assert.equal((await world.call('GET', '/api/v1/review?cursor=x', { key: first })).status, 422)
  })

  it('draws by chance whatever the engine thinks of it, page by page', async () => {
    const drawn: string[] = []
    let cursor = ''
    for (let n = 0; n < 30; n++) {
      const { items, nextCursor } = await page(first, `drawn=true&limit=3${cursor}`)
      assert.ok(items.every((item) => item.drawn))
      drawn.push(...items.map(({ feedbackId }) => feedbackId))
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    assert.ok(drawn.includes(sure), 'chance does not ask what is doubtful')
    assert.ok(!drawn.includes(aside))
    assert.equal(new Set(drawn).size, drawn.length)
  })

  it('takes a word that agrees, keeps it, and is done with the voice', async () => {
    const id = ids[0]!
    const { engine } = (await page(first)).items.find(({ feedbackId }) => feedbackId === id)!
    const taken = await judge(first, id, { intent: engine.intent.label, sentiment: engine.sentiment.label, categories: engine.categories })
    assert.deepEqual([taken.status, taken.body], [200, { state: 'settled', agrees: true, along: 0 }])
    assert.ok(!(await waiting(first)).includes(id) && !(await waiting(second)).includes(id))
    assert.equal((await view(id)).corrected, true)
    const { today } = await state(first)
    assert.deepEqual(today, { mine: 1, all: 1 })
  })

  it('takes a word that differs, and takes it back', async () => {
    const id = ids[1]!
    const was = await view(id)
    const taken = await judge(first, id, { intent: 'churn', sentiment: 'negative' })
    assert.deepEqual(taken.body, { state: 'settled', agrees: false, along: 0 })
    assert.deepEqual([(await view(id)).intent, (await view(id)).sentiment], ['churn', 'negative'])
    assert.equal((await world.call('DELETE', `/api/v1/review/${id}`, { key: second })).status, 404)
    assert.equal((await world.call('DELETE', `/api/v1/review/${id}`, { key: first })).status, 204)
    assert.deepEqual([await view(id), (await waiting(first)).includes(id)], [was, true])
    await judge(first, id, { intent: 'churn' })
    await judge(second, id, { intent: 'question' })
    assert.equal((await world.call('DELETE', `/api/v1/review/${id}`, { key: first })).status, 409)
    assert.equal((await view(id)).intent, 'question')
  })
})

describe('near-copies', () => {
  const complaint = (n: number) => `这个东西放在那里，就先这样吧${'。'.repeat(n)}`
  let copies: string[]
  const ofGroup = (items: Item[]) => items.filter(({ feedbackId, drawn }) => copies.includes(feedbackId) && !drawn)
  before(async () => {
    copies = []
    for (let n = 0; n < 7; n++) {
      copies.push(await say(complaint(n)))
      // Others come between, so that the copies would lie on several pages.
      await say(`${unsure[n % 6]}，${n}`)
    }
    await world.settle()
  })

  it('are one voice of the queue, on whatever page the others would be', async () => {
    const seen: Item[] = []
    let cursor = ''
    for (let n = 0; n < 40; n++) {
      const { items, nextCursor } = await page(first, `limit=2${cursor}`)
      seen.push(...items)
      if (nextCursor === null) break
      cursor = `&cursor=${nextCursor}`
    }
    assert.deepEqual(
      ofGroup(seen).map(({ copies: n }) => n),
      [6],
    )
  })

  it('are judged with it where a person wants so, as one judgement, and taken back with it', async () => {
    const { body: before } = await world.call<{ judgements: { all: number } }>('GET', '/api/v1/learning', { key: boss })
    const today = (await state(first)).today.mine
    const [shown] = ofGroup((await page(first)).items)
    const taken = await judge(first, shown!.feedbackId, { intent: 'suggestion', along: true })
    assert.deepEqual(taken.body, { state: 'settled', agrees: false, along: 6 })
    for (const id of copies) assert.deepEqual([(await view(id)).intent, (await view(id)).corrected], ['suggestion', true])
    const { body } = await world.call<{ judgements: { all: number } }>('GET', '/api/v1/learning', { key: boss })
    assert.equal(body.judgements.all, before.judgements.all + 1)
    assert.equal((await state(first)).today.mine, today + 1)
    // Somebody says something of one copy since: that one stays.
    const since = copies.find((id) => id !== shown!.feedbackId)!
    await judge(second, since, { intent: 'praise' })
    assert.equal((await world.call('DELETE', `/api/v1/review/${shown!.feedbackId}`, { key: first })).status, 204)
    const corrected = await Promise.all(copies.map(async (id) => ((await view(id)).corrected ? id : [])))
    assert.deepEqual(corrected.flat(), [since])
    assert.deepEqual(
      ofGroup((await page(first)).items).map(({ copies: n }) => n),
      [5],
    )
  })

  it('are left alone where a person speaks of the one only', async () => {
    const [shown] = ofGroup((await page(first)).items)
    assert.equal((await judge(first, shown!.feedbackId, { intent: 'other' })).body.along, 0)
    assert.deepEqual(
      ofGroup((await page(first)).items).map(({ copies: n }) => n),
      [4],
    )
  })
})

describe('a case that is open', () => {
  it('brings its voice forward, and no longer when it is resolved', async () => {
    const id = await say('打过电话问过一次，后来没有下文', { customer: { email: 'owed@example.com' } })
    await world.settle()
    const influence = async () => (await page(first)).items.find(({ feedbackId }) => feedbackId === id)?.influence
    const { body } = await world.call<{ items: { id: string }[] }>('GET', `/api/v1/cases?feedback=${id}`, { key: boss })
    assert.equal(body.items.length, 1, 'this one should open a case')
    const open = await influence()
    assert.ok(open !== undefined, 'this one should be in doubt')
    const resolved = await world.call('PUT', `/api/v1/cases/${body.items[0]!.id}/resolution`, {
      key: boss,
      body: { outcome: 'explained', note: '已经说明' },
    })
    assert.equal(resolved.status, 200, resolved.text)
    await world.settle()
    assert.equal(await influence(), open / 2)
    const { rows } = await world.database.owner.query<{ n: number }>(
      'SELECT count(*) AS n FROM understandings u WHERE owed AND NOT EXISTS (SELECT FROM case_feedback l WHERE l.feedback_id = u.feedback_id)',
    )
    assert.equal(Number(rows[0]?.n), 0)
  })
})

describe('two reviewers', () => {
  let id: string
  before(async () => {
    id = await say('说不清，先放着')
    await world.settle()
  })

  it('are asked for by those who may', async () => {
    const put = (key: string) => world.call('PUT', '/api/v1/settings/review', { key, body: { twoReviewers: true } })
    assert.equal((await put(first)).status, 403)
    assert.equal((await put(boss)).status, 200)
    assert.equal((await state(first)).twoReviewers, true)
  })

  it('settle a voice when they say the same', async () => {
    const was = await view(id)
    assert.deepEqual((await judge(first, id, { intent: 'suggestion' })).body, { state: 'second', agrees: false, along: 0 })
    assert.deepEqual(await view(id), was, 'one word holds nothing yet')
    assert.ok(!(await waiting(first)).includes(id))
    const item = (await page(second, 'state=second')).items.find(({ feedbackId }) => feedbackId === id)
    assert.deepEqual([item?.state, item?.reviewed.length, item?.reviewed[0]?.said], ['second', 1, null])
    assert.equal((await state(second)).second, 1)
    assert.equal((await judge(second, id, { intent: 'suggestion' })).body.state, 'settled')
    assert.equal((await view(id)).intent, 'suggestion')
    assert.equal((await state(second)).second, 0)
  })

  it('leave it to a third or to whoever decides when they differ', async () => {
    const odd = await say('怎么说呢，随便')
    await world.settle()
    await judge(first, odd, { intent: 'other' })
    assert.equal((await judge(second, odd, { intent: 'praise' })).body.state, 'differs')
    assert.deepEqual(await waiting(first, 'state=differs'), [])
    const [item] = (await page(boss, 'state=differs')).items
    assert.deepEqual(item?.reviewed.map(({ said }) => said?.intent).sort(), ['other', 'praise'])
    assert.equal((await judge(boss, odd, { intent: 'churn' })).body.state, 'settled')
    assert.equal((await view(odd)).intent, 'churn')
    assert.equal((await state(boss)).differs, 0)
    type Learning = { agreement: { field: string; n: number; agreed: { hits: number } }[] }
    const { agreement } = (await world.call<Learning>('GET', '/api/v1/learning', { key: boss })).body
    const intent = agreement.find(({ field }) => field === 'intent')
    // The third word was given knowing the first two, and does not count. Two were given of each of two voices earlier.
    assert.deepEqual([intent?.n, intent?.agreed.hits], [3, 1])
  })

  it('never both win at the same time', async () => {
    const both = await say('不好说，嗯')
    await world.settle()
    const answers = await Promise.all([judge(first, both, { intent: 'other' }), judge(second, both, { intent: 'other' })])
    assert.deepEqual(answers.map(({ body }) => body.state).sort(), ['second', 'settled'])
  })
})

describe('two reviewers no longer', () => {
  it('let the one word that there is hold, and leave what two differ in to who decides', async () => {
    const alone = await say('这样说吧，也就那么回事')
    const apart = await say('见仁见智，看各人的')
    await world.settle()
    await judge(first, alone, { intent: 'suggestion' })
    await judge(first, apart, { intent: 'other' })
    await judge(second, apart, { intent: 'praise' })
    assert.notEqual((await view(alone)).intent, 'suggestion')
    const put = await world.call('PUT', '/api/v1/settings/review', { key: boss, body: { twoReviewers: false } })
    assert.equal(put.status, 200)
    assert.deepEqual([(await view(alone)).intent, (await view(alone)).corrected], ['suggestion', true])
    assert.equal((await view(apart)).corrected, false)
    const { second: waitingForOne, differs } = await state(boss)
    assert.deepEqual([waitingForOne, differs], [0, 1])
    await world.runJob('understanding.settle-single-words')
    assert.equal((await state(boss)).differs, 1)
  })
})
