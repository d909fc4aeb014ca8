/** A case from the first word to the last, on the real database, over HTTP where people act. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { newId } from '../../platform/ids.ts'
import { uuidOf } from '../../shared/ids/public-id.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/instant.ts'
import { addCustomerMessage } from './index.ts'

type Shown = {
  id: string
  number: number
  stage: string
  subject: string
  owner: { id: string } | null
  dueAt: string | null
  alarmed: boolean
  feedback: string[]
  promises: { id: string; kind: string; state: string; dueAt: string; keptAt?: string; brokenAt?: string; madeGoodAt?: string }[]
  messages: { id: string; direction: string; kind: string; text: string; delivery: { by: string; state: string } | null }[]
  steps: { kind: string; facts: Record<string, unknown> }[]
  links: { why: string; number: number }[]
  check: { answer: string | null; endedAt: string | null } | null
  replyBy: { by: string; to: string }
}

let world: World
let agent: string
let manager: string

before(async () => {
  world = await openWorld()
  agent = await world.keyFor('agent')
  manager = await world.keyFor('manager')
})
after(() => world.close())

let counter = 0
/** Says something as a customer and lets it be understood. */
async function say(
  text: string,
  customer?: Record<string, string>,
  more: Record<string, unknown> = {},
): Promise<{ id: string; queryCode: string }> {
  counter += 1
  const answer = await world.call<{ id: string; queryCode: string }>('POST', '/api/v1/feedback', {
    key: agent,
    body: { channel: 'web', sourceId: `said ${counter}`, text, ...(customer && { customer }), ...more },
  })
  assert.equal(answer.status, 201, answer.text)
  await world.settle()
  return answer.body
}

const casesOf = async (feedback: string): Promise<Shown[]> =>
  (await world.call<{ items: Shown[] }>('GET', `/api/v1/cases?feedback=${feedback}`, { key: agent })).body.items

