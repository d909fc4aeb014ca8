import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { phrasesOf } from '../language/phrases.ts'
import { cloudOf } from './cloud.ts'
import { collocationsIn, likelihoodRatio, mutualInformation } from './collocations.ts'
import { contrast } from './contrast.ts'
import { keyness } from './keyness.ts'
import { loadSegmenter } from './segmenter.ts'
import { termsOf } from './terms.ts'

const segment = await loadSegmenter()

const near = (found: number | undefined, wanted: number, within = 1e-9) =>
  assert.ok(Math.abs((found ?? Number.NaN) - wanted) <= within * Math.max(1, Math.abs(wanted)), `${found} is not ${wanted}`)

describe('keyness', () => {
  /** Computed by an independent script with NumPy and SciPy. */
  const cases = [
    {
      counts: [97, 25, 812, 830],
      logOdds: 1.27454787857,
      low: 0.869366109213,
      high: 1.67972964792,
      z: 6.16530191512,
      p: 1.18002294513e-12,
    },
    { counts: [3, 0, 1000, 1000], logOdds: 2.90148070022, low: -1.91298766198, high: 7.71594906242, z: 1.18118912545, p: 0.0413066566148 },
    {
      counts: [0, 3, 1000, 1000],
      logOdds: -2.90148070022,
      low: -7.71594906242,
      high: 1.91298766198,
      z: -1.18118912545,
      p: 0.0413066566148,
    },
    { counts: [10, 10, 100, 100], logOdds: 0, low: -0.650454695626, high: 0.650454695626, z: 0, p: 1 },
    { counts: [200, 5, 200, 5000], logOdds: 7.09647944297, low: 6.39737852802, high: 7.79558035793, z: 19.8953310285, p: 0 },
  ] as const
  for (const {
    counts: [here, there, ours, theirs],
    ...wanted
  } of cases) {
    it(`of ${here} in ${ours} against ${there} in ${theirs}`, () => {
      const [found] = keyness([{ word: '慢', here, there }], { here: ours, there: theirs })
      for (const name of ['logOdds', 'low', 'high', 'z', 'p'] as const) near(found?.[name], wanted[name], 1e-8)
    })
  }
  it('has nothing to say about a group without voices, and refuses counts that cannot be', () => {
    assert.deepEqual(keyness([{ word: '慢', here: 0, there: 3 }], { here: 0, there: 10 }), [])
    assert.throws(() => keyness([{ word: '慢', here: 11, there: 3 }], { here: 10, there: 10 }), RangeError)
  })
})

describe('collocations', () => {
  /** The first is "the swiss" of Dunning's table of Swiss newspapers: 270.72. */
  const cases = [
    [110, 2552, 221, 31777, 270.721877, 2.63174],
    [5, 5, 5, 1000, 62.958132, 7.643856],
    [29, 29, 117, 31777, 332.892991, 8.085331],
    [10, 100, 100, 1000, 0, 0],
  ] as const
  for (const [together, first, second, pairs, gain, pull] of cases) {
    it(`of ${together} among ${first} and ${second}`, () => {
      near(likelihoodRatio({ together, first, second, pairs }), gain, 1e-6)
      near(mutualInformation({ together, first, second, pairs }), pull, 1e-5)
    })
  }
  it('are met often, and never across a gap', () => {
    const texts = [
      ...Array(6).fill(['物流', '慢', null, '味道', '好']),
      ...Array(60).fill(['包装', null, '慢']),
      ...Array(200).fill(['店', '远']),
    ]
    const found = (options = {}) => collocationsIn(texts, options).map(({ first, second }) => first + second)
    assert.deepEqual(found(), ['味道好', '物流慢'])
    assert.deepEqual(found({ fewest: 7 }), [], 'the shop that is always far is no surprise')
    assert.deepEqual(found({ fewest: 7, pull: 0 }), ['店远'])
  })
})

