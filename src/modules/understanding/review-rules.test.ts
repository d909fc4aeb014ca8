import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { agreementOf, type Pair } from './agreement.ts'
import { doubtOf, influenceOf, mostDoubted, rankOf } from './doubt.ts'
import { standingOf, type Word } from './review.ts'

const seen = (over: Partial<Parameters<typeof doubtOf>[0]> = {}) => ({
  text: '洗衣机漏水',
  sentiment: { label: 'negative', confidence: 0.98 },
  intent: { confidence: 0.95 },
  categories: [{ category: 'quality', confidence: 0.9 }],
  ...over,
})

describe('doubt', () => {
  const cases = [
    { name: 'is small where the engine is sure', over: {}, field: 'categories', from: 0, to: 0.1 },
    {
      name: 'is whole about a sentiment that is a toss-up',
      over: { sentiment: { label: 'negative', confidence: 0.5 } },
      field: 'sentiment',
      from: 1,
      to: 1,
    },
    {
      name: 'is whole about stating or judging',
      over: { sentiment: { label: 'neutral', confidence: 0.4 } },
      field: 'sentiment',
      from: 1,
      to: 1,
    },
    { name: 'is about the intent that is one of six', over: { intent: { confidence: 0.3 } }, field: 'intent', from: 0.7, to: 0.8 },
    { name: 'is about words that no category took', over: { categories: [] }, field: 'categories', from: 0.3, to: 0.3 },
    {
      name: 'is about words that only the whole took',
      over: { categories: [{ category: 'overall', confidence: 0.9 }] },
      field: 'categories',
      from: 0.36,
      to: 0.36,
    },
    {
      name: 'is not about a voice without letters',
      over: { text: '👍 10', sentiment: { label: 'neutral', confidence: 0.4 }, categories: [] },
      field: 'sentiment',
      from: 0,
      to: 0,
    },
  ] as const
  for (const { name, over, field, from, to } of cases) {
    it(name, () => {
      const most = mostDoubted(doubtOf(seen(over as object)))
      assert.equal(most.field, field)
      assert.ok(most.size >= from - 1e-9 && most.size <= to + 1e-9, String(most.size))
    })
  }
})

describe('the order of the queue', () => {
  const usual = { channel: 'web', intent: 'other', urgency: 'low', lowScore: false } as const
  const day = (n: number) => (n * DAY) as Instant
  const half = { sentiment: 0.5, intent: 0, categories: 0 }
  const ranks: [string, number | null][] = [
    ['unsure, dangerous', rankOf(half, influenceOf({ ...usual, intent: 'complaint', urgency: 'critical' }), day(100))],
    ['a guess', rankOf({ ...half, sentiment: 1 }, influenceOf(usual), day(100))],
    ['unsure, in public', rankOf(half, influenceOf({ ...usual, channel: 'review' }), day(100))],
    ['unsure', rankOf(half, influenceOf(usual), day(100))],
    ['unsure, last week', rankOf(half, influenceOf(usual), day(93))],
    ['a guess, three months ago', rankOf({ ...half, sentiment: 1 }, influenceOf(usual), day(10))],
  ]
  it('is by doubt, by what depends on it, and by age', () => {
    const sorted = [...ranks].sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0))
    assert.deepEqual(
      sorted.map(([name]) => name),
      ranks.map(([name]) => name),
    )
  })
  it('stays the same as time goes by', () => {
    const gap = (n: number) => rankOf({ ...half, sentiment: 1 }, 1, day(n))! - rankOf(half, 2, day(n + 3))!
    assert.ok(Math.abs(gap(5) - gap(5_000)) < 1e-6)
  })
  it('has no place for what is sure', () => assert.equal(rankOf({ sentiment: 0.2, intent: 0.2, categories: 0.4 }, 9, day(1)), null))
})

describe('where a voice stands', () => {
  const says = (by: string, value: string | string[], field: Word['field'] = 'intent'): Word => ({ by, field, value })
  const cases = [
    { name: 'one is enough where one judges', two: false, words: [says('a', 'other')], state: 'settled', intent: 'other' },
    {
      name: 'the last word holds where one judges',
      two: false,
      words: [says('a', 'other'), says('b', 'praise')],
      state: 'settled',
      intent: 'praise',
    },
    { name: 'one waits for a second', two: true, words: [says('a', 'other')], state: 'second' },
    { name: 'two alike settle it', two: true, words: [says('a', 'other'), says('b', 'other')], state: 'settled', intent: 'other' },
    { name: 'two unlike differ', two: true, words: [says('a', 'other'), says('b', 'praise')], state: 'differs' },
    {
      name: 'a third makes it two',
      two: true,
      words: [says('a', 'other'), says('b', 'praise'), says('c', 'other')],
      state: 'settled',
      intent: 'other',
    },
    {
      name: 'three unlike still differ',
      two: true,
      words: [says('a', 'other'), says('b', 'praise'), says('c', 'churn')],
      state: 'differs',
    },
    {
      name: 'whoever decides ends it',
      two: true,
      words: [says('a', 'other'), says('b', 'praise'), says('boss', 'churn')],
      decidedBy: 'boss',
      state: 'settled',
      intent: 'churn',
    },
    {
      name: 'categories are alike in any order',
      two: true,
      words: [says('a', ['x', 'y'], 'categories'), says('b', ['y', 'x'], 'categories')],
      state: 'settled',
    },
    {
      name: 'a field that one alone spoke of waits',
      two: true,
      words: [says('a', 'other'), says('b', 'other'), says('b', 'neutral', 'sentiment')],
      state: 'second',
      intent: 'other',
    },
  ] as const
  for (const { name, two, words, state, ...rest } of cases) {
    it(name, () => {
      const standing = standingOf(words as readonly Word[], { twoReviewers: two, decidedBy: 'decidedBy' in rest ? rest.decidedBy : null })
      assert.equal(standing.state, state)
      assert.equal(standing.holds.intent, 'intent' in rest ? rest.intent : undefined)
    })
  }
})

describe('agreement', () => {
  it('is that beyond chance, with what it is of', () => {
    const pairs = (n: number, first: unknown, second: unknown, field: Pair['field'] = 'sentiment') =>
      Array.from({ length: n }, (): Pair => ({ field, first, second }))
    const [sentiment, intent, categories] = agreementOf([
      ...pairs(20, 'positive', 'positive'),
      ...pairs(5, 'positive', 'negative'),
      ...pairs(10, 'negative', 'positive'),
      ...pairs(15, 'negative', 'negative'),
      ...pairs(2, ['x', 'y'], ['y', 'x'], 'categories'),
      ...pairs(2, [], [], 'categories'),
    ])
    assert.equal(sentiment?.n, 50)
    assert.ok(Math.abs((sentiment?.kappa ?? 0) - 0.4) < 1e-12)
    assert.equal(sentiment?.agreed.hits, 35)
    assert.deepEqual([intent?.n, intent?.kappa, intent?.agreed.interval], [0, null, null])
    assert.deepEqual([categories?.agreed.rate, categories?.kappa], [1, 1])
  })
})
