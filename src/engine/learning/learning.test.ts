import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { models } from '../../../tests/models.ts'
import { builtInSegmenter } from '../keywords/segmenter.ts'
import { normalise } from '../language/normalise.ts'
import { loadMeaning } from '../similarity/meaning-packing.ts'
import { isHeldBack, outcomeOf } from './go-live.ts'
import { type Judgement, judgedWith } from './judgement.ts'
import { layerOf, type Plane } from './layer.ts'
import { type Judged, learn, type Said, type Unjudged } from './lesson.ts'
import { packPlanes, unpackPlanes } from './packing.ts'
import { partBy, partInto } from './parting.ts'

const complaint: Judgement = {
  sentiment: { label: 'negative', score: -0.7, confidence: 0.85 },
  intent: { label: 'complaint', confidence: 0.8 },
  categories: [{ category: 'price', polarity: 'negative', confidence: 0.6 }],
}
const praise: Judgement = {
  sentiment: { label: 'positive', score: 0.9, confidence: 0.95 },
  intent: { label: 'praise', confidence: 0.9 },
  categories: [],
}
const read = (text: string, base = complaint): Unjudged => ({ text: normalise(text).text, base, heldBack: text.length % 3 === 0 })
const judged = (n: number, text: (i: number) => string, said: Said, base = complaint): Judged[] =>
  Array.from({ length: n }, (_, i) => ({ ...read(text(i), base), said, heldBack: i % 3 === 0, drawn: false }))

const BATCHES = (i: number) => `批 ${100 + i * 7}，第${i % 4}车已入库`
const WOES = ['洗衣机漏水了，没人管', '客服一直不回复，气死了', '快递又丢件', '空调不制冷，太差', '退款拖了两周', '屏幕裂了不给修']
const CALM: Unjudged[] = [...WOES.map((text) => read(text)), read('很好用，家里人都喜欢', praise), read('物流快，满意', praise)]
const lesson = (learned: ReturnType<typeof learn>, field: string) => learned.lessons.find((one) => one.field === field)

const by = { segment: builtInSegmenter, meanings: loadMeaning(models.meaning) }

describe('what takes the place of what is live', () => {
  const cases = [
    { name: 'is wrong less often', learnedFrom: 14, heldBack: 6, before: 6, after: 1, outcome: 'better' },
    { name: 'not what is wrong as often', learnedFrom: 14, heldBack: 6, before: 2, after: 2, outcome: 'equal' },
    { name: 'not what never was wrong either', learnedFrom: 14, heldBack: 6, before: 0, after: 0, outcome: 'equal' },
    { name: 'not what is wrong more often', learnedFrom: 900, heldBack: 400, before: 20, after: 21, outcome: 'worse' },
    { name: 'not what cannot be checked', learnedFrom: 20, heldBack: 2, before: 2, after: 0, outcome: 'too-few' },
    {
      name: 'not what turns over more than it mends',
      learnedFrom: 90,
      heldBack: 40,
      before: 40,
      after: 30,
      changed: 30,
      outcome: 'too-far',
    },
    { name: 'also when a voice changed by chance', learnedFrom: 14, heldBack: 6, before: 6, after: 3, changed: 1, outcome: 'better' },
    { name: 'not what is learned from next to nothing', learnedFrom: 7, heldBack: 9, before: 9, after: 0, outcome: 'too-few' },
  ] as const
  for (const { name, outcome, ...counts } of cases)
    it(name, () => assert.equal(outcomeOf({ judgedShare: 0.02, calm: 300, changed: 0, ...counts }), outcome))
})

describe('what is held back', () => {
  it('is about a third, by the id alone', () => {
    const ids = Array.from(
      { length: 3_000 },
      (_, i) => `0196a0c2-${(i * 2_654_435_761).toString(16).slice(-4)}-7abc-8def-${i.toString(16).padStart(12, '0')}`,
    )
    const held = ids.filter(isHeldBack).length
    assert.ok(held > 900 && held < 1_100, `${held} of 3000`)
    assert.deepEqual(ids.map(isHeldBack), ids.map(isHeldBack))
  })
})

