import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { clopperPearson } from './clopper-pearson.ts'
import type { Interval } from './interval.ts'
import { newcombeDifference } from './newcombe-difference.ts'
import { twoProportionTest } from './two-proportion-test.ts'
import { wilsonInterval, wilsonIntervalCorrected } from './wilson-interval.ts'

function near(got: Interval | null, low: number, high: number) {
  assert.ok(got !== null)
  assert.ok(Math.abs(got.low - low) < 1e-4 && Math.abs(got.high - high) < 1e-4, `got ${got.low} – ${got.high}`)
}

const counts = fc
  .integer({ min: 1, max: 5_000 })
  .chain((total) => fc.record({ hits: fc.integer({ min: 0, max: total }), total: fc.constant(total) }))

describe('wilsonInterval', () => {
  // Newcombe 1998a, table I.
  const cases = [
    { hits: 81, total: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, total: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, total: 20, low: 0, high: 0.1611 },
    { hits: 1, total: 29, low: 0.0061, high: 0.1718 },
    { hits: 8, total: 10, low: 0.4902, high: 0.9433 },
  ]
  for (const { hits, total, low, high } of cases) it(`${hits} of ${total}`, () => near(wilsonInterval(hits, total), low, high))

  it('with continuity correction', () => near(wilsonIntervalCorrected(81, 263), 0.2535, 0.3682))
  it('exact', () => near(clopperPearson(15, 148), 0.0578, 0.1617))
  it('exact at the edges', () => {
    near(clopperPearson(0, 20), 0, 0.16843)
    near(clopperPearson(20, 20), 0.83157, 1)
  })

  it('has nothing to say about no answers', () => {
    for (const method of [wilsonInterval, wilsonIntervalCorrected, clopperPearson]) assert.equal(method(0, 0), null)
  })

  it('refuses what is not a count', () => {
    for (const [hits, total] of [
      [-1, 5],
      [6, 5],
      [1.5, 5],
      [1, Number.NaN],
    ] as const) {
      assert.throws(() => wilsonInterval(hits, total), RangeError)
      assert.throws(() => clopperPearson(hits, total), RangeError)
    }
  })

  it('holds the share, stays within [0, 1], and the corrected one holds the plain one', () => {
    fc.assert(
      fc.property(counts, ({ hits, total }) => {
        const plain = wilsonInterval(hits, total),
          wide = wilsonIntervalCorrected(hits, total)
        assert.ok(plain !== null && wide !== null)
        const share = hits / total
        assert.ok(0 <= plain.low && plain.low <= share && share <= plain.high && plain.high <= 1)
        assert.ok(wide.low <= plain.low + 1e-12 && wide.high >= plain.high - 1e-12)
      }),
    )
  })

  it('mirrors when hits and misses change places', () => {
    fc.assert(
      fc.property(counts, ({ hits, total }) => {
        const a = wilsonInterval(hits, total),
          b = wilsonInterval(total - hits, total)
        assert.ok(a !== null && b !== null && Math.abs(a.low - (1 - b.high)) < 1e-12)
      }),
    )
  })
})

describe('newcombeDifference', () => {
  // Newcombe 1998b, table II, method 10.
  const cases = [
    { a: [56, 70], b: [48, 80], low: 0.0524, high: 0.3339 },
    { a: [9, 10], b: [3, 10], low: 0.1705, high: 0.809 },
    { a: [6, 7], b: [2, 7], low: 0.0582, high: 0.8062 },
    { a: [5, 56], b: [0, 29], low: -0.0381, high: 0.1926 },
    { a: [0, 10], b: [0, 20], low: -0.1611, high: 0.2775 },
    { a: [10, 10], b: [0, 20], low: 0.6791, high: 1 },
  ] as const
  for (const { a, b, low, high } of cases) {
    it(`${a[0]} of ${a[1]} against ${b[0]} of ${b[1]}`, () => {
      near(newcombeDifference({ hits: a[0], total: a[1] }, { hits: b[0], total: b[1] }), low, high)
    })
  }

  it('holds the difference and changes sign with the order', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const there = newcombeDifference(a, b),
          back = newcombeDifference(b, a)
        assert.ok(there !== null && back !== null)
        assert.ok(there.low <= there.difference && there.difference <= there.high)
        assert.ok(there.low >= -1 - 1e-12 && there.high <= 1 + 1e-12)
        assert.ok(Math.abs(there.low + back.high) < 1e-12)
      }),
    )
  })

  it('is null when a group is empty', () => {
    assert.equal(newcombeDifference({ hits: 0, total: 0 }, { hits: 1, total: 2 }), null)
  })
})

describe('twoProportionTest', () => {
  it('56 of 70 against 48 of 80', () => {
    const found = twoProportionTest({ hits: 56, total: 70 }, { hits: 48, total: 80 })
    assert.ok(found !== null && Math.abs(found.z - 2.65017) < 1e-5 && Math.abs(found.p - 0.008045) < 1e-6)
  })
  it('column letters of a cross-tab row', () => {
    const share = [
      { hits: 762, total: 1246 },
      { hits: 327, total: 566 },
      { hits: 468, total: 945 },
    ] as const
    const p = (i: 0 | 1 | 2, j: 0 | 1 | 2) => twoProportionTest(share[i], share[j])?.p ?? Number.NaN
    assert.ok(Math.abs(p(0, 1) - 0.1731) < 1e-4 && Math.abs(p(1, 2) - 0.001879) < 1e-6 && Math.abs(p(0, 2) - 5.506e-8) < 1e-10)
  })
  it('says nothing when nothing varies', () => {
    assert.equal(twoProportionTest({ hits: 5, total: 5 }, { hits: 9, total: 9 }), null)
    assert.equal(twoProportionTest({ hits: 0, total: 0 }, { hits: 9, total: 9 }), null)
  })
})
