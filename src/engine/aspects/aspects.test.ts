import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { aspectsOf } from './aspects.ts'
import { STARTER_TREE } from './starter-tree.ts'
import { targetsIn } from './targets.ts'
import { indexTaxonomy, isWithin } from './taxonomy.ts'

const model = sentimentModel
const options = { taxonomy: STARTER_TREE, model }
const seen = (text: string) =>
  aspectsOf(text, options).map(({ category, polarity, start, end }) => `${category} ${polarity} ${text.slice(start, end)}`)

describe('aspectsOf', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['物流很快，就是包装有点破', ['logistics positive 物流很快', 'packaging negative 就是包装有点破']],
    ['客服态度好，但是解决不了问题', ['attitude positive 客服态度好', 'resolution negative 但是解决不了问题']],
    ['續航太差', ['performance negative 續航太差']],
    ['噪音有点大，晚上睡不着', ['noise negative 噪音有点大', 'noise negative 晚上睡不着']],
    ['很好', ['overall positive 很好']],
    [
      'The delivery was fast but the packaging was crushed.',
      ['logistics positive The delivery was fast', 'packaging negative but the packaging was crushed'],
    ],
    ['ＡＰＰ老是闪退！！！', ['stability negative ＡＰＰ老是闪退']],
    ['不认同贵司的处理结果', ['resolution negative 不认同贵司的处理结果']],
    ['请问', []],
    ['', []],
  ]
  for (const [text, aspects] of cases) it(`of ${JSON.stringify(text)}`, () => assert.deepEqual(seen(text), aspects))

  it('goes by the taxonomy given', () => {
    const taxonomy = [{ key: 'coffee', words: ['拿铁', 'latte'] }]
    assert.deepEqual(
      aspectsOf('拿铁太难喝了', { taxonomy, model }).map(({ category }) => category),
      ['coffee'],
    )
    assert.deepEqual(aspectsOf('太难喝了', { taxonomy, model }), [])
    assert.deepEqual(aspectsOf('太难喝了', { taxonomy: [], model }), [])
  })
})

describe('targetsIn', () => {
  it('judges each target by what is said of it', () => {
    const text = '螢幕很清晰，電池不耐用，價格便宜'
    assert.deepEqual(
      targetsIn(text, ['电池', '屏幕', '螢幕', '价格'], options).map(({ target, polarity, start, end }) => [
        target,
        polarity,
        text.slice(start, end),
      ]),
      [
        ['电池', 'negative', '電池'],
        ['屏幕', targetsIn(text, ['没有的'], options)[0]!.polarity, ''],
        ['螢幕', 'positive', '螢幕'],
        ['价格', 'positive', '價格'],
      ],
    )
  })
})

describe('the starter tree', () => {
  const index = indexTaxonomy(STARTER_TREE)

  it('has unique kebab-case keys, parents before children, names, cues and at most three levels', () => {
    const keys = new Set<string>()
    for (const { key, parent, names, words, definition } of STARTER_TREE) {
      assert.match(key, /^[a-z]+(-[a-z]+)*$/)
      assert.ok(!keys.has(key), key)
      assert.ok(parent === null || keys.has(parent), `${key} before its parent`)
      assert.ok(words.length > 0 && definition !== '' && Object.values(names).every((name) => name !== ''), key)
      keys.add(key)
    }
    const depth = (i: number): number => (index.parents[i] === undefined ? 1 : 1 + depth(index.parents[i]))
    assert.ok(STARTER_TREE.every((_, i) => depth(i) <= 3))
  })

  it('stands up to a tree that bites its tail', () => {
    const loop = indexTaxonomy([
      { key: 'a', parent: 'b', words: ['甲'] },
      { key: 'b', parent: 'a', words: ['乙'] },
    ])
    assert.equal(isWithin(loop, 0, 1), true)
    assert.equal(isWithin(loop, 0, 7), false)
  })
})
