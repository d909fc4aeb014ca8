/** Emotion, need and value over HTTP: shown, filtered by, in the file, in the case, asked about, kept through corrections. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { DRILL_DOWN } from '../../engine/value/drill-down.ts'
import type { EmotionsView } from '../../shared/contracts/emotions.ts'

type Value = { specific: { holds: boolean; because: string }; ask: Record<string, string> | null } | null
type Understanding = { emotion: { label: string; confidence: number } | null; value: Value; categories: string[] }
type View = { id: string; understanding: Understanding }
type Item = { id: string; sourceId: string; emotion: string | null; value: Record<string, boolean | null> | null }
type CaseShown = { voices: { id: string; understanding: Understanding }[] }

const VOICES = {
  vague: '服务不好',
  angry: '等了四十分钟没人上菜，气死我了',
  rewarded: '好评返现，为了返现写的好评，东西收到了还没有用',
  plain: '洗衣机脱水的时候咚咚响',
}

describe('reading aids', () => {
  let world: World
  let key = ''
  const ids = new Map<string, string>()
  before(async () => {
    world = await openWorld()
    key = await world.keyFor('owner')
    for (const [sourceId, text] of Object.entries(VOICES)) {
      const { status, body } = await world.call<{ id: string }>('POST', '/api/v1/feedback', {
        key,
        body: { channel: 'web', sourceId, text },
      })
      assert.equal(status, 201)
      ids.set(sourceId, body.id)
    }
    const scored = { channel: 'survey', sourceId: 'scored', scores: [{ kind: 'nps', value: 3 }] }
    ids.set('scored', (await world.call<{ id: string }>('POST', '/api/v1/feedback', { key, body: scored })).body.id)
    await world.settle()
  })
  after(() => world.close())

  const view = async (name: string) => (await world.call<View>('GET', `/api/v1/feedback/${ids.get(name)}`, { key })).body.understanding
  const found = async (query: string) =>
    (await world.call<{ items: Item[] }>('GET', `/api/v1/feedback?${query}`, { key })).body.items.map(({ sourceId }) => sourceId).sort()
  const correct = (name: string, body: object) => world.call('POST', `/api/v1/feedback/${ids.get(name)}/corrections`, { key, body })

  it('stand beside one voice, and are null where nothing shows', async () => {
    const { emotion } = await view('angry')
    assert.equal(emotion?.label, 'anger')
    assert.ok(emotion.confidence > 0 && emotion.confidence <= 1)
    const vague = await view('vague')
    assert.equal(vague.emotion, null)
    assert.deepEqual(vague.value?.specific, { holds: false, because: 'only-judges' })
    assert.equal((await view('scored')).value, null)
  })

  it('narrow a list, alone and with other choices', async () => {
    assert.deepEqual(await found('emotion=anger'), ['angry'])
    assert.deepEqual(await found('value=vague'), ['vague'])
    assert.deepEqual(await found('value=specific'), ['angry', 'plain', 'rewarded'])
    assert.deepEqual(await found('value=doubtful'), ['rewarded'])
    assert.deepEqual(await found('value=specific&emotion=anger'), ['angry'])
    assert.deepEqual(await found(`value=specific&q=${encodeURIComponent('洗衣机')}`), ['plain'])
    assert.deepEqual(await found(`value=vague&q=${encodeURIComponent('洗衣机')}`), [])
    const [category] = (await view('vague')).categories
    assert.ok(category)
    assert.deepEqual(await found(`value=vague&category=${category}`), ['vague'])
    assert.deepEqual(await found('value=specific&setAside=only'), [])
    assert.equal((await world.call('GET', '/api/v1/feedback?emotion=none', { key })).status, 422)
  })

  it('page as every list does', async () => {
    const first = await world.call<{ items: Item[]; nextCursor: string }>('GET', '/api/v1/feedback?value=specific&limit=2', { key })
    const second = await world.call<{ items: Item[]; nextCursor: null }>(
      'GET',
      `/api/v1/feedback?value=specific&limit=2&cursor=${first.body.nextCursor}`,
      { key },
    )
    assert.equal(second.body.nextCursor, null)
    assert.deepEqual([first, second].flatMap(({ body }) => body.items.map(({ sourceId }) => sourceId)).sort(), [
      'angry',
      'plain',
      'rewarded',
    ])
  })

  it('are counted over what fits, with n and interval', async () => {
    const count = async (query: string) => (await world.call<EmotionsView>('GET', `/api/v1/insights/emotions?${query}`, { key })).body
    const all = await count('')
    assert.deepEqual([all.n, all.felt, all.sampled], [4, 1, false], 'a score alone is no voice with words')
    const { interval, ...anger } = all.emotions[0] ?? {}
    assert.deepEqual(anger, { emotion: 'anger', count: 1, share: 0.25 })
    assert.ok(interval && interval.low > 0 && interval.high < 0.75)
    assert.deepEqual((await count('value=vague')).emotions, [])
    assert.deepEqual([(await count('channel=email')).n, (await count('channel=email')).from], [0, null])
  })

  it('go into the file', async () => {
    const { text } = await world.call('GET', '/api/v1/exports/feedback.csv?value=vague', { key })
    const [head, ...lines] = text.trim().split('\r\n')
    assert.match(head ?? '', /情绪,需求层次,与我们有关,像是本人的话,说得具体,说的是近况,可以追问$/)
    assert.equal(lines.length, 1)
    assert.ok(lines[0]?.endsWith(`,,,是,是,否,,${DRILL_DOWN.service?.['zh-CN']}`), lines[0])
  })

  it('say in a case what to ask, and follow what people correct', async () => {
    const { items } = (await world.call<{ items: { id: string }[] }>('GET', `/api/v1/cases?feedback=${ids.get('vague')}`, { key })).body
    assert.ok(items[0])
    const ofCase = async () => {
      const { voices } = (await world.call<CaseShown>('GET', `/api/v1/cases/${items[0]?.id}`, { key })).body
      return voices.find(({ id }) => id === ids.get('vague'))?.understanding.value?.ask
    }
    assert.deepEqual(await ofCase(), DRILL_DOWN.service)
    assert.deepEqual((await view('vague')).value?.ask, DRILL_DOWN.service)

    const { items: tree } = (await world.call<{ items: { id: string; key: string }[] }>('GET', '/api/v1/categories', { key })).body
    await correct('vague', { categories: [tree.find((each) => each.key === 'logistics')?.id] })
    assert.deepEqual(await ofCase(), DRILL_DOWN.logistics)
    await correct('vague', { intent: 'question' })
    assert.equal(await ofCase(), null)
    assert.equal((await view('vague')).value?.specific.holds, false)
  })

  it('come to voices of an older engine when they are read again, and to no workspace but their own', async () => {
    await world.database.owner.query(
      `UPDATE understandings SET engine_version = 'old', emotion = NULL, emotion_confidence = NULL, value_relevant = NULL, value_authentic = NULL, value_specific = NULL`,
    )
    assert.deepEqual(await found('emotion=anger'), [])
    assert.equal((await view('angry')).value, null)
    await world.runJob('understanding.read-anew')
    assert.deepEqual(await found('emotion=anger'), ['angry'])
    assert.deepEqual(await found('value=vague'), ['vague'])
    const other = await world.keyFor('owner', await world.addWorkspace('other'))
    const { body } = await world.call<{ items: Item[] }>('GET', '/api/v1/feedback?emotion=anger', { key: other })
    assert.deepEqual(body.items, [])
  })
})
