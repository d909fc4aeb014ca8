import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'

type Post = {
  id: string
  example: { feedback: string; text: string } | null
  voices: number
  more: boolean
  people: number
  unknown: number
  channels: string[]
  firstAt: string
  lastAt: string
  dense: { voices: number; from: string; to: string }
  dismissed: { by: { name: string } } | null
}

const HOUR = 3_600_000
const POST = '这家店的净水器用了三个月就漏水，客服一直推脱不处理，大家千万不要买，谁买谁后悔'
const LATER = '新出的豆浆机声音特别响，半夜都能吵醒邻居，打电话没人接，大家一定要小心别上当'

describe('what many pass on', () => {
  let world: World
  let key = ''
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('manager')
    for (const role of ['manager', 'agent'])
      await world.database.owner.query(
        `WITH p AS (INSERT INTO people (id, kind, name, email, created_at) VALUES (gen_random_uuid(), 'person', $2, $2 || '@ours.example', now()) RETURNING id)
         INSERT INTO memberships (workspace_id, person_id, role, joined_at) SELECT $1, id, $2, now() FROM p`,
        [world.workspaceId, role],
      )
  })
  after(() => world.close())

  const say = async (text: string, who: string | null, hours: number, channel = 'review') => {
    const answer = await world.call<{ id: string }>('POST', '/api/v1/feedback', {
      key,
      body: {
        channel,
        text,
        occurredAt: new Date(world.clock.now() - hours * HOUR).toISOString(),
        ...(who !== null && { customer: { externalId: who } }),
      },
    })
    assert.equal(answer.status, 201, answer.text)
    return answer.body.id
  }
  const ok = async (path: string) => {
    const answer = await world.call<{ items: { id: string }[] }>('GET', path, { key })
    assert.equal(answer.status, 200, `${path} ${answer.text}`)
    return answer.body
  }
  const posts = async (query = '', by = key) =>
    (await world.call<{ items: Post[]; nextCursor: string | null }>('GET', `/api/v1/coordinated-posts?${query}`, { key: by })).body
  const voices = async (query: string) => (await ok(`/api/v1/feedback?limit=200&${query}`)).items.map(({ id }) => id)
  const told = async () =>
    (
      await world.database.owner.query<{ name: string; facts: object }>(
        `SELECT p.name, n.facts FROM notifications n JOIN people p ON p.id = n.person_id WHERE n.kind = 'post-coordinated'`,
      )
    ).rows

  const said: string[] = []
  let post: Post

  it('is nothing while few say it, one says it often, or it is a few words', async () => {
    for (let i = 0; i < 4; i++) said.push(await say(i % 2 ? POST.replace('三个月', '四个月') : POST, `poster-${i}`, i * 5))
    for (let i = 0; i < 6; i++) await say(`${LATER}。`, 'one-person', i)
    for (let i = 0; i < 8; i++) await say('非常满意，会再来', `happy-${i}`, i)
    await world.settle()
    assert.deepEqual((await posts()).items, [])
    assert.deepEqual(await told(), [])
  })

  it('is one post from the fifth speaker on, with its evidence, and leaders are told once', async () => {
    said.push(await say(`${POST}！！`, null, 1, 'social'))
    await world.settle()
    const found = await posts()
    assert.equal(found.items.length, 1)
    post = found.items[0]!
    assert.deepEqual(
      [post.voices, post.more, post.people, post.unknown, post.channels, post.dismissed],
      [5, false, 4, 1, ['review', 'social'], null],
    )
    assert.deepEqual([post.dense.voices, post.dense.from, post.dense.to], [5, post.firstAt, post.lastAt])
    assert.ok(post.example !== null && said.includes(post.example.feedback))
    said.push(await say(POST.replace('三个月', '五个月'), 'poster-9', 0), await say(POST, 'poster-1', 900))
    await world.settle()
    const [grown, ...others] = (await posts()).items
    assert.deepEqual([others, grown?.voices, grown?.people, grown?.dense.voices], [[], 7, 5, 6])
    assert.deepEqual(await told(), [{ name: 'manager', facts: { n: 5 } }])
  })

  it('leads to its voices and is left out of any list where that is asked for', async () => {
    assert.deepEqual((await voices(`post=${post.id}`)).toSorted(), said.toSorted())
    assert.deepEqual(await voices(`post=${post.id}&channel=social`), [said[4]])
    const all = await voices('')
    assert.equal(all.length, 21)
    for (const query of ['', 'sentiment=negative&', `q=${encodeURIComponent('净水器')}&`, 'score=nps&', `theme=theme_${'0'.repeat(26)}&`]) {
      const rest = await voices(`${query}coordinated=no`)
      const every = await voices(query)
      assert.deepEqual(
        rest,
        every.filter((id) => !said.includes(id)),
        query,
      )
    }
    assert.equal((await voices('coordinated=no')).length, 14)
  })

  it('does not count what is set aside', async () => {
    const aside = `/api/v1/feedback/${said[0]}/set-aside`
    const count = async () => (await world.call<Post>('GET', `/api/v1/coordinated-posts/${post.id}`, { key })).body.voices
    assert.ok((await world.call('PUT', aside, { key, body: { reason: 'a test' } })).status < 300)
    await world.settle()
    assert.equal(await count(), 6)
    assert.ok((await world.call('DELETE', aside, { key })).status < 300)
    await world.settle()
    assert.equal(await count(), 7)
  })

  it('can be dismissed and taken back; more copies change nothing about that', async () => {
    const dismissal = `/api/v1/coordinated-posts/${post.id}/dismissal`
    const viewer = await world.keyFor('viewer')
    assert.equal((await world.call('PUT', dismissal, { key: viewer })).status, 403)
    for (let i = 0; i < 2; i++) assert.equal((await world.call('PUT', dismissal, { key })).status, 204)
    said.push(await say(POST, 'poster-10', 0))
    await world.settle()
    assert.deepEqual((await posts()).items, [])
    const [aside] = (await posts('dismissed=only')).items
    assert.deepEqual([aside?.voices, aside?.dismissed?.by.name], [8, 'test manager'])
    assert.equal((await voices('coordinated=no')).length, 22)
    assert.equal((await told()).length, 1)
    assert.equal((await world.call('DELETE', dismissal, { key })).status, 204)
    assert.deepEqual(
      (await posts()).items.map(({ id }) => id),
      [post.id],
    )
    const actions = await world.database.owner.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE action LIKE 'coordinated.%' ORDER BY id`,
    )
    assert.deepEqual(
      actions.rows.map(({ action }) => action),
      ['coordinated.dismissed', 'coordinated.restored'],
    )
  })

  it('is listed by its last copy, page by page and by time, and in no other workspace', async () => {
    for (let i = 0; i < 5; i++) await say(LATER, `late-${i}`, 24 * 40 + i)
    await world.settle()
    // Whoever says it again and again is one of them now.
    const both = (await posts()).items
    assert.deepEqual(both.map(({ people }) => people).toSorted(), [6, 6])
    const page = await posts('limit=1')
    assert.deepEqual([...page.items, ...(await posts(`limit=1&cursor=${page.nextCursor}`)).items], both)
    assert.equal((await posts('days=7')).items.length, 2)
    world.clock.advance(8 * 24 * HOUR)
    assert.deepEqual((await posts('days=7')).items, [])
    const theirs = await world.keyFor('owner', await world.addWorkspace('other'))
    assert.deepEqual((await posts('', theirs)).items, [])
    assert.equal((await world.call('GET', `/api/v1/coordinated-posts/${post.id}`, { key: theirs })).status, 404)
  })

  it('counts nobody whose words are erased, and goes with the last of them', async () => {
    const owner = await world.keyFor('owner')
    const erase = async (who: string) => {
      const { rows } = await world.database.owner.query<{ id: string }>(`SELECT customer_id AS id FROM identities WHERE value = $1`, [who])
      const answer = await world.call('DELETE', `/api/v1/customers/${publicIdOf('cust', rows[0]?.id ?? '')}`, { key: owner })
      assert.ok(answer.status < 300, answer.text)
    }
    await erase('poster-1')
    const one = async (id: string) => (await world.call<Post>('GET', `/api/v1/coordinated-posts/${id}`, { key })).body
    assert.deepEqual([(await one(post.id)).voices, (await one(post.id)).people], [6, 5])
    const other = (await posts()).items.find(({ id }) => id !== post.id)
    for (const who of ['one-person', 'late-0', 'late-1', 'late-2', 'late-3', 'late-4']) await erase(who)
    assert.equal((await world.call('GET', `/api/v1/coordinated-posts/${other?.id}`, { key })).status, 404)
  })
})
