import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'

type View = {
  id: string
  name: string
  tier: string
  owner: string | null
  note: string
  attributes: object
  identities: { kind: string; value: string }[]
  merged: { id: string; customer: string }[]
  elsewhere: { kind: string; value: string }[]
}
type List = { items: { id: string; name: string }[]; nextCursor: string | null }

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('owner')
})
after(() => world.close())

const put = (externalId: string, body: object) =>
  world.call<View>('PUT', `/api/v1/customers/${encodeURIComponent(externalId)}`, { key, body })
const get = (id: string) => world.call<View>('GET', `/api/v1/customers/${id}`, { key })
const say = async (customer: object, text = '你好') => {
  const answer = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body: { channel: 'web', text, customer } })
  assert.equal(answer.status, 201, answer.text)
  const view = await world.call<{ customer: { id: string; name: string } | null }>('GET', `/api/v1/feedback/${answer.body.id}`, { key })
  return { feedback: answer.body.id, customer: view.body.customer?.id ?? null }
}
const heard = async (customer: string) =>
  (await world.call<List>('GET', `/api/v1/feedback?customer=${customer}`, { key })).body.items.map(({ id }) => id)
const audited = async (action: string) =>
  (await world.database.owner.query(`SELECT FROM audit_entries WHERE action = $1`, [action])).rowCount

describe('PUT /customers/{externalId}', () => {
  it('makes, then changes, and is the same when repeated', async () => {
    const body = { email: 'Wang@Example.com', phone: '13912345678', name: '王小明', tier: 'VIP', attributes: { city: '杭州' } }
    const first = await put('crm/1', body)
    assert.equal(first.status, 201, first.text)
    const again = await put('crm/1', body)
    assert.deepEqual([again.status, again.body.id], [200, first.body.id])
    assert.deepEqual(again.body.identities, [
      { kind: 'email', value: 'wang@example.com' },
      { kind: 'external', value: 'crm/1' },
      { kind: 'phone', value: '+8613912345678' },
    ])
    const changed = await put('crm/1', { tier: '' })
    assert.deepEqual([changed.body.tier, changed.body.name], ['', '王小明'])
  })

  it('is one customer from many calls at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => put('crm/many', { email: 'many@example.com' })))
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
    assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  })

  it('leaves an address with the one who has it, and says so', async () => {
    const answer = await put('crm/2', { email: 'wang@example.com' })
    assert.notEqual(answer.body.id, (await put('crm/1', {})).body.id)
    assert.deepEqual(answer.body.elsewhere, [{ kind: 'email', value: 'wang@example.com' }])
  })

  it('refuses what cannot be an address', async () => {
    assert.equal((await put('crm/3', { email: 'x' })).status, 422)
    assert.equal((await put('crm/3', { colour: 'red' })).status, 422)
  })
})

describe('a speaker', () => {
  it('is recognised by any identity, and what is new of them is kept', async () => {
    const first = await say({ email: 'li@example.com' })
    const second = await say({ email: 'LI@example.com', phone: '13800000001', name: '李雷', attributes: { a: 1 } })
    const third = await say({ phone: '+86 138 0000 0001', attributes: { b: 2 } })
    assert.equal(second.customer, first.customer)
    assert.equal(third.customer, first.customer)
    const { body } = await get(first.customer ?? '')
    assert.deepEqual([body.name, body.attributes], ['李雷', { a: 1, b: 2 }])
  })

  it('with another id of the organisation is somebody else, even at the same address', async () => {
    const a = await say({ externalId: 'A', email: 'family@example.com' })
    const b = await say({ externalId: 'B', email: 'family@example.com' })
    const unknown = await say({ email: 'family@example.com' })
    assert.notEqual(a.customer, b.customer)
    assert.equal(unknown.customer, a.customer)
  })

  it('without any identity is nobody known', async () => {
    assert.equal((await say({})).customer, null)
    const one = await say({ name: '路人' })
    assert.notEqual(one.customer, (await say({ name: '路人' })).customer)
  })
})

describe('a merge', () => {
  it('joins histories and can be undone', async () => {
    const a = await say({ email: 'merge-a@example.com' })
    const b = await say({ email: 'merge-b@example.com' })
    const merge = await world.call<{ id: string }>('POST', `/api/v1/customers/${a.customer}/merges`, { key, body: { from: b.customer } })
    assert.equal(merge.status, 201, merge.text)
    assert.deepEqual((await heard(a.customer ?? '')).sort(), [a.feedback, b.feedback].sort())
    assert.equal((await get(b.customer ?? '')).body.id, a.customer)
    const later = await say({ email: 'merge-b@example.com' })
    assert.equal(later.customer, a.customer)
    assert.equal((await world.call('POST', `/api/v1/customers/${b.customer}/merges`, { key, body: { from: a.customer } })).status, 409)
    assert.deepEqual(
      (await get(a.customer ?? '')).body.merged.map(({ customer }) => customer),
      [b.customer],
    )

    const undo = () => world.call('DELETE', `/api/v1/customers/${a.customer}/merges/${merge.body.id}`, { key })
    assert.equal((await undo()).status, 204)
    assert.equal((await undo()).status, 404)
    assert.deepEqual((await heard(b.customer ?? '')).sort(), [b.feedback, later.feedback].sort())
    assert.deepEqual(await heard(a.customer ?? ''), [a.feedback])
    assert.equal(await audited('customer.merged'), 1)
  })
})

