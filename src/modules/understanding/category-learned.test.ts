import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../tests/world.ts'
import { MINUTE, SECOND } from '../../shared/time/instant.ts'
import { fitCategories } from './category-fit.actions.ts'

type Share = { hits: number; of: number; rate: number | null; interval: object | null }
type Preview = { feedbackId: string; text: string; belongs: boolean | null }
type Made = {
  number: number
  from: { examples: number; counterExamples: number; judgements: number; voices: number; starterTexts: number }
  precision: Share
  recall: Share
  found: Share
  would: Preview[]
  close: Preview[]
}
type Learned = { state: string; examples: number; counterExamples: number; liveSince: string | null; made: Made | null }
type Example = { id: string; categoryId: string; text: string; feedbackId: string | null; belongs: boolean }

let world: World
let key: string
before(async () => {
  world = await openWorld()
  key = await world.keyFor('manager')
  await world.settle()
})
after(() => world.close())

const call = <Body>(method: string, path: string, body?: unknown, as = key) =>
  world.call<Body>(method, path, { key: as, ...(body !== undefined && { body }) })
const done = async <Body>(method: string, path: string, body?: unknown) => {
  const answer = await call<Body>(method, path, body)
  assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.body
}
const say = async (text: string, customer?: object) => {
  const { id } = await done<{ id: string }>('POST', '/api/v1/feedback', { channel: 'web', text, ...(customer && { customer }) })
  await world.settle()
  return id
}
const filed = async (id: string) =>
  (await done<{ understanding: { categories: string[] } }>('GET', `/api/v1/feedback/${id}`)).understanding.categories
const category = async (name: string, definition = '') =>
  (await done<{ id: string }>('POST', '/api/v1/categories', { names: { 'zh-CN': name }, definition })).id
const add = (id: string, belongs: boolean, given: object) =>
  done<object>('POST', `/api/v1/categories/${id}/examples`, { belongs, ...given })
const examples = async (id: string) => (await done<{ items: Example[] }>('GET', `/api/v1/categories/${id}/examples`)).items
const learned = (id: string) => done<Learned>('GET', `/api/v1/categories/${id}/learned`)
const use = (id: string, again = false) => done<Learned>('PUT', `/api/v1/categories/${id}/learned/use`, { again })
const fit = async () => {
  world.clock.advance(11 * SECOND)
  await world.runJob('understanding.fit-categories')
}

/** Feedback of a bicycle hire about the lock, which no starter category knows. */
const LOCK = [
  '车锁打不开',
  '扫码之后车锁不弹开',
  '还车时车锁合不上',
  '智能车锁没反应',
  '关锁后还在计费',
  '车锁太紧掰不动',
  '车锁生锈卡住了',
]
const OTHERS = ['座椅太低', '轮胎没气', '押金退得慢', '刹车很灵', '车筐太小', '客服态度好', '骑行很顺', '定位不准', '铃铛不响', '脚蹬松了']

