/** The desk: lists, settings, templates, merging, and who may do what. */
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { type CasePageShown, type CaseShown, COMPLAINT, openCaseScene } from '../../../tests/case-scene.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/jobs/define.ts'
import { publicIdOf, uuidOf } from '../../shared/ids/public-id.ts'
import { DAY, HOUR, instant, isoOf, plus } from '../../shared/time/instant.ts'
import { personLeft } from '../accounts/index.ts'
import { restore, setAside } from '../feedback/index.ts'
import { addCustomerMessage, findBroken, openOrJoin } from './index.ts'

type Item = CaseShown
type Page = CasePageShown

const { world, agent, manager, viewer, say, call, open } = await openCaseScene()
after(() => world.close())

const inside = (id: string): string => uuidOf('fb', id) ?? ''
async function someone(role: string): Promise<{ id: string }> {
  const id = newId(world.clock.now())
  await world.database.owner.query(`INSERT INTO people (id, email, name, created_at) VALUES ($1, $2, 'someone', now())`, [
    id,
    `${id}@example.com`,
  ])
  await world.database.owner.query(`INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ($1, $2, $3, now())`, [
    world.workspaceId,
    id,
    role,
  ])
  return { id }
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

  it('each count of the summary is a list of the ledger', async () => {
    world.clock.advance(HOUR)
    const due = plus(world.clock.now(), DAY)
    const { id } = await open()
    world.clock.advance(DAY + HOUR)
    const period = `from=${isoOf(due)}&to=${isoOf(plus(due, HOUR))}`
    await findBroken(world.db, world.clock.now())
    const [late] = (await read(id)).promises.filter(({ kind }) => kind === 'first-answer')
    await call('PUT', `promises/${late?.id}/reason`, { why: '当天缺人' })
    await call('POST', `cases/${id}/replies`, { text: '久等了，明天上门。' })
    type Summary = { broken: number; unexplained: number; why: object[]; byKind: { kind: string; rate: number }[] }
    const { body } = await call<Summary>('GET', `promises/summary?${period}`)
    assert.deepEqual([body.broken, body.unexplained, body.why], [2, 1, [{ why: '当天缺人', n: 1 }]])
    assert.deepEqual(
      body.byKind.map(({ kind, rate }) => [kind, rate]),
      [
        ['first-answer', 0],
        ['resolution', 0],
      ],
    )
    const kinds = async (query: string) =>
      (await call<{ items: { kind: string }[] }>('GET', `promises?${period}&${query}`)).body.items.map(({ kind }) => kind).sort()
    assert.deepEqual(await kinds('end=broken'), ['first-answer', 'resolution'])
    assert.deepEqual(await kinds('explained=no'), ['resolution'])
    assert.deepEqual(await kinds(`why=${encodeURIComponent('当天缺人')}`), ['first-answer'])
    assert.deepEqual(await kinds('end=kept'), [])
    assert.deepEqual(await kinds('end=broken&team=team_00000000000000000000000000'), [])
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

describe('what happens elsewhere', () => {
  it('spam closes its case without a word, and restoring it opens the case again', async () => {
    const { voice, id } = await open()
    const words = (await read(id)).messages.length
    await world.db.transaction((tx) => setAside(tx, [{ feedbackId: inside(voice.id), reason: 'spam' }], null, world.clock.now()))
    await world.settle()
    const aside = await read(id)
    assert.deepEqual([aside.stage, aside.messages.length, aside.promises[0]?.state], ['closed', words, 'withdrawn'])
    await restore(world.db, { feedbackId: inside(voice.id), by: (await someone('owner')).id, at: world.clock.now() })
    await world.settle()
    assert.equal((await read(id)).stage, 'working')
  })

  it('cases of who leaves go on with others', async () => {
    const [gone, stays] = [await someone('agent'), await someone('agent')]
    const { id } = await open()
    await call('PUT', `cases/${id}/owner`, { person: publicIdOf('person', gone.id) })
    await world.database.owner.query('UPDATE memberships SET ended_at = now() WHERE person_id = $1', [gone.id])
    await world.db.transaction((tx) => emit(tx, personLeft, { personId: gone.id, at: world.clock.now() }))
    await world.settle()
    assert.equal((await read(id)).owner?.id, publicIdOf('person', stays.id))
  })

  it('two voices of one person at the same moment make one case', async () => {
    const said = await Promise.all(
      ['甲', '乙'].map((word) => say(`${COMPLAINT}${word}`, { customer: { email: 'twice@example.com' }, quiet: true })),
    )
    const opened = await Promise.all(
      said.map(({ id }) =>
        openOrJoin(world.db, { feedbackId: inside(id), since: world.clock.now(), by: null, publicUrl: '', now: world.clock.now() }),
      ),
    )
    assert.equal(new Set(opened.map(({ caseId }) => caseId)).size, 1)
    assert.deepEqual(opened.map(({ how }) => how).sort(), ['joined', 'opened'])
  })

  it('erasing a customer takes their words out of the case', async () => {
    const { voice, id } = await open({ email: 'erase@example.com', name: '赵六' })
    await call('POST', `cases/${id}/replies`, { text: '赵六你好' })
    const { body } = await world.call<{ customer: { id: string } }>('GET', `/api/v1/feedback/${voice.id}`, { key: agent })
    const erased = await world.call('DELETE', `/api/v1/customers/${body.customer.id}`, { key: await world.keyFor('owner') })
    assert.ok(erased.status < 300, erased.text)
    const shown = await world.call('GET', `/api/v1/cases/${id}`, { key: agent })
    assert.equal(shown.status, 200)
    assert.doesNotMatch(shown.text, /赵六|erase@example/)
    const { rows } = await world.database.owner.query(`SELECT FROM mails WHERE recipient = 'erase@example.com' OR text LIKE '%赵六%'`)
    assert.equal(rows.length, 0, 'nor do mails keep them')
  })
})

describe('who may', () => {
  it('who writes at the same time as a colleague reads first what was said', async () => {
    const { id } = await open()
    const seen = (await read(id)).messages.at(-1)?.id ?? null
    const answer = (text: string, more: object, key = agent) => call('POST', `cases/${id}/replies`, { text, ...more }, key)
    assert.equal((await answer('我来', { after: seen })).status, 201)
    assert.equal((await answer('我再说一句', { after: seen })).status, 201, 'own words are known')
    const late = await answer('也是我来', { after: seen }, manager)
    assert.equal(late.status, 409)
    assert.equal((await answer('不看', {}, manager)).status, 201, 'who does not say what they saw is not held up')
    const newest = (await read(id)).messages.at(-1)?.id
    assert.equal((await answer('看过了', { after: newest }, manager)).status, 201)
    assert.equal((await read(id)).messages.filter(({ text }) => text === '也是我来').length, 0)
  })

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

  it('each bulk act needs what the same act on one needs', async () => {
    const { id } = await open()
    const analyst = await world.keyFor('analyst')
    const asked = (act: object, key: string) => call('POST', 'cases/bulk', { ids: [id], act }, key)
    for (const key of [viewer, analyst]) {
      assert.equal((await asked({ action: 'watch' }, key)).status, 200)
      assert.equal((await asked({ action: 'assign' }, key)).status, 403)
      assert.equal((await asked({ action: 'stage', stage: 'waiting' }, key)).status, 403)
      assert.equal((await asked({ action: 'resolve', outcome: 'explained', note: 'x' }, key)).status, 403)
    }
    assert.equal((await asked({ action: 'assign' }, agent)).status, 200)
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

describe('a customer who writes on', () => {
  it('rings once for the owner and whoever watches, counted up until it is read', async () => {
    const { voice, id } = await open({ email: 'writes@example.com', name: '钱七' })
    const [owner, watcher] = [await someone('agent'), await someone('manager')]
    await call('PUT', `cases/${id}/owner`, { person: publicIdOf('person', owner.id) })
    await call('PUT', `cases/${id}/watchers/${publicIdOf('person', watcher.id)}`)
    let sent = 0
    const write = () =>
      addCustomerMessage(world.db, {
        feedbackId: inside(voice.id),
        text: '师傅到现在还没来',
        channel: 'web',
        sourceId: `on ${++sent}`,
        attachments: [],
        auto: false,
        models: world.tools.models,
        publicUrl: '',
        now: world.clock.now(),
      })
    const rung = async (person: string) =>
      (
        await world.database.owner.query<{ n: number; title: string }>(
          `SELECT (facts->>'n')::int AS n, facts->>'title' AS title FROM notifications WHERE person_id = $1 AND kind = 'heard' ORDER BY created_at`,
          [person],
        )
      ).rows
    for (let i = 0; i < 5; i++) await write()
    assert.match((await rung(owner.id))[0]?.title ?? '', /^#\d+ 洗衣机漏水$/)
    for (const { id: person } of [owner, watcher])
      assert.deepEqual(
        (await rung(person)).map(({ n }) => n),
        [5],
      )
    await world.database.owner.query(`UPDATE notifications SET read_at = now() WHERE person_id = $1`, [owner.id])
    await write()
    assert.deepEqual(
      (await rung(owner.id)).map(({ n }) => n),
      [5, 1],
    )
    assert.deepEqual(
      (await rung(watcher.id)).map(({ n }) => n),
      [6],
    )
  })
})

describe('a voice that is corrected', () => {
  it('takes its case along, which keeps what it was; another voice of the case does not', async () => {
    const { voice, id } = await open({ email: 'corrected@example.com' })
    const second = await say(COMPLAINT, { customer: { email: 'corrected@example.com' } })
    const correct = async (feedback: string, body: object) => {
      assert.equal((await call('POST', `feedback/${feedback}/corrections`, body)).status, 201)
      await world.settle()
      world.clock.advance(1000)
      return (await call<Item & { intent: string; sentiment: string; steps: { kind: string; facts: object }[] }>('GET', `cases/${id}`)).body
    }
    assert.equal((await correct(second.id, { intent: 'suggestion' })).intent, 'complaint')
    const shown = await correct(voice.id, { intent: 'question', sentiment: 'neutral' })
    assert.deepEqual([shown.intent, shown.sentiment], ['question', 'neutral'])
    assert.deepEqual(shown.steps.find(({ kind }) => kind === 'reread')?.facts, {
      intent: 'question',
      sentiment: 'neutral',
      wasIntent: 'complaint',
      wasSentiment: 'negative',
    })
  })

  it('is owed what it turns out to want: a case while it is fresh, and promises of its kind from then on', async () => {
    const correct = async (feedback: string, body: object) => {
      world.clock.advance(HOUR)
      assert.equal((await call('POST', `feedback/${feedback}/corrections`, body)).status, 201)
      await world.settle()
      const { items } = (await call<Page>('GET', `cases?feedback=${feedback}`)).body
      return items[0] === undefined ? null : await read(items[0].id)
    }
    const owed = (it: Item | null) => it?.promises.map(({ kind }) => kind)
    const praise = await say('师傅很专业，安装又快又干净，谢谢')
    assert.equal(await correct(praise.id, { intent: 'other' }), null)
    const opened = await correct(praise.id, { intent: 'question', sentiment: 'neutral' })
    assert.deepEqual([opened?.stage, owed(opened)], ['acknowledged', ['first-answer']])
    await call('POST', `cases/${opened?.id}/replies`, { text: '已经查到了。' })
    const complained = await correct(praise.id, { intent: 'complaint', urgency: 'high' })
    assert.equal(complained?.id, opened?.id)
    assert.deepEqual([complained?.intent, complained?.urgency, owed(complained)], ['complaint', 'high', ['first-answer', 'resolution']])
    assert.equal(complained?.promises.at(-1)?.dueAt, isoOf(plus(world.clock.now(), DAY)))

    const old = await say('师傅很专业，安装又快又干净，谢谢')
    world.clock.advance(2 * DAY)
    assert.equal(await correct(old.id, { intent: 'complaint' }), null)
  })
})
