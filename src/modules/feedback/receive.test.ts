import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { DAY } from '../../shared/time/instant.ts'

type Received = { id: string; receivedAt: string; queryCode: string; code: string; errors: { path: string }[] }
type Listed = { items: { id: string }[] }

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('agent')
})
after(() => world.close())

const post = (body: unknown, headers: Record<string, string> = {}) =>
  world.call<Received>('POST', '/api/v1/feedback', { key, body, headers })
const count = async (where: string, values: unknown[] = []) =>
  (await world.database.owner.query(`SELECT count(*)::int AS n FROM ${where}`, values)).rows[0].n as number

describe('POST /feedback', () => {
  it('stores a voice with scores, customer and facts, and announces it once', async () => {
    const told = {
      channel: 'api',
      text: '客服态度很差，等了两个小时。',
      scores: [
        { kind: 'nps', value: 2 },
        { kind: 'rating', value: 3.5, scale: { min: 0, max: 10 } },
      ],
      customer: { externalId: 'C-1', email: 'Li.Na@Example.com', phone: '138 0013 8000', name: '李娜' },
      facts: { order: 'A1', deep: { list: [1, '二'] } },
      url: 'https://example.com/x',
    }
    const answer = await post(told)
    assert.equal(answer.status, 201)
    assert.match(answer.body.id, /^fb_/)
    const view = await world.call<Record<string, unknown>>('GET', `/api/v1/feedback/${answer.body.id}`, { key })
    assert.equal(view.status, 200, view.text)
    assert.equal(view.body.text, told.text)
    assert.deepEqual(view.body.facts, told.facts)
    assert.deepEqual(view.body.scores, [
      { kind: 'nps', value: 2, scale: { min: 0, max: 10 } },
      { kind: 'rating', value: 3.5, scale: { min: 0, max: 10 } },
    ])
    assert.equal((view.body.customer as { name: string }).name, '李娜')
    assert.equal(view.body.queryCode, answer.body.queryCode)
    assert.equal(await count(`outbox WHERE name = 'feedback.received'`), 1)
    assert.equal(await count(`identities`), 3)
  })

  const misfits: { name: string; body: object; path: string }[] = [
    { name: 'nothing said', body: { channel: 'api' }, path: 'text' },
    { name: 'only spaces', body: { channel: 'api', text: ' \n ' }, path: 'text' },
    { name: 'an unknown channel', body: { channel: 'pigeon', text: 'x' }, path: 'channel' },
    { name: 'an unknown field', body: { channel: 'api', text: 'x', colour: 'red' }, path: 'colour' },
    { name: 'NUL in the text', body: { channel: 'api', text: 'a\0b' }, path: 'text' },
    { name: 'NUL in facts', body: { channel: 'api', text: 'x', facts: { a: { b: ['\0'] } } }, path: 'facts.a.b[0]' },
    { name: 'NUL in a field name', body: { channel: 'api', text: 'x', facts: { 'a\0': 1 } }, path: 'facts' },
    { name: 'facts of more than 16 KB', body: { channel: 'api', text: 'x', facts: { a: '字'.repeat(6000) } }, path: 'facts' },
    { name: 'too long a text', body: { channel: 'api', text: '字'.repeat(20_001) }, path: 'text' },
    { name: 'nps 11', body: { channel: 'api', scores: [{ kind: 'nps', value: 11 }] }, path: 'scores[0].value' },
    { name: 'nps 7.5', body: { channel: 'api', scores: [{ kind: 'nps', value: 7.5 }] }, path: 'scores[0].value' },
    { name: 'csat 0', body: { channel: 'api', scores: [{ kind: 'csat', value: 0 }] }, path: 'scores[0].value' },
    { name: 'ces 8', body: { channel: 'api', scores: [{ kind: 'ces', value: 8 }] }, path: 'scores[0].value' },
    {
      name: 'a rating beyond its scale',
      body: { channel: 'api', scores: [{ kind: 'rating', value: 11, scale: { min: 0, max: 10 } }] },
      path: 'scores[0].value',
    },
    {
      name: 'a scale upside down',
      body: { channel: 'api', scores: [{ kind: 'rating', value: 5, scale: { min: 10, max: 0 } }] },
      path: 'scores[0].scale',
    },
    {
      name: 'nps on a scale of its own',
      body: { channel: 'api', scores: [{ kind: 'nps', value: 5, scale: { min: 0, max: 5 } }] },
      path: 'scores[0].scale',
    },
    {
      name: 'two scores of one kind',
      body: {
        channel: 'api',
        scores: [
          { kind: 'nps', value: 5 },
          { kind: 'nps', value: 6 },
        ],
      },
      path: 'scores[1].kind',
    },
    { name: 'the day after tomorrow', body: { channel: 'api', text: 'x', occurredAt: '2026-03-04T02:00:01Z' }, path: 'occurredAt' },
    { name: 'a moment without a zone', body: { channel: 'api', text: 'x', occurredAt: '2026-03-01T00:00:00' }, path: 'occurredAt' },
    { name: 'before 1970', body: { channel: 'api', text: 'x', occurredAt: '1969-12-31T00:00:00Z' }, path: 'occurredAt' },
    { name: 'an e-mail that is none', body: { channel: 'api', text: 'x', customer: { email: 'nobody' } }, path: 'customer.email' },
    { name: 'a telephone that is none', body: { channel: 'api', text: 'x', customer: { phone: '12' } }, path: 'customer.phone' },
    { name: 'an address that runs', body: { channel: 'api', text: 'x', url: 'javascript:alert(1)' }, path: 'url' },
  ]
  for (const { name, body, path } of misfits) {
    it(`refuses ${name}`, async () => {
      const answer = await post(body)
      assert.equal(answer.status, 422, answer.text)
      assert.ok(
        answer.body.errors.some((error) => error.path === path),
        answer.text,
      )
    })
  }

  it('counts characters as people do, and takes any Unicode', async () => {
    const answer = await post({ channel: 'api', text: '😀'.repeat(20_000) })
    assert.equal(answer.status, 201, answer.text)
  })

  it('makes half surrogate pairs whole', async () => {
    const answer = await post(`{"channel":"api","text":"a\\ud800b","facts":{"k\\udc00":["\\ud83d"]},"sourceId":"half\\ud800"}`)
    assert.equal(answer.status, 201, answer.text)
    const view = await world.call<{ text: string; facts: object; sourceId: string }>('GET', `/api/v1/feedback/${answer.body.id}`, { key })
    assert.equal(view.body.text, 'a\ufffdb')
    assert.deepEqual(view.body.facts, { 'k\ufffd': ['\ufffd'] })
    assert.equal(view.body.sourceId, 'half\ufffd')
  })

  it('answers 400 to what is not JSON and 413 to what is too large', async () => {
    assert.equal((await post('{')).status, 400)
    assert.equal((await post({ channel: 'api', text: 'x'.repeat(300_000) })).status, 413)
  })

  it('is quiet about imports and old voices, unless asked otherwise', async () => {
    const old = new Date(world.clock.now() - 2 * DAY).toISOString()
    const quiet = async (body: object) => {
      const { body: received } = await post({ text: 'x', ...body })
      return (await world.call<{ quiet: boolean }>('GET', `/api/v1/feedback/${received.id}`, { key })).body.quiet
    }
    assert.equal(await quiet({ channel: 'web' }), false)
    assert.equal(await quiet({ channel: 'web', occurredAt: old }), true)
    assert.equal(await quiet({ channel: 'import' }), true)
    assert.equal(await quiet({ channel: 'import', quiet: false }), false)
    assert.equal(await quiet({ channel: 'web', quiet: true }), true)
  })

  it('keeps viewers out', async () => {
    const viewer = await world.keyFor('viewer')
    assert.equal((await world.call('POST', '/api/v1/feedback', { key: viewer, body: { channel: 'api', text: 'x' } })).status, 403)
    assert.equal((await world.call('POST', '/api/v1/feedback', { body: { channel: 'api', text: 'x' } })).status, 401)
  })
})

