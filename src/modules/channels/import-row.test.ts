import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { guessMapping } from './import-mapping.ts'
import { draftOf, momentOf, placeOf } from './import-row.ts'

const ZONE = 'Asia/Shanghai'

describe('momentOf', () => {
  const cases: [text: string, iso: string][] = [
    ['2026-03-02 10:00', '2026-03-02T02:00:00.000Z'],
    ['2026/3/2 10:00:05', '2026-03-02T02:00:05.000Z'],
    ['2026年3月2日', '2026-03-01T16:00:00.000Z'],
    ['1772416800', '2026-03-02T02:00:00.000Z'],
    ['2026-03-02T10:00:00+08:00', '2026-03-02T10:00:00+08:00'],
    ['2026-02-30', '2026-02-30'],
    ['昨天', '昨天'],
  ]
  for (const [text, iso] of cases) it(`reads ${text}`, () => assert.equal(momentOf(text, ZONE), iso))
})

describe('guessMapping', () => {
  it('knows Chinese and English headers', () => {
    assert.deepEqual(guessMapping(['编号', '评价内容', '评分', '评价时间', '手机号', 'Store']), {
      text: '评价内容',
      sourceId: '编号',
      occurredAt: '评价时间',
      rating: '评分',
      phone: '手机号',
    })
  })
})

describe('draftOf', () => {
  const mapping = {
    text: '内容',
    rating: '星级',
    ratingMax: 5,
    name: '姓名',
    occurredAt: '时间',
    channel: '来源',
    facts: { store: '门店' },
  }
  const row = { 内容: ' 送货太慢 ', 星级: '2星', 姓名: '李雷', 时间: '2026-03-02 10:00', 来源: '微博', 门店: '浦东' }

  it('reads what the mapping names', () => {
    assert.deepEqual(draftOf(row, mapping, ZONE).item, {
      channel: 'social',
      text: '送货太慢',
      scores: [{ kind: 'rating', value: 2, scale: { min: 1, max: 5 } }],
      occurredAt: '2026-03-02T02:00:00.000Z',
      customer: { name: '李雷' },
      facts: { store: '浦东' },
    })
  })
  it('takes a line of JSON that has the shape of a feedback already as it is', () => {
    const line = {
      channel: 'review',
      sourceId: 'r1',
      text: '好',
      scores: [{ kind: 'csat', value: 5 }],
      customer: { email: 'li@example.com' },
      facts: { order: 'A1' },
    }
    assert.deepEqual(draftOf(line, guessMapping(Object.keys(line)), ZONE).item, line)
  })
  it('gives the same identity for the same row, and another for another', () => {
    assert.equal(draftOf(row, mapping, ZONE).identity, draftOf({ ...row }, mapping, ZONE).identity)
    assert.notEqual(draftOf(row, mapping, ZONE).identity, draftOf({ ...row, 内容: '送货很快' }, mapping, ZONE).identity)
  })
})

describe('placeOf', () => {
  const mapping = { text: '内容', email: '邮箱', nps: '推荐', rating: '星级', facts: { store: '门店' } }
  const values = { 内容: '好', 邮箱: 'li@', 推荐: '9', 星级: '六', 门店: '浦东' }
  const { item } = draftOf(values, mapping, ZONE)
  const cases: [path: string, place: object][] = [
    ['customer.email', { column: '邮箱', value: null }],
    ['scores[1].value', { column: '星级', value: '六' }],
    ['facts.store', { column: '门店', value: null }],
    ['text', { column: '内容', value: null }],
    ['occurredAt', { column: null, value: null }],
  ]
  for (const [path, place] of cases) it(`finds ${path}`, () => assert.deepEqual(placeOf(path, item, values, mapping), place))

  it('names the field of a line that has the shape of a feedback already', () => {
    const line = { text: '好', scores: [{ kind: 'nps', value: 11 }] }
    const place = placeOf('scores[0].value', draftOf(line, {}, ZONE).item, line, {})
    assert.deepEqual(place, { column: 'scores[0].value', value: null })
  })

  it('cuts a value short, without what can neither be stored nor shown', () => {
    const hostile = { 日期: `a\u0000\u202e${'\ud83d'}<img>${'😀'.repeat(60)}` }
    const { value } = placeOf('occurredAt', { text: '' }, hostile, { occurredAt: '日期' })
    assert.equal([...(value ?? '')].length, 41)
    assert.ok(value?.isWellFormed() && !value.includes('\u0000') && value.startsWith('a '))
  })
})