describe('parting', () => {
  const lamps = Array.from(
    { length: 24 },
    (_, i) => `灯泡${['不亮', '烧了', '发黄', '闪烁'][i % 4]}，换了${i}次灯泡亮度还是${['低', '差'][i % 2]}`,
  )
  const wands = Array.from(
    { length: 24 },
    (_, i) => `遥控${['失灵', '按键卡住', '没反应'][i % 3]}，电池换了${i}次遥控还是${['连不上', '断开'][i % 2]}`,
  )
  const texts = lamps.flatMap((lamp, i) => [lamp, wands[i]!])

  it('by what somebody has in mind goes by words, then by what they teach', () => {
    const parts = [
      { about: '灯泡', words: ['灯泡'] },
      { about: '遥控器', words: ['遥控'] },
    ]
    const parted = partBy([...texts, '亮度还是低，闪烁', '按键卡住没反应', '包装破了'], parts)
    assert.ok(parted.slice(0, 48).every(({ part }, i) => part === i % 2))
    assert.deepEqual(
      parted.slice(48, 50).map(({ part }) => part),
      [0, 1],
    )
  })

  it('takes words alone where they teach too little', () => {
    const parts = [
      { about: '灯泡', words: ['灯泡'] },
      { about: '镜头', words: ['镜头'] },
    ]
    assert.deepEqual(
      partBy(['灯泡不亮', '镜头花了', '灯泡和镜头都坏', '别的'], parts).map(({ part }) => part),
      [0, 1, null, null],
    )
  })

  it('into as many as are asked for finds them', () => {
    const { parts: found, parted, why } = partInto(texts, 2, by)
    assert.deepEqual([found.length, why], [2, null])
    // Named by what sets them apart, never by half a word or one that only joins; and each shows what it is about.
    assert.ok(
      found.every(({ words }) => words.length > 0 && words.every((word) => word.length > 1)),
      JSON.stringify(found),
    )
    assert.ok(found.every(({ example }) => texts.some((text) => text.includes(example)) && example !== ''))
    const lamp = parted[0]?.part
    assert.ok(parted.filter(({ part }, i) => (part === lamp) === (i % 2 === 0)).length >= 44)
  })
})

describe('parts are not proposed', () => {
  const cases = [
    { name: 'of a handful', texts: ['灯泡不亮', '对码失败'], why: 'too-few' },
    { name: 'where all say the same', texts: Array.from({ length: 40 }, () => '不好用，不喜欢'), why: 'alike' },
    { name: 'of texts without words', texts: Array.from({ length: 20 }, (_, i) => `${i} 👍`), why: 'alike' },
  ]
  for (const { name, texts, why } of cases)
    it(name, () => {
      const found = partInto(texts, 2, by)
      assert.deepEqual([found.parts, found.why, found.parted.length], [[], why, texts.length])
    })
})

