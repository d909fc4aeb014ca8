/** The contract as outsiders rely on it, what follows: cases, promises, the echo rate, customers, improvements, public pages. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { DAY, HOUR, instant, isoOf, SECOND } from '../src/shared/time/instant.ts'
import { type Caller, type CaseShown, openCaller, type Problem } from './contract-caller.ts'
import type { World } from './world.ts'

type Part = { count: number; rate: number | null; interval: { low: number; high: number } | null }
type Echo = { asked: number; answered: Part; told: Part; rate: number | null; interval: { low: number; high: number } | null }

let caller: Caller
let world: World
let key: string

before(async () => {
  caller = await openCaller()
  ;({ world, key } = caller)
})
after(() => caller.close())

describe('cases', () => {
  it('are opened by what wants an answer, joined for one customer, and acknowledged', async () => {
    const customer = { externalId: 'c-join', email: 'join@example.com' }
    const first = await caller.said('洗衣机漏水了，没人来修', { customer })
    const second = await caller.said('洗衣机还是漏水，师傅到现在没来', { customer })
    const [only, ...more] = await caller.casesOf(first.id)
    assert.ok(only !== undefined && more.length === 0)
    assert.deepEqual(new Set(only.feedback), new Set([first.id, second.id]))
    assert.equal(only.stage, 'acknowledged')
    assert.ok(only.promises.every(({ kind, dueAt }) => kind !== '' && !Number.isNaN(Date.parse(dueAt))))
    assert.deepEqual(await caller.casesOf((await caller.said('很好，很满意，谢谢')).id), [])
    const low = await caller.said('', { text: undefined, scores: [{ kind: 'nps', value: 2 }] })
    assert.equal((await caller.casesOf(low.id)).length, 1)
  })

  it('are not opened by what is old, unless that is asked for', async () => {
    const occurredAt = isoOf((world.clock.now() - 25 * HOUR) as never)
    assert.deepEqual(await caller.casesOf((await caller.said('空调不制冷，要投诉', { occurredAt })).id), [])
    assert.deepEqual(await caller.casesOf((await caller.said('空调不制冷，要投诉', { quiet: true })).id), [])
    assert.equal((await caller.casesOf((await caller.said('空调不制冷，要投诉', { occurredAt, quiet: false })).id)).length, 1)
  })

  it('are answered, resolved and reopened', async () => {
    const { id } = await caller.said('吸尘器坏了，要求退款')
    const [opened] = await caller.casesOf(id)
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
    const owner = await caller.another('promises')
    const put = (body: unknown) => world.call<Problem>('PUT', '/api/v1/settings/promises', { key: owner, body })
    assert.equal((await put({ policies: [{ ...policies[0], duration: 'soon' }] })).status, 422)
    assert.equal((await put({ policies: [{ ...policies[0], basis: 'moon' }] })).status, 422)
    assert.equal((await put({ policies })).status, 200)
    const { id } = await caller.said('热水器不出热水，投诉', {}, owner)
    const [opened] = await caller.casesOf(id, owner)
    assert.equal(Date.parse(opened?.promises[0]?.dueAt ?? '') - world.clock.now(), 30 * SECOND)
    world.clock.advance(31 * SECOND)
    await world.runJob('cases.sweep-promises')
    const [late] = await caller.casesOf(id, owner)
    assert.ok(late?.promises[0]?.brokenAt !== undefined && late.promises[0].keptAt === undefined)
  })
})

describe('GET /metrics/echo-rate', () => {
  it('counts who asked, was answered by a person in time, and was told what came of it', async () => {
    world.clock.set(instant('2026-04-01T02:00:00Z'))
    const owner = await caller.another('echo')
    const ask = async (n: number) =>
      (
        await caller.casesOf((await caller.said(`第${n}台洗衣机坏了，要投诉`, { customer: { externalId: `echo-${n}` } }, owner)).id, owner)
      )[0]?.id ?? ''
    const reply = (id: string) => world.call('POST', `/api/v1/cases/${id}/replies`, { key: owner, body: { text: '在处理' } })
    const resolve = (id: string) =>
      world.call('PUT', `/api/v1/cases/${id}/resolution`, { key: owner, body: { outcome: 'resolved', note: '修好了' } })
    const echo = async (query = 'from=2026-04-01&to=2026-04-30') =>
      (await world.call<Echo>('GET', `/api/v1/metrics/echo-rate?${query}`, { key: owner })).body
    const [answered = '', both = '', late = ''] = [await ask(1), await ask(2), await ask(3), await ask(4)]
    await caller.said('非常好用，点个赞', {}, owner)
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
    const { queryCode } = await caller.said(`投诉 ${hostile} 坏了`, { customer: { externalId: 'c-hostile', name: hostile } })
    const page = await world.call('GET', `/track/${queryCode}`)
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/)
    assert.ok(!page.text.includes('<script>alert') && !page.text.includes('<img src=x'))
    assert.equal((await world.call('GET', '/p/main')).status, 200)
    for (const path of ['/p/nobody', '/s/nothing', '/track/AAAA-AAAA-AAAA', '/p/%00', '/s/%ff', '/app/assets/..%2f..%2fpackage.json'])
      assert.equal((await world.call('GET', path)).status, 404, path)
  })

  it('takes 60 answers a minute from one address, then says when to come again', async () => {
    type SurveyShown = { id: string; slug: string; changedAt: string; draft: { settings: object } }
    const made = await world.call<SurveyShown>('POST', '/api/v1/surveys', { key, body: { template: 'nps' } })
    const { slug } = (await world.call<SurveyShown>('POST', `/api/v1/surveys/${made.body.id}/publication`, { key })).body
    assert.equal((await world.call('GET', `/s/${slug}`)).status, 200)
    // The minute is the clock's: one that is nearly over is let pass.
    const left = 60_000 - (Date.now() % 60_000)
    if (left < 10_000) await sleep(left)
    const statuses: number[] = []
    for (let i = 0; i < 61; i++)
      statuses.push((await world.call('POST', `/s/${slug}/responses`, { body: { answers: { recommend: 9 } } })).status)
    assert.deepEqual([statuses.filter((status) => status === 201).length, statuses[60]], [60, 429])
    const last = await world.call('POST', `/s/${slug}/responses`, { body: { answers: { recommend: 9 } } })
    assert.ok(Number(last.headers.get('retry-after')) >= 1)
    const { body: survey } = await world.call<SurveyShown>('GET', `/api/v1/surveys/${made.body.id}`, { key })
    const draft = { ...survey.draft, settings: { ...survey.draft.settings, perAddress: 2 } }
    const saved = await world.call('PUT', `/api/v1/surveys/${made.body.id}`, { key, body: { changedAt: survey.changedAt, draft } })
    assert.equal(saved.status, 200, saved.text)
    await world.call('POST', `/api/v1/surveys/${made.body.id}/publication`, { key })
    const own = async () => (await world.call('POST', `/s/${slug}/responses`, { body: { answers: { recommend: 9 } } })).status
    assert.deepEqual([await own(), await own(), await own()], [201, 201, 429])
  })

  it('tells operators and readers of the API what they need', async () => {
    const local = await world.call('GET', '/metrics', { headers: { host: '127.0.0.1:7300' } })
    assert.equal(local.status, 200, local.text)
    for (const passedOn of [
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { via: '1.1 proxy' },
      { host: 'feedback.example.com' },
    ]) {
      assert.equal((await world.call('GET', '/metrics', { headers: passedOn })).status, 401, Object.keys(passedOn)[0])
      assert.equal((await world.call('GET', '/metrics', { key: await world.keyFor('viewer'), headers: passedOn })).status, 200)
    }
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
