import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FakeModel, outsideAt, startFakeModel } from '../../../tests/peers/outside-model.ts'
import { openWorld, type World } from '../../../tests/world.ts'
import { openDatabase } from '../../platform/db/db.ts'
import { createLog } from '../../platform/log.ts'
import { DAY, instant } from '../../shared/time/instant.ts'
import { tryOutside } from './outside-model.actions.ts'
import { putSettings, takeShare, usedIn } from './outside-model.store.ts'
import { monthOf, mostTokensOf, plainAnswer } from './outside-model.ts'

describe('plainAnswer', () => {
  const cases: { name: string; answer: string; text: string }[] = [
    { name: 'leaves plain text', answer: '你好，\n\n锅明天换。', text: '你好，\n\n锅明天换。' },
    { name: 'takes out what a model says to itself', answer: '<think>客户很生气</think>\n抱歉。', text: '抱歉。' },
    { name: 'takes out thoughts without an end', answer: '<think>客户很生气', text: '' },
    { name: 'takes out marks of writing', answer: '## 回复\n**抱歉**，\n> 明天换\n```\n好\n```', text: '回复\n抱歉，\n明天换\n\n好' },
    { name: 'takes out tags', answer: '<b onclick="x()">抱歉</b><img src=x>', text: '抱歉' },
    { name: 'takes out what does not show', answer: '抱\u202e歉\u200b\u0007', text: '抱歉' },
    { name: 'leaves our own addresses', answer: '见 https://our.example/track/AB 。', text: '见 https://our.example/track/AB 。' },
    { name: 'leaves a blank for addresses of others', answer: '请到 http://evil.example/x?y=1 登录', text: '请到 {{?}} 登录' },
    {
      name: 'leaves a blank for names of pages of others',
      answer: '请到 evil-shop.top/a 或 www.evil.example',
      text: '请到 {{?}} 或 {{?}}',
    },
    { name: 'leaves versions and times', answer: '升到 3.2.1，10:30 见', text: '升到 3.2.1，10:30 见' },
    { name: 'leaves placeholders', answer: '[姓名-K7Q2MD]你好', text: '[姓名-K7Q2MD]你好' },
    { name: 'makes text well formed', answer: '好\ud800', text: '好\ufffd' },
  ]
  for (const { name, answer, text } of cases)
    it(name, () => assert.equal(plainAnswer(answer, { most: 200, ours: 'https://our.example/track/AB' }), text))

  it('ends at a sentence, and never within a placeholder', () => {
    assert.equal(plainAnswer('一二三。四五六七。八九十', { most: 10, ours: '' }), '一二三。四五六七。')
    assert.equal(plainAnswer('一二三四五[姓名-K7Q2MD]', { most: 9, ours: '' }), '一二三四五…')
  })
})

describe('what a call costs', () => {
  it('is rather too much than too little', () => {
    assert.equal(mostTokensOf({ system: '锅'.repeat(10), user: 'a'.repeat(30) }, 100), 10 + 10 + 16 + 100)
  })

  it('is counted in the month of the workspace', () => {
    const newYear = instant('2025-12-31T17:00:00Z')
    assert.deepEqual([monthOf(newYear, 'Asia/Shanghai'), monthOf(newYear, 'Europe/London')], ['2026-01-01', '2025-12-01'])
  })
})

describe('the budget', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('is exceeded by nobody when two nodes ask at once', async () => {
    const nodes = [0, 1].map(() => openDatabase(world.ownerUrl, createLog('silent'), { size: 8 }))
    const month = '2026-03-01'
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        nodes[i % 2]?.in(world.workspaceId).transaction((tx) => takeShare(tx, month, 100, { monthlyTokens: 1_250, monthlyCalls: 500 })),
      ),
    )
    assert.equal(taken.filter(Boolean).length, 12)
    assert.deepEqual(await usedIn(world.db, month), { tokens: 1_200, calls: 12 })
    for (const node of nodes) await node.close()
  })

  it('ends with the calls as well', async () => {
    const take = () => world.db.transaction((tx) => takeShare(tx, '2026-04-01', 100, { monthlyTokens: 1_000, monthlyCalls: 2 }))
    assert.deepEqual([await take(), await take(), await take()], [true, true, false])
  })

  it('is kept apart from other workspaces', async () => {
    const other = world.database.in(await world.addWorkspace('elsewhere'))
    assert.deepEqual(await usedIn(other, '2026-03-01'), { tokens: 0, calls: 0 })
  })

  it('forgets the log after 90 days', async () => {
    const { owner } = world.database
    for (const days of [89, 91])
      await owner.query(
        `INSERT INTO outside_calls (workspace_id, id, at, purpose, model, sent) VALUES ($1, gen_random_uuid(), $2, 'trial', 'm', '[]')`,
        [world.workspaceId, new Date(world.clock.now() - days * DAY)],
      )
    await world.runJob('understanding.forget-outside-calls')
    const { rows } = await owner.query('SELECT at FROM outside_calls')
    assert.equal(rows.length, 1)
  })
})

describe('the share of a process that dies while it asks', () => {
  let fake: FakeModel
  let world: World
  let by = ''
  before(async () => {
    fake = await startFakeModel()
    world = await openWorld({ outside: outsideAt(fake) })
    await world.keyFor('owner')
    by = (await world.database.owner.query<{ id: string }>('SELECT id FROM people LIMIT 1')).rows[0]?.id ?? ''
    await putSettings(world.db, { enabled: true, monthlyTokens: 300, monthlyCalls: 10 }, by, world.clock.now())
  })
  after(async () => {
    await world.close()
    await fake.stop()
  })
  const ask = () => tryOutside(world.db, world.tools, { by, now: world.clock.now() })
  const used = async () => await usedIn(world.db, '2026-03-01')
  const untilAsked = async (n: number) => {
    while (fake.heard.length < n) await sleep(5)
  }
  const SAYS = { kind: 'says', text: 'here', usage: { prompt_tokens: 20, completion_tokens: 1 } } as const

  it('is held while an answer may come, and given back to whoever asks next after that', async () => {
    fake.does({ kind: 'waits', ms: 1_500 }, SAYS)
    const dead = ask()
    await untilAsked(1)
    const { tokens } = await used()
    assert.ok(tokens > 200, String(tokens))
    world.clock.advance(60_000)
    await assert.rejects(ask(), /budget/)
    world.clock.advance(31_000)
    assert.equal((await ask()).text, 'here')
    assert.deepEqual(await used(), { tokens: 21, calls: 2 })
    // It had not died: what it used in the end is counted, what it had held is not taken off a second time.
    const late = await dead
    assert.deepEqual(await used(), { tokens: 21 + late.tokens, calls: 2 })
  })

  it('is given back within a minute when nobody asks', async () => {
    fake.does({ kind: 'waits', ms: 700 })
    const before = await used()
    const dead = ask()
    await untilAsked(3)
    const { tokens } = await used()
    await world.runJob('understanding.give-back-shares')
    assert.equal((await used()).tokens, tokens)
    world.clock.advance(91_000)
    await world.runJob('understanding.give-back-shares')
    assert.deepEqual(await used(), { tokens: before.tokens, calls: 3 })
    await dead
  })
})