describe('the list', () => {
  const find = async (q: string) =>
    (await world.call<List>('GET', `/api/v1/customers?q=${encodeURIComponent(q)}`, { key })).body.items.map(({ name }) => name)

  it('finds a part of a name and the beginning of an identity', async () => {
    await put('find/1', { name: '欧阳娜娜', phone: '13700001111', email: 'nana@find.example' })
    await put('find/2', { name: "O'Brien \\ Smith", tier: 'gold' })
    for (const q of ['欧阳', '娜娜', '阳娜', '娜', 'nana@f', '1370000', '137 0000', '+861370000', 'find/1'])
      assert.deepEqual(await find(q), ['欧阳娜娜'], q)
    for (const q of ["o'br", '\\ s', 'SMITH']) assert.deepEqual(await find(q), ["O'Brien \\ Smith"], q)
    assert.deepEqual(await find('娜欧'), [])
    assert.deepEqual(await find(`%' OR 1=1 --`), [])
  })

  it('pages by cursor and filters by tier', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await world.call<List>('GET', `/api/v1/customers?limit=3${cursor}`, { key })
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
    } while (cursor !== '')
    assert.equal(new Set(seen).size, seen.length)
    assert.equal(seen.length, (await world.call<List>('GET', '/api/v1/customers?limit=200', { key })).body.items.length)
    assert.equal((await world.call<List>('GET', '/api/v1/customers?tier=gold', { key })).body.items.length, 1)
  })
})

describe('what staff change', () => {
  it('is kept and audited', async () => {
    const { body } = await put('staff/1', { name: '旧名' })
    const answer = await world.call<View>('PATCH', `/api/v1/customers/${body.id}`, {
      key,
      body: { name: '新名', note: '喜欢电话联系', tier: 'A' },
    })
    assert.deepEqual([answer.body.name, answer.body.note, answer.body.tier], ['新名', '喜欢电话联系', 'A'])
    assert.equal(await audited('customer.changed'), 1)
    const nobody = `person_${'0'.repeat(26)}`
    assert.equal((await world.call('PATCH', `/api/v1/customers/${body.id}`, { key, body: { owner: nobody } })).status, 422)
  })
})

describe('the copy and the erasure', () => {
  it('hold all that is kept, and take it out for good', async () => {
    const { feedback, customer } = await say(
      { email: 'gone@example.com', phone: '13600000000', name: '要离开的人' },
      '我的快递丢了，电话 13600000000',
    )
    const order = {
      externalId: 'gone-1',
      customer: { email: 'gone@example.com' },
      product: '水壶',
      amount: 99.5,
      currency: 'CNY',
      placedAt: '2026-02-01T00:00:00Z',
    }
    assert.equal((await world.call('POST', '/api/v1/orders/batch', { key, body: { items: [order] } })).status, 200)
    await world.settle()
    const copy = await world.call<Record<string, unknown[]>>('GET', `/api/v1/customers/${customer}/copy`, { key })
    assert.equal(copy.status, 200, copy.text)
    for (const held of ['gone@example.com', '要离开的人', '我的快递丢了', '水壶']) assert.ok(copy.text.includes(held), held)

    const erased = await world.call<{ counts: Record<string, number> }>('DELETE', `/api/v1/customers/${customer}`, { key })
    assert.equal(erased.status, 200, erased.text)
    assert.equal(erased.body.counts.feedback, 1)
    assert.equal((await get(customer ?? '')).status, 404)
    const view = await world.call<{ text: string; customer: null; erasedAt: string | null }>('GET', `/api/v1/feedback/${feedback}`, { key })
    assert.deepEqual([view.body.text, view.body.customer, view.body.erasedAt === null], ['', null, false])
    const { rows } = await world.database.owner.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'categories'`,
    )
    for (const { table } of rows) {
      const { rows: found } = await world.database.owner.query(
        `SELECT FROM "${table}" AS t WHERE t::text ~ '要离开的人|gone@example|13600000000|快递'`,
      )
      assert.equal(found.length, 0, `${table} still knows`)
    }
    assert.equal(await audited('customer.erased'), 1)
    assert.equal(await audited('customer.copied'), 1)
  })

  it('masks identities for those who may only read', async () => {
    const put = { key, body: { email: 'mask@example.com', phone: '13800009999' } }
    const { id } = (await world.call<{ id: string }>('PUT', '/api/v1/customers/masked-1', put)).body
    const analyst = await world.keyFor('analyst')
    const seen = (await world.call<{ identities: { kind: string; value: string }[] }>('GET', `/api/v1/customers/${id}`, { key: analyst }))
      .body
    assert.deepEqual(seen.identities.map(({ value }) => value).sort(), ['***9999', 'm***@example.com', 'masked-1'])
  })

  it('are for those who may', async () => {
    const { customer } = await say({ email: 'stay@example.com' })
    const agent = await world.keyFor('agent')
    assert.equal((await world.call('DELETE', `/api/v1/customers/${customer}`, { key: agent })).status, 403)
    assert.equal((await world.call('GET', `/api/v1/customers/${customer}/copy`, { key: agent })).status, 403)
    const elsewhere = await world.keyFor('owner', await world.addWorkspace('others'))
    assert.equal((await world.call('GET', `/api/v1/customers/${customer}`, { key: elsewhere })).status, 404)
    assert.equal((await world.call('DELETE', `/api/v1/customers/${customer}`, { key: elsewhere })).status, 404)
    assert.equal((await world.call('GET', `/api/v1/customers/${customer}/copy`, { key: elsewhere })).status, 404)
    assert.equal((await world.call<List>('GET', '/api/v1/customers?q=stay', { key: elsewhere })).body.items.length, 0)
  })
})
