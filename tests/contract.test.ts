/** The contract as outsiders rely on it: calls, statuses, bodies and promises of the API, over the real routes. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, beforeEach, describe, it } from 'node:test'
import { DAY, HOUR, instant, isoOf, SECOND } from '../src/shared/time/instant.ts'
import { openWorld, type World } from './world.ts'

type Problem = { type: string; title: string; status: number; code: string; detail: string; errors?: { path: string; message: string }[] }
type Received = { id: string; receivedAt: string; queryCode: string }
type PromiseShown = { kind: string; dueAt: string; keptAt?: string; brokenAt?: string }
type CaseShown = { id: string; stage: string; promises: PromiseShown[]; feedback: string[] }
type Part = { count: number; rate: number | null; interval: { low: number; high: number } | null }
type Echo = { asked: number; answered: Part; told: Part; rate: number | null; interval: { low: number; high: number } | null }
type Item = { id: string; text: string; [field: string]: unknown }
type List = { items: Item[]; nextCursor: string | null }

const F = '/api/v1/feedback'
let world: World
let key: string

before(async () => {
  world = await openWorld()
  key = await world.keyFor('owner')
})
after(() => world.close())

const post = <Body = Received & Problem>(body: unknown, headers: Record<string, string> = {}) =>
  world.call<Body>('POST', F, { key, body, headers })
const list = (query: string) => world.call<List & Problem>('GET', `${F}?${query}`, { key })
const q = (words: string) => list(`q=${encodeURIComponent(words)}&limit=200`)

/** Sends a voice, lets everything happen that follows, and gives its id. */
async function said(text: string, more: Record<string, unknown> = {}, by = key): Promise<Received> {
  const answer = await world.call<Received>('POST', F, { key: by, body: { channel: 'web', text, ...more } })
  assert.equal(answer.status, 201, answer.text)
  await world.settle()
  return answer.body
}

const casesOf = async (feedback: string, by = key): Promise<CaseShown[]> =>
  (await world.call<{ items: CaseShown[] }>('GET', `/api/v1/cases?feedback=${feedback}`, { key: by })).body.items

