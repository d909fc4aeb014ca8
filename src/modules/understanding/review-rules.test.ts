import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY, type Instant } from '../../shared/time/instant.ts'
import { agreementOf, type Pair } from './agreement.ts'
import { interleaved } from './copies.ts'
import { doubtOf, drawnAmong, drawRankOf, influenceOf, isValued, mostDoubted, rankOf } from './doubt.ts'
import { standingOf, type Word } from './review.ts'
import { wantedFor } from './sample.ts'

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
  const usual = { channel: 'web', intent: 'other', urgency: 'low', lowScore: false, valued: false, owed: false } as const
  const day = (n: number) => (n * DAY) as Instant
  const half = { sentiment: 0.5, intent: 0, categories: 0 }
  const ranks: [string, number | null][] = [
    ['unsure, dangerous', rankOf(half, influenceOf({ ...usual, intent: 'complaint', urgency: 'critical' }), day(100))],
    ['a guess', rankOf({ ...half, sentiment: 1 }, influenceOf(usual), day(100))],
    ['unsure, a case is open', rankOf(half, influenceOf({ ...usual, owed: true }), day(100))],
    ['unsure, of a first customer', rankOf(half, influenceOf({ ...usual, valued: true }), day(100))],
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

describe('what chance draws', () => {
  const now = (1_000 * DAY) as Instant
  const ids = Array.from(
    { length: 20_000 },
    (_, i) =>
      `0198f0a1-${(i * 7919).toString(16).padStart(4, '0')}-7${(i % 4096).toString(16).padStart(3, '0')}-8000-${i.toString(16).padStart(12, '0')}`,
  )
  const drawnOf = (count: number, when: (i: number) => Instant) =>
    [...ids.keys()]
      .sort((a, b) => drawRankOf({ id: ids[b]!, text: '行' }, when(b))! - drawRankOf({ id: ids[a]!, text: '行' }, when(a))!)
      .slice(0, count)

  it('holds for all: the share of the drawn is that of everyone', () => {
    // Every fifth is read wrongly; 1,000 drawn have a standard error of 1.2 points.
    const wrong = drawnOf(1_000, () => now).filter((i) => i % 5 === 0).length
    assert.ok(Math.abs(wrong - 200) < 3 * 12.3, String(wrong))
  })
  it('fades with age as the queue does: of 30 days ago e times fewer', () => {
    const old = drawnOf(1_000, (i) => (i % 2 === 0 ? now : now - 30 * DAY) as Instant).filter((i) => i % 2 === 1).length
    assert.ok(Math.abs(old - 1_000 / (1 + Math.E)) < 3 * 14, String(old))
  })
  it('is the same for a voice for good, and nothing where nobody could say anything', () => {
    assert.equal(drawRankOf({ id: 'a', text: '👍 10' }, now), null)
    assert.equal(drawRankOf({ id: 'a', text: '行' }, now), drawRankOf({ id: 'a', text: '不行' }, now))
  })
  it('comes up at every tenth place, over pages too, and never behind the others', () => {
    assert.deepEqual([drawnAmong(0, 20), drawnAmong(5, 4), drawnAmong(5, 5), drawnAmong(9, 1)], [2, 0, 1, 1])
    const voices = (list: string) => [...list].map((feedbackId) => ({ feedbackId }))
    const places = (first: string, second: string, shown: number, most: number) =>
      interleaved(voices(first), voices(second), { every: 3, shown, most })
        .map(({ voice: { feedbackId }, isSecond }) => (isSecond ? feedbackId.toUpperCase() : feedbackId))
        .join('')
    assert.equal(places('abcdef', 'xy', 0, 6), 'abXcdY')
    assert.equal(places('abcdef', 'x', 2, 4), 'Xabc')
    assert.equal(places('ab', 'xy', 0, 9), 'abX')
    assert.equal(places('', 'xy', 0, 9), '')
    assert.equal(places('abcd', 'bdx', 0, 9), 'abDc')
  })
  it('knows customers of the first rank by their tier or their own person', () => {
    const valued = ['VIP', '钻石卡', '白金會員', 'Platinum'].map((tier) => isValued({ tier, hasOwner: false }))
    const others = ['普通', '银卡', 'silver', ''].map((tier) => isValued({ tier, hasOwner: false }))
    assert.deepEqual([new Set(valued), new Set(others), isValued({ tier: '', hasOwner: true })], [new Set([true]), new Set([false]), true])
  })
  it('says how many more are wanted for ten points either way', () => {
    const wanted = [
      [0, 0, 97],
      [5, 5, 62],
      [29, 30, 1],
      [60, 61, 0],
      [50, 95, 1],
      [50, 96, 0],
    ] as const
    assert.deepEqual(
      wanted.map(([hits, of]) => wantedFor({ hits, of })),
      wanted.map(([, , n]) => n),
    )
  })
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
