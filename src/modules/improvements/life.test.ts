/** The life of an improvement on the real database: voices, plan, shipping, verdict; notices and the public page. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { z } from 'zod'
import { openWorld, type World } from '../../../tests/world.ts'
import type { WindowCount as Counted, Improvement, Verification } from '../../shared/contracts/improvements.ts'
import type { NoticePage } from '../../shared/contracts/notices.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'
import { DAY, type Instant, instant, isoOf } from '../../shared/time/instant.ts'
import { addPerson } from '../accounts/index.ts'

type View = z.input<typeof Improvement>
type Check = z.input<typeof Verification>
type WindowCount = z.input<typeof Counted>
type Notices = z.input<typeof NoticePage>
type Problem = { code: string; errors?: { path: string; message: string }[] }

const NOW = instant('2026-06-01T02:00:00Z')
const on = (days: number): string => isoOf((NOW + days * DAY) as Instant)

/** CSAT: `good` fives and the rest twos, said within a window of days from now. */
const scores = (name: string, { good, all, day }: { good: number; all: number; day: number }) =>
  Array.from({ length: all }, (_, n) => ({
    channel: 'survey',
    sourceId: `${name} ${n}`,
    scores: [{ kind: 'csat', value: n < good ? 5 : 2 }],
    occurredAt: on(day + n / 1000),
    quiet: true,
  }))

const plan = (change: object = {}) => ({
  metric: { kind: 'share-of-score', score: 'csat', from: 4, to: 5 },
  filter: { channel: 'survey' },
  better: 'higher',
  before: { from: on(-28), to: on(0) },
  after: { from: on(1), to: on(29) },
  ...change,
})

const near = (got: number | null | undefined, want: number) =>
  assert.ok(got != null && Math.abs(got - want) < 1e-4, `${got} is not ${want}`)

const figures = (count: WindowCount | undefined) => [count?.n, count?.hits, count?.value]