describe('the same voice again', () => {
  it('is one feedback, from fifty calls at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ channel: 'review', sourceId: 'r-1', text: '一样的' })))
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    assert.equal(answers.filter(({ status }) => status === 200).length, 49)
    assert.equal(await count(`feedback WHERE channel = 'review' AND source_id = 'r-1'`), 1)
    assert.equal((await post({ channel: 'forum', sourceId: 'r-1', text: '一样的' })).status, 201)
  })

  it('is one feedback for one Idempotency-Key, with the same answer', async () => {
    const headers = { 'idempotency-key': 'k-1' }
    const answers = await Promise.all(Array.from({ length: 50 }, () => post({ channel: 'api', text: '有钥匙的' }, headers)))
    assert.deepEqual(new Set(answers.map(({ text }) => text)).size, 1)
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
    assert.equal(await count(`feedback WHERE text = '有钥匙的'`), 1)
  })

  it('is refused for one key with another body', async () => {
    const headers = { 'idempotency-key': 'k-2' }
    const answers = await Promise.all([1, 2, 3, 4].map((n) => post({ channel: 'api', text: `第 ${n}` }, headers)))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409])
    assert.equal((await post({ channel: 'api', text: '又一个' }, headers)).status, 409)
    assert.equal(await count(`feedback WHERE text LIKE '第 _'`), 1)
  })

  it('keeps the keys of two callers apart', async () => {
    const other = await world.keyFor('agent')
    const send = (by: string, text: string) =>
      world.call('POST', '/api/v1/feedback', { key: by, body: { channel: 'api', text }, headers: { 'idempotency-key': 'shared' } })
    assert.equal((await send(key, 'a')).status, 201)
    assert.equal((await send(other, 'b')).status, 201)
  })

  it('gives a new key the feedback that its source id has', async () => {
    const body = { channel: 'review', sourceId: 'r-2', text: '先来的' }
    const first = await post(body)
    const again = await post(body, { 'idempotency-key': 'k-3' })
    assert.deepEqual([again.status, again.body.id], [200, first.body.id])
    assert.equal((await post({ ...body, text: '另一个' }, { 'idempotency-key': 'k-3' })).status, 409)
  })

  it('refuses a key that is too long', async () => {
    assert.equal((await post({ channel: 'api', text: 'x' }, { 'idempotency-key': 'x'.repeat(201) })).status, 422)
  })
})

