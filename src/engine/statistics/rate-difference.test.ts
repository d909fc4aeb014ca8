import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { poissonInterval, poissonScoreInterval } from './poisson-interval.ts'
import { rateDifference } from './rate-difference.ts'
import { rateRatio } from './rate-ratio.ts'

const near = (got: number | undefined, want: number, by = 1e-4) =>
  assert.ok(got !== undefined && Math.abs(got - want) < by, `got ${got}, want ${want}`)
const rate = fc.record({ events: fc.integer({ min: 0, max: 500 }), exposure: fc.integer({ min: 1, max: 100_000 }) })

describe('poissonInterval', () => {
  it('10 events', () => {
    near(poissonInterval(10).low, 4.7954)
    near(poissonInterval(10).high, 18.3904)
  })
  it('no events still may be three and a half', () => {
    assert.equal(poissonInterval(0).low, 0)
    near(poissonInterval(0).high, 3.688879)
  })
  it('the score bounds are one z of their own spread away from what was seen', () => {
    for (const events of [1, 5, 20, 200]) {
      const { low, high } = poissonScoreInterval(events)
      near((events - low) / Math.sqrt(low), 1.959964)
      near((high - events) / Math.sqrt(high), 1.959964)
    }
    assert.equal(poissonScoreInterval(0).low, 0)
  })
  it('refuses what is not a count', () => {
    assert.throws(() => poissonInterval(-1), RangeError)
    assert.throws(() => poissonInterval(1.5), RangeError)
  })
})

describe('rateDifference per 1,000', () => {
  const cases = [
    { a: [120, 10_000], b: [80, 9_000], difference: 3.111111, low: 0.182467, high: 6.036921 },
    { a: [11, 800], b: [21, 3_011], difference: 6.775573, low: -0.328808, high: 17.913758 },
    { a: [0, 1_000], b: [8, 1_000], difference: -8, low: -15.78766, high: -2.492795 },
  ] as const
  for (const { a, b, difference, low, high } of cases) {
    it(`${a} against ${b}`, () => {
      const found = rateDifference({ events: a[0], exposure: a[1] }, { events: b[0], exposure: b[1] })
      near(found?.difference, difference)
      near(found?.low, low)
      near(found?.high, high)
    })
  }
  it('holds the difference and changes sign with the order', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const there = rateDifference(a, b),
          back = rateDifference(b, a)
        assert.ok(there !== null && back !== null && there.low <= there.difference && there.difference <= there.high)
        assert.ok(Math.abs(there.low + back.high) < 1e-9 * (1 + Math.abs(there.low)))
      }),
    )
  })
  it('is null without exposure', () => assert.equal(rateDifference({ events: 1, exposure: 0 }, { events: 1, exposure: 9 }), null))
  it('refuses half events', () => assert.throws(() => rateDifference({ events: 0.5, exposure: 1 }, { events: 1, exposure: 9 }), RangeError))
})

describe('rateRatio', () => {
  it("R's poisson.test example", () => {
    const found = rateRatio({ events: 11, exposure: 800 }, { events: 21, exposure: 3_011 })
    near(found?.ratio, 1.971488)
    near(found?.low, 0.858426)
    near(found?.high, 4.277266)
  })
  it('no events on one side', () => {
    const found = rateRatio({ events: 0, exposure: 1_000 }, { events: 8, exposure: 1_000 })
    assert.equal(found?.low, 0)
    near(found?.high, 0.585833)
    assert.equal(rateRatio({ events: 8, exposure: 1_000 }, { events: 0, exposure: 1_000 })?.high, Number.POSITIVE_INFINITY)
  })
  it('is null when nothing was seen', () => assert.equal(rateRatio({ events: 0, exposure: 5 }, { events: 0, exposure: 5 }), null))
  it('holds the ratio', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const found = rateRatio(a, b)
        fc.pre(found !== null)
        assert.ok(found.low <= found.ratio * (1 + 1e-9) && found.ratio <= found.high * (1 + 1e-9))
      }),
      { numRuns: 60 },
    )
  })
})