describe('an improvement', () => {
  let world: World
  let key: string

  const call = <Body>(method: string, path: string, body?: unknown, by = key) =>
    world.call<Body>(method, `/api/v1${path}`, { key: by, ...(body !== undefined && { body }) })
  const say = async (items: readonly object[]): Promise<string[]> => {
    const ids: string[] = []
    for (let from = 0; from < items.length; from += 500) {
      const { body, status } = await call<{ results: { id: string }[] }>('POST', '/feedback/batch', {
        items: items.slice(from, from + 500),
      })
      assert.equal(status, 200)
      ids.push(...body.results.map(({ id }) => id))
    }
    return ids
  }
  const make = async (body: object): Promise<View> => {
    const made = await call<View>('POST', '/improvements', { title: '送货改为两小时时段', ...body })
    assert.equal(made.status, 201, made.text)
    return made.body
  }
  const move = (id: string, stage: string, reason = '') => call<View & Problem>('PUT', `/improvements/${id}/stage`, { stage, reason })
  const freeze = (id: string, wanted: object = plan()) => call<Check & Problem>('PUT', `/improvements/${id}/verification`, wanted)
  const check = async (id: string) => (await call<Check>('GET', `/improvements/${id}/verification`)).body
  const ship = async (id: string) => {
    for (const stage of ['accepted', 'building', 'shipped']) {
      const moved = await move(id, stage)
      assert.equal(moved.status, 200, moved.text)
    }
    await world.settle()
  }

  before(async () => {
    world = await openWorld({ now: NOW })
    key = await world.keyFor('manager')
    await world.settle()
  })
  after(() => world.close())

  describe('from voices to a verdict', () => {
    let id: string
    let voices: string[]

    it('counts its reach from people, each once, and explains its priority', async () => {
      const anna = { email: 'anna@example.com', name: '安娜' }
      voices = await say([
        { channel: 'web', text: '约好上午送，等到晚上也没人来，打电话 13800138000 给我', customer: anna },
        { channel: 'web', text: '又没按时送到', customer: anna },
        { channel: 'web', text: '送货时间太宽了，能不能窄一点' },
        { channel: 'import', text: '送货总是迟到', customer: { email: 'old@example.com', name: '老客户' } },
        { channel: 'email', text: '送货师傅没来', customer: { email: 'no@example.com', name: '静静', attributes: { unsubscribed: true } } },
        { channel: 'web', text: '这条后来被当作垃圾' },
      ])
      await call('PUT', `/feedback/${voices[5]}/set-aside`, { reason: 'spam' })
      await world.settle()
      const made = await make({ severity: 4, effort: 2, cost: 1000, benefit: 4000, feedbackIds: voices.slice(0, 2) })
      id = made.id
      const linked = await call('POST', `/improvements/${id}/feedback`, { feedbackIds: voices })
      assert.deepEqual(linked.body, { added: 4, already: 2, unknown: 0 })
      const { body } = await call<View>('GET', `/improvements/${id}`)
      assert.deepEqual(body.reach, { voices: 5, people: 4 })
      assert.deepEqual(body.priority.score, 4 * 4 * 2 * 0.5)
      assert.deepEqual(
        body.priority.factors.map(({ factor, by }) => [factor, by]),
        [
          ['severity', 4],
          ['reach', 4],
          ['value', 2],
          ['effort', 0.5],
        ],
      )
    })

    it('does not ship without a frozen plan', async () => {
      await move(id, 'accepted')
      await move(id, 'building')
      const refused = await move(id, 'shipped')
      assert.deepEqual([refused.status, refused.body.code], [409, 'improvement.plan-not-frozen'])
      const byHand = await move(id, 'verified')
      assert.deepEqual([byHand.status, byHand.body.code], [409, 'improvement.no-such-move'])
    })

    it('freezes its plan, and no other', async () => {
      await say(scores('before', { good: 48, all: 80, day: -20 }))
      const unsound = await freeze(id, plan({ after: { from: on(-10), to: on(10) } }))
      assert.equal(unsound.status, 422)
      assert.deepEqual(
        unsound.body.errors?.map(({ message }) => message),
        ['overlaps', 'starts-before-freeze'],
      )
      const preview = await call<{ needed: number; before: WindowCount }>(
        'POST',
        `/improvements/${id}/verification/preview`,
        plan({ hopedFor: 0.2 }),
      )
      assert.deepEqual(figures(preview.body.before), [80, 48, 0.6])
      near(preview.body.before.interval?.low, 0.4904)
      near(preview.body.before.interval?.high, 0.7004)
      assert.equal(preview.body.needed, 82)
      const frozen = await freeze(id)
      assert.equal(frozen.status, 200, frozen.text)
      assert.match(frozen.body.hash, /^[0-9a-f]{64}$/)
      assert.equal((await freeze(id)).body.hash, frozen.body.hash)
      const changed = await freeze(id, plan({ minimumVoices: 10 }))
      assert.deepEqual([changed.status, changed.body.code], [409, 'verification.frozen'])
      await assert.rejects(world.database.owner.query(`UPDATE verifications SET plan = '{}'`), /never changed/)
    })

    it('tells everyone once when it ships, also when two workers do it at once', async () => {
      assert.equal((await move(id, 'shipped')).status, 200)
      const { rows } = await world.database.owner.query(`SELECT payload FROM outbox WHERE name = 'improvement.shipped'`)
      const { tellOnShipping } = await import('../outreach/notice.jobs.ts')
      const work = { db: world.db, database: world.database, now: world.clock.now(), tools: world.tools }
      await Promise.all([tellOnShipping.handle([rows[0]?.payload], work), tellOnShipping.handle([rows[0]?.payload], work), world.settle()])
      await world.settle()
      const { body } = await call<Notices>('GET', `/improvements/${id}/notices`)
      assert.deepEqual([body.told, body.recipients, body.items.length], [4, 4, 4])
      const by = body.items.map(({ customer, by }) => [customer, by]).sort()
      assert.deepEqual(
        by,
        [
          [null, 'status-page'],
          ['安娜', 'email'],
          ['老客户', 'status-page'],
          ['静静', 'status-page'],
        ].sort(),
      )
      const mails = await world.database.owner.query(`SELECT recipient, text FROM mails WHERE dedupe LIKE 'notice %'`)
      assert.deepEqual(
        mails.rows.map(({ recipient }) => recipient),
        ['anna@example.com'],
      )
      assert.match(mails.rows[0]?.text, /安娜，你好：/)
      const contacts = await world.database.owner.query(`SELECT channel FROM contacts WHERE kind = 'notice'`)
      assert.equal(contacts.rows.length, 1)
    })

    it('quotes what they said without the telephone in it', async () => {
      const { body } = await call<Notices>('GET', `/improvements/${id}/notices`)
      const texts = body.items.map(({ text }) => text).join('\n')
      assert.doesNotMatch(texts, /13800138000/)
      assert.match(texts, /送货时间太宽了/)
    })

    it('shows the notice on the status page of each of their voices, and tells later ones too', async () => {
      const [later] = await say([{ channel: 'web', text: '昨天送货又晚了' }])
      const codes = await world.database.owner.query<{ query_code: string }>(
        `SELECT query_code FROM feedback WHERE text IN ('又没按时送到', '约好上午送，等到晚上也没人来，打电话 13800138000 给我')`,
      )
      assert.equal(codes.rows.length, 2)
      for (const { query_code } of codes.rows) assert.match((await world.call('GET', `/track/${query_code}`)).text, /送货改为两小时时段/)
      await call('POST', `/improvements/${id}/feedback`, { feedbackIds: [later] })
      await world.settle()
      const { body } = await call<Notices>('GET', `/improvements/${id}/notices`)
      assert.equal(body.told, 5)
      assert.equal(body.items.filter(({ state }) => state === 'seen').length, 1)
    })

    it('is verified when its window has passed, with the published figures', async () => {
      world.clock.advance(28 * DAY)
      await say(scores('after', { good: 56, all: 70, day: 10 }))
      await world.runJob('improvements.verify')
      assert.equal((await check(id)).result, null)
      world.clock.advance(DAY)
      await Promise.all([world.runJob('improvements.verify'), world.runJob('improvements.verify')])
      await world.settle()
      const { result } = await check(id)
      assert.deepEqual([result?.verdict, figures(result?.before), figures(result?.after)], ['worked', [80, 48, 0.6], [70, 56, 0.8]])
      near(result?.effect, 0.2)
      near(result?.interval?.low, 0.0524)
      near(result?.interval?.high, 0.3339)
      assert.match(result?.sentence ?? '', /有效。.*60.%.*n = 80.*80.%.*n = 70.*\+20\.0 个百分点.*\+5\.2 到 \+33\.4/)
      assert.equal((await call<View>('GET', `/improvements/${id}`)).body.stage, 'verified')
      const events = await world.database.owner.query(`SELECT payload FROM outbox WHERE name = 'improvement.verified'`)
      assert.deepEqual(
        events.rows.map(({ payload }) => payload.verdict),
        ['worked'],
      )
      assert.equal((await call<Notices>('GET', `/improvements/${id}/notices`)).body.told, 5)
    })

    it('stands on the public page without names and with hostile words made harmless', async () => {
      const hidden = await world.call('GET', '/p/main')
      assert.doesNotMatch(hidden.text, /两小时/)
      const words = {
        public: true,
        title: '<script>alert(1)</script>两小时时段',
        heard: '"><img src=x onerror=alert(2)>',
        did: '送货改为两小时',
        came: '',
      }
      assert.equal((await call('PUT', `/portal/improvements/${id}`, words)).status, 200)
      const page = await world.call('GET', '/p/main', { headers: { 'accept-language': 'zh-CN' } })
      assert.equal(page.status, 200)
      assert.doesNotMatch(page.text, /<script>alert|<img src=x|安娜|anna@/)
      assert.match(page.text, /&lt;script&gt;alert\(1\)/)
      assert.match(page.text, /有效。.*\+20\.0 个百分点/)
      assert.match(page.text, /来自 6 条反馈/)
      assert.match(page.headers.get('cache-control') ?? '', /public, max-age=60/)
      const again = await world.call('GET', '/p/main', {
        headers: { 'accept-language': 'zh-CN', 'if-none-match': page.headers.get('etag') ?? '' },
      })
      assert.equal(again.status, 304)
      assert.match((await world.call('GET', '/p/main?lang=en')).text, /It worked\./)
      assert.equal((await world.call('GET', '/p/nowhere')).status, 404)
    })

    it('goes into a file whose texts no spreadsheet runs', async () => {
      await call('PATCH', `/improvements/${id}`, { problem: '=HYPERLINK("http://x")' })
      const file = await call('GET', '/exports/improvements.csv')
      assert.match(file.headers.get('content-type') ?? '', /text\/csv/)
      assert.match(file.text, /"'=HYPERLINK\(""http:\/\/x""\)"/)
    })

    it('leaves one trace of a sitting, and none of what stays as it was', async () => {
      const changes = async () => {
        const { body } = await call<{ items: { kind: string }[] }>('GET', `/improvements/${id}/steps`)
        return body.items.filter(({ kind }) => kind === 'changed').length
      }
      const before = await changes()
      await call('PATCH', `/improvements/${id}`, { problem: '=HYPERLINK("http://x")' })
      assert.equal(await changes(), before)
      world.clock.advance(DAY)
      await call('PATCH', `/improvements/${id}`, { cause: '一' })
      await call('PATCH', `/improvements/${id}`, { cause: '一二' })
      assert.equal(await changes(), before + 1)
      assert.equal((await call<View>('GET', `/improvements/${id}`)).body.cause, '一二')
    })

    it('is nothing to another workspace', async () => {
      const stranger = await world.keyFor('owner', await world.addWorkspace('other'))
      for (const path of ['', '/verification', '/steps', '/feedback', '/notices']) {
        assert.equal((await call('GET', `/improvements/${id}${path}`, undefined, stranger)).status, 404, path)
      }
      assert.equal((await call('PUT', `/improvements/${id}/stage`, { stage: 'accepted', reason: 'x' }, stranger)).status, 404)
      assert.deepEqual((await call<{ items: unknown[] }>('GET', '/improvements', undefined, stranger)).body.items, [])
      assert.doesNotMatch((await world.call('GET', '/p/other')).text, /两小时/)
    })
  })

  describe('whose change did not help', () => {
    it('is open work again, and its owner is told', async () => {
      const ownerId = await addPerson(
        world.db,
        { email: 'shen@example.com', name: '沈', password: '春江潮水连海平 海上明月', role: 'manager' },
        world.clock.now(),
      )
      const start = world.clock.now()
      const at = (days: number) => isoOf((start + days * DAY) as Instant)
      const windows = { before: { from: at(-28), to: at(0) }, after: { from: at(1), to: at(29) } }
      const within = (name: string, good: number, all: number, day: number) =>
        scores(name, { good, all, day: (start - NOW) / DAY + day }).map((item) => ({ ...item, channel: 'chat' }))
      const { id } = await make({ title: '换短信服务商', owner: publicIdOf('person', ownerId) })
      const frozen = await freeze(id, plan({ ...windows, filter: { channel: 'chat' } }))
      assert.equal(frozen.status, 200, frozen.text)
      await ship(id)
      await say(within('no before', 30, 60, -10))
      world.clock.advance(29 * DAY)
      await say(within('no after', 33, 60, 10))
      await world.runJob('improvements.verify')
      await world.settle()
      const { result } = await check(id)
      assert.equal(result?.verdict, 'no-evidence')
      near(result?.effect, 0.05)
      const { body } = await call<View>('GET', `/improvements/${id}`)
      assert.deepEqual([body.stage, body.check?.verdict], ['accepted', 'no-evidence'])
      const told = await world.database.owner.query(`SELECT kind, facts FROM notifications WHERE person_id = $1`, [ownerId])
      assert.deepEqual(told.rows, [{ kind: 'verdict', facts: { title: '换短信服务商', verdict: 'no-evidence' } }])
      const steps = await call<{ items: { kind: string; facts: { to?: string } }[] }>('GET', `/improvements/${id}/steps`)
      assert.deepEqual(
        steps.body.items
          .slice(0, 3)
          .map(({ kind, facts }) => facts.to ?? kind)
          .sort(),
        ['accepted', 'decided', 'not-verified'],
      )
      const again = await freeze(
        id,
        plan({ before: { from: at(1), to: at(29) }, after: { from: at(30), to: at(58) }, filter: { channel: 'chat' } }),
      )
      assert.deepEqual([again.status, again.body.round, again.body.earlier?.length], [200, 2, 1])
    })
  })

  describe('of which few speak', () => {
    it('stays shipped and says how many are missing, then takes a longer plan', async () => {
      const start = world.clock.now()
      const at = (days: number) => isoOf((start + days * DAY) as Instant)
      const { id } = await make({ title: '滤芯提醒' })
      const windows = { before: { from: at(-28), to: at(0) }, after: { from: at(0), to: at(28) }, filter: { channel: 'paper' } }
      await freeze(id, plan(windows))
      await ship(id)
      await say(
        Array.from({ length: 12 }, (_, n) => ({
          channel: 'paper',
          sourceId: `few ${n}`,
          scores: [{ kind: 'csat', value: 5 }],
          quiet: true,
        })),
      )
      world.clock.advance(28 * DAY)
      await world.runJob('improvements.verify')
      const { result } = await check(id)
      assert.deepEqual([result?.verdict, result?.missing], ['too-few', { before: 30, after: 18 }])
      assert.match(result?.sentence ?? '', /还差 30；.*还差 18/)
      assert.equal((await call<View>('GET', `/improvements/${id}`)).body.stage, 'shipped')
      await world.runJob('improvements.verify')
      assert.equal((await check(id)).round, 1)
      const longer = await freeze(id, plan({ ...windows, after: { from: at(0), to: at(90) } }))
      assert.deepEqual([longer.status, longer.body.round], [200, 2])
    })

    it('is not shipped under a plan whose window has begun long ago', async () => {
      const start = world.clock.now()
      const at = (days: number) => isoOf((start + days * DAY) as Instant)
      const { id } = await make({ title: '晚上线' })
      const windows = { before: { from: at(-28), to: at(0) }, after: { from: at(1), to: at(29) } }
      await freeze(id, plan(windows))
      await move(id, 'accepted')
      await move(id, 'building')
      world.clock.advance(10 * DAY)
      const late = await move(id, 'shipped')
      assert.deepEqual([late.status, late.body.code], [409, 'improvement.plan-overtaken'])
      const fresh = await freeze(id, plan({ before: { from: at(-18), to: at(10) }, after: { from: at(11), to: at(39) } }))
      assert.deepEqual([fresh.status, fresh.body.round], [200, 2])
      assert.equal((await move(id, 'shipped')).status, 200)
    })
  })
})