describe('learn', () => {
  const corrected = judged(20, BATCHES, { intent: 'other', sentiment: 'neutral' })

  it('takes up what people say again and again, and leaves the rest as it was', () => {
    const learned = learn(corrected, CALM, [], 0.3)
    assert.equal(lesson(learned, 'intent')?.outcome, 'better')
    assert.equal(lesson(learned, 'intent')?.after.hits, 7)
    const layer = layerOf(learned.planes)
    const now = judgedWith(layer, read('批 998，第2车已入库').text, complaint)
    assert.equal(now.intent.label, 'other')
    assert.equal(now.sentiment.label, 'neutral')
    for (const { text, base } of CALM) assert.equal(judgedWith(layer, text, base).intent.label, base.intent.label, text)
    for (const text of ['电饭煲坏了，要求退货', '完全没人理我', 'never works'])
      assert.equal(judgedWith(layer, read(text).text, complaint).intent.label, 'complaint', text)
  })

  it('leaves a text in which no learned gram occurs exactly as the engine judged it', () => {
    const layer = layerOf(learn(corrected, CALM, [], 0.3).planes)
    assert.deepEqual(judgedWith(layer, 'zzz', complaint), complaint)
    assert.deepEqual(judgedWith(layer, '', praise), praise)
  })

  it('stays off where it would lose', () => {
    // What is learned from says the contrary of what is held back.
    const contrary = corrected.map((one, i) => (i % 3 === 0 ? { ...one, said: { intent: 'complaint' as const } } : one))
    const learned = learn(contrary, CALM, [], 0.3)
    assert.equal(lesson(learned, 'intent')?.outcome, 'worse')
    assert.deepEqual(
      learned.planes.filter(({ field }) => field === 'intent'),
      [],
    )
  })

  it('keeps what is live where nothing better is learned', () => {
    const live = learn(corrected, CALM, [], 0.3).planes
    const again = learn(corrected, CALM, live, 0.3)
    assert.equal(lesson(again, 'intent')?.outcome, 'equal')
    assert.deepEqual(again.planes, live)
    const figures = again.figures.find(({ field, sample }) => field === 'intent' && sample === 'doubtful')
    assert.deepEqual([figures?.accuracy.rate, figures?.shipped.rate], [1, 0])
  })

  it('tells apart what chance brought up from what was judged for being doubtful', () => {
    const chance = judged(10, (i) => WOES[i % WOES.length]!, { intent: 'complaint' }).map((one) => ({
      ...one,
      heldBack: true,
      drawn: true,
    }))
    const { figures, lessons } = learn([...corrected, ...chance], CALM, [], 0.3)
    const of = (sample: string) => figures.find((one) => one.field === 'intent' && one.sample === sample)
    assert.deepEqual([of('drawn')?.n, of('drawn')?.accuracy.hits, of('drawn')?.shipped.hits], [10, 10, 10])
    assert.equal(of('doubtful')?.n, corrected.filter(({ heldBack }) => heldBack).length)
    // Both count where it is decided whether what was learned is taken.
    assert.equal(lessons.find(({ field }) => field === 'intent')?.after.of, of('drawn')!.n + of('doubtful')!.n)
  })

  it('learns nothing from people who agree', () => {
    const agreeing = judged(24, (i) => WOES[i % WOES.length]!, { intent: 'complaint' })
    const learned = learn(agreeing, CALM, [], 0.3)
    assert.equal(lesson(learned, 'intent')?.outcome, 'equal')
    assert.deepEqual(learned.planes, [])
  })

  it('files into and out of categories', () => {
    const found = judged(30, (i) => `第${i}号门锁的指纹识别失败`, { categories: ['lock'] })
    const learned = learn(found, CALM, [], 0.3)
    assert.deepEqual(learned.lessons.map(({ category, outcome }) => [category, outcome]).sort(), [
      ['lock', 'better'],
      ['price', 'better'],
    ])
    const layer = layerOf(learned.planes)
    const filed = (text: string) => judgedWith(layer, read(text).text, complaint).categories.map(({ category }) => category)
    assert.deepEqual(filed('指纹识别又失败'), ['lock'])
    assert.deepEqual(filed('太贵了'), ['price'])
  })

  it('gives the same again, and comes back from its bytes', () => {
    const { planes } = learn(corrected, CALM, [], 0.3)
    assert.deepEqual(learn(corrected, CALM, [], 0.3).planes, planes)
    const packed = packPlanes(planes)
    const back = unpackPlanes({ head: JSON.parse(JSON.stringify(packed.head)), body: packed.body })
    assert.deepEqual(back, planes as Plane[])
    assert.throws(() => unpackPlanes({ ...packed, body: packed.body.subarray(1) }), RangeError)
  })

  it('judges any text', () => {
    const layer = layerOf(learn(corrected, CALM, [], 0.3).planes)
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { intent } = judgedWith(layer, normalise(text).text, complaint)
        assert.ok(intent.confidence > 0 && intent.confidence <= 1)
      }),
    )
    for (const unit of ['批', ' ', '1', '\ud800']) judgedWith(layer, unit.repeat(1_000_000), complaint)
  })
})
