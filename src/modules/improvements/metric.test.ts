import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Instant, instant } from '../../shared/time/instant.ts'
import { decidedAt, type Metric, metricFault, shippingFaults, statisticalPlan, traitsOf, windowFaults } from './metric.ts'

const on = (day: string): Instant => instant(`2026-${day}T00:00:00+08:00`)
const between = (from: string, to: string) => ({ from: on(from), to: on(to) })
const BEFORE = between('03-02', '03-30'),
  AFTER = between('04-06', '05-04')

describe('windowFaults', () => {
  const frozenAt = on('04-01'),
    shippedAt = on('04-05')
  const cases = [
    { name: 'a sound plan', before: BEFORE, after: AFTER, shippedAt, want: [] },
    { name: 'a sound plan, not yet shipped', before: BEFORE, after: AFTER, shippedAt: null, want: [] },
    { name: 'before may run on until shipping', before: between('03-02', '04-05'), after: AFTER, shippedAt, want: [] },
    { name: 'the day of shipping may lie in before', before: between('03-02', '04-06'), after: AFTER, shippedAt, want: [] },
    {
      name: 'before runs past shipping',
      before: between('03-02', '04-07'),
      after: between('04-07', '05-04'),
      shippedAt,
      want: [['before', 'ends-after-shipping']],
    },
    {
      name: 'after is over when it is frozen',
      before: between('02-02', '02-20'),
      after: between('03-01', '03-29'),
      shippedAt: on('02-25'),
      want: [['after', 'over-already']],
    },
    {
      name: 'after begins too early',
      before: BEFORE,
      after: between('04-03', '05-04'),
      shippedAt,
      want: [['after', 'starts-before-shipping']],
    },
    { name: 'after may begin with shipping', before: BEFORE, after: between('04-05', '05-04'), shippedAt, want: [] },
    {
      name: 'after in the past',
      before: BEFORE,
      after: between('03-30', '04-28'),
      shippedAt: null,
      want: [['after', 'starts-before-freeze']],
    },
    { name: 'turned round', before: between('03-30', '03-02'), after: AFTER, shippedAt, want: [['before', 'empty']] },
    {
      name: 'two years',
      before: BEFORE,
      after: { from: on('04-06'), to: instant('2028-04-06T00:00Z') },
      shippedAt,
      want: [['after', 'too-long']],
    },
    {
      name: 'an hour',
      before: { from: on('03-02'), to: (on('03-02') + 3_600_000) as Instant },
      after: AFTER,
      shippedAt,
      want: [['before', 'too-short']],
    },
    {
      name: 'one within the other',
      before: BEFORE,
      after: between('03-15', '04-12'),
      shippedAt,
      want: [
        ['after', 'overlaps'],
        ['after', 'starts-before-shipping'],
      ],
    },
  ]
  for (const { name, before, after, shippedAt, want } of cases) {
    it(name, () => {
      assert.deepEqual(
        windowFaults({ before, after }, { kind: 'mean-score', frozenAt, shippedAt }).map(({ window, code }) => [window, code]),
        want,
      )
    })
  }
  it('compares customers over equal stretches only', () => {
    const windows = { before: BEFORE, after: between('04-06', '05-03') }
    const kind = 'contacts-per-1000-customers'
    assert.deepEqual(windowFaults(windows, { kind, frozenAt, shippedAt }), [{ window: 'after', code: 'must-be-equal' }])
    assert.deepEqual(windowFaults({ before: BEFORE, after: AFTER }, { kind, frozenAt, shippedAt }), [])
  })
  it('is not shipped under a plan whose window has begun', () => {
    assert.deepEqual(shippingFaults({ before: BEFORE, after: AFTER }, on('04-07')), [])
    assert.deepEqual(shippingFaults({ before: BEFORE, after: AFTER }, (on('04-07') + 1) as Instant), [
      { window: 'after', code: 'starts-before-shipping' },
    ])
  })
  it('is decided when the window has passed, needs a week later', () => {
    assert.equal(decidedAt('mean-score', AFTER), AFTER.to)
    assert.equal(decidedAt('share-of-resolved-needs', AFTER), on('05-11'))
  })
})

describe('metricFault', () => {
  const cases: { metric: Metric; fault: string | null }[] = [
    { metric: { kind: 'share-choosing-option', survey: 's', question: 'q', options: ['late'] }, fault: null },
    { metric: { kind: 'share-choosing-option', survey: 's', question: 'q', options: [] }, fault: 'no-options' },
    { metric: { kind: 'share-of-score', score: 'csat', from: 4, to: 5 }, fault: null },
    { metric: { kind: 'share-of-score', score: 'csat', from: 5, to: 4 }, fault: 'empty-range' },
    { metric: { kind: 'share-of-score', score: 'nps', from: 9, to: 11 }, fault: 'outside-scale' },
    { metric: { kind: 'share-of-score', score: 'ces', from: 1, to: 7 }, fault: 'empty-range' },
    { metric: { kind: 'share-of-score', score: 'rating', from: 90, to: 100 }, fault: null },
    { metric: { kind: 'share-of-category', category: '' }, fault: 'no-category' },
    { metric: { kind: 'contacts-per-1000-orders', category: null }, fault: null },
  ]
  for (const { metric, fault } of cases) it(JSON.stringify(metric), () => assert.equal(metricFault(metric), fault))
})

describe('statisticalPlan', () => {
  it('asks the engine for a rate, with its windows as text', () => {
    const plan = statisticalPlan({
      metric: { kind: 'contacts-per-1000-orders', category: 'noise' },
      better: 'lower',
      before: BEFORE,
      after: AFTER,
      minimumVoices: 100,
    })
    assert.deepEqual(plan, {
      measure: 'rate',
      better: 'lower',
      minimumVoices: 100,
      denominator: 'steady',
      before: { from: '2026-03-01T16:00:00.000Z', to: '2026-03-29T16:00:00.000Z' },
      after: { from: '2026-04-05T16:00:00.000Z', to: '2026-05-03T16:00:00.000Z' },
    })
  })
  it('only a share of all feedback moves under itself', () => {
    const category = statisticalPlan({
      metric: { kind: 'share-of-category', category: 'noise' },
      better: 'lower',
      before: BEFORE,
      after: AFTER,
    })
    assert.equal(category.denominator, 'moves')
    assert.equal(traitsOf('share-of-resolved-needs').warning, null)
  })
})