describe('POST /feedback/batch', () => {
  type Batch = { results: { status: string; id: string; error?: { errors: { path: string }[] } }[] }
  const batch = (items: unknown[]) => world.call<Batch>('POST', '/api/v1/feedback/batch', { key, body: { items } })

  it('adds, knows and refuses each by itself', async () => {
    const answer = await batch([
      { channel: 'import', sourceId: 'b-1', text: '甲' },
      { channel: 'import', sourceId: 'b-1', text: '甲' },
      { channel: 'import', text: '' },
      { channel: 'import', sourceId: 'b-2', text: '乙', customer: { phone: 'x' } },
      17,
      { channel: 'import', sourceId: 'b-3', text: '丙' },
    ])
    assert.equal(answer.status, 200, answer.text)
    const { results } = answer.body
    assert.deepEqual(
      results.map(({ status }) => status),
      ['added', 'already', 'refused', 'refused', 'refused', 'added'],
    )
    assert.equal(results[0]?.id, results[1]?.id)
    assert.equal(results[3]?.error?.errors[0]?.path, 'customer.phone')
  })

  it('takes a thousand and not one more', async () => {
    const items = Array.from({ length: 1000 }, (_, n) => ({ channel: 'import', sourceId: `m-${n % 990}`, text: `第 ${n} 条` }))
    const answer = await batch(items)
    assert.equal(answer.body.results.filter(({ status }) => status === 'added').length, 990)
    assert.equal((await batch([...items, items[0]])).status, 422)
  })

  it('meets itself in other batches without harm', async () => {
    const items = Array.from({ length: 60 }, (_, n) => ({
      channel: 'social',
      sourceId: `s-${n}`,
      text: `${n}`,
      customer: { email: `p${n % 7}@example.com` },
    }))
    const answers = await Promise.all([batch(items), batch(items.toReversed()), batch([...items.slice(30), ...items.slice(0, 30)])])
    assert.equal(answers.flatMap(({ body }) => body.results).filter(({ status }) => status === 'added').length, 60)
    assert.equal(await count(`feedback WHERE channel = 'social'`), 60)
    assert.equal(await count(`identities WHERE value ~ '^p[0-9]@'`), 7)
    assert.equal(await count(`customers c WHERE NOT EXISTS (SELECT FROM identities i WHERE i.customer_id = c.id)`), 0)
  })
})

describe('another workspace', () => {
  it('sees nothing, and may use the same source ids and keys', async () => {
    const elsewhere = await world.addWorkspace('elsewhere')
    const other = await world.keyFor('owner', elsewhere)
    const mine = await post({ channel: 'api', sourceId: 'w-1', text: '我们的' }, { 'idempotency-key': 'w' })
    const theirs = await world.call<Received>('POST', '/api/v1/feedback', {
      key: other,
      body: { channel: 'api', sourceId: 'w-1', text: '他们的' },
      headers: { 'idempotency-key': 'w' },
    })
    assert.equal(theirs.status, 201)
    assert.equal((await world.call('GET', `/api/v1/feedback/${mine.body.id}`, { key: other })).status, 404)
    assert.equal((await world.call('PUT', `/api/v1/feedback/${mine.body.id}/set-aside`, { key: other, body: { reason: 'x' } })).status, 404)
    const list = await world.call<Listed>('GET', '/api/v1/feedback', { key: other })
    assert.deepEqual(
      list.body.items.map(({ id }) => id),
      [theirs.body.id],
    )
  })
})
