/** The roll-up of the echo rate against the live count, on the real database. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { sql } from '../../platform/db/sql.ts'
import { DAY, HOUR, type Instant, instant, isoOf, plus } from '../../shared/time/instant.ts'
import { dateIn, dayBounds } from '../../shared/time/zone.ts'
import { echoBetween } from './echo-days.actions.ts'
import { freshEchoDays } from './echo-days.store.ts'
import { echoCounts } from './echo-rate.store.ts'
import { homeOf } from './home.actions.ts'

const ZONE = 'Asia/Shanghai'
const BEGAN = instant('2026-03-02T02:00:00Z')
const COMPLAINT = '洗衣机坏了，漏水，要投诉'
const SUGGESTION = '建议增加夜间静音模式，希望能改进'

describe('the echo of days', () => {
  let world: World
  let key = ''
  let said = 0
  before(async () => {
    world = await openWorld({ now: BEGAN })
    key = await world.keyFor('owner')
    await world.settle()
  })
  after(() => world.close())

  const act = async <Body = Record<string, never>>(method: string, path: string, body?: unknown) => {
    const answer = await world.call<Body>(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) })
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.text}`)
    await world.settle()
    return answer.body
  }
  const ask = async (text = COMPLAINT, who = `c-${++said}`) => {
    const { id: voice } = await act<{ id: string }>('POST', '/feedback', { channel: 'web', text, customer: { externalId: who } })
    const { items } = await act<{ items: { id: string }[] }>('GET', `/cases?feedback=${voice}`)
    return { voice, case: items[0]?.id ?? '' }
  }
  const answer = (id: string) => act('POST', `/cases/${id}/replies`, { text: '在处理' })
  const resolve = (id: string) => act('PUT', `/cases/${id}/resolution`, { outcome: 'resolved', note: '修好了' })
  const pass = async (ms: number) => {
    world.clock.advance(ms)
    await world.runJob('cases.sweep-promises')
    await world.settle()
  }
  const recount = async () => {
    await world.settle()
    // Some weeks at a time.
    for (let round = 0; round < 2; round++) await world.runJob('insights.recount-echo')
  }
  const today = () => dateIn(world.clock.now(), ZONE)
  const rolled = () => freshEchoDays(world.db, '2026-01-01', today(), ZONE)
  /** Each day that is over is rolled up, as it is counted; together they are the count of the whole. */
  const holds = async () => {
    await recount()
    const days = await rolled()
    for (const { day, ...counts } of days) {
      const { starts, ends } = dayBounds(day, ZONE)
      assert.deepEqual(counts, await echoCounts(world.db, starts, ends), day)
    }
    const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
    assert.equal(last, dateIn(plus(world.clock.now(), -DAY), ZONE))
    const whole = await echoCounts(world.db, dayBounds(first, ZONE).starts, dayBounds(last, ZONE).ends)
    for (const part of ['asked', 'answered', 'told', 'either'] as const)
      assert.equal(
        days.reduce((sum, day) => sum + day[part], 0),
        whole[part],
        part,
      )
    return { days, whole }
  }

  it('is what the live count says: kept, broken, joined, told by a resolution or a notice, reopened', async () => {
    const [kept, resolved, joined, noticed] = [await ask(), await ask(), await ask(COMPLAINT, 'twice'), await ask(SUGGESTION, 'told once')]
    const beside = await ask('请问保修期是多久？', 'told once')
    await act('POST', `/cases/${noticed.case}/split`, { feedback: [beside.voice] })
    await ask()
    world.clock.advance(HOUR)
    const again = await ask(COMPLAINT, 'twice')
    assert.equal(again.case, joined.case)
    await answer(kept.case)
    await answer(joined.case)
    await resolve(resolved.case)
    const change = await act<{ id: string }>('POST', '/improvements', { title: '静音模式', feedbackIds: [noticed.voice, beside.voice] })
    const moment = (days: number) => isoOf(plus(world.clock.now(), days * DAY))
    await act('PUT', `/improvements/${change.id}/verification`, {
      metric: { kind: 'mean-score', score: 'csat' },
      better: 'higher',
      before: { from: moment(-28), to: moment(0) },
      after: { from: moment(0), to: moment(28) },
    })
    for (const stage of ['accepted', 'building', 'shipped']) await act('PUT', `/improvements/${change.id}/stage`, { stage })
    await act('DELETE', `/cases/${resolved.case}/resolution`)
    await pass(2 * DAY)
    const { days, whole } = await holds()
    assert.deepEqual(
      days.map(({ day, asked }) => [day, asked]),
      [['2026-03-03', 7]],
    )
    assert.deepEqual(whole, { asked: 7, answered: 4, told: 3, either: 6 })
    const behind = async (query: string) => (await act<{ items: { id: string }[] }>('GET', `/feedback?${query}`)).items.length
    const due = 'from=2026-03-02T16:00:00Z&to=2026-03-03T16:00:00Z'
    const counts = { asked: 7, answered: 4, told: 3, 'in-time': 6, late: 1 }
    for (const [state, n] of Object.entries(counts)) assert.equal(await behind(`echo=${state}&${due}`), n, state)
    assert.equal(await behind(`echo=asked&${due}&intent=suggestion`), 1, 'with another filter')
    assert.equal(await behind(`echo=asked&${due}&q=${encodeURIComponent(COMPLAINT.slice(0, 2))}`), 5, 'with words')
    assert.equal(await behind('echo=asked&to=2026-03-02T00:00:00Z'), 0, 'another period')
  })

  it('splits days at midnight of the workspace, and counts a voice on the day of its first promise only', async () => {
    world.clock.set(instant('2026-03-10T15:59:59Z'))
    await ask()
    world.clock.advance(1000)
    await ask(SUGGESTION)
    await pass(20 * DAY)
    const { days } = await holds()
    const on = (day: string) => days.find((each) => each.day === day)?.asked
    assert.deepEqual([on('2026-03-10'), on('2026-03-11'), on('2026-03-12'), on('2026-03-25')], [0, 1, 1, 0])
  })

  it('follows what happens later: voices that join, merge or part, and a promise put off by a wait', async () => {
    const [one, two] = [await ask(), await ask()]
    await pass(DAY)
    const waits = await ask()
    await act('PUT', `/cases/${waits.case}/stage`, { stage: 'waiting' })
    await pass(3 * DAY)
    await holds()
    const due = today()
    await act('PUT', `/cases/${waits.case}/stage`, { stage: 'working' })
    await act('POST', `/cases/${one.case}/merge`, { into: two.case })
    await holds()
    await act('POST', `/cases/${two.case}/split`, { feedback: [one.voice] })
    await pass(3 * DAY)
    const { days } = await holds()
    assert.ok(days.some(({ day, asked }) => day > due && asked > 0))
  })

  it('is sound for whatever a workspace promises', async () => {
    world.clock.set(instant('2026-04-10T02:00:00Z'))
    const owed = (kinds: readonly string[]) =>
      act('PUT', '/settings/promises', {
        policies: kinds.map((kind) => ({ kind, duration: kind === 'call-back' ? 'PT2H' : 'PT20H', when: {} })),
      })
    const promised: readonly (readonly string[])[] = [
      ['resolution'],
      ['call-back'],
      ['decision'],
      ['call-back', 'resolution', 'first-answer'],
      [],
    ]
    const asked: number[] = []
    for (const kinds of promised) {
      await owed(kinds)
      const [quick, late] = [await ask(), await ask()]
      const day = dateIn(plus(world.clock.now(), kinds[0] === 'call-back' && kinds.length === 1 ? 2 * HOUR : 20 * HOUR), ZONE)
      world.clock.advance(HOUR)
      await answer(quick.case)
      await resolve(quick.case)
      await pass(2 * DAY - HOUR)
      await answer(late.case)
      const { days } = await holds()
      const found = days.find((each) => each.day === day)
      asked.push(found?.asked ?? 0)
      if (kinds.length > 0) assert.deepEqual([found?.answered, found?.told], [1, 1], `${kinds}`)
    }
    assert.deepEqual(asked, [2, 2, 2, 2, 0])
    await owed(['first-answer'])
  })

  it('changes nothing when the same news comes twice', async () => {
    const { days } = await holds()
    await world.db.run(sql`UPDATE outbox SET relayed_at = NULL WHERE name LIKE 'case.%' OR name LIKE 'promise.%' OR name = 'notice.sent'`)
    await world.settle()
    assert.ok((await rolled()).length < days.length, 'marked')
    assert.deepEqual((await holds()).days, days)
    assert.deepEqual(await world.db.many(sql`SELECT FROM stale_echo_days WHERE day < ${today()}::date`), [])
  })

  it('stands behind Home and the metric, for whole days and ragged ends, fresh or stale', async () => {
    const now = world.clock.now()
    const compare = async (from: Instant, to: Instant) =>
      assert.deepEqual(await echoBetween(world.db, from, to, now, ZONE), await echoCounts(world.db, from, to))
    const all = async () => {
      await compare(BEGAN, now)
      await compare(instant('2026-03-03T02:00:00Z'), instant('2026-03-11T16:00:00Z'))
      await compare(instant('2026-03-03T01:00:00Z'), instant('2026-03-03T03:00:00Z'))
      await compare(instant('0100-01-01T00:00:00Z'), now)
    }
    await all()
    await world.db.run(sql`INSERT INTO stale_echo_days (day) VALUES ('2026-03-03')`)
    await world.db.run(sql`UPDATE daily_echo SET asked = 99 WHERE day = '2026-03-03'`)
    await all()
    const home = await homeOf(world.db, 60, now)
    assert.equal(home.echo.asked, (await echoCounts(world.db, home.from, now)).asked)
  })

  it('counts all days anew when there are none, or in another zone', async () => {
    const { days } = await holds()
    await world.db.run(sql`DELETE FROM daily_echo`)
    assert.deepEqual((await holds()).days, days)
    await world.database.owner.query(`UPDATE workspaces SET timezone = 'Europe/Paris' WHERE id = $1`, [world.workspaceId])
    await recount()
    const paris = await freshEchoDays(world.db, '2026-01-01', '2027-01-01', 'Europe/Paris')
    assert.equal(paris.at(-1)?.day, dateIn(plus(world.clock.now(), -DAY), 'Europe/Paris'))
    assert.equal(paris.find(({ day }) => day === '2026-03-11')?.asked, 2)
  })
})
