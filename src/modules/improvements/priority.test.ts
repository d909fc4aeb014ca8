import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { priorityOf, rice, valueWeight } from './priority.ts'

describe('priorityOf', () => {
  it('explains itself factor by factor', () => {
    assert.deepEqual(priorityOf({ severity: 4, reach: 120, effort: 10, cost: 20_000, benefit: 80_000 }), {
      score: 96,
      factors: [
        { factor: 'severity', input: 4, by: 4, running: 4 },
        { factor: 'reach', input: 120, by: 120, running: 480 },
        { factor: 'value', input: 4, by: 2, running: 960 },
        { factor: 'effort', input: 10, by: 0.1, running: 96 },
      ],
    })
  })
  it('nobody spoke of it: nothing to gain', () => assert.equal(priorityOf({ severity: 5, reach: 0, effort: 1 }).score, 0))
  it('rises with severity, reach and benefit, falls with effort and cost', () => {
    const some = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), some, some, some, some, (severity, reach, effort, cost, benefit) => {
        const it_ = { severity, reach, effort, cost, benefit }
        const { score } = priorityOf(it_)
        for (const better of [
          { severity: severity + 1 },
          { reach: reach + 1 },
          { benefit: benefit * 4 },
          { effort: effort / 2 },
          { cost: cost / 4 },
        ]) {
          assert.ok(priorityOf({ ...it_, ...better }).score >= score, JSON.stringify(better))
        }
      }),
    )
  })
  for (const wrong of [{ severity: 0 }, { severity: 6 }, { reach: 1.5 }, { reach: -1 }, { effort: 0 }, { cost: -1 }]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => priorityOf({ severity: 3, reach: 3, effort: 3, ...wrong }), RangeError)
    })
  }
})

describe('valueWeight', () => {
  const cases = [
    { cost: undefined, benefit: 9, ratio: null, by: 1 },
    { cost: 100, benefit: undefined, ratio: null, by: 1 },
    { cost: 100, benefit: 99, ratio: 0.99, by: 0.5 },
    { cost: 100, benefit: 100, ratio: 1, by: 1 },
    { cost: 100, benefit: 300, ratio: 3, by: 2 },
    { cost: 100, benefit: 1000, ratio: 10, by: 3 },
    { cost: 0, benefit: 5, ratio: null, by: 3 },
    { cost: 0, benefit: 0, ratio: null, by: 1 },
  ]
  for (const { cost, benefit, ratio, by } of cases) {
    it(`${benefit} for ${cost}`, () => assert.deepEqual(valueWeight(cost, benefit), { ratio, by }))
  }
})

describe('rice', () => {
  it('2000 · 2 · 0.8 ÷ 4', () => assert.equal(rice({ reach: 2000, impact: 2, confidence: 0.8, effort: 4 }), 800))
  it('refuses more than certainty', () => assert.throws(() => rice({ reach: 1, impact: 1, confidence: 1.1, effort: 1 }), RangeError))
})
