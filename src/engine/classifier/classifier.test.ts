import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { assess, calibrationError, kappa } from './assess.ts'
import { fitClassifier, type LabelledText, readerOf } from './classifier.ts'
import { packClassifier, unpackClassifier } from './packing.ts'
import { pairingOf } from './pairs.ts'

const THINGS = ['洗衣机', '油烟机', '扫地机器人', '空气炸锅', '净水器', '冰箱', 'kettle', 'vacuum']
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  logistics: ['的快递三天还没到', '送货师傅迟到了两小时', '物流一直不更新', ' was delivered late', '的包裹被丢在门口'],
  quality: ['用了一周就漏水', '开机就有焦味', '的外壳裂开了', ' broke after two days', '坏了又坏'],
  price: ['买贵了，第二天就降价', '的价格比别家高', '活动价骗人', ' is too expensive', '涨价太快'],
}
const documents: LabelledText[] = Object.entries(SAYINGS).flatMap(([label, sayings]) =>
  sayings.flatMap((saying) => THINGS.map((thing) => ({ text: `我的${thing}${saying}`, labels: [label] }))),
)

describe('fitClassifier', () => {
  const { classifier, assessment } = fitClassifier(documents)
  const read = readerOf(classifier)

  it('files what it has not seen', () => {
    assert.equal(read('榨汁机的快递一直没到').labels[0], 'logistics')
    assert.equal(read('榨汁機漏水了').labels[0], 'quality')
    assert.equal(read('THE OVEN WAS DELIVERED LATE').labels[0], 'logistics')
  })

  it('says how right it was on what it had not seen', () => {
    assert.equal(assessment.texts, documents.length)
    assert.ok((assessment.accuracy.rate ?? 0) > 0.9, JSON.stringify(assessment.accuracy))
    assert.deepEqual(
      assessment.labels.map(({ label, recall }) => [label, recall.of]),
      [
        ['logistics', 40],
        ['price', 40],
        ['quality', 40],
      ],
    )
  })

  it('is unsure of what says nothing', () => {
    const { confidence, chances } = read('')
    assert.ok(confidence < 0.6)
    assert.ok(Math.abs(chances.reduce((sum, chance) => sum + chance, 0) - 1) < 1e-9)
  })

  it('gives the same again, and comes back from its bytes', () => {
    const again = packClassifier(fitClassifier(documents).classifier)
    const packed = packClassifier(classifier)
    assert.deepEqual(again, packed)
    const back = readerOf(unpackClassifier({ head: JSON.parse(JSON.stringify(packed.head)), body: packed.body }))
    assert.deepEqual(back('净水器漏水，还涨价'), read('净水器漏水，还涨价'))
    assert.throws(() => unpackClassifier({ ...packed, body: packed.body.subarray(1) }), RangeError)
  })

  it('gives several labels, or none where some had none', () => {
    const both = SAYINGS.logistics!.flatMap((a, i) =>
      THINGS.map((thing) => ({ text: `${thing}${a}，${SAYINGS.price![i]}`, labels: ['logistics', 'price'] })),
    )
    const chat = THINGS.map((thing) => ({ text: `${thing}放在厨房里了`, labels: [] }))
    const learned = fitClassifier([...documents, ...both, ...chat], { several: true })
    const readSeveral = readerOf(learned.classifier)
    assert.deepEqual(readSeveral('电饭煲物流一直不更新，价格比别家高').labels, ['logistics', 'price'])
    assert.deepEqual(readSeveral('放在厨房里了').labels, [])
    assert.ok(learned.assessment.microF1 > 0.8)
  })

  it('learns moods from all things, and files a pair that it has hardly seen', () => {
    const moods: Readonly<Record<string, readonly string[]>> = {
      good: ['非常满意', '真不错', '太喜欢了', '让人放心'],
      bad: ['太差了', '让人失望', '非常糟糕', '不满意'],
    }
    const things = ['屏幕', '电池', '客服', '包装', '价格']
    const pairs = things.flatMap((thing) =>
      Object.entries(moods).flatMap(([mood, words]) =>
        words
          .filter((_, i) => i === 0 || thing !== '价格' || mood !== 'bad')
          .map((word) => ({ text: `这台机器的${thing}${word}`, labels: [`${thing} ${mood}`] })),
      ),
    )
    const both = pairs.flatMap((a, i) => {
      const b = pairs[(i * 7 + 11) % pairs.length]!
      return a.labels[0] === b.labels[0] ? [] : [{ text: `${a.text}，${b.text}`, labels: [a.labels[0]!, b.labels[0]!] }]
    })
    const paired = fitClassifier([...pairs, ...pairs, ...both], { several: true }).classifier
    const { head, body } = packClassifier(paired)
    const readPair = readerOf(unpackClassifier({ head: JSON.parse(JSON.stringify(head)), body }))
    assert.deepEqual(readPair('这台机器的价格让人失望').labels, ['价格 bad'])
    assert.deepEqual(readPair('客服真不错').labels, ['客服 good'])
    assert.deepEqual(readPair('这台机器的价格让人失望'), readerOf(paired)('这台机器的价格让人失望'))
  })

  it('keeps doubtful texts where leaving them out does not show to pay', () => {
    assert.equal(fitClassifier(documents).leftOut, 0)
  })

  it('says what it cannot learn from', () => {
    assert.throws(() => fitClassifier([{ text: '好', labels: ['a'] }]), RangeError)
    assert.throws(
      () =>
        fitClassifier([
          { text: '好', labels: ['a'] },
          { text: '坏', labels: [] },
          { text: '差', labels: ['b'] },
        ]),
      RangeError,
    )
  })

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { confidence, labels } = read(text)
        assert.ok(confidence > 0 && confidence <= 1 && labels.length === 1)
      }),
    )
    for (const unit of ['a', '一', '\ud800', 'a ', '1']) assert.equal(read(unit.repeat(1_000_000)).labels.length, 1)
  })
})

