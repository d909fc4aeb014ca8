import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { chance } from '../../engine/statistics/chance.ts'
import { sql } from '../../platform/db/sql.ts'
import { newId } from '../../platform/ids.ts'
import type { ThemeList, ThemeSearch, ThemeView } from '../../shared/contracts/themes.ts'
import { uuidOf } from '../../shared/ids/public-id.ts'
import { DAY, isoOf, plus } from '../../shared/time/instant.ts'

const PARTS: Readonly<Record<string, readonly [string[], string[], string[]]>> = {
  delivery: [
    ['快递', '物流', '包裹', '配送'],
    ['等了好几天', '一直不更新', '送错地址', '半路丢件'],
    ['签收的时候外箱破了', '派送太慢', '催了两次才发货', '物流信息停在中转站'],
  ],
  food: [
    ['外卖', '米饭', '炒菜', '牛肉面'],
    ['味道偏咸', '送来已经凉了', '分量很足', '口味清淡'],
    ['菜很新鲜', '肉有点老', '下次少放辣椒', '米饭太硬'],
  ],
  phone: [
    ['手机', '这款手机', '新机', '屏幕'],
    ['电池掉电快', '充电发烫', '拍照清楚', '打游戏卡顿'],
    ['升级系统以后死机', '耳机没声音', '指纹解锁失灵', '屏幕有亮点'],
  ],
  hotel: [
    ['酒店', '房间', '前台', '客房'],
    ['隔音很差', '早餐品种少', '空调不制冷', '床单有污渍'],
    ['退房排队很久', '服务员热情', '卫生间有异味', '入住办理慢'],
  ],
}

type Items = { items: { id: string; text: string }[] }

