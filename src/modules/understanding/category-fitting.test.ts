import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fitCategory, type Labelled, maskAll } from './category-fitting.ts'

const LOCK = ['车锁打不开', '扫码之后车锁不弹开', '还车时车锁合不上', '智能车锁没反应', '车锁生锈卡住了', '车锁太紧掰不动']
const OTHERS = ['座椅太低', '轮胎没气', '押金退得慢', '刹车很灵', '车筐太小', '客服态度好', '骑行很顺', '定位不准']

const label =
  (belongs: boolean, rest: Partial<Labelled> = {}) =>
  (text: string): Labelled => ({
    text,
    belongs,
    source: 'example',
    wasFound: false,
    ...rest,
  })
const recent = (texts: readonly string[]) => texts.map((text, i) => ({ id: `v${i}`, text }))
const given = LOCK.map(label(true))

describe('learning a category', () => {
  it('is not begun with fewer than five that belong', () => {
    const { packed, from, preview } = fitCategory('', given.slice(0, 4), recent(OTHERS))
    assert.deepEqual([packed, from.examples, preview], [null, 4, { would: [], close: [] }])
  })

  it('shows of the newest voices those it would find, none that somebody judged, and counts copies once', () => {
    const copies = [...given, label(true)('车锁打不开！'), label(false)('车锁打不开')]
    const { packed, from, figures, preview } = fitCategory('开锁、关锁', copies, recent([...OTHERS, '车锁又打不开了', '车锁打不开']))
    assert.ok(packed !== null)
    assert.deepEqual([from.examples, from.counterExamples, from.voices], [LOCK.length + 1, 0, OTHERS.length + 1])
    assert.deepEqual([preview.would, figures.found], [['v8'], { hits: 1, of: OTHERS.length + 1 }])
    assert.ok(!preview.close.includes('v9'))
  })

  it('tells how right it is from what was found and answered, and how much it misses from the examples', () => {
    const answered = [
      ...['车锁今天又卡住了', '车锁打不开了急'].map(label(true, { wasFound: true })),
      label(false, { wasFound: true })('手机锁屏打不开图标'),
      ...OTHERS.slice(0, 4).map(label(false, { source: 'judgement' })),
    ]
    const { figures, from } = fitCategory('', [...given, ...answered], recent(OTHERS.slice(4)))
    assert.equal(figures.recall.of, LOCK.length)
    assert.ok(figures.precision.of >= figures.precision.hits && figures.precision.hits <= 2 && figures.precision.of <= 7)
    assert.deepEqual([from.examples, from.counterExamples, from.judgements], [LOCK.length + 2, 1, 4])
  })

  it('is the same for the same', () => {
    const twice = [0, 1].map(() => fitCategory('开锁', given, recent(OTHERS)))
    assert.deepEqual(twice[0], twice[1])
  })

  it('reads anything that was pasted', () => {
    const odd = ['', ' ', '\ud800', '。'.repeat(900), 'a'.repeat(1_000), '😀😀'].map(label(true))
    assert.doesNotThrow(() => fitCategory('', [...given, ...odd], recent(['', '\u0000'])))
  })
})

it('masks what is personal', () => {
  assert.deepEqual(maskAll(['请打13800138000', '车锁坏了']), ['请打138****8000', '车锁坏了'])
})
