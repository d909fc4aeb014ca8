import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'

type View = {
  setAside: boolean
  understanding: {
    status: string
    sentiment: string
    intent: string
    language: string
    categories: string[]
    corrected: boolean
    engineVersion: string
    aspects: { category: string }[]
  }
}
type Tree = {
  items: {
    id: string
    key: string
    parent: string | null
    names: Record<string, string>
    retiredAt: string | null
    mergedInto: string | null
    words: string[]
  }[]
}

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('manager')
  await world.settle()
})
after(() => world.close())

const say = async (body: object) => {
  const answer = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body: { channel: 'web', ...body } })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}
const view = async (id: string) => (await world.call<View>('GET', `/api/v1/feedback/${id}`, { key })).body
const list = async (query: string) => {
  const answer = await world.call<{ items: { id: string }[]; nextCursor: string | null }>('GET', `/api/v1/feedback?${query}`, { key })
  assert.equal(answer.status, 200, answer.text)
  return answer.body.items.map(({ id }) => id)
}
const tree = async () => (await world.call<Tree>('GET', '/api/v1/categories', { key })).body.items
const categoryId = async (name: string) => (await tree()).find((each) => each.key === name)?.id ?? ''
const announced = async (name: string) =>
  (
    await world.database.owner.query<{ payload: Record<string, unknown> }>(`SELECT payload FROM outbox WHERE name = $1 ORDER BY id`, [name])
  ).rows.map(({ payload }) => payload)

describe('a voice', () => {
  it('is pending, then understood and announced once', async () => {
    const id = await say({ text: '客服态度太差了，退款一直不处理，气死我了', scores: [{ kind: 'csat', value: 1 }] })
    assert.equal((await view(id)).understanding.status, 'pending')
    await world.settle()
    const { understanding } = await view(id)
    assert.equal(understanding.status, 'done')
    assert.equal(understanding.sentiment, 'negative')
    assert.equal(understanding.intent, 'complaint')
    assert.match(understanding.language, /^zh/)
    assert.ok(understanding.categories.includes(await categoryId('attitude')))
    const [news, ...more] = await announced('feedback.understood')
    assert.equal(more.length, 0)
    assert.equal(news?.lowScore, true)
    assert.equal(news?.first, true)
    await world.database.owner.query(`UPDATE outbox SET relayed_at = NULL WHERE name = 'feedback.received'`)
    await world.settle()
    assert.equal((await announced('feedback.understood')).length, 1)
  })

  it('without words is understood by its score', async () => {
    const id = await say({ scores: [{ kind: 'nps', value: 10 }] })
    await world.settle()
    assert.equal((await view(id)).understanding.sentiment, 'positive')
  })

  it('that nobody could write takes no others with it', async () => {
    const odd = await say({ text: `${'\u{10ffff}\ufdd0'.repeat(3000)}'\\"$$ %s <script>` })
    const fine = await say({ text: '物流很快，非常满意' })
    await world.settle()
    assert.equal((await view(odd)).understanding.status, 'done')
    assert.equal((await view(fine)).understanding.sentiment, 'positive')
  })

  it('that is spam is set aside, can be restored, and is then announced as new', async () => {
    const id = await say({ text: '加微信 abc12345 代开发票，刷单兼职日结 http://spam.example/x http://spam.example/y' })
    await world.settle()
    assert.equal((await view(id)).setAside, true)
    assert.equal((await list('limit=200')).includes(id), false)
    assert.ok((await list('setAside=only')).includes(id))
    const before = (await announced('feedback.understood')).length
    assert.equal((await world.call('DELETE', `/api/v1/feedback/${id}/set-aside`, { key })).status, 204)
    await world.settle()
    assert.equal((await view(id)).setAside, false)
    const news = (await announced('feedback.understood')).slice(before)
    assert.deepEqual(
      news.map(({ setAside, first }) => [setAside, first]),
      [[false, true]],
    )
    assert.equal((await world.call('DELETE', `/api/v1/feedback/${id}/set-aside`, { key })).status, 404)
  })

  it('is set aside by hand', async () => {
    const id = await say({ text: '测试一下，请忽略' })
    await world.settle()
    const answer = await world.call('PUT', `/api/v1/feedback/${id}/set-aside`, { key, body: { reason: '测试' } })
    assert.equal(answer.status, 200, answer.text)
    await world.settle()
    assert.ok((await list('setAside=only')).includes(id))
    assert.deepEqual((await announced('understanding.changed')).at(-1)?.why, 'set-aside')
  })
})

describe('a correction', () => {
  it('holds at once, is kept with who, and survives a new engine', async () => {
    const id = await say({ text: '包装盒有一点压痕，别的都好' })
    await world.settle()
    const price = await categoryId('price')
    const body = { sentiment: 'negative', intent: 'suggestion', categories: [price] }
    const answer = await world.call<{ items: { field: string }[] }>('POST', `/api/v1/feedback/${id}/corrections`, { key, body })
    assert.equal(answer.status, 201, answer.text)
    assert.deepEqual(answer.body.items.map(({ field }) => field).sort(), ['categories', 'intent', 'sentiment'])
    assert.ok((await list(`category=${price}&sentiment=negative&intent=suggestion`)).includes(id))

    await world.database.owner.query(
      `UPDATE understandings SET engine_version = 'older', sentiment = 'positive', intent = 'praise', categories = '{}'`,
    )
    await world.runJob('understanding.read-anew')
    const { understanding } = await view(id)
    assert.notEqual(understanding.engineVersion, 'older')
    assert.deepEqual(
      [understanding.sentiment, understanding.intent, understanding.categories, understanding.corrected],
      ['negative', 'suggestion', [price], true],
    )
    const progress = await world.call<{ outdated: number }>('GET', '/api/v1/understanding/progress', { key })
    assert.equal(progress.body.outdated, 0)
  })

  it('names what is wrong with it', async () => {
    const id = await say({ text: '还行' })
    assert.equal((await world.call('POST', `/api/v1/feedback/${id}/corrections`, { key, body: { intent: 'other' } })).status, 409)
    await world.settle()
    assert.equal((await world.call('POST', `/api/v1/feedback/${id}/corrections`, { key, body: {} })).status, 422)
    assert.equal((await world.call('POST', `/api/v1/feedback/${id}/corrections`, { key, body: { sentiment: 'furious' } })).status, 422)
    const gone = id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    assert.equal((await world.call('POST', `/api/v1/feedback/${gone}/corrections`, { key, body: { intent: 'other' } })).status, 404)
  })
})

