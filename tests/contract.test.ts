/** The contract as outsiders rely on it, what is heard: calls, statuses and bodies of feedback, over the real routes. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Caller, F, openCaller, type Problem, type Received } from './contract-caller.ts'
import type { World } from './world.ts'

type Item = { id: string; text: string; [field: string]: unknown }
type List = { items: Item[]; nextCursor: string | null }

let caller: Caller
let world: World
let key: string

before(async () => {
  caller = await openCaller()
  ;({ world, key } = caller)
})
after(() => caller.close())

const post = <Body = Received & Problem>(body: unknown, headers: Record<string, string> = {}) =>
  world.call<Body>('POST', F, { key, body, headers })
const list = (query: string) => world.call<List & Problem>('GET', `${F}?${query}`, { key })
const q = (words: string) => list(`q=${encodeURIComponent(words)}&limit=200`)

describe('POST /feedback takes', () => {
  const fits: Readonly<Record<string, unknown>> = {
    'a text': { channel: 'api', text: '屏幕坏了' },
    'a score alone': { channel: 'api', scores: [{ kind: 'nps', value: 0 }] },
    'the ends of every scale': {
      channel: 'api',
      scores: [
        { kind: 'nps', value: 10 },
        { kind: 'csat', value: 1 },
        { kind: 'ces', value: 7 },
        { kind: 'rating', value: 100, scale: { min: 0, max: 100 } },
      ],
    },
    '20,000 characters': { channel: 'api', text: '字'.repeat(20_000) },
    '20,000 emoji': { channel: 'api', text: '😀'.repeat(20_000) },
    'half a surrogate pair, mended': '{"channel":"api","text":"x\\ud800y"}',
    'any Unicode': { channel: 'api', text: 'ﷺ ‮ \u2028 👨‍👩‍👧 𠮷 \ufeff' },
    'all its fields': {
      channel: 'review',
      sourceId: 'all',
      text: '好',
      scores: [{ kind: 'csat', value: 5 }],
      occurredAt: '2026-03-02T01:00:00+08:00',
      language: 'zh-CN',
      facts: { a: [1, { b: null }] },
      url: 'https://shop.example/1',
      customer: { externalId: 'c-all', email: 'All@Example.com', phone: '13800138000', name: '全', attributes: { vip: true } },
    },
  }
  for (const [what, body] of Object.entries(fits))
    it(what, async () => {
      const answer = await post(body)
      assert.equal(answer.status, 201, answer.text)
      assert.deepEqual(Object.keys(answer.body).sort(), ['id', 'queryCode', 'receivedAt'])
      assert.match(answer.body.id, /^fb_[0-9a-hjkmnp-tv-z]{26}$/)
      assert.match(answer.body.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
      assert.ok(answer.body.queryCode.length >= 8)
      assert.equal((await world.call('GET', `${F}/${answer.body.id}`, { key })).status, 200)
    })
})

describe('POST /feedback refuses', () => {
  const score = (kind: string, value: unknown, more: object = {}) => ({ channel: 'api', scores: [{ kind, value, ...more }] })
  const misfits: readonly (readonly [string, unknown, string])[] = [
    ['nothing to say', { channel: 'api' }, 'text'],
    ['blanks', { channel: 'api', text: ' \n ' }, 'text'],
    ['no channel', { text: 'a' }, 'channel'],
    ['an unknown channel', { channel: 'fax', text: 'a' }, 'channel'],
    ['20,001 characters', { channel: 'api', text: '字'.repeat(20_001) }, 'text'],
    ['20,001 emoji', { channel: 'api', text: '😀'.repeat(20_001) }, 'text'],
    ['NUL', { channel: 'api', text: 'a\0b' }, 'text'],
    ['an unknown field', { channel: 'api', text: 'a', foo: 1 }, 'foo'],
    ['an unknown field inside', { channel: 'api', text: 'a', customer: { shoe: 42 } }, 'customer.shoe'],
    ['nps 11', score('nps', 11), 'scores[0].value'],
    ['nps −1', score('nps', -1), 'scores[0].value'],
    ['csat 0', score('csat', 0), 'scores[0].value'],
    ['csat 6', score('csat', 6), 'scores[0].value'],
    ['ces 8', score('ces', 8), 'scores[0].value'],
    ['half a point', score('nps', 7.5), 'scores[0].value'],
    ['a score in words', score('nps', '9'), 'scores[0].value'],
    ['a rating past its scale', score('rating', 101, { scale: { min: 0, max: 100 } }), 'scores[0].value'],
    ['an unknown score', score('joy', 1), 'scores[0].kind'],
    ['a moment that is none', { channel: 'api', text: 'a', occurredAt: '2026-02-30T00:00:00Z' }, 'occurredAt'],
    ['a moment to come', { channel: 'api', text: 'a', occurredAt: '2036-01-01T00:00:00Z' }, 'occurredAt'],
    ['an address that is none', { channel: 'api', text: 'a', customer: { email: 'nope' } }, 'customer.email'],
    ['headers in an address', { channel: 'api', text: 'a', customer: { email: 'a@example.com\r\nBcc: b@example.com' } }, 'customer.email'],
    ['a script for an address', { channel: 'api', text: 'a', url: 'javascript:alert(1)' }, 'url'],
    ['a list', [], ''],
  ]
  for (const [what, body, path] of misfits)
    it(`${what} with 422 at ${path || 'the whole'}`, async () => {
      const { status, body: problem, headers } = await post<Problem>(body)
      assert.equal(status, 422)
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
      for (const field of ['type', 'title', 'status', 'code', 'detail'] as const) assert.ok(problem[field], field)
      assert.ok(
        problem.errors?.some((error) => error.path === path),
        JSON.stringify(problem.errors),
      )
    })

  const unreadable: Readonly<Record<string, string | Uint8Array>> = {
    'half a JSON': '{"channel":',
    'a form': 'channel=api&text=a',
    'what is not UTF-8': new Uint8Array([...Buffer.from('{"channel":"api","text":"'), 0xff, 0x22, 0x7d]),
    'a hundred thousand brackets': `{"channel":"api","text":"a","facts":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
  }
  for (const [what, body] of Object.entries(unreadable)) it(`${what} with 400`, async () => assert.equal((await post(body)).status, 400))

  it('a huge body with 413', async () => assert.equal((await post({ channel: 'api', text: 'a'.repeat(400_000) })).status, 413))
  it('a method that an address does not take with 405 and those it takes, an unknown address with 404', async () => {
    const refused = await world.call<Problem>('DELETE', F, { key })
    assert.equal(refused.status, 405)
    assert.equal(refused.headers.get('allow'), 'GET, POST')
    for (const method of ['GET', 'POST', 'DELETE'])
      assert.equal((await world.call(method, '/api/v1/nothing-here', { key })).status, 404, method)
  })

  it('those without a key with 401, and whose role may not with 403', async () => {
    const body = { channel: 'api', text: 'a' }
    const refused = await world.call('POST', F, { body })
    assert.equal(refused.status, 401)
    assert.equal(refused.headers.get('www-authenticate'), 'Bearer')
    assert.equal((await world.call('POST', F, { body, key: `hx_${'a'.repeat(43)}` })).status, 401)
    assert.equal((await world.call('POST', F, { body, key: await world.keyFor('viewer') })).status, 403)
  })
})

describe('what is sent twice', () => {
  it('under one Idempotency-Key gives the first answer again; with another body 409', async () => {
    const body = { channel: 'api', text: '只有一次' }
    const first = await post(body, { 'idempotency-key': 'once' })
    const second = await post(body, { 'idempotency-key': 'once' })
    assert.deepEqual([first.status, second.status], [201, 200])
    assert.deepEqual(second.body, first.body)
    assert.equal((await post({ ...body, text: '别的' }, { 'idempotency-key': 'once' })).status, 409)
    assert.equal((await post(body, { 'idempotency-key': 'k'.repeat(201) })).status, 422)
  })

  it('at once, twenty times, is one feedback', async () => {
    for (const make of [
      (i: number) => [{ channel: 'api', text: `同源 ${i}`, sourceId: 'at-once' }, {}],
      () => [{ channel: 'api', text: '同时' }, { 'idempotency-key': 'at-once' }],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => post(...(make(i) as [unknown, Record<string, string>]))))
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
      assert.equal(answers.filter(({ status }) => status === 201).length, 1)
      assert.equal(answers.filter(({ status }) => status === 200).length, 19)
    }
  })

  it('in a batch too, whole or in parts', async () => {
    type Batch = { results: ({ status: string; id?: string; error?: Problem } | undefined)[] }
    const batch = (items: unknown[], headers = {}) => world.call<Batch>('POST', `${F}/batch`, { key, body: { items }, headers })
    const item = { channel: 'api', text: '批', sourceId: 'batch-1' }
    const { status, body } = await batch([item, item, { channel: 'api' }, 5, { channel: 'api', text: '批二' }])
    assert.equal(status, 200)
    assert.deepEqual(
      body.results.map((result) => result?.status),
      ['added', 'already', 'refused', 'refused', 'added'],
    )
    assert.equal(body.results[0]?.id, body.results[1]?.id)
    assert.equal(body.results[2]?.error?.errors?.[0]?.path, 'text')

    const keyed = [{ channel: 'api', text: '带钥匙的批' }]
    const [first, again] = [await batch(keyed, { 'idempotency-key': 'batch' }), await batch(keyed, { 'idempotency-key': 'batch' })]
    assert.deepEqual(again.body, first.body)
    assert.equal((await batch([...keyed, item], { 'idempotency-key': 'batch' })).status, 409)
    await world.settle()
    assert.equal((await q('带钥匙的批')).body.items.length, 1)
  })

  it('a batch takes no more than 1,000', async () => {
    const { status, body } = await world.call<Problem>('POST', `${F}/batch`, {
      key,
      body: { items: Array(1001).fill({ channel: 'api', text: 'a' }) },
    })
    assert.deepEqual([status, body.errors?.[0]?.path], [422, 'items'])
    const unknown = await world.call<Problem>('POST', `${F}/batch`, { key, body: { items: [], more: 1 } })
    assert.deepEqual([unknown.status, unknown.body.errors?.[0]?.path], [422, 'more'])
  })
})

describe('GET /feedback', () => {
  before(async () => {
    for (const text of ['屏幕在充电时会闪烁', '繁體字的回饋：冰箱噪音很大', 'WiFi连接不上App', 'The battery drains too fast'])
      await caller.said(text)
  })

  const finds: readonly (readonly [string, string])[] = [
    ['屏幕', '屏幕在充电时会闪烁'],
    ['闪', '屏幕在充电时会闪烁'],
    ['充电 屏幕', '屏幕在充电时会闪烁'],
    ['充电时会', '屏幕在充电时会闪烁'],
    ['回馈', '繁體字的回饋：冰箱噪音很大'],
    ['回饋', '繁體字的回饋：冰箱噪音很大'],
    ['冰箱噪音', '繁體字的回饋：冰箱噪音很大'],
    ['wifi', 'WiFi连接不上App'],
    ['APP', 'WiFi连接不上App'],
    ['"battery drains"', 'The battery drains too fast'],
  ]
  for (const [words, text] of finds)
    it(`finds ${words}`, async () => assert.ok((await q(words)).body.items.some((item) => item.text === text)))
  for (const words of ['屏幕 冰箱', '从未出现', "'; DROP TABLE feedback; --", '%', 'a & | ! ( :* <->'])
    it(`finds nothing for ${words}`, async () => {
      const { status, body } = await q(words)
      assert.deepEqual([status, body.items], [200, []])
    })

  it('carries the fields that are promised, understood', async () => {
    const { id } = await caller.said('客服太差了，打了三次电话没人接，我要退款', {
      channel: 'call',
      sourceId: 'fields',
      scores: [{ kind: 'nps', value: 1 }],
      customer: { externalId: 'c-fields' },
    })
    const [item] = (await list('limit=1&channel=call')).body.items
    assert.equal(item?.id, id)
    for (const field of [
      'id',
      'channel',
      'sourceId',
      'text',
      'scores',
      'customer',
      'occurredAt',
      'receivedAt',
      'language',
      'sentiment',
      'intent',
    ])
      assert.ok(item?.[field], field)
    type View = { understanding: Record<string, unknown>; cases: string[] }
    const { body } = await world.call<View>('GET', `${F}/${id}`, { key })
    assert.deepEqual(
      [body.understanding.status, body.understanding.sentiment, body.understanding.intent],
      ['done', 'negative', 'complaint'],
    )
    assert.match(String(body.understanding.language), /^zh(-|$)/)
    for (const field of ['urgency', 'aspects']) assert.ok(body.understanding[field], field)
    assert.match(body.cases[0] ?? '', /^case_/)
    for (const [filter, expected] of Object.entries({
      'sentiment=negative': true,
      'sentiment=positive': false,
      'intent=complaint': true,
      'channel=web': false,
    }))
      assert.equal(
        (await list(`limit=200&${filter}`)).body.items.some((each) => each.id === id),
        expected,
        filter,
      )
    const { receivedAt } = item as unknown as Received
    assert.equal(
      (await list(`limit=200&to=${receivedAt}`)).body.items.some((each) => each.id === id),
      false,
    )
    assert.equal(
      (await list(`limit=200&from=${receivedAt}`)).body.items.some((each) => each.id === id),
      true,
    )
  })

  it('pages without a gap or a double while more arrives', async () => {
    const standing = (await list('limit=200')).body.items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body }: { body: List } = await list(`limit=5${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
      await post({ channel: 'api', text: `新到 ${seen.length}` })
    }
    assert.equal(new Set(seen).size, seen.length)
    assert.deepEqual(
      seen.filter((id) => standing.includes(id)),
      standing,
    )
  })

  for (const query of ['limit=0', 'limit=201', 'cursor=zzz', 'from=yesterday', 'channel=fax', 'sentiment=sad', 'intent=rage', 'colour=red'])
    it(`refuses ${query}`, async () => {
      const { status, body } = await list(query)
      assert.deepEqual([status, body.errors?.[0]?.path], [422, query.split('=')[0]])
    })

  it('refuses the cursor of another list, and one made by hand', async () => {
    const cursors = [[1, 'x'], ['x', 'y'], [null, {}], ['2026-01-01', '01a1fff5-0109-705d-8c81-c648dd4cfe17'], 5].map((value) =>
      Buffer.from(JSON.stringify(value)).toString('base64url'),
    )
    const { nextCursor } = (await list('limit=1')).body
    for (const path of [
      F,
      '/api/v1/cases',
      '/api/v1/customers',
      '/api/v1/improvements',
      '/api/v1/surveys',
      '/api/v1/audit-entries',
      '/api/v1/promises',
    ])
      for (const cursor of [...cursors, nextCursor ?? '']) {
        const { status } = await world.call('GET', `${path}?cursor=${encodeURIComponent(cursor)}`, { key })
        assert.ok(status === 200 || status === 422, `${path} with ${cursor}: ${status}`)
      }
  })

  it('knows no ids that are none, and shows nobody what is another workspace’s', async () => {
    const { id } = await caller.said('别家看不到')
    const foreign = await caller.another('foreign')
    for (const path of [`${F}/fb_nope`, `${F}/${id.slice(0, -1)}`, '/api/v1/cases/case_nope', '/api/v1/nothing'])
      assert.equal((await world.call('GET', path, { key })).status, 404, path)
    assert.equal((await world.call('GET', `${F}/${id}`, { key: foreign })).status, 404)
  })
})