describe('pairingOf', () => {
  const moods = ['-1', '0', '1']
  const cases: { name: string; labels: string[]; things: number | null; moods?: number }[] = [
    {
      name: 'by a space',
      labels: ['动力', '价格', '外观', '操控'].flatMap((thing) => moods.map((mood) => `${thing} ${mood}`)),
      things: 4,
      moods: 3,
    },
    {
      name: 'by a minus that is also a sign',
      labels: ['动力', '价格', '外观'].flatMap((thing) => moods.map((mood) => `${thing}-${mood}`)),
      things: 3,
      moods: 3,
    },
    {
      name: 'by a number at the end',
      labels: ['动力', '价格', '外观'].flatMap((thing) => moods.map((mood) => `${thing}${mood}`)),
      things: 3,
      moods: 3,
    },
    {
      name: 'by two letters at the end',
      labels: ['物流', '整体', '真伪'].flatMap((thing) => ['正面', '负面'].map((mood) => `${thing}${mood}`)),
      things: 3,
      moods: 2,
    },
    {
      name: 'with the mood first',
      labels: ['a', 'b', 'c'].flatMap((thing) => ['good', 'bad'].map((mood) => `${mood}/${thing}`)),
      things: 3,
      moods: 2,
    },
    { name: 'with some pairs missing', labels: ['a|1', 'a|0', 'b|1', 'c|1', 'd|0'], things: 4, moods: 2 },
    { name: 'not of names that only share a sign', labels: ['card_arrival', 'card_linking', 'cash_withdrawal', 'top_up'], things: null },
    { name: 'not of plain labels', labels: ['logistics', 'price', 'quality'], things: null },
  ]
  for (const { name, labels, things, moods: found } of cases)
    it(name, () => {
      const pairing = pairingOf(labels)
      assert.deepEqual([pairing?.things ?? null, pairing?.moods], [things, found])
    })
})

describe('assess', () => {
  it('counts by label and whole', () => {
    const one = (given: string, found: string, confidence = 1) => ({ given: [given], labels: [found], confidence })
    const { accuracy, microF1, macroF1, labels } = assess([one('a', 'a'), one('a', 'b'), one('b', 'b'), one('b', 'b')], ['a', 'b', 'c'])
    assert.equal(accuracy.rate, 0.75)
    assert.equal(microF1, 0.75)
    assert.ok(Math.abs(macroF1 - (2 / 3 + 0.8 + 0) / 3) < 1e-12)
    assert.deepEqual(labels[2]?.precision, { hits: 0, of: 0, rate: null, interval: null })
  })

  it('tells how far sureness is from being right', () => {
    assert.equal(calibrationError([]), 0)
    assert.ok(
      Math.abs(
        calibrationError([
          { confidence: 0.9, right: true },
          { confidence: 0.9, right: false },
        ]) - 0.4,
      ) < 1e-12,
    )
  })
})

describe('kappa', () => {
  it('is that of the textbook', () => {
    const pairs = (n: number, a: string, b: string) => Array.from({ length: n }, (): [string, string] => [a, b])
    const found = kappa([...pairs(20, 'y', 'y'), ...pairs(5, 'y', 'n'), ...pairs(10, 'n', 'y'), ...pairs(15, 'n', 'n')])
    assert.ok(found !== null && Math.abs(found - 0.4) < 1e-12)
  })
  it('is not known where there is nothing to agree on', () => {
    assert.equal(kappa([]), null)
    assert.equal(kappa([['a', 'a']]), null)
  })
})