describe('themes of a workspace', () => {
  let world: World
  let key = ''
  let sent = 0
  const next = chance(11)
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('owner')
  })
  after(() => world.close())

  const say = (kind: string) => {
    const text = PARTS[kind]!.map((of) => of[Math.floor(next() * of.length)]!).join('，')
    return next() < 0.5 ? text : `${text}。订单${++sent}`
  }
  const send = async (kinds: readonly string[], daysAgo: (i: number) => number) => {
    const items = kinds.map((kind, i) => ({
      channel: 'api',
      text: say(kind),
      occurredAt: isoOf(plus(world.clock.now(), -daysAgo(i) * DAY)),
      quiet: true,
    }))
    assert.equal((await world.call('POST', '/api/v1/feedback/batch', { key, body: { items } })).status, 200)
    await world.settle()
    await world.runJob('insights.recount-days')
  }
  const get = async <Body>(path: string, as = key) => (await world.call<Body>('GET', path, { key: as })).body
  const list = (query = '') => get<ThemeList>(`/api/v1/themes?days=70${query}`)
  const searched = () => get<ThemeSearch>('/api/v1/themes/runs')
  const act = async (method: string, path: string, body?: unknown, as = key) =>
    await world.call<{ code?: string }>(method, `/api/v1/themes/${path}`, { key: as, ...(body !== undefined && { body }) })
  const of = async (word: string): Promise<ThemeView> => {
    const found = (await list()).items.find(({ words }) => words.some((each) => each.word === word))
    assert.ok(found !== undefined, `no theme of ${word}`)
    return found
  }

  it('says how many voices are missing, and looks for themes by itself as soon as there are enough', async () => {
    await send(['food', 'hotel'], () => 1)
    const { newest, done, voices, needed } = await searched()
    assert.deepEqual({ newest, done, voices, needed }, { newest: null, done: null, voices: 2, needed: 100 })
    const { status, body } = await act('POST', 'runs')
    assert.deepEqual([status, body.code], [409, 'theme.too-few-voices'])
    await world.runJob('insights.search-themes')
    assert.equal((await searched()).newest, null)

    await send(
      Array.from({ length: 240 }, (_, i) => Object.keys(PARTS)[i % 4]!),
      (i) => 1 + Math.floor(i / 4),
    )
    await world.runJob('insights.search-themes')
    const search = await searched()
    assert.equal(search.done?.voices, 242)
    assert.ok(search.done.id === search.newest?.id && search.done.progress === 1 && !search.done.byHand)
  })

  it('counts what it shows: every figure opens as many voices as it says', async () => {
    const { items, read, leftOut } = await list()
    assert.equal(read.n, 242)
    assert.equal(items.reduce((sum, { voices }) => sum + voices.n, 0) + leftOut, read.n)
    assert.ok(items.length >= 4 && items.length < 25, `${items.length} themes`)
    for (const { id, voices, sentiments, series, sentences } of items) {
      const there = (await get<Items>(`/api/v1/feedback?theme=${id}&limit=200`)).items
      assert.equal(there.length, voices.n)
      assert.equal(sentiments.positive + sentiments.neutral + sentiments.negative, voices.n)
      assert.equal(
        series.reduce((sum, week) => sum + week.voices, 0),
        voices.n,
      )
      assert.ok(voices.interval!.low <= voices.share! && voices.share! <= voices.interval!.high)
      assert.ok(sentences.length > 0)
      const negative = (await get<Items>(`/api/v1/feedback?theme=${id}&sentiment=negative&limit=200`)).items
      assert.equal(negative.length, sentiments.negative)
    }
    const one = items[0]!
    const word = one.words[0]!.word
    const found = (await get<Items>(`/api/v1/feedback?theme=${one.id}&q=${encodeURIComponent(word)}&limit=200`)).items
    assert.ok(found.length > 0 && found.every(({ text }) => text.includes(word)))
    assert.deepEqual((await get<Items>(`/api/v1/feedback?theme=theme_00000000000000000000000000`)).items, [])
  })

  it('reads what comes later into them as it is understood', async () => {
    const before = await list()
    await send(['hotel', 'hotel', 'hotel'], () => 0)
    const { read, leftOut } = await list()
    assert.deepEqual([read.n, leftOut], [before.read.n + 3, before.leftOut])
    assert.equal((await searched()).done?.voices, 242)
  })

  it('keeps identity and name through the next search, one that was killed, and one that was cancelled', async () => {
    const before = await list()
    const hotel = await of('房间')
    assert.equal((await act('PUT', `${hotel.id}/name`, { name: '住得不好' })).status, 204)
    assert.equal((await act('POST', 'runs')).status, 202)
    assert.equal((await act('POST', 'runs')).body.code, 'theme.search-under-way')
    const killed = world.runJob('insights.search-themes')
    while (((await searched()).newest?.progress ?? 0) === 0) await new Promise((later) => setTimeout(later, 5))
    await world.tools.threads.close()
    await killed
    assert.equal((await searched()).newest?.state, 'running')
    assert.deepEqual(
      (await list()).items.map(({ id }) => id),
      before.items.map(({ id }) => id),
    )
    await world.runJob('insights.search-themes')
    const search = await searched()
    assert.ok(search.done?.voices === 245 && search.done.byHand)
    const after = await list()
    const kept = after.items.filter(({ id }) => before.items.some((each) => each.id === id))
    assert.ok(kept.length >= before.items.length * 0.8, `${kept.length} of ${before.items.length} kept`)
    assert.equal((await get<ThemeView>(`/api/v1/themes/${hotel.id}`)).title, '住得不好')

    assert.equal((await act('POST', 'runs')).status, 202)
    assert.equal((await act('DELETE', 'runs')).status, 204)
    assert.equal((await act('DELETE', 'runs')).body.code, 'theme.no-search-under-way')
    await world.runJob('insights.search-themes')
    const { newest, done } = await searched()
    assert.deepEqual([newest?.state, done?.id], ['cancelled', search.done.id])
    assert.deepEqual((await list()).items, after.items)
  })

  it('gives up a search that kills its workers', async () => {
    await world.db.run(
      sql`INSERT INTO theme_runs (id, state, attempts, asked_at) VALUES (${newId(world.clock.now())}, 'running', 3, now())`,
    )
    await world.runJob('insights.search-themes')
    const { newest } = await searched()
    assert.deepEqual([newest?.state, newest?.failure], ['failed', 'left-behind'])
    await world.db.run(sql`DELETE FROM theme_runs WHERE state = 'failed'`)
  })

  it('counts one theme as another and takes it apart again; hides and shows; only for those who may', async () => {
    const [hotel, food] = [await get<ThemeView>(`/api/v1/themes/${(await of('房间')).id}?days=70`), await of('米饭')]
    assert.equal((await act('PUT', `${food.id}/merge`, { into: hotel.id })).status, 204)
    const merged = await of('房间')
    assert.equal(merged.voices.n, hotel.voices.n + food.voices.n)
    assert.deepEqual(merged.merged, [{ id: food.id, title: food.title }])
    assert.equal((await get<Items>(`/api/v1/feedback?theme=${hotel.id}&limit=200`)).items.length, merged.voices.n)
    assert.equal((await act('PUT', `${hotel.id}/merge`, { into: food.id })).body.code, 'theme.merged-into-itself')
    assert.equal((await act('DELETE', `${food.id}/merge`)).status, 204)
    assert.equal((await of('房间')).voices.n, hotel.voices.n)

    assert.equal((await act('PUT', `${food.id}/hidden`)).status, 204)
    assert.ok(!(await list()).items.some(({ id }) => id === food.id))
    assert.deepEqual(
      (await list('&hidden=only')).items.map(({ id }) => id),
      [food.id],
    )
    assert.equal((await act('DELETE', `${food.id}/hidden`)).status, 204)
    assert.equal((await of('米饭')).id, food.id)

    const analyst = await world.keyFor('analyst')
    assert.ok((await get<ThemeList>('/api/v1/themes', analyst)).items.length > 0)
    assert.equal((await act('PUT', `${food.id}/name`, { name: '吃的' }, analyst)).status, 403)
    assert.equal((await act('POST', 'runs', undefined, analyst)).status, 403)
    const strange = await world.keyFor('owner', await world.addWorkspace('strange'))
    assert.deepEqual((await get<ThemeList>('/api/v1/themes', strange)).items, [])
    assert.equal((await act('PUT', `${food.id}/name`, { name: '吃的' }, strange)).status, 404)
  })

  it('tells managers and analysts once of a theme that rises, and ends it when it is over', async () => {
    const analyst = newId(world.clock.now())
    await world.database.owner.query(
      `INSERT INTO people (id, kind, name, email, created_at) VALUES ($1, 'person', '林', 'lin@example.com', now())`,
      [analyst],
    )
    await world.database.owner.query(
      `INSERT INTO memberships (workspace_id, person_id, role, joined_at) VALUES ($1, $2, 'analyst', now())`,
      [world.workspaceId, analyst],
    )
    const told = () =>
      world.db.many<{ kind: string; facts: { n: number } }>(sql`SELECT kind, facts FROM notifications WHERE person_id = ${analyst}`)
    await world.runJob('insights.look-for-rising-themes')
    assert.deepEqual(await told(), [])

    await send(
      Array.from({ length: 40 }, () => 'phone'),
      () => 0,
    )
    await world.runJob('insights.look-for-rising-themes')
    const rising = (await list()).items.filter((theme) => theme.rising !== null)
    assert.ok(rising.length > 0)
    for (const { rising: is, words } of rising) {
      assert.ok(is!.count > is!.usual.high && is!.expected < is!.count && is!.chance <= 0.05 && is!.weeks === 8)
      assert.ok(
        words.some(({ word }) => ['手机', '屏幕', '新机', '死机', '指纹'].includes(word)),
        words.map(({ word }) => word).join(),
      )
    }
    assert.equal((await told()).length, rising.length)
    await send(['phone'], () => 0)
    await world.runJob('insights.look-for-rising-themes')
    assert.equal((await told()).length, rising.length)

    world.clock.advance(14 * DAY)
    await send(['hotel', 'food', 'delivery', 'phone'], () => 0)
    await world.runJob('insights.look-for-rising-themes')
    assert.ok((await list()).items.every((theme) => theme.rising === null))
  })

  it('searches again by night when something was said since, not twice in one night', async () => {
    const before = (await searched()).done!
    await world.runJob('insights.search-themes')
    const after = (await searched()).done!
    assert.ok(after.id !== before.id && after.voices! > before.voices!)
    world.clock.advance(DAY)
    await world.runJob('insights.search-themes')
    assert.equal((await searched()).done!.id, after.id)
  })

  it('shows nobody’s words when they are gone, and masks what is personal', async () => {
    const theme = (await list()).items[0]!
    const quoted = uuidOf('fb', theme.sentences[0]!.feedback)!
    await world.database.owner.query(`UPDATE feedback SET text = '' WHERE id = $1`, [quoted])
    const left = await get<ThemeView>(`/api/v1/themes/${theme.id}?days=70`)
    assert.ok(!left.sentences.some(({ feedback }) => uuidOf('fb', feedback) === quoted))
    const other = uuidOf('fb', left.sentences[0]!.feedback)!
    await world.database.owner.query(`UPDATE feedback SET text = '打13812345678找我，房间不好' WHERE id = $1`, [other])
    const masked = (await get<ThemeView>(`/api/v1/themes/${theme.id}?days=70`)).sentences.find(
      ({ feedback }) => uuidOf('fb', feedback) === other,
    )
    assert.ok(masked !== undefined && !masked.text.includes('13812345678'), masked?.text)
  })
})