async function read(id: string): Promise<Shown> {
  const answer = await world.call<Shown>('GET', `/api/v1/cases/${id}`, { key: agent })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

async function caseOf(feedback: string): Promise<Shown> {
  const [first] = await casesOf(feedback)
  assert.ok(first, 'there is a case')
  return await read(first.id)
}

const act = (method: string, path: string, body?: unknown, key = agent) =>
  world.call<Shown>(method, `/api/v1/cases/${path}`, { key, ...(body !== undefined && { body }) })
const inside = (id: string): string => uuidOf('fb', id) ?? ''
const promise = (shown: Shown, kind: string) => shown.promises.filter((each) => each.kind === kind)
const kinds = (shown: Shown): string[] => shown.steps.map(({ kind }) => kind)

const write = (feedback: string, text: string, sourceId: string, auto = false) =>
  addCustomerMessage(world.db, {
    feedbackId: inside(feedback),
    text,
    channel: 'web',
    sourceId,
    attachments: [],
    auto,
    models: world.tools.models,
    publicUrl: 'http://localhost:7300',
    now: world.clock.now(),
  })

const mails = async (): Promise<{ subject: string; text: string; headers: Record<string, string>; recipient: string }[]> =>
  (await world.database.owner.query('SELECT subject, text, headers, recipient FROM mails ORDER BY created_at, id')).rows

const COMPLAINT = '洗衣机漏水，修了三次都没修好，太差了'

describe('a complaint', () => {
  it('opens a case, is acknowledged once by mail, and runs against its promises', async () => {
    const before = (await mails()).length
    const voice = await say(COMPLAINT, { email: 'li@example.com', name: '李雷' })
    const shown = await caseOf(voice.id)
    assert.equal(shown.stage, 'acknowledged')
    assert.deepEqual(shown.feedback, [voice.id])
    assert.deepEqual(
      shown.promises.map(({ kind, state }) => [kind, state]),
      [
        ['first-answer', 'running'],
        ['resolution', 'running'],
      ],
    )
    assert.equal(Date.parse(shown.dueAt ?? ''), world.clock.now() + DAY)
    const sent = (await mails()).slice(before)
    assert.equal(sent.length, 1)
    assert.equal(sent[0]?.headers['Auto-Submitted'], 'auto-replied')
    assert.match(sent[0]?.text ?? '', new RegExp(voice.queryCode))
    assert.match(sent[0]?.text ?? '', /track\//)
    await world.database.owner.query(`UPDATE outbox SET relayed_at = NULL WHERE name = 'feedback.understood'`)
    await world.settle()
    assert.equal((await casesOf(voice.id)).length, 1)
    assert.equal((await mails()).length, before + 1, 'the same news again sends nothing')
  })

  it('of the same customer and matter joins; of another matter long after opens another', async () => {
    const customer = { email: 'han@example.com' }
    const first = await caseOf((await say(COMPLAINT, customer)).id)
    const second = await caseOf((await say('还是漏水，投诉没人管，太差了', customer)).id)
    assert.equal(second.id, first.id)
    assert.equal(second.feedback.length, 2)
    assert.equal(second.messages.filter(({ kind }) => kind === 'acknowledgement').length, 1)
  })

  it('that is quiet, praise, or of nobody', async () => {
    assert.equal((await casesOf((await say(COMPLAINT, undefined, { quiet: true })).id)).length, 0)
    assert.equal((await casesOf((await say('非常满意，师傅很专业，赞')).id)).length, 0)
    const nobody = await caseOf((await say(COMPLAINT)).id)
    assert.deepEqual(
      nobody.messages.map(({ kind, delivery }) => [kind, delivery?.by, delivery?.state]),
      [['acknowledgement', 'status-page', 'shown']],
    )
  })

  it('opened by hand is not opened again', async () => {
    const voice = await say(COMPLAINT, undefined, { quiet: true })
    const made = await world.call<Shown>('POST', '/api/v1/cases', { key: agent, body: { feedback: voice.id } })
    assert.equal(made.status, 201, made.text)
    assert.equal(made.body.messages.length, 0, 'what was quiet is not acknowledged')
    const again = await world.call<Shown>('POST', '/api/v1/cases', { key: agent, body: { feedback: voice.id } })
    assert.equal(again.status, 200)
    assert.equal(again.body.id, made.body.id)
  })

  it('numbers its cases without a gap', async () => {
    const { rows } = await world.database.owner.query<{ n: number; top: number }>(
      'SELECT count(*)::int AS n, max(number)::int AS top FROM cases',
    )
    assert.equal(rows[0]?.n, rows[0]?.top)
  })
})

describe('answering', () => {
  it('keeps the promise of an answer, and goes by mail in the thread', async () => {
    const voice = await say(COMPLAINT, { email: 'wang@example.com' })
    const opened = await caseOf(voice.id)
    world.clock.advance(HOUR)
    const said = await act('POST', `${opened.id}/replies`, { text: '明天上午上门，费用我们承担。' })
    assert.equal(said.status, 201, said.text)
    const shown = await read(opened.id)
    assert.equal(shown.stage, 'working')
    assert.equal(promise(shown, 'first-answer')[0]?.state, 'kept')
    assert.equal(promise(shown, 'resolution')[0]?.state, 'running')
    assert.equal(shown.messages.at(-1)?.delivery?.state, 'queued')
    const mail = (await mails()).at(-1)
    assert.equal(mail?.recipient, 'wang@example.com')
    assert.ok(mail?.headers['In-Reply-To'], 'answers the acknowledgement')
  })

  it('a note tells no customer anything and keeps no promise', async () => {
    const opened = await caseOf((await say(COMPLAINT, { email: 'note@example.com' })).id)
    const count = (await mails()).length
    assert.equal((await act('POST', `${opened.id}/replies`, { text: '先查库存', internal: true })).status, 201)
    assert.equal((await mails()).length, count)
    assert.equal(promise(await read(opened.id), 'first-answer')[0]?.state, 'running')
  })

  it('too late is broken and made good', async () => {
    const opened = await caseOf((await say(COMPLAINT, { email: 'late@example.com' })).id)
    world.clock.advance(DAY + MINUTE)
    await act('POST', `${opened.id}/replies`, { text: '对不起，回复晚了。' })
    const answer = promise(await read(opened.id), 'first-answer')[0]
    assert.equal(answer?.state, 'late-kept')
    assert.equal(answer?.keptAt, undefined)
    assert.ok(answer?.brokenAt && answer.madeGoodAt)
  })
})

describe('the clocks', () => {
  it('stop while we wait for the customer and go on with what was left', async () => {
    const voice = await say(COMPLAINT, { email: 'pause@example.com' })
    const opened = await caseOf(voice.id)
    world.clock.advance(2 * HOUR)
    await act('POST', `${opened.id}/replies`, { text: '请发一张照片。', wait: true })
    const waiting = await read(opened.id)
    assert.equal(waiting.stage, 'waiting')
    assert.equal(promise(waiting, 'resolution')[0]?.state, 'paused')
    assert.equal(waiting.dueAt, null)
    world.clock.advance(3 * DAY)
    await world.runJob('cases.sweep-promises')
    assert.equal(promise(await read(opened.id), 'resolution')[0]?.state, 'paused', 'a paused promise cannot break')
    await write(voice.id, '照片在这里', 'photo-1')
    const again = await read(opened.id)
    assert.equal(again.stage, 'working')
    assert.equal(Date.parse(promise(again, 'resolution')[0]?.dueAt ?? ''), world.clock.now() + 22 * HOUR)
  })

  it('a breach is written down by one sweep, once, and told', async () => {
    await world.call('PUT', '/api/v1/settings/promises', {
      key: manager,
      body: { policies: [{ kind: 'first-answer', duration: 'PT30S', basis: 'clock', when: {} }], silence: 'PT72H' },
    })
    const opened = await caseOf((await say(COMPLAINT, { email: 'breach@example.com' })).id)
    world.clock.advance(24 * SECOND)
    await world.runJob('cases.sweep-promises')
    assert.equal(promise(await read(opened.id), 'first-answer')[0]?.state, 'soon')
    world.clock.advance(7 * SECOND)
    await Promise.all([world.runJob('cases.sweep-promises'), world.runJob('cases.sweep-promises')])
    await world.runJob('cases.sweep-promises')
    const shown = await read(opened.id)
    assert.equal(promise(shown, 'first-answer')[0]?.state, 'broken')
    assert.equal(Date.parse(promise(shown, 'first-answer')[0]?.brokenAt ?? ''), world.clock.now())
    assert.equal(kinds(shown).filter((kind) => kind === 'broken').length, 1)
    const { body } = await world.call<{ items: { id: string }[] }>('GET', '/api/v1/cases?view=broken', { key: agent })
    assert.ok(body.items.some(({ id }) => id === opened.id))
    const why = await world.call('PUT', `/api/v1/promises/${shown.promises[0]?.id}/reason`, { key: agent, body: { why: '备件缺货' } })
    assert.equal(why.status, 200, why.text)
    await world.call('PUT', '/api/v1/settings/promises', {
      key: manager,
      body: {
        policies: [
          { kind: 'first-answer', duration: 'PT24H', when: {} },
          { kind: 'resolution', duration: 'PT24H', when: { negative: true } },
        ],
      },
    })
  })

  it('72 hours without a person’s word raise the alarm once', async () => {
    const opened = await caseOf((await say(COMPLAINT, { email: 'alarm@example.com' })).id)
    world.clock.advance(72 * HOUR)
    await Promise.all([world.runJob('cases.raise-alarms'), world.runJob('cases.raise-alarms')])
    const shown = await read(opened.id)
    assert.equal(shown.alarmed, true)
    assert.equal(kinds(shown).filter((kind) => kind === 'alarmed').length, 1)
    await act('POST', `${opened.id}/replies`, { text: '让你久等了，对不起。' })
    assert.equal((await read(opened.id)).alarmed, false)
  })
})

describe('the end', () => {
  const resolved = async (email: string): Promise<{ voice: { id: string; queryCode: string }; id: string; link: string }> => {
    const voice = await say(COMPLAINT, { email })
    const { id } = await caseOf(voice.id)
    const done = await act('PUT', `${id}/resolution`, { outcome: 'resolved', note: '换了新的排水管。' })
    assert.equal(done.status, 200, done.text)
    const link = /\/check\/[\w-]+/.exec((await mails()).at(-1)?.text ?? '')?.[0] ?? ''
    assert.notEqual(link, '')
    return { voice, id, link }
  }
  const answer = (link: string, form: string) =>
    world.call('POST', link, { body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } })

  it('keeps what was owed and asks the customer, whose yes verifies', async () => {
    const { id, link } = await resolved('yes@example.com')
    const before = await read(id)
    assert.equal(before.stage, 'resolved')
    assert.ok(before.promises.every(({ state }) => state === 'kept'))
    const look = await world.call('GET', link)
    assert.equal(look.status, 200)
    assert.equal((await read(id)).check?.answer, null, 'a look answers nothing')
    assert.equal((await answer(link, 'answer=yes&comment=')).status, 200)
    assert.equal((await read(id)).stage, 'verified')
    await answer(link, 'answer=no&comment=')
    assert.equal((await read(id)).stage, 'verified', 'answered once')
  })

  it('no opens it again, with the words said and new promises; never a second case', async () => {
    const { voice, id, link } = await resolved('no@example.com')
    await Promise.all([answer(link, 'answer=no&comment=%E8%BF%98%E5%9C%A8%E6%BC%8F'), answer(link, 'answer=no&comment=x')])
    await world.settle()
    const shown = await read(id)
    assert.equal(shown.stage, 'working')
    assert.equal(kinds(shown).filter((kind) => kind === 'reopened').length, 1)
    assert.equal(promise(shown, 'resolution').filter(({ state }) => state === 'running').length, 1)
    assert.equal((await casesOf(voice.id)).length, 1)
  })

  it('silence for 7 days closes it, which is not verified', async () => {
    const { id } = await resolved('silent@example.com')
    world.clock.advance(7 * DAY - MINUTE)
    await world.runJob('cases.close-silent')
    assert.equal((await read(id)).stage, 'resolved')
    world.clock.advance(MINUTE)
    await Promise.all([world.runJob('cases.close-silent'), world.runJob('cases.close-silent')])
    const shown = await read(id)
    assert.equal(shown.stage, 'closed')
    assert.equal(kinds(shown).filter((kind) => kind === 'closed').length, 1)
  })

  it('a word within 14 days reopens, later it begins a case that continues', async () => {
    const soon = await resolved('soon@example.com')
    world.clock.advance(13 * DAY)
    await write(soon.voice.id, '又漏了', 'again-1')
    assert.equal((await read(soon.id)).stage, 'working')
    const late = await resolved('much-later@example.com')
    world.clock.advance(15 * DAY)
    assert.equal(await write(late.voice.id, '又漏了', 'again-2'), true)
    assert.equal(await write(late.voice.id, '又漏了', 'again-2'), false, 'the same message once')
    assert.equal((await read(late.id)).stage, 'resolved')
    const cases = await casesOf(late.voice.id)
    assert.equal(cases.length, 2)
    const fresh = await read(cases.find(({ id }) => id !== late.id)?.id ?? '')
    assert.equal(fresh.links[0]?.why, 'continues')
    assert.equal(fresh.messages.at(-1)?.text, '又漏了')
  })

  it('what is not done needs a reason, and two who resolve at once are not two', async () => {
    const { id } = await caseOf((await say(COMPLAINT, { email: 'two@example.com' })).id)
    assert.equal((await act('PUT', `${id}/resolution`, { outcome: 'no-action', note: ' ' })).status, 422)
    const both = await Promise.all(
      [agent, manager].map((key) => act('PUT', `${id}/resolution`, { outcome: 'explained', note: '说明' }, key)),
    )
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    assert.equal((await act('DELETE', `${id}/resolution`)).status, 200)
    assert.equal((await act('DELETE', `${id}/resolution`)).status, 409)
  })
})

describe('people', () => {
  it('of two who take a free case one wins', async () => {
    const { id } = await caseOf((await say(COMPLAINT, { email: 'take@example.com' })).id)
    const both = await Promise.all([agent, manager].map((key) => act('PUT', `${id}/owner`, { from: null }, key)))
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
  })

  it('are given cases in turn: fewest first, nobody who is away', async () => {
    const fresh = await openWorld()
    try {
      const [one, two, gone] = [newId(), newId(), newId()]
      for (const [id, away] of [
        [one, false],
        [two, false],
        [gone, true],
      ] as const) {
        await fresh.database.owner.query(`INSERT INTO people (id, email, name, created_at) VALUES ($1, $2, $3, now())`, [
          id,
          `${id}@example.com`,
          `P ${id.slice(-4)}`,
        ])
        await fresh.database.owner.query(
          `INSERT INTO memberships (workspace_id, person_id, role, away, joined_at) VALUES ($1, $2, 'agent', $3, now())`,
          [fresh.workspaceId, id, away],
        )
      }
      const key = await fresh.keyFor('agent')
      for (let i = 0; i < 4; i++) {
        await fresh.call('POST', '/api/v1/feedback', {
          key,
          body: { channel: 'web', sourceId: `turn ${i}`, text: COMPLAINT, customer: { email: `turn${i}@example.com` } },
        })
      }
      await fresh.settle()
      const { rows } = await fresh.database.owner.query<{ owner: string; n: number }>(
        `SELECT owner_id AS owner, count(*)::int AS n FROM cases GROUP BY owner_id`,
      )
      assert.deepEqual(
        new Map(rows.map(({ owner, n }) => [owner, n])),
        new Map([
          [one, 2],
          [two, 2],
        ]),
      )
      const { rows: told } = await fresh.database.owner.query(`SELECT FROM notifications WHERE kind = 'assigned'`)
      assert.equal(told.length, 4)
    } finally {
      await fresh.close()
    }
  })
})
