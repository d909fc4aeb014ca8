import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { publicIdOf } from '../../shared/ids/public-id.ts'

type Item = { id: string; text: string; alike: number }
type View = {
  copies: {
    n: number
    more: boolean
    items: Item[]
    coordinated: { voices: number; people: number; unknown: number; from: string; to: string; alike: number } | null
  }
  similar: Item[]
}

const HOUR = 3_600_000
const POST = '这家店的净水器用了三个月就漏水，客服一直推脱不处理，大家千万不要买，谁买谁后悔'

describe('what is like a voice', () => {
  let world: World
  let key = ''
  const say = async (text: string, more: object = {}) => {
    const answer = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body: { channel: 'review', text, ...more } })
    assert.equal(answer.status, 201, answer.text)
    return answer.body.id
  }
  const similar = async (id: string, by = key) => (await world.call<View>('GET', `/api/v1/feedback/${id}/similar`, { key: by })).body
  const ids = (items: readonly Item[]) => items.map(({ id }) => id)
  const by = (who: string, hours: number) => ({
    customer: { externalId: who },
    occurredAt: new Date(world.clock.now() - hours * HOUR).toISOString(),
  })
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('manager')
  })
  after(() => world.close())

  it('are copies, and voices that mean the same with other words, the most alike first', async () => {
    const slow = await say('快递太慢了，等了一个星期才送到')
    const again = await say('快遞太慢了！等了一个星期才送到。')
    const edited = await say('快递太慢了，等了一个星期才送到货')
    const kin = await say('物流很慢，好几天才到')
    const opposite = await say('快递很快，两天就送到了')
    const other = await say('屏幕很清晰，音质也不错')
    await world.settle()
    const found = await similar(slow)
    assert.deepEqual(ids(found.copies.items), [again, edited])
    assert.deepEqual([found.copies.n, found.copies.more, found.copies.items[0]?.alike, found.copies.coordinated], [2, false, 1, null])
    assert.ok(ids(found.similar).includes(kin), JSON.stringify(found))
    for (const each of [other, opposite, slow, again, edited]) assert.ok(!ids(found.similar).includes(each))
    const shares = found.similar.map(({ alike }) => alike)
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
    )
  })

  it('are posts that many wrote at once, with the evidence, and nothing is set aside for it', async () => {
    const posts: string[] = []
    for (let i = 0; i < 5; i++) posts.push(await say(i % 2 ? `${POST}！！` : POST.replace('三个月', '四个月'), by(`poster-${i}`, i)))
    posts.push(await say(POST))
    for (let i = 0; i < 3; i++) await say(POST, by('poster-1', 900 + i))
    for (let i = 0; i < 8; i++) await say('好评', by(`happy-${i}`, i))
    const praise = await say('好评')
    await world.settle()
    const { copies } = await similar(posts[0] ?? '')
    assert.deepEqual(copies.coordinated && [copies.coordinated.people, copies.coordinated.unknown, copies.coordinated.voices], [5, 1, 6])
    assert.ok(copies.coordinated && copies.coordinated.alike > 0.8)
    assert.equal(copies.n, 8)
    const aside = await world.call<{ items: object[] }>('GET', '/api/v1/feedback?setAside=only', { key })
    assert.deepEqual(aside.body.items, [])
    assert.deepEqual((await similar(praise)).copies, { n: 0, more: false, items: [], coordinated: null })
  })

  it('is nothing before a voice is understood, without words, or in another workspace', async () => {
    const fresh = await say('充电器发热，插上去就烫手')
    assert.deepEqual((await similar(fresh)).similar, [])
    const score = await say('', { scores: [{ kind: 'nps', value: 3 }] })
    await world.settle()
    assert.deepEqual((await similar(score)).similar, [])
    const theirs = await world.keyFor('owner', await world.addWorkspace('other'))
    assert.equal((await world.call('GET', `/api/v1/feedback/${fresh}/similar`, { key: theirs })).status, 404)
    const own = await world.call<{ id: string }>('POST', '/api/v1/feedback', { key: theirs, body: { channel: 'review', text: POST } })
    await world.settle()
    assert.deepEqual((await similar(own.body.id, theirs)).copies.n, 0)
  })

  it('follows a new reading, and goes with the words', async () => {
    const count = async (where: string) =>
      Number((await world.database.owner.query<{ n: string }>(`SELECT count(*) AS n FROM voice_signatures WHERE ${where}`)).rows[0]?.n)
    await world.database.owner.query(`DELETE FROM voice_signatures`)
    await world.database.owner.query(`UPDATE understandings SET engine_version = 'older'`)
    await world.runJob('understanding.read-anew')
    assert.ok((await count(`bands <> '{}' AND meaning IS NOT NULL`)) >= 10)
    const erased = `feedback_id IN (SELECT f.id FROM feedback f JOIN identities i ON i.customer_id = f.customer_id WHERE i.value = 'poster-1')`
    assert.equal(await count(erased), 4)
    const owner = await world.keyFor('owner')
    const [customer] = (
      await world.database.owner.query<{ id: string }>(`SELECT customer_id AS id FROM identities WHERE value = 'poster-1'`)
    ).rows
    const gone = await world.call('DELETE', `/api/v1/customers/${publicIdOf('cust', customer?.id ?? '')}`, { key: owner })
    assert.ok(gone.status < 300, gone.text)
    await world.settle()
    assert.equal(await count(erased), 0)
  })

  it('is found by indexes, bounded, whatever the number of voices', async () => {
    const plan = async (text: string) => {
      await world.database.owner.query('ANALYZE voice_signatures')
      const client = await world.database.owner.connect()
      try {
        await client.query('BEGIN')
        await client.query(`SET LOCAL enable_seqscan = off`)
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS off) ${text}`)
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    }
    const workspace = `workspace_id = '${world.workspaceId}'`
    const ordered = 'ORDER BY occurred_at DESC, feedback_id DESC LIMIT 500'
    const sorts = /Sort/
    const byCell = await plan(`SELECT feedback_id, meaning FROM voice_signatures WHERE ${workspace} AND cell = 3 ${ordered}`)
    assert.match(byCell, /Index Only Scan using voice_signatures_by_cell/)
    assert.doesNotMatch(byCell, sorts)
    const same = await plan(`SELECT feedback_id FROM voice_signatures WHERE ${workspace} AND fingerprint = 3 ${ordered}`)
    assert.match(same, /voice_signatures_by_fingerprint/)
    assert.doesNotMatch(same, sorts)
    const near = `SELECT feedback_id FROM voice_signatures WHERE bands && '{1,2}' AND workspace_id IS NOT DISTINCT FROM '${world.workspaceId}' LIMIT 100`
    assert.match(await plan(near), /voice_signatures_by_bands/)
  })
})
