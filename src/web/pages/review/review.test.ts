import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginning, type Draft, differing, given, type Item, inOrder, unlikeEngine } from './judgement.ts'
import { commonAmong, offeredFor } from './offered.ts'
import { nextOpen, openAfter, passedOver, withoutDoubles } from './queue.ts'

const items = ['a', 'b', 'c', 'd'].map((feedbackId) => ({ feedbackId }))
const idOf = (item: { feedbackId: string } | null) => item?.feedbackId ?? null

describe('the walk through the queue', () => {
  const walks = [
    { name: 'begins with the first', from: null, judged: '', step: 1, to: 'a' },
    { name: 'begins with the first that is open', from: null, judged: 'ab', step: 1, to: 'c' },
    { name: 'goes on', from: 'a', judged: '', step: 1, to: 'b' },
    { name: 'leaps over what was judged', from: 'a', judged: 'bc', step: 1, to: 'd' },
    { name: 'ends', from: 'c', judged: 'd', step: 1, to: null },
    { name: 'returns to what was passed over', from: 'd', judged: 'c', step: -1, to: 'b' },
    { name: 'has nothing before the first', from: 'a', judged: '', step: -1, to: null },
    { name: 'begins anew where the list is another', from: 'x', judged: '', step: 1, to: 'a' },
  ] as const
  for (const { name, from, judged, step, to } of walks) {
    it(name, () => assert.equal(idOf(nextOpen(items, from, new Set(judged), step)), to))
  }

  it('knows what is left, what was passed over, and shows nothing twice', () => {
    assert.equal(openAfter(items, 'a', new Set('c')), 2)
    assert.equal(openAfter(items, null, new Set()), 4)
    assert.deepEqual(passedOver(items, new Set('bd')).map(idOf), ['a', 'c'])
    assert.deepEqual(withoutDoubles([...items, ...items.slice(2)]).map(idOf), ['a', 'b', 'c', 'd'])
  })
})

const item = (reviewed: (Partial<Draft> | null)[] = []): Item => ({
  feedbackId: 'fb_1',
  channel: 'web',
  subject: '',
  text: '快递太慢',
  language: 'zh',
  occurredAt: '2026-03-02T00:00:00Z',
  scores: [],
  urgency: 'normal',
  engine: {
    sentiment: { label: 'neutral', score: 0, confidence: 0.5 },
    intent: { label: 'other', confidence: 0.4 },
    categories: ['speed'],
    aspects: [],
  },
  doubt: { sentiment: 0.4, intent: 0.9, categories: 0.3 },
  field: 'intent',
  influence: 1,
  drawn: false,
  copies: 0,
  state: reviewed.length > 1 ? 'differs' : 'open',
  reviewed: reviewed.map((said, i) => ({
    by: { id: `person_${i}`, name: `${i}` },
    at: '2026-03-02T00:00:00Z',
    said: said && { ...said, ...(said.categories && { categories: [...said.categories] }) },
  })),
})

describe('a judgement', () => {
  it('begins as the engine says, and what it doubts comes first', () => {
    assert.deepEqual(beginning(item()), { sentiment: 'neutral', intent: 'other', categories: ['speed'] })
    assert.deepEqual(inOrder(item()), ['intent', 'sentiment', 'categories'])
  })

  it('of two who differ keeps what they agree on, and puts first what they differ in', () => {
    const one = item([
      { sentiment: 'negative', intent: 'complaint', categories: ['speed', 'price'] },
      { sentiment: 'negative', intent: 'complaint', categories: ['price'] },
    ])
    assert.deepEqual(differing(one), ['categories'])
    assert.deepEqual(beginning(one), { sentiment: 'negative', intent: 'complaint', categories: ['speed'] })
    assert.deepEqual(inOrder(one), ['categories', 'intent', 'sentiment'])
  })

  it('knows that the order of categories says nothing, and that what was not judged is the engine’s', () => {
    const one = item([{ categories: ['a', 'b'] }, { categories: ['b', 'a'], sentiment: 'positive' }])
    assert.deepEqual(differing(one), ['sentiment'])
    assert.deepEqual(differing(item([null])), [])
  })

  it('sends all, or the one field that is asked for', () => {
    const draft: Draft = { sentiment: 'negative', intent: 'other', categories: [] }
    assert.deepEqual(given(draft, null), { sentiment: 'negative', intent: 'other', categories: [] })
    assert.deepEqual(given(draft, 'categories'), { categories: [] })
    assert.deepEqual(unlikeEngine(item(), given(draft, null)), ['sentiment', 'categories'])
    assert.deepEqual(unlikeEngine(item(), { intent: 'other' }), [])
  })
})

describe('the categories that stand ready', () => {
  const tree = [
    { id: 'service', parent: null, retiredAt: null },
    { id: 'speed', parent: 'service', retiredAt: null },
    { id: 'manner', parent: 'service', retiredAt: null },
    { id: 'old', parent: 'service', retiredAt: '2026-01-01T00:00:00Z' },
    { id: 'price', parent: null, retiredAt: null },
  ]
  const cases = [
    {
      name: 'the one that is named, its neighbours, then what was chosen last',
      named: ['speed'],
      recent: ['price'],
      offered: ['speed', 'manner', 'price'],
    },
    {
      name: 'nothing twice, and nothing that holds others',
      named: ['speed'],
      recent: ['manner', 'service', 'old'],
      offered: ['speed', 'manner'],
    },
    { name: 'one out of use only where it is named', named: ['old'], recent: [], offered: ['old', 'speed', 'manner'] },
    { name: 'none that the tree does not know', named: ['gone'], recent: ['price'], offered: ['price'] },
  ]
  for (const { name, named, recent, offered } of cases) it(name, () => assert.deepEqual(offeredFor(tree, named, recent), offered))

  it('those of many voices come first among the likely', () => {
    assert.deepEqual(commonAmong([['a'], ['b', 'a'], [], ['c', 'b'], ['b']]), ['b', 'a', 'c'])
  })

  it('never more than have a key, unless more are named', () => {
    assert.deepEqual(offeredFor(tree, ['speed'], ['price'], 2), ['speed', 'manner'])
    assert.deepEqual(offeredFor(tree, ['speed', 'manner', 'price'], [], 2), ['speed', 'manner', 'price'])
  })
})
