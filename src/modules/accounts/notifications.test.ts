import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, HOUR, instant } from '../../shared/time/instant.ts'
import { lastDigest } from './digest-time.ts'
import { notify } from './notification.actions.ts'
import { linkInto, linkOf } from './notification-link.ts'
import { addPerson } from './set-up.actions.ts'

const PASSWORD = '春江潮水连海平 海上明月'
const CASE = publicIdOf('case', '01890000-0000-7000-8000-000000000001')

let world: World
let person: string
let headers: Record<string, string>
before(async () => {
  // Monday, 10:00 in Shanghai.
  world = await openWorld()
  person = await addPerson(world.db, { email: 'agent@example.com', name: '小周', password: PASSWORD, role: 'agent' }, world.clock.now())
  const body = { email: 'agent@example.com', password: PASSWORD }
  const entered = await world.call('POST', '/api/v1/session', { body, headers: { 'x-hx-request': '1' } })
  headers = { 'x-hx-request': '1', cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
})
after(() => world.close())

const tell = (dedupe: string, to = person) =>
  notify(world.db, { personId: to, kind: 'assigned', subject: CASE, facts: { title: `工单 ${dedupe}` }, dedupe, now: world.clock.now() })

type List = { unread: number; items: { id: string; link: string | null; readAt: string | null }[] }
const list = async () => (await world.call<List>('GET', '/api/v1/notifications', { headers })).body

const digests = async () =>
  (
    await world.database.owner.query<{ subject: string; text: string }>(
      `SELECT subject, text FROM mails WHERE dedupe LIKE 'digest %' ORDER BY id`,
    )
  ).rows

describe('notifications', () => {
  it('tell once, open what they are about, and are read', async () => {
    assert.equal(await tell('1'), true)
    assert.equal(await tell('1'), false)
    assert.equal(await tell('2'), true)
    const before = await list()
    assert.deepEqual([before.unread, before.items.length, before.items[0]?.link], [2, 2, `/app/inbox?case=${CASE}`])
    await world.call('PUT', '/api/v1/notifications/read', { body: { ids: [before.items[0]?.id] }, headers })
    assert.equal((await list()).unread, 1)
    await world.call('PUT', '/api/v1/notifications/read', { body: { all: true }, headers })
    assert.equal((await list()).unread, 0)
  })

  it('are for members only, and others cannot read them away', async () => {
    const stranger = await addPerson(
      world.database.in(await world.addWorkspace('far')),
      { email: 'far@example.com', name: 'Far', password: null, role: 'agent' },
      world.clock.now(),
    )
    assert.equal(await tell('3', stranger), false)
    await tell('4')
    const [mine] = (await list()).items
    const key = await world.keyFor('owner')
    await world.call('PUT', '/api/v1/notifications/read', { body: { ids: [mine?.id] }, key })
    assert.equal((await list()).unread, 1)
  })
})

describe('the daily digest', () => {
  it('waits for 8:00 of the workspace, then tells once what is unread', async () => {
    await world.runJob('accounts.mail-digests')
    assert.equal((await digests()).length, 0, 'told after the last 8:00')
    await tell('5')
    world.clock.set(instant('2026-03-02T23:59:00Z'))
    await world.runJob('accounts.mail-digests')
    assert.equal((await digests()).length, 0, '7:59')
    world.clock.set(instant('2026-03-03T00:00:00Z'))
    await world.runJob('accounts.mail-digests')
    await world.runJob('accounts.mail-digests')
    const [mail, ...more] = await digests()
    assert.equal(more.length, 0)
    assert.equal(mail?.subject, 'main：2条事项等你看')
    assert.match(mail?.text ?? '', /工单 5\n {2}http:\/\/localhost:7300\/app\/inbox/)
    assert.doesNotMatch(mail?.text ?? '', /工单 1/)
    world.clock.advance(DAY)
    await world.runJob('accounts.mail-digests')
    assert.equal((await digests()).length, 1, 'nothing new, nothing sent')
  })

  it('is not for those who want none', async () => {
    await world.call('PUT', '/api/v1/me', { body: { digest: 'off' }, headers })
    await tell('6')
    world.clock.advance(DAY)
    await world.runJob('accounts.mail-digests')
    assert.equal((await digests()).length, 1)
  })
})

describe('lastDigest', () => {
  const cases = [
    { now: '2026-03-02T00:00:00Z', zone: 'Asia/Shanghai', day: '2026-03-02', at: '2026-03-02T00:00:00Z' },
    { now: '2026-03-01T23:59:59Z', zone: 'Asia/Shanghai', day: '2026-03-01', at: '2026-03-01T00:00:00Z' },
    { now: '2026-03-08T16:00:00Z', zone: 'America/New_York', day: '2026-03-08', at: '2026-03-08T12:00:00Z' },
  ]
  for (const { now, zone, day, at } of cases) {
    it(`${now} in ${zone}`, () => assert.deepEqual(lastDigest(instant(now), zone), { day, at: instant(at) }))
  }
  it('is never more than a day and an hour ago', () => {
    for (let h = 0; h < 24 * 7; h += 1) {
      const now = (instant('2026-10-30T00:00:00Z') + h * HOUR) as ReturnType<typeof instant>
      const { at } = lastDigest(now, 'Europe/Berlin')
      assert.ok(at <= now && now - at <= 25 * HOUR)
    }
  })
})

describe('linkOf', () => {
  it('leads only into the app', () => {
    assert.equal(linkOf('imp_01'), '/app/improvements/imp_01')
    assert.equal(linkOf('case_../../x'), null)
    assert.equal(linkOf('unknown_1'), null)
  })
  it('names the workspace in a mail', () => {
    assert.equal(linkInto('hexiu', 'imp_01'), '/app/improvements/imp_01?in=hexiu')
    assert.equal(linkInto('hexiu', 'case_01'), '/app/inbox?case=case_01&in=hexiu')
    assert.equal(linkInto('hexiu', 'unknown_1'), null)
  })
})
