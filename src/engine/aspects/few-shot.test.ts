import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { aspectsOf } from './aspects.ts'
import { type FewShot, fewShotDistance, fewShotReader, fitFewShot, readBackground } from './few-shot.ts'
import { checkFewShot } from './few-shot-check.ts'
import { packFewShot, unpackFewShot } from './few-shot-packing.ts'

/** Feedback of a bicycle hire: half of it about the lock, which no starter category knows. */
const lock = [
  '车锁打不开',
  '扫码之后锁不弹开',
  '还车时锁合不上',
  '智能锁没反应',
  '锁孔进水了',
  '关锁后还在计费',
  '锁坏了没法还车',
  '锁太紧',
]
const others = [
  '座椅太低',
  '轮胎没气',
  '押金退得慢',
  '刹车很灵',
  '车筐太小',
  '客服态度好',
  '价格便宜',
  '骑行很顺',
  '定位不准',
  '车子很新',
  '铃铛不响',
  '脚蹬松了',
  '月卡划算',
  '停车点太少',
  '链条掉了',
  '优惠券过期',
]
const background = readBackground([...others, ...lock.slice(6), ...others.map((text) => `${text}，希望改进`)])
const shown = { definition: '车锁：开锁、关锁', examples: lock.slice(0, 6) }

describe('a category from a few examples', () => {
  const learned = fitFewShot(shown, background)
  const found = (text: string, of: FewShot = learned) => fewShotReader([{ key: 'lock', learned: of }])(text)

  it('finds texts that it has not seen, and leaves others alone', () => {
    for (const text of ['扫码后车锁打不开', '关锁后锁不弹开', '还车时锁没反应']) assert.equal(found(text).length, 1, text)
    for (const text of others) assert.deepEqual(found(text), [], text)
  })

  it('is kept as JSON, and the same for the same examples', () => {
    const kept = JSON.parse(JSON.stringify(learned)) as FewShot
    assert.deepEqual(kept, fitFewShot(shown, background))
    assert.deepEqual(found('车锁打不开', kept), found('车锁打不开'))
  })

  it('is sure between a half and one', () => {
    for (const { confidence } of lock.flatMap((text) => found(text))) assert.ok(confidence >= 0.5 && confidence <= 1)
  })

  it('stands in a taxonomy beside categories with cue words', () => {
    const taxonomy = [
      { key: 'price', words: ['价格'] },
      { key: 'lock', words: [], learned },
    ]
    const seen = aspectsOf('价格便宜，就是车锁合不上', { taxonomy, model: sentimentModel }).map((one) => `${one.category} ${one.polarity}`)
    assert.deepEqual(seen, ['price positive', 'lock negative'])
  })

  it('wants enough examples, and none of another form', () => {
    assert.throws(() => fitFewShot({ ...shown, examples: ['车锁打不开'] }, background), RangeError)
    assert.throws(() => found('车锁', { ...learned, form: 'other' as never }), RangeError)
  })

  it('reads a text clause by clause, as voices are read', () => {
    const distance = fewShotDistance(learned)
    assert.ok(distance('骑着挺顺，价格也便宜，就是还车的时候车锁打不开') >= 0)
    assert.ok(distance('骑着挺顺，价格也便宜，就是座椅太低') < 0)
    assert.ok(Number.isFinite(distance('')))
  })

  it('leaves alone what a counter-example shows, and still finds the others', () => {
    const distances = (counters: string[]) => fewShotDistance(fitFewShot({ ...shown, counters }, background))
    const password = '手机锁屏之后锁孔图标打不开'
    assert.ok(distances([])(password) >= 0, 'it should be taken for one before')
    const after = distances([password])
    assert.ok(after(password) < 0)
    for (const text of ['扫码后车锁打不开', '关锁后锁不弹开']) assert.ok(after(text) >= 0, text)
  })

  it('lies lower where much is known that never belongs, and nothing of that is found', () => {
    const far = Array.from({ length: 60 }, (_, i) => `${others[i % others.length]}，第 ${i} 次说了`)
    const cutOf = (never: string[]) =>
      fitFewShot({ ...shown, examples: [...shown.examples, '铰链断了', '把手松'], share: 0.2 }, readBackground(others, never))
    const [fixed, placed] = [cutOf([]), cutOf(far)]
    const kept = (fit: FewShot) => shown.examples.filter((text) => fewShotDistance(fit)(text) >= 0).length
    assert.ok(kept(placed) >= kept(fixed), `${kept(placed)} of ${kept(fixed)}`)
    for (const text of far) assert.ok(fewShotDistance(placed)(text) < 0, text)
  })

  it('is checked on texts that it did not learn from', () => {
    const apart = readBackground(others)
    const checked = checkFewShot({ ...shown, confirmed: lock.slice(6), counters: ['座椅锁太低'] }, ['轮胎没气了'], [apart, apart])
    assert.equal(checked?.recall.of, 6)
    assert.ok(checked.recall.hits >= 3 && checked.precision.of >= checked.precision.hits)
    assert.equal(checkFewShot({ ...shown, examples: lock.slice(0, 3) }, [], [apart, apart]), null)
  })

  it('is kept as bytes', () => {
    const kept = unpackFewShot(packFewShot(learned))
    assert.deepEqual([kept.hashes, kept.cut, kept.spread], [learned.hashes, learned.cut, learned.spread])
    assert.deepEqual(found('车锁打不开', kept).length, 1)
    const { head, body } = packFewShot(learned)
    assert.throws(() => unpackFewShot({ head, body: body.subarray(1) }), RangeError)
    assert.throws(() => unpackFewShot({ head: { ...head, form: 'few-shot-1' }, body }), RangeError)
  })

  it('does without a background and with empty texts', () => {
    const alone = fitFewShot({ definition: '', examples: ['', '车锁', '锁'] }, readBackground([]))
    assert.ok(found('', alone).length <= 1)
  })
})
