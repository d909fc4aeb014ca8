import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { echoRate } from './echo-rate.ts'

describe('echoRate', () => {
  it('counts a voice once that was answered and told', () => {
    const found = echoRate({ asked: 263, answered: 70, told: 30, either: 81 })
    assert.deepEqual([found.asked, found.answered.count, found.told.count], [263, 70, 30])
    assert.ok(Math.abs((found.rate ?? 0) - 0.307985) < 1e-6)
    assert.ok(Math.abs((found.interval?.low ?? 0) - 0.2553) < 1e-4 && Math.abs((found.interval?.high ?? 0) - 0.3662) < 1e-4)
  })
  it('nobody asked: no rate, not a rate of 0 or 100 %', () => {
    const nothing = { count: 0, rate: null, interval: null }
    assert.deepEqual(echoRate({ asked: 0, answered: 0, told: 0, either: 0 }), {
      asked: 0,
      answered: nothing,
      told: nothing,
      rate: null,
      interval: null,
    })
  })
  it('all answered still leaves doubt', () => {
    const found = echoRate({ asked: 20, answered: 20, told: 0, either: 20 })
    assert.equal(found.rate, 1)
    assert.ok(found.interval !== null && found.interval.low < 0.85 && found.interval.high === 1)
  })
  for (const wrong of [
    { asked: 5, answered: 6, told: 0, either: 6 },
    { asked: 5, answered: 3, told: 1, either: 2 },
    { asked: 5, answered: 2, told: 1, either: 4 },
    { asked: 5, answered: -1, told: 1, either: 1 },
  ])
    it(`refuses ${JSON.stringify(wrong)}`, () => assert.throws(() => echoRate(wrong), RangeError))

  it('the whole is at least its larger part and at most their sum', () => {
    const count = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(count, count, count, count, (both, onlyAnswered, onlyTold, silent) => {
        const found = echoRate({
          asked: both + onlyAnswered + onlyTold + silent,
          answered: both + onlyAnswered,
          told: both + onlyTold,
          either: both + onlyAnswered + onlyTold,
        })
        fc.pre(found.rate !== null)
        const [a, t] = [found.answered.rate ?? 0, found.told.rate ?? 0]
        assert.ok(found.rate >= Math.max(a, t) && found.rate <= a + t + 1e-12)
      }),
    )
  })
})
