import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hasLowScore } from './score.ts'

describe('hasLowScore', () => {
  const cases: [kind: string, value: number, low: number, high: number, isLow: boolean][] = [
    ['nps', 6, 0, 10, true],
    ['nps', 7, 0, 10, false],
    ['csat', 2, 1, 5, true],
    ['csat', 3, 1, 5, false],
    ['ces', 3, 1, 7, true],
    ['ces', 4, 1, 7, false],
    ['rating', 2, 1, 5, true],
    ['rating', 3, 1, 5, false],
    ['rating', 3.9, 0, 10, true],
    ['rating', 4, 0, 10, false],
    ['rating', -1, -5, 5, false],
  ]
  for (const [kind, value, low, high, isLow] of cases) {
    it(`${kind} ${value} of ${low}–${high}: ${isLow ? 'low' : 'not low'}`, () =>
      assert.equal(hasLowScore([{ kind, value, low, high }]), isLow))
  }
  it('is one bad score among good ones', () => {
    assert.equal(
      hasLowScore([
        { kind: 'nps', value: 10, low: 0, high: 10 },
        { kind: 'csat', value: 1, low: 1, high: 5 },
      ]),
      true,
    )
  })
  it('is nothing without scores', () => assert.equal(hasLowScore([]), false))
})