describe('termsOf', () => {
  const cut = (text: string) => termsOf({ text }, { segment, names: phrasesOf([['云净 X200', true]]) }).map((term) => term?.word ?? '|')
  const cases = [
    ['物流很慢', ['物流', '慢']],
    ['物流太慢了，包装不好用', ['物流', '慢', '|', '包装', '不好用']],
    ['云净 X200 漏水', ['云净 x200', '漏水']],
    ['電話 13800138000 沒人接', ['电话', '|', '没人接']],
    ['一个半小时，三份', []],
    ['iPhone 15 卡', ['iphone', '|', '卡']],
    ['', []],
  ] as const
  for (const [text, terms] of cases)
    it(`of ${text || 'nothing'}`, () =>
      assert.deepEqual(
        cut(text).filter((one, i, all) => one !== '|' || i < all.length - 1),
        terms,
      ))
})

describe('contrast', () => {
  const said = (text: string, times: number) => Array.from({ length: times }, () => ({ text }))
  const neutral = [...said('包装完整，颜色好看', 300), ...said('客服态度好', 300)]

  it('joins what stands together, counts voices, and knows what each group says', () => {
    const here = [...said('物流很慢', 60), ...said('物流太慢了！', 20), ...said('物流慢，物流慢，物流慢', 20), ...neutral]
    const there = [...said('味道不错', 100), ...neutral]
    const found = contrast(here, there, { segment })
    assert.equal(found.here, 700)
    const [ours, theirs] = [found.words.filter(({ z }) => z > 0), found.words.filter(({ z }) => z < 0)]
    assert.deepEqual(
      ours.map(({ word, parts, here: voices, there: others }) => [word, parts, voices, others]),
      [['物流慢', ['物流', '慢'], 100, 0]],
    )
    assert.ok(theirs.some(({ word }) => word.includes('味道')))
    assert.ok(ours.every(({ low }) => low > 0) && theirs.every(({ high }) => high < 0))
  })
  it('writes words as most write them, and names no person', () => {
    const here = [...said('網路斷線，我叫王小明，電話 13912345678', 40), ...said('iPhone 發熱', 40)]
    const found = contrast(here, neutral, { segment }).words.filter(({ z }) => z > 0)
    const words = found.map(({ word }) => word).join(' ')
    assert.match(words, /網路/)
    assert.match(words, /iPhone/)
    assert.doesNotMatch(words, /王小明|小明|139/)
  })
  it('finds nothing between two halves of one heap, and no word of two voices', () => {
    const heap = Array.from({ length: 400 }, (_, i) => ({
      text: `${'快慢好差贵'[i % 5]}，${['物流', '味道', '客服', '包装', '屏幕', '电池', '价格'][i % 7]}不错 稀罕${i % 133}`,
    }))
    assert.deepEqual(
      contrast(
        heap.filter((_, i) => i % 2 === 0),
        heap.filter((_, i) => i % 2 === 1),
        { segment },
      ).words,
      [],
    )
    assert.deepEqual(
      contrast(said('妙不可言', 2), neutral, { segment }).words.filter(({ z }) => z > 0),
      [],
    )
    assert.deepEqual(contrast([], neutral, { segment }), { here: 0, there: 600, words: [] })
  })
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 8 }), (texts) => {
        const group = texts.flatMap((text) => said(text, 4))
        for (const { word, here, low, high } of contrast(group, neutral.slice(0, 60), { segment }).words) {
          assert.ok(word.length > 0 && here <= group.length && low <= high)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('cloudOf', () => {
  it('writes the surest largest, at most sixty, and none of the other group', () => {
    const words = Array.from({ length: 90 }, (_, i) => ({ word: `w${i}`, z: 40 - i }))
    const cloud = cloudOf(words)
    assert.deepEqual([cloud.length, cloud[0]?.weight, cloud[10]?.weight], [40, 1, Math.round(Math.sqrt(30 / 40) * 1000) / 1000])
    assert.equal(cloudOf(Array.from({ length: 90 }, () => ({ z: 5 }))).length, 60)
    assert.deepEqual(cloudOf([]), [])
  })
})