describe('a category from examples', () => {
  let lock: string
  let voices: string[]
  before(async () => {
    voices = []
    const early = await say('坐垫破了')
    await done('POST', `/api/v1/feedback/${early}/corrections`, { categories: [] })
    world.clock.advance(MINUTE)
    for (const text of [...OTHERS, '早上车锁又打不开了', '手机锁屏之后看不到车锁图标']) voices.push(await say(text))
  })

  it('is not learned from four, and says how many it needs', async () => {
    lock = await category('车锁', '开锁、关锁')
    assert.equal((await learned(lock)).state, 'none')
    assert.deepEqual(await add(lock, true, { texts: [...LOCK.slice(0, 4), ` ${LOCK[0]} `] }), {
      added: 4,
      changed: 0,
      already: 0,
      removed: 0,
    })
    assert.equal((await learned(lock)).state, 'fitting')
    await fit()
    const { state, examples: given, made } = await learned(lock)
    assert.deepEqual([state, given, made], ['too-few', 4, null])
    assert.equal((await call('PUT', `/api/v1/categories/${lock}/learned/use`, { again: false })).status, 409)
  })

  it('is learned from seven, with figures and voices it would find, and changes nothing before it is used', async () => {
    await add(lock, true, { texts: LOCK })
    await fit()
    const { state, made, liveSince } = await learned(lock)
    assert.deepEqual([state, liveSince], ['ready', null])
    assert.ok(made !== null)
    assert.deepEqual([made.from.examples, made.from.voices, made.found.of], [7, 13, 13])
    assert.ok(made.from.starterTexts > 500 && made.recall.of === 7 && made.recall.interval !== null)
    assert.deepEqual(made.precision, { hits: 0, of: 0, rate: null, interval: null })
    assert.ok(made.would.some(({ text }) => text === '早上车锁又打不开了'))
    assert.equal(new Set([...made.would, ...made.close].map(({ feedbackId }) => feedbackId)).size, made.would.length + made.close.length)
    const fresh = await say('扫码后车锁打不开，急死了')
    assert.ok(!(await filed(fresh)).includes(lock))
  })

  it('is given to new voices once it is used, and to old ones when they are read again', async () => {
    assert.ok((await use(lock, true)).liveSince)
    const fresh = await say('骑得挺顺，就是还车的时候车锁合不上')
    assert.ok((await filed(fresh)).includes(lock))
    assert.ok(!(await filed(await say('座椅太低，骑着累'))).includes(lock))
    const progress = () => done<{ outdated: number; stopped: boolean }>('GET', '/api/v1/understanding/progress')
    const before = await progress()
    assert.ok(before.outdated > 10 && !before.stopped)
    assert.deepEqual(await done('DELETE', '/api/v1/understanding/reading-again'), { ...before, stopped: true })
    await world.runJob('understanding.read-anew')
    assert.equal((await progress()).outdated, before.outdated)
    await done('PUT', '/api/v1/understanding/reading-again')
    await world.runJob('understanding.read-anew')
    assert.equal((await progress()).outdated, 0)
    assert.ok((await filed(voices[10]!)).includes(lock))
  })

  it('is taken from voices by a counter-example, which may be a voice', async () => {
    const told = '手机锁屏之后看不到车锁图标'
    assert.ok((await filed(await say(told))).includes(lock), 'it should be taken for one before')
    await add(lock, false, { feedbackIds: [voices[11]] })
    assert.equal((await learned(lock)).state, 'fitting')
    await fit()
    const { made, counterExamples } = await learned(lock)
    assert.deepEqual([counterExamples, made?.from.counterExamples], [1, 1])
    assert.ok(!(await filed(await say(told))).includes(lock))
    assert.ok((await filed(await say('车锁打不开了'))).includes(lock))
    assert.deepEqual(await add(lock, true, { feedbackIds: [voices[11]] }), { added: 0, changed: 1, already: 0, removed: 0 })
    await add(lock, false, { feedbackIds: [voices[11]] })
  })

  it('is learned from what people say in review, and by nobody twice', async () => {
    await fit()
    await done('POST', `/api/v1/feedback/${voices[10]}/corrections`, { categories: [lock] })
    assert.equal((await learned(lock)).state, 'fitting')
    world.clock.advance(11 * SECOND)
    const with_ = { now: world.clock.now(), tools: world.tools }
    const taken = await Promise.all([0, 1].map(() => fitCategories(world.db, with_)))
    assert.deepEqual(taken.map(({ fits }) => fits).sort(), [0, 1])
    assert.equal((await learned(lock)).made?.from.judgements, 1, 'what was said before there was the category tells nothing of it')
    // Nothing changed: nothing is learned.
    const { number } = (await learned(lock)).made!
    await fit()
    assert.equal((await learned(lock)).made?.number, number)
  })

  it('stops being given when it is stopped or out of use', async () => {
    await done('DELETE', `/api/v1/categories/${lock}/learned/use`)
    assert.ok(!(await filed(await say('车锁又打不开'))).includes(lock))
    await use(lock)
    await done('PUT', `/api/v1/categories/${lock}/retirement`)
    assert.ok(!(await filed(await say('车锁又打不开'))).includes(lock))
    assert.equal((await call('POST', `/api/v1/categories/${lock}/examples`, { belongs: true, texts: ['车锁'] })).status, 409)
    await done('DELETE', `/api/v1/categories/${lock}/retirement`)
    assert.ok((await filed(await say('车锁又打不开'))).includes(lock))
  })

  it('unites with what is merged into it, in use when either was', async () => {
    const into = await category('硬件')
    await add(into, true, { texts: ['车灯不亮了', '车灯一闪一闪'] })
    await done('POST', `/api/v1/categories/${lock}/merge`, { into })
    const united = await examples(into)
    assert.deepEqual(new Set(united.map(({ categoryId }) => categoryId)), new Set([into, lock]))
    await fit()
    const { made, liveSince } = await learned(into)
    assert.ok(made?.from.examples === 9 && liveSince !== null)
    assert.ok((await filed(await say('车锁打不开，烦'))).includes(into))
    await done('DELETE', `/api/v1/categories/${lock}/retirement`)
    assert.equal((await examples(into)).length, 2)
    await fit()
    assert.ok((await filed(await say('车锁打不开，烦'))).includes(lock))
  })

  it('is refused to those who may not, and where it cannot be', async () => {
    const path = `/api/v1/categories/${lock}/examples`
    assert.equal((await call('POST', path, { belongs: true, texts: ['车锁'] }, await world.keyFor('analyst'))).status, 403)
    assert.equal((await call('POST', path, { belongs: true })).status, 422)
    assert.equal((await call('POST', path, { belongs: true, feedbackIds: ['fb_00000000000000000000000000'] })).status, 404)
    const many = Array.from({ length: 200 }, (_, i) => `车锁第 ${i} 次打不开`)
    assert.equal((await call('POST', path, { belongs: true, texts: many })).status, 409)
    const { items } = await done<{ items: Example[] }>('GET', path)
    assert.deepEqual(await done('PUT', path, { items: items.map(({ text, belongs }) => ({ text, belongs })).slice(0, 6) }), {
      added: items.slice(0, 6).filter(({ feedbackId }) => feedbackId !== null).length,
      changed: 0,
      already: items.slice(0, 6).filter(({ feedbackId }) => feedbackId === null).length,
      removed: items.length - items.slice(0, 6).filter(({ feedbackId }) => feedbackId === null).length,
    })
    const [one] = await examples(lock)
    assert.equal((await call('DELETE', `${path}/${one!.id}`)).status, 204)
    assert.equal((await call('DELETE', `${path}/${one!.id}`)).status, 404)
  })

  it('keeps pasted text masked, and forgets the words of whoever is erased', async () => {
    const id = await category('挂锁')
    const theirs = await say('挂锁钥匙插不进去，请打13800138000找我', { externalId: 'c-1' })
    await add(id, true, { texts: [...LOCK.slice(0, 5), '挂锁钥匙插不进去，请打13800138000找我'], feedbackIds: [theirs] })
    assert.ok(!(await examples(id)).some(({ text, feedbackId }) => feedbackId === null && text.includes('13800138000')))
    await fit()
    const before = (await learned(id)).made?.number
    const { items } = (await call<{ items: { id: string }[] }>('GET', '/api/v1/customers?q=c-1')).body
    const erased = await call('DELETE', `/api/v1/customers/${items[0]!.id}`, undefined, await world.keyFor('owner'))
    assert.ok(erased.status < 300, erased.text)
    assert.equal((await examples(id)).length, 5)
    await fit()
    assert.ok((await learned(id)).made!.number > before!)
  })

  it('is tried again later where learning fails', async () => {
    const id = await category('坏例')
    await add(id, true, { texts: LOCK.slice(0, 5) })
    const broken = { ...world.tools, threads: { ...world.tools.threads, long: () => Promise.reject(new Error('no')) } }
    world.clock.advance(11 * SECOND)
    await assert.rejects(fitCategories(world.db, { now: world.clock.now(), tools: broken }))
    assert.equal((await learned(id)).state, 'failed')
    await fit()
    assert.equal((await learned(id)).state, 'failed')
    world.clock.advance(10 * MINUTE)
    await fit()
    assert.equal((await learned(id)).state, 'ready')
  })
})
