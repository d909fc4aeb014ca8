import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ces } from './ces.ts'
import { csat } from './csat.ts'
import { meanInterval } from './mean-interval.ts'
import { median, quantile } from './quantile.ts'
import { summarise, summariseCounts } from './summary.ts'
import { welch } from './welch.ts'

const near = (got: number | undefined | null, want: number, by = 1e-4) =>
  assert.ok(typeof got === 'number' && Math.abs(got - want) < by, `got ${got}, want ${want}`)
const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 60 })

describe('summarise', () => {
  it('counts and values agree', () => {
    const fromCounts = summariseCounts([
      [5, 3],
      [1, 2],
      [4, 0],
    ])
    assert.deepEqual({ ...fromCounts, variance: 0 }, { n: 5, mean: 3.4, variance: 0 })
    near(fromCounts.variance, summarise([5, 5, 5, 1, 1]).variance, 1e-12)
    near(fromCounts.variance, 4.8, 1e-12)
  })
  it('keeps its digits far from zero', () => near(summarise([1e9 + 1, 1e9 + 2, 1e9 + 3]).variance, 1, 1e-9))
  it('has no spread for one value, and no mean for none', () => {
    assert.deepEqual(summarise([7]), { n: 1, mean: 7, variance: 0 })
    assert.deepEqual(summarise([]), { n: 0, mean: 0, variance: 0 })
  })
  it('refuses what is not a count', () => assert.throws(() => summariseCounts([[5, -1]]), RangeError))
})

describe('welch', () => {
  const first = summarise([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
  const second = summarise([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])

  it("R's sleep data", () => {
    const found = welch(first, second)
    near(found?.t, -1.8608)
    near(found?.df, 17.776, 1e-3)
    near(found?.p, 0.07939)
    near(found?.low, -3.3655)
    near(found?.high, 0.2055)
  })
  it('needs two answers on each side and some spread', () => {
    assert.equal(welch(summarise([1]), second), null)
    assert.equal(welch(summarise([4, 4]), summarise([5, 5])), null)
  })
  it('holds the difference, and p is under .05 exactly when 0 is outside', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const found = welch(summarise(a), summarise(b))
        fc.pre(found !== null)
        assert.ok(found.low <= found.difference && found.difference <= found.high)
        if (Math.abs(found.p - 0.05) > 1e-9) assert.equal(found.p < 0.05, found.low > 0 || found.high < 0)
      }),
    )
  })
})

describe('mean scores', () => {
  it('effort: mean with its t interval, and the share that found it easy', () => {
    const found = ces([
      [1, 2],
      [3, 3],
      [4, 5],
      [5, 10],
      [6, 12],
      [7, 8],
    ])
    near(found?.mean, 5.225)
    near(found?.interval?.low, 4.736541)
    near(found?.interval?.high, 5.713459)
    near(found?.easy.share, 0.75)
  })
  it('effort: one answer has a mean but no interval', () => {
    assert.deepEqual([ces([[6, 1]])?.mean, ces([[6, 1]])?.interval], [6, null])
    assert.equal(ces([]), null)
    assert.throws(() => ces([[8, 1]]), RangeError)
  })
  it('satisfaction: top two of five, by Wilson', () => {
    const found = csat([
      [5, 50],
      [4, 31],
      [3, 100],
      [1, 82],
    ])
    near(found?.share, 81 / 263)
    near(found?.interval.low, 0.2553)
    near(found?.interval.high, 0.3662)
    assert.equal(csat([]), null)
    assert.throws(() => csat([[0, 1]]), RangeError)
  })
  it('a mean of equal answers has no interval', () => assert.equal(meanInterval(summarise([4, 4, 4])), null))
})

describe('quantile', () => {
  const cases = [
    { values: [20, 1, 2, 3, 4, 10], p: 0.9, want: 15 },
    { values: [7], p: 0.9, want: 7 },
    { values: [1, 2, 3, 4], p: 0.5, want: 2.5 },
    { values: [3, 1, 2], p: 0, want: 1 },
    { values: [3, 1, 2], p: 1, want: 3 },
  ]
  for (const { values, p, want } of cases) it(`P${p * 100} of ${values}`, () => assert.equal(quantile(values, p), want))
  it('median of nothing', () => assert.equal(median([]), null))
  it('does not disturb what it is given', () => {
    const values = [3, 1, 2]
    median(values)
    assert.deepEqual(values, [3, 1, 2])
  })
  it('refuses a share beyond 1', () => assert.throws(() => quantile([1], 1.1), RangeError))
})