describe('the tree', () => {
  const send = (method: string, path: string, body?: object) =>
    world.call<{ id: string; code: string; words: string[]; retiredAt: string | null }>(method, `/api/v1/categories${path}`, { key, body })

  it('is the starter tree in three languages at first', async () => {
    const items = await tree()
    assert.ok(items.length > 50)
    assert.deepEqual(items.find(({ key: name }) => name === 'attitude')?.names, { 'zh-CN': '态度', 'zh-TW': '態度', en: 'Attitude' })
    const seen = new Set<string>()
    for (const { id, parent } of items) {
      assert.ok(parent === null || seen.has(parent))
      seen.add(id)
    }
  })

  it('grows, moves, merges, retires, and remembers', async () => {
    const top = (await send('POST', '', { names: { 'zh-CN': '门锁' }, words: ['门锁'] })).body
    const below = (await send('POST', '', { names: { 'zh-CN': '指纹' }, parent: top.id, words: ['指纹'] })).body
    const deep = (await send('POST', '', { names: { 'zh-CN': '识别率' }, parent: below.id, words: ['识别'] })).body
    assert.equal((await send('POST', '', { names: { en: 'x' }, parent: deep.id })).status, 422)
    assert.equal((await send('PATCH', `/${top.id}`, { parent: below.id })).status, 422)
    assert.equal((await send('PATCH', `/${deep.id}`, { names: { 'zh-CN': '识别速度', en: 'Recognition' } })).status, 200)

    const id = await say({ text: '指纹识别总是失败' })
    await world.settle()
    assert.ok((await list(`category=${top.id}`)).includes(id))

    assert.equal((await send('POST', `/${below.id}/merge`, { into: top.id })).status, 409)
    const merged = await send('POST', `/${deep.id}/merge`, { into: below.id })
    assert.deepEqual(merged.body.words, ['指纹', '识别'])
    assert.ok((await list(`category=${below.id}`)).includes(id))
    assert.notEqual((await send('PUT', `/${top.id}/retirement`)).body.retiredAt, null)
    assert.equal(
      (await tree()).filter(({ id: each, retiredAt }) => [top.id, below.id, deep.id].includes(each) && retiredAt !== null).length,
      3,
    )
    assert.equal((await send('DELETE', `/${top.id}/retirement`)).body.retiredAt, null)
    const history = await world.call<{ items: { change: object; by: string }[] }>('GET', `/api/v1/categories/${top.id}/history`, { key })
    assert.deepEqual(
      history.body.items.map(({ change }) => Object.keys(change)[0]),
      ['retired', 'retired', 'added'],
    )
  })

  it('is for those who may shape it', async () => {
    const agent = await world.keyFor('agent')
    assert.equal((await world.call('POST', '/api/v1/categories', { key: agent, body: { names: { en: 'x' } } })).status, 403)
  })
})

describe('the list', () => {
  it('finds words, phrases and either script', async () => {
    const apart = await say({ text: '洗衣机的洗涤剂盒与衣服分开' })
    const whole = await say({ text: '这台洗衣机很吵' })
    const traditional = await say({ text: '這台洗衣機很吵，退貨' })
    const latin = await say({ text: 'The App keeps crashing on Login' })
    await world.settle()
    assert.deepEqual((await list(`q=${encodeURIComponent('洗衣机很吵')}`)).sort(), [whole, traditional].sort())
    assert.deepEqual(await list(`q=${encodeURIComponent('洗涤 分开')}`), [apart])
    assert.deepEqual(await list('q=app+LOGIN'), [latin])
    assert.deepEqual(await list(`q=${encodeURIComponent('不存在的词')}`), [])
    assert.deepEqual(await list('q=%E2%80%A6%EF%BC%81'), [])
    assert.deepEqual(await list(`q=${encodeURIComponent(`o'clock \\ & | ! ( :* <->`)}`), [])
  })

  it('pages without a gap or a double', async () => {
    const all = await list('setAside=any&limit=200')
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 50; page++) {
      const { body } = await world.call<{ items: { id: string }[]; nextCursor: string | null }>(
        'GET',
        `/api/v1/feedback?setAside=any&limit=3${cursor}`,
        { key },
      )
      seen.push(...body.items.map(({ id }) => id))
      if (body.nextCursor === null) break
      cursor = `&cursor=${body.nextCursor}`
    }
    assert.deepEqual(seen, all)
    assert.equal((await world.call('GET', '/api/v1/feedback?cursor=nonsense', { key })).status, 422)
    assert.equal((await world.call('GET', '/api/v1/feedback?limit=201', { key })).status, 422)
    assert.equal((await world.call('GET', '/api/v1/feedback?colour=red', { key })).status, 422)
  })
})