/** A workspace of its own, made ready by the real listeners. */
async function another(slug: string): Promise<string> {
  const id = await world.addWorkspace(slug)
  await world.settle()
  return await world.keyFor('owner', id)
}

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
  it('those without a key with 401, and whose role may not with 403', async () => {
    const body = { channel: 'api', text: 'a' }
    assert.equal((await world.call('POST', F, { body })).status, 401)
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
      await said(text)
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
    const { id } = await said('客服太差了，打了三次电话没人接，我要退款', {
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

  it('knows no ids that are none, and shows nobody what is another workspace’s', async () => {
    const { id } = await said('别家看不到')
    const foreign = await another('foreign')
    for (const path of [`${F}/fb_nope`, `${F}/${id.slice(0, -1)}`, '/api/v1/cases/case_nope', '/api/v1/nothing'])
      assert.equal((await world.call('GET', path, { key })).status, 404, path)
    assert.equal((await world.call('GET', `${F}/${id}`, { key: foreign })).status, 404)
  })
})

describe('cases', () => {
  it('are opened by what wants an answer, joined for one customer, and acknowledged', async () => {
    const customer = { externalId: 'c-join', email: 'join@example.com' }
    const first = await said('洗衣机漏水了，没人来修', { customer })
    const second = await said('洗衣机还是漏水，师傅到现在没来', { customer })
    const [only, ...more] = await casesOf(first.id)
    assert.ok(only !== undefined && more.length === 0)
    assert.deepEqual(new Set(only.feedback), new Set([first.id, second.id]))
    assert.equal(only.stage, 'acknowledged')
    assert.ok(only.promises.every(({ kind, dueAt }) => kind !== '' && !Number.isNaN(Date.parse(dueAt))))
    assert.deepEqual(await casesOf((await said('很好，很满意，谢谢')).id), [])
    const low = await said('', { text: undefined, scores: [{ kind: 'nps', value: 2 }] })
    assert.equal((await casesOf(low.id)).length, 1)
  })

  it('are not opened by what is old, unless that is asked for', async () => {
    const occurredAt = isoOf((world.clock.now() - 25 * HOUR) as never)
    assert.deepEqual(await casesOf((await said('空调不制冷，要投诉', { occurredAt })).id), [])
    assert.deepEqual(await casesOf((await said('空调不制冷，要投诉', { quiet: true })).id), [])
    assert.equal((await casesOf((await said('空调不制冷，要投诉', { occurredAt, quiet: false })).id)).length, 1)
  })

  it('are answered, resolved and reopened', async () => {
    const { id } = await said('吸尘器坏了，要求退款')
    const [opened] = await casesOf(id)
    const at = `/api/v1/cases/${opened?.id}`
    const call = <Body = Problem>(method: string, path: string, body?: unknown, headers = {}) =>
      world.call<Body>(method, at + path, { key, body, headers })
    for (const [body, path] of [
      [{ text: ' ' }, 'text'],
      [{ text: 'a', loud: true }, 'loud'],
      [{}, 'text'],
    ] as const) {
      const { status, body: problem } = await call('POST', '/replies', body)
      assert.deepEqual([status, problem.errors?.[0]?.path], [422, path])
    }
    assert.equal((await call('POST', '/replies', { text: '先看看', internal: true })).status, 201)
    const kept = async () =>
      (await call<CaseShown>('GET', '')).body.promises.filter(({ keptAt }) => keptAt !== undefined).map(({ kind }) => kind)
    assert.deepEqual(await kept(), [], 'a note inside keeps no promise')
    const replied = await call<{ id: string }>('POST', '/replies', { text: '明天上门' }, { 'idempotency-key': 'reply' })
    const again = await call<{ id: string }>('POST', '/replies', { text: '明天上门' }, { 'idempotency-key': 'reply' })
    assert.deepEqual([replied.status, again.status, again.body], [201, 200, replied.body])
    assert.equal((await call('POST', '/replies', { text: '后天上门' }, { 'idempotency-key': 'reply' })).status, 409)
    assert.deepEqual(await kept(), ['first-answer'])
    assert.equal((await call('PUT', '/resolution', { outcome: 'done', note: '' })).status, 422)
    assert.equal((await call('PUT', '/resolution', { outcome: 'resolved', note: '已换新' })).status, 200)
    assert.equal((await call<CaseShown>('GET', '')).body.stage, 'resolved')
    assert.equal((await call('DELETE', '/resolution')).status, 200)
    assert.equal((await call<CaseShown>('GET', '')).body.stage, 'working')
    assert.equal((await world.call('POST', `${at}/replies`, { key: await world.keyFor('viewer'), body: { text: 'a' } })).status, 403)
  })

  it('break their promise when its time is over', async () => {
    const policies = [{ kind: 'first-answer', duration: 'PT30S', basis: 'clock' }]
    const owner = await another('promises')
    const put = (body: unknown) => world.call<Problem>('PUT', '/api/v1/settings/promises', { key: owner, body })
    assert.equal((await put({ policies: [{ ...policies[0], duration: 'soon' }] })).status, 422)
    assert.equal((await put({ policies: [{ ...policies[0], basis: 'moon' }] })).status, 422)
    assert.equal((await put({ policies })).status, 200)
    const { id } = await said('热水器不出热水，投诉', {}, owner)
    const [opened] = await casesOf(id, owner)
    assert.equal(Date.parse(opened?.promises[0]?.dueAt ?? '') - world.clock.now(), 30 * SECOND)
    world.clock.advance(31 * SECOND)
    await world.runJob('cases.sweep-promises')
    const [late] = await casesOf(id, owner)
    assert.ok(late?.promises[0]?.brokenAt !== undefined && late.promises[0].keptAt === undefined)
  })
})

describe('GET /metrics/echo-rate', () => {
  it('counts who asked, was answered by a person in time, and was told what came of it', async () => {
    world.clock.set(instant('2026-04-01T02:00:00Z'))
    const owner = await another('echo')
    const ask = async (n: number) =>
      (await casesOf((await said(`第${n}台洗衣机坏了，要投诉`, { customer: { externalId: `echo-${n}` } }, owner)).id, owner))[0]?.id ?? ''
    const reply = (id: string) => world.call('POST', `/api/v1/cases/${id}/replies`, { key: owner, body: { text: '在处理' } })
    const resolve = (id: string) =>
      world.call('PUT', `/api/v1/cases/${id}/resolution`, { key: owner, body: { outcome: 'resolved', note: '修好了' } })
    const echo = async (query = 'from=2026-04-01&to=2026-04-30') =>
      (await world.call<Echo>('GET', `/api/v1/metrics/echo-rate?${query}`, { key: owner })).body
    const [answered = '', both = '', late = ''] = [await ask(1), await ask(2), await ask(3), await ask(4)]
    await said('非常好用，点个赞', {}, owner)
    assert.equal((await echo('from=2026-04-01T00:00:00Z&to=2026-05-01T00:00:00Z')).asked, 0, 'nothing has fallen due yet')
    world.clock.advance(HOUR)
    await reply(answered)
    await resolve(both)
    world.clock.advance(DAY)
    await reply(late)
    await world.settle()
    const found = await echo()
    assert.deepEqual([found.asked, found.answered.count, found.told.count, found.rate], [4, 2, 1, 0.5])
    assert.deepEqual([found.answered.rate, found.told.rate], [0.5, 0.25])
    assert.ok(found.interval !== null && Math.abs(found.interval.low - 0.15) < 0.001 && Math.abs(found.interval.high - 0.85) < 0.001)
    // All fell due on 2 April at 10:00 in Shanghai.
    assert.equal((await echo('from=2026-04-02&to=2026-04-02')).asked, 4)
    assert.equal((await echo('from=2026-04-01&to=2026-04-01')).asked, 0)
    assert.equal((await echo('from=2026-04-02T02:00:00Z')).asked, 4)
    assert.equal((await echo('to=2026-04-02T02:00:00Z')).asked, 0)
    assert.equal((await world.call('GET', '/api/v1/metrics/echo-rate?from=spring', { key: owner })).status, 422)
  })
})

describe('customers and orders', () => {
  it('are idempotent by their external id', async () => {
    const put = (body: unknown) => world.call<{ id: string } & Problem>('PUT', '/api/v1/customers/c-9', { key, body })
    const first = await put({ name: '周', email: 'zhou@example.com' })
    const second = await put({ name: '周', email: 'zhou@example.com' })
    assert.deepEqual([first.status, second.status, second.body.id], [201, 200, first.body.id])
    assert.deepEqual((await put({ nam: '周' })).body.errors?.[0]?.path, 'nam')
    const order = {
      externalId: 'o-1',
      customer: { externalId: 'c-9' },
      placedAt: '2026-03-01T00:00:00Z',
      product: 'V8',
      amount: 99.5,
      currency: 'CNY',
    }
    const send = () => world.call('POST', '/api/v1/orders/batch', { key, body: { items: [order] } })
    assert.deepEqual((await send()).body, { added: 1, changed: 0, already: 0 })
    assert.deepEqual((await send()).body, { added: 0, changed: 0, already: 1 })
  })
})

describe('improvements', () => {
  it('freeze their plan before they ship, and refuse another', async () => {
    const made = await world.call<{ id: string; stage: string }>('POST', '/api/v1/improvements', { key, body: { title: '换门封' } })
    assert.deepEqual([made.status, made.body.stage], [201, 'proposed'])
    const at = `/api/v1/improvements/${made.body.id}`
    assert.equal((await world.call('GET', `${at}/verification`, { key })).status, 404)
    const now = world.clock.now()
    const span = (from: number, to: number) => ({ from: isoOf((now + from * DAY) as never), to: isoOf((now + to * DAY) as never) })
    const plan = { metric: { kind: 'mean-score', score: 'nps' }, better: 'higher', before: span(-28, 0), after: span(7, 35) }
    const freeze = (body: unknown) => world.call<Problem>('PUT', `${at}/verification`, { key, body })
    assert.equal((await freeze({ ...plan, better: 'nicer' })).body.errors?.[0]?.path, 'better')
    const frozen = await freeze(plan)
    assert.ok(frozen.status === 200 || frozen.status === 201, frozen.text)
    assert.equal((await freeze({ ...plan, better: 'lower' })).status, 409)
    assert.equal((await world.call('GET', `${at}/verification`, { key })).status, 200)
    const move = (stage: string) => world.call<{ stage: string }>('PUT', `${at}/stage`, { key, body: { stage } })
    assert.equal((await move('verified')).status, 409)
    for (const stage of ['accepted', 'building', 'shipped']) assert.deepEqual([(await move(stage)).status, stage], [200, stage])
  })
})

describe('what is public', () => {
  beforeEach(() => world.database.owner.query('DELETE FROM call_counts'))
  const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'

  it('shows hostile words as words', async () => {
    const { queryCode } = await said(`投诉 ${hostile} 坏了`, { customer: { externalId: 'c-hostile', name: hostile } })
    const page = await world.call('GET', `/track/${queryCode}`)
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/)
    assert.ok(!page.text.includes('<script>alert') && !page.text.includes('<img src=x'))
    assert.equal((await world.call('GET', '/p/main')).status, 200)
    for (const path of ['/p/nobody', '/s/nothing', '/track/AAAA-AAAA-AAAA', '/p/%00', '/s/%ff', '/app/assets/..%2f..%2fpackage.json'])
      assert.equal((await world.call('GET', path)).status, 404, path)
  })

  it('takes 60 answers a minute from one address, then says when to come again', async () => {
    type SurveyShown = { id: string; slug: string }
    const made = await world.call<SurveyShown>('POST', '/api/v1/surveys', { key, body: { template: 'nps' } })
    const { slug } = (await world.call<SurveyShown>('POST', `/api/v1/surveys/${made.body.id}/publication`, { key })).body
    assert.equal((await world.call('GET', `/s/${slug}`)).status, 200)
    const statuses: number[] = []
    for (let i = 0; i < 61; i++)
      statuses.push((await world.call('POST', `/s/${slug}/responses`, { body: { answers: { recommend: 9 } } })).status)
    assert.deepEqual([statuses.filter((status) => status === 201).length, statuses[60]], [60, 429])
    const last = await world.call('POST', `/s/${slug}/responses`, { body: { answers: { recommend: 9 } } })
    assert.ok(Number(last.headers.get('retry-after')) >= 1)
  })

  it('tells operators and readers of the API what they need', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/docs']) assert.equal((await world.call('GET', path)).status, 200, path)
    type Api = {
      openapi: string
      paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>
    }
    const { body, text } = await world.call<Api>('GET', '/api/openapi.json')
    assert.match(body.openapi, /^3\.1\./)
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    )
    assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length)
    for (const { path, operation } of operations)
      assert.deepEqual(
        operation.parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => `{${name}}`)
          .sort(),
        [...path.matchAll(/\{\w+\}/g)].map(([name]) => name).sort(),
        path,
      )
    assert.deepEqual([...new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref))], ['#/components/schemas/Problem'])
    const calls = [
      'post /feedback',
      'get /feedback',
      'post /feedback/batch',
      'get /feedback/{}',
      'get /cases',
      'get /cases/{}',
      'post /cases/{}/replies',
      'put /cases/{}/resolution',
      'delete /cases/{}/resolution',
      'get /metrics/echo-rate',
      'put /customers/{}',
      'post /orders/batch',
      'put /settings/promises',
      'post /improvements',
      'put /improvements/{}/stage',
      'get /improvements/{}/verification',
    ]
    const described = new Set(
      Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '').replace(/\{\w+\}/g, '{}')}`),
      ),
    )
    assert.deepEqual(
      calls.filter((call) => !described.has(call)),
      [],
    )
  })
})

describe('hx', () => {
  const HX = join(import.meta.dirname, '..', 'src', 'cli', 'hx.ts')
  const hx = (args: string[], input = '') =>
    spawnSync(process.execPath, [HX, ...args], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  type Line = {
    id?: unknown
    error?: string
    language?: string
    sentiment?: { label: string; score: number; confidence: number }
    intent?: { label: string; confidence: number }
    aspects?: { target?: string; category: string; polarity: string; start: number; end: number }[]
    keywords?: { word: string; weight: number }[]
    pii?: { kind: string; start: number; end: number }[]
    masked?: string
  }
  const linesOf = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)

  it('analyze answers in order, every field, one entry for each target', () => {
    const text = '😀屏幕很好，但是电池太差了，电话13800138000'
    const input = [
      { id: 1, text, targets: ['屏幕', '电池'] },
      { id: 'b', text: '请问怎么开发票？' },
      { id: null, text: '' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const { status, stdout, stderr } = hx(['analyze', '--task', 'all'], `\ufeff${input}`)
    assert.deepEqual([status, stderr], [0, ''])
    const [first, second, third] = linesOf(stdout)
    assert.deepEqual([first?.id, second?.id, third?.id], [1, 'b', null])
    assert.match(first?.language ?? '', /^zh/)
    for (const { sentiment } of [first, second, third].filter((line) => line !== undefined))
      assert.ok(sentiment !== undefined && Math.abs(sentiment.score) <= 1 && sentiment.confidence >= 0 && sentiment.confidence <= 1)
    assert.equal(second?.intent?.label, 'question')
    assert.equal(first?.aspects?.find(({ target }) => target === '屏幕')?.polarity, 'positive')
    assert.equal(first?.aspects?.find(({ target }) => target === '电池')?.polarity, 'negative')
    const [phone] = first?.pii ?? []
    assert.equal(text.slice(phone?.start, phone?.end), '13800138000')
    assert.ok(first?.masked !== undefined && !first.masked.includes('13800138000'))
    assert.ok((first?.keywords?.length ?? 0) > 0)
  })

  it('analyze takes only \\n for the end of a line, keeps the id of what it cannot read, and goes on', () => {
    const { status, stdout } = hx(
      ['analyze', '--task', 'sentiment'],
      '{"id":1,"text":"a\u2028b"}\nnot json\n{"id":3}\n\n{"id":4,"text":"好"}',
    )
    const lines = linesOf(stdout)
    assert.equal(status, 1)
    assert.deepEqual(
      lines.map(({ id }) => id),
      [1, undefined, 3, 4],
    )
    assert.deepEqual(
      lines.map(({ error }) => error !== undefined),
      [false, true, true, false],
    )
  })

  it('analyze answers a line before the next one comes, and ends in peace when nobody reads on', async () => {
    const child = spawn(process.execPath, [HX, 'analyze', '--task', 'language'], { stdio: ['pipe', 'pipe', 'inherit'] })
    const answers = createInterface({ input: child.stdout })
    for (const id of [1, 2]) {
      const answer = once(answers, 'line')
      child.stdin.write(`${JSON.stringify({ id, text: '你好' })}\n`)
      assert.equal((JSON.parse(String((await answer)[0])) as Line).id, id)
    }
    child.stdout.destroy()
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${JSON.stringify({ id: 3, text: '你好' })}\n`.repeat(5_000))
    assert.deepEqual(await once(child, 'exit'), [0, null])
  })

  it('says in one line what is wrong', () => {
    const wrong: readonly (readonly [string[], number])[] = [
      [['bogus'], 2],
      [['analyze', '--task', 'joy'], 2],
      [['workspace', 'create'], 2],
      [['key', 'create', '--role', 'boss'], 2],
      [['import', '/no/such/file.csv', '--workspace', 'x'], 1],
    ]
    for (const [args, code] of wrong) {
      const { status, stdout, stderr } = hx(args)
      assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').length], [code, '', 1], `${args.join(' ')}: ${stderr}`)
    }
  })
})
