/** The desk: lists, settings, templates, merging, mail, and the customer's own pages. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { emit } from '../../platform/jobs/define.ts'
import { uuidOf } from '../../shared/ids/public-id.ts'
import { DAY, HOUR, instant, isoOf, plus } from '../../shared/time/instant.ts'
import { mailArrived } from '../channels/index.ts'

type Item = {
  id: string
  number: number
  stage: string
  subject: string
  dueAt: string | null
  owner: { id: string } | null
  feedback: string[]
  mergedInto: string | null
  links: { why: string }[]
  messages: {
    id: string
    direction: string
    kind: string
    text: string
    delivery: { state: string; reason: string | null; retryable: boolean } | null
  }[]
  promises: { id: string; kind: string; state: string }[]
  statusPage: string
}
type Page = { items: Item[]; nextCursor: string | null }

let world: World
let agent: string
let manager: string
let viewer: string

before(async () => {
  world = await openWorld()
  ;[agent, manager, viewer] = [await world.keyFor('agent'), await world.keyFor('manager'), await world.keyFor('viewer')]
})
after(() => world.close())

const COMPLAINT = '洗衣机漏水，修了三次都没修好，太差了'
let counter = 0
async function say(text = COMPLAINT, more: Record<string, unknown> = {}): Promise<{ id: string; queryCode: string }> {
  counter += 1
  const {
    status,
    body,
    text: raw,
  } = await world.call<{ id: string; queryCode: string }>('POST', '/api/v1/feedback', {
    key: agent,
    body: { channel: 'web', sourceId: `desk ${counter}`, text, ...more },
  })
  assert.equal(status, 201, raw)
  await world.settle()
  return body
}
const call = <Body = Item>(method: string, path: string, body?: unknown, key = agent) =>
  world.call<Body>(method, `/api/v1/${path}`, { key, ...(body !== undefined && { body }) })
async function open(
  customer?: Record<string, string>,
  text = COMPLAINT,
): Promise<{ voice: { id: string; queryCode: string }; id: string }> {
  const voice = await say(text, customer === undefined ? {} : { customer })
  const { body } = await call<Page>('GET', `cases?feedback=${voice.id}`)
  assert.ok(body.items[0], 'there is a case')
  return { voice, id: body.items[0].id }
}
const read = async (id: string): Promise<Item> => (await call('GET', `cases/${id}`)).body

describe('lists', () => {
  it('page by due time without leaving out or repeating, and find words and numbers', async () => {
    for (let i = 0; i < 7; i++) {
      await open()
      world.clock.advance(HOUR)
    }
    const seen: Item[] = []
    let cursor: string | null = null
    do {
      const { body }: { body: Page } = await call<Page>('GET', `cases?view=open&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`)
      seen.push(...body.items)
      cursor = body.nextCursor
    } while (cursor !== null)
    assert.equal(new Set(seen.map(({ id }) => id)).size, 7)
    assert.deepEqual(
      seen.map(({ dueAt }) => dueAt),
      seen.map(({ dueAt }) => dueAt).sort(),
    )
    assert.equal((await call<Page>('GET', 'cases?q=%E6%BC%8F%E6%B0%B4')).body.items.length, 7)
    assert.deepEqual(
      (await call<Page>('GET', 'cases?q=%233')).body.items.map(({ number }) => number),
      [3],
    )
    assert.equal((await call<Page>('GET', 'cases?q=%E5%86%B0%E7%AE%B1')).body.items.length, 0)
    assert.equal((await call<Page>('GET', 'cases?q=%27%20%26%20!%5C')).status, 200)
    assert.equal((await call('GET', 'cases?cursor=nonsense')).status, 422)
  })

  it('show every view, and count each', async () => {
    const id = (await open()).id
    await call('PUT', `cases/${id}/owner`, {})
    const mine = await call<Page>('GET', 'cases?view=mine')
    assert.deepEqual(
      mine.body.items.map((item) => item.id),
      [id],
    )
    await call('PUT', `cases/${id}/watchers/me`)
    for (const view of ['mine', 'unassigned', 'team', 'watching', 'open', 'waiting', 'broken', 'resolved', 'closed', 'all']) {
      assert.equal((await call<Page>('GET', `cases?view=${view}`)).status, 200, view)
    }
    const { body } = await call<{ counts: { view: string; n: number; capped: boolean }[] }>('GET', 'cases/counts')
    const count = new Map(body.counts.map(({ view, n }) => [view, n]))
    assert.deepEqual([count.get('mine'), count.get('watching'), count.get('open')], [1, 1, 8])
    assert.equal((await call('DELETE', `cases/${id}/watchers/me`)).status, 204)
  })
})

describe('bulk acts', () => {
  it('do what they can and say what was refused', async () => {
    const [one, two] = [(await open()).id, (await open()).id]
    await call('PUT', `cases/${one}/resolution`, { outcome: 'explained', note: '说明' })
    const { body } = await call<{ results: { id: string; status: string; code?: string }[] }>('POST', 'cases/bulk', {
      ids: [one, two],
      act: { action: 'resolve', outcome: 'explained', note: '统一说明' },
    })
    assert.deepEqual(
      body.results.map(({ status, code }) => [status, code]),
      [
        ['refused', 'case.already-resolved'],
        ['done', undefined],
      ],
    )
  })
})

describe('merge, split, link', () => {
  it('merge moves voices and words into one case and points there', async () => {
    const [from, into] = [await open({ email: 'm1@example.com' }), await open({ email: 'm2@example.com' })]
    await call('POST', `cases/${from.id}/replies`, { text: '请稍等' })
    const merged = await call('POST', `cases/${from.id}/merge`, { into: into.id })
    assert.equal(merged.status, 200, merged.text)
    assert.deepEqual(new Set(merged.body.feedback), new Set([from.voice.id, into.voice.id]))
    assert.ok(merged.body.messages.some(({ text }) => text === '请稍等'))
    const old = await read(from.id)
    assert.deepEqual([old.stage, old.mergedInto], ['closed', into.id])
    assert.equal((await call('POST', `cases/${from.id}/replies`, { text: '再说' })).status, 409)
    assert.equal((await call('POST', `cases/${into.id}/merge`, { into: into.id })).status, 409)
    const parted = await call('POST', `cases/${into.id}/split`, { feedback: [from.voice.id] })
    assert.equal(parted.status, 201, parted.text)
    assert.deepEqual(parted.body.feedback, [from.voice.id])
    assert.deepEqual((await read(into.id)).feedback, [into.voice.id])
    assert.equal((await call('POST', `cases/${into.id}/split`, { feedback: [into.voice.id] })).status, 409)
    assert.equal((await call('PUT', `cases/${into.id}/links/${parted.body.id}`)).status, 204)
    assert.equal((await call('DELETE', `cases/${into.id}/links/${parted.body.id}`)).status, 204)
  })
})

describe('settings', () => {
  it('give the house rules, take what they gave, and refuse what is no duration', async () => {
    const { body } = await call<{ policies: { kind: string; duration: string }[]; silence: string }>('GET', 'settings/promises')
    assert.deepEqual(
      body.policies.map(({ kind, duration }) => `${kind} ${duration}`),
      ['first-answer PT24H', 'resolution PT24H', 'first-answer PT24H', 'decision P14D', 'call-back PT2H'],
    )
    assert.equal((await call('PUT', 'settings/promises', body, manager)).status, 200)
    assert.equal((await call('PUT', 'settings/promises', body)).status, 403)
    const wrong = await call<{ errors: { path: string }[] }>(
      'PUT',
      'settings/promises',
      { policies: [{ kind: 'first-answer', duration: 'soon' }] },
      manager,
    )
    assert.deepEqual([wrong.status, wrong.body.errors.map(({ path }) => path)], [422, ['policies[0].duration']])
    const { rows } = await world.database.owner.query(`SELECT FROM audit_entries WHERE action = 'promises.changed'`)
    assert.equal(rows.length, 1)
  })

  it('office hours move a promise to when somebody is there', async () => {
    const calendar = await call<Record<string, unknown>>('GET', 'settings/calendar')
    assert.equal((await call('PUT', 'settings/calendar', calendar.body, manager)).status, 200)
    assert.equal((await call('PUT', 'settings/calendar', { ...calendar.body, zone: 'Moon/Base' }, manager)).status, 422)
    const kept = await call<Record<string, unknown>>('GET', 'settings/promises')
    await call('PUT', 'settings/promises', { policies: [{ kind: 'first-answer', duration: 'PT2H', basis: 'calendar' }] }, manager)
    world.clock.set(instant('2026-03-06T09:30:00Z'))
    const opened = await read((await open()).id)
    assert.equal(opened.dueAt, '2026-03-09T02:30:00.000Z')
    await call('PUT', 'settings/promises', kept.body, manager)
  })

  it('route by rule to a team that is there', async () => {
    assert.equal((await call('PUT', 'settings/routing', { rules: [{ team: 'team_00000000000000000000000000' }] }, manager)).status, 422)
    assert.deepEqual((await call<object>('GET', 'settings/routing')).body, { rules: [], otherwise: null, loadCap: 40 })
  })
})

describe('promises by hand', () => {
  it('are made, kept, and counted', async () => {
    const { id } = await open()
    const made = await call<{ id: string; state: string }>('POST', `cases/${id}/promises`, { kind: 'call-back' })
    assert.equal(made.status, 201, made.text)
    assert.equal((await call('POST', `cases/${id}/promises`, { kind: 'call-back' })).status, 409)
    assert.equal((await call('POST', `cases/${id}/promises`, { kind: 'next-update' })).status, 422)
    assert.equal((await call('POST', `cases/${id}/promises`, { kind: 'next-update', dueAt: isoOf(world.clock.now()) })).status, 422)
    assert.equal(
      (await call('POST', `cases/${id}/promises`, { kind: 'next-update', dueAt: isoOf(plus(world.clock.now(), DAY)) })).status,
      201,
    )
    const kept = await call<{ state: string }>('PUT', `promises/${made.body.id}/kept`)
    assert.equal(kept.body.state, 'kept', kept.text)
    assert.equal((await call('PUT', `promises/${made.body.id}/kept`)).status, 409)
    const ledger = await call<Page>('GET', 'promises?state=kept&kind=call-back')
    assert.deepEqual(
      ledger.body.items.map((item) => item.id),
      [made.body.id],
    )
    const { body } = await call<{ kept: number; ended: number; rate: number; interval: { low: number } }>(
      'GET',
      'promises/summary?kind=call-back',
    )
    assert.deepEqual([body.kept, body.ended, body.rate], [1, 1, 1])
  })
})

describe('templates', () => {
  it('begin with a set, are changed by those who may, and fill themselves', async () => {
    const { body } = await call<{ items: { id: string; language: string }[] }>('GET', 'templates')
    assert.equal(body.items.length, 18)
    const draft = { name: '问候', text: '{{customer.name|你}}，编号 {{number}}，{{product}}' }
    assert.equal((await call('POST', 'templates', draft)).status, 403)
    const made = await call<{ id: string }>('POST', 'templates', draft, manager)
    assert.equal(made.status, 201, made.text)
    assert.equal((await call('POST', 'templates', { ...draft, text: '{{nmae}}' }, manager)).status, 422)
    const { voice, id } = await open({ email: 'tpl@example.com', name: '王芳' })
    const filled = await call<{ text: string; missing: string[] }>('GET', `cases/${id}/templates/${made.body.id}`)
    assert.deepEqual([filled.body.text, filled.body.missing], [`王芳，编号 ${voice.queryCode}，{{product}}`, ['product']])
    assert.equal((await call('DELETE', `templates/${made.body.id}`, undefined, manager)).status, 204)
    assert.equal((await call('PUT', `templates/${made.body.id}`, draft, manager)).status, 404)
  })
})

describe('mail', () => {
  it('of the customer joins the conversation; a machine’s stops nothing', async () => {
    const { voice, id } = await open({ email: 'thread@example.com' })
    await call('POST', `cases/${id}/replies`, { text: '请发照片', wait: true })
    const arrive = (messageId: string, text: string, auto: boolean) =>
      world.db.transaction((tx) =>
        emit(tx, mailArrived, {
          feedbackId: uuidOf('fb', voice.id) ?? '',
          messageId,
          from: 'thread@example.com',
          text,
          attachments: [],
          auto,
          at: world.clock.now(),
        }),
      )
    await arrive('<auto@x>', '我在休假', true)
    await world.settle()
    assert.equal((await read(id)).stage, 'waiting')
    await arrive('<one@x>', '照片来了', false)
    await arrive('<one@x>', '照片来了', false)
    await world.settle()
    const shown = await read(id)
    assert.equal(shown.stage, 'working')
    assert.deepEqual(
      shown.messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
      ['我在休假', '照片来了'],
    )
  })

  it('that failed says why and can be sent again, once', async () => {
    const { id } = await open({ email: 'fails@example.com' })
    await world.runJob('mail.send')
    const ack = (await read(id)).messages[0]
    assert.equal(ack?.delivery?.state, 'failed')
    assert.equal(typeof ack?.delivery?.reason, 'string')
    const again = await call<{ delivery: { state: string } }>('POST', `cases/${id}/messages/${ack?.id}/retry`)
    assert.equal(again.body.delivery.state, 'queued', again.text)
    assert.equal((await call('POST', `cases/${id}/messages/${ack?.id}/retry`)).status, 409)
  })
})

describe('the status page', () => {
  const form = (path: string, fields: Record<string, string>) =>
    world.call('POST', path, {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  it('shows stage, promise and messages to whoever has the code, however it is typed, and never notes', async () => {
    const { voice, id } = await open(undefined, `${COMPLAINT}<b onclick="x">`)
    await call('POST', `cases/${id}/replies`, { text: '内部备注勿外传', internal: true })
    await call('POST', `cases/${id}/replies`, { text: '明天上门' })
    const page = await world.call('GET', `/track/${voice.queryCode.toLowerCase().replaceAll('-', '')}`, {
      headers: { 'accept-language': 'zh-CN' },
    })
    assert.equal(page.status, 200)
    assert.match(page.text, /有人正在处理/)
    assert.match(page.text, /我们会在 .{3,20} 前给出处理结果/)
    assert.match(page.text, /明天上门/)
    assert.doesNotMatch(page.text, /内部备注/)
    assert.doesNotMatch(page.text, /<b onclick/)
    assert.match(page.text, /&lt;b onclick/)
    const english = await world.call('GET', `/track/${voice.queryCode}`, { headers: { 'accept-language': 'en-GB' } })
    assert.match(english.text, /Someone is working on it/)
    assert.equal((await world.call('GET', '/track/AAAA-AAAA-AAAA')).status, 404)
    assert.equal(
      (await world.call('GET', `/track?code=${voice.queryCode.toLowerCase()}`)).headers.get('location'),
      `/track/${voice.queryCode}`,
    )
    assert.equal((await world.call('GET', '/track')).status, 200)
  })

  it('takes an answer once, and opens a case where none was', async () => {
    const voice = await say('非常满意，师傅很专业，赞')
    assert.match((await world.call('GET', `/track/${voice.queryCode}`)).text, /已收到/)
    const fields = { text: '对了，发票还没收到', once: 'abc' }
    const sent = await Promise.all([form(`/track/${voice.queryCode}`, fields), form(`/track/${voice.queryCode}`, fields)])
    assert.deepEqual(
      sent.map(({ status }) => status),
      [303, 303],
    )
    const { body } = await call<Page>('GET', `cases?feedback=${voice.id}`)
    assert.equal(body.items.length, 1)
    const shown = await read(body.items[0]?.id ?? '')
    assert.deepEqual(
      shown.messages.filter(({ direction }) => direction === 'in').map(({ text }) => text),
      ['对了，发票还没收到'],
    )
  })

  it('asks those without an address whether it is solved', async () => {
    const { voice, id } = await open()
    await call('PUT', `cases/${id}/resolution`, { outcome: 'resolved', note: '修好了' })
    assert.match((await world.call('GET', `/track/${voice.queryCode}`)).text, /问题解决了吗/)
    assert.equal((await form(`/track/${voice.queryCode}`, { answer: 'yes' })).headers.get('location'), `/track/${voice.queryCode}?done=yes`)
    assert.equal((await read(id)).stage, 'verified')
  })

  it('a link that is none is told so', async () => {
    assert.equal((await world.call('GET', '/check/nothing')).status, 404)
    assert.equal((await form('/check/nothing', { answer: 'yes' })).status, 404)
  })
})

describe('who may', () => {
  it('a viewer reads and changes nothing', async () => {
    const { id } = await open()
    assert.equal((await call('GET', `cases/${id}`, undefined, viewer)).status, 200)
    for (const [method, path, body] of [
      ['POST', `cases/${id}/replies`, { text: 'x' }],
      ['PUT', `cases/${id}/owner`, {}],
      ['PUT', `cases/${id}/resolution`, { outcome: 'explained', note: 'x' }],
    ] as const) {
      assert.equal((await call(method, path, body, viewer)).status, 403, path)
    }
  })

  it('another workspace sees nothing of it', async () => {
    const { voice, id } = await open()
    const other = await world.keyFor('owner', await world.addWorkspace('elsewhere'))
    assert.equal((await call('GET', `cases/${id}`, undefined, other)).status, 404)
    assert.equal((await call('POST', 'cases', { feedback: voice.id }, other)).status, 404)
    assert.equal((await call<Page>('GET', 'cases', undefined, other)).body.items.length, 0)
  })

  it('the description of the API names all of it', async () => {
    const { status, text } = await world.call('GET', '/api/openapi.json')
    assert.equal(status, 200)
    assert.match(text, /\/cases\/\{caseId\}\/resolution/)
  })
})
