import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { models } from '../../../tests/models.ts'
import { loadSegmenter } from '../keywords/segmenter.ts'
import { alikeness, gramsOf, sharedWords } from './alike.ts'
import { isKnownTo, meaningOf, nearestCells, nearnessOf, nearnessToMany } from './meaning.ts'
import { fitMeaning } from './meaning-fit.ts'
import { loadMeaning, packMeaning } from './meaning-packing.ts'

const segment = await loadSegmenter()
const shipped = loadMeaning(models.meaning)

const likeness = (a: string, b: string): number => {
  const [first, second] = [meaningOf(a, shipped, segment), meaningOf(b, shipped, segment)]
  const near = first === null || second === null ? 0 : nearnessOf(first.meaning, second.meaning)
  return alikeness(sharedWords(gramsOf(a, shipped), gramsOf(b, shipped)), near)
}

describe('what ships', () => {
  /** Of our own: the same thing, said with other words; and something else, said with some of the same. */
  const cases = [
    ['快递太慢了', '物流很慢', '快递员很热情'],
    ['客服不理人', '联系不上售后，没人回复', '理发师手艺不错'],
    ['电池不耐用', '续航太短，一天要充三次电', '耐用的锅，不粘'],
    ['退款一直不到账', '申请退货半个月了钱还没退', '一直在这家店买'],
    ['The app crashes on login', 'App closes when I sign in', 'The app looks beautiful'],
    ['網路很慢', '网速不行', '慢慢吃很香'],
  ] as const
  for (const [text, kin, other] of cases) {
    it(`${text} is nearer to ${kin} than to ${other}`, () => {
      assert.ok(likeness(text, kin) > likeness(text, other), `${likeness(text, kin)} and ${likeness(text, other)}`)
    })
  }
  it('knows a text by itself, in any spelling', () => {
    assert.ok(likeness('物流很慢', '物流很慢') > 0.99)
    assert.ok(likeness('網路很慢！', '网路很慢') > 0.99)
    assert.equal(meaningOf('😀 12345 …', shipped, segment), null)
  })
  it('has cells that lie apart, and finds the one that a text lies in first', () => {
    const found = meaningOf('快递太慢了', shipped, segment)
    assert.ok(found !== null)
    const cells = nearestCells(found.meaning, shipped, 40)
    assert.equal(cells[0], found.cell)
    assert.equal(new Set(cells).size, 40)
  })
  for (const [word, known] of [
    ['快递', true],
    ['修好了', true],
    ['验证码', true],
    ['何静雯', false],
    ['wallaby', false],
    ['', false],
  ] as const)
    it(`${known ? 'can' : 'cannot'} put ${word || 'nothing'} together`, () => assert.equal(isKnownTo(shipped, word), known))
  it('is near to many as it is to each', () => {
    const [own, ...others] = ['快递太慢了', '物流很慢', '电池不耐用', '味道很好'].map((text) => meaningOf(text, shipped, segment)!.meaning)
    const many = Int8Array.from(others.flatMap((each) => [...each]))
    assert.deepEqual(
      [...nearnessToMany(own!, many)],
      others.map((each) => nearnessOf(own!, each)),
    )
    assert.deepEqual([...nearnessToMany(new Int8Array(own!.length), many)], [0, 0, 0])
  })
  it('takes any text, in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 120 }), (a, b) => {
        const found = likeness(a, b)
        assert.ok(found >= 0 && found <= 1.0001, String(found))
      }),
    )
    for (const unit of ['慢', 'a', '\ud800', '\0', '物流慢，', 'a ', '1']) {
      const start = process.hrtime.bigint()
      likeness(unit.repeat(Math.ceil(1_000_000 / unit.length)), '物流慢')
      assert.ok(process.hrtime.bigint() - start < 5_000_000_000n, unit)
    }
  })
})

describe('fitMeaning', () => {
  const say = (things: string[], sayings: string[], n: number) =>
    Array.from({ length: n }, (_, i) => `${things[i % things.length]}${sayings[(i * 7) % sayings.length]}`)
  const texts = [
    ...say(['快递', '物流', '配送', '送货'], ['太慢了', '迟到了', '等了好久', '超时了'], 200),
    ...say(['屏幕', '电池', '手机', '音质'], ['很清晰', '很耐用', '质量好', '很满意'], 200),
  ]
  const bytes = packMeaning(fitMeaning(texts, { segment, cells: 4, seed: 3 }))

  it('gives words that keep the same company one direction, the same every time', () => {
    const model = loadMeaning(bytes)
    const at = (text: string) => meaningOf(text, model, segment)?.meaning ?? new Int8Array(model.width)
    assert.ok(nearnessOf(at('物流太慢了'), at('配送迟到了')) > nearnessOf(at('物流太慢了'), at('屏幕很清晰')) + 0.3)
    assert.deepEqual(packMeaning(fitMeaning(texts, { segment, cells: 4, seed: 3 })), bytes)
  })
  it('comes back from its bytes, and not from broken ones', () => {
    const model = loadMeaning(bytes)
    assert.deepEqual(packMeaning(model), bytes)
    assert.throws(() => loadMeaning(bytes.slice(0, -1)), RangeError)
    assert.throws(() => loadMeaning(new Uint8Array(100)), RangeError)
  })
  it('learns nothing from nothing', () => {
    const model = loadMeaning(packMeaning(fitMeaning(['一', '二'], { segment, cells: 4, seed: 3 })))
    assert.equal(meaningOf('物流', model, segment), null)
  })
})
