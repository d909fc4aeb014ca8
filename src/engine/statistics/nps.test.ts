import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { enough } from './enough.ts'
import { nps, npsDifference, npsGroup } from './nps.ts'

const near = (got: number | undefined | null, want: number, by = 1e-4) =>
  assert.ok(typeof got === 'number' && Math.abs(got - want) < by, `got ${got}, want ${want}`)
const of = (promoters: number, detractors: number, n: number) => ({ promoters, detractors, passives: n - promoters - detractors })

describe('nps', () => {
  const cases = [
    { counts: of(60, 15, 100), score: 45, variance: 0.5475, error: 7.3993, margin: 14.5024 },
    { counts: of(500, 200, 1000), score: 30, variance: 0.61, error: 2.4698, margin: 4.8408 },
    { counts: of(40, 40, 100), score: 0, variance: 0.8, error: 8.9443, margin: 17.5305 },
  ]
  for (const { counts, score, variance, error, margin } of cases) {
    it(`${JSON.stringify(counts)} → ${score}`, () => {
      const found = nps(counts)
      near(found?.score, score)
      near(found?.variance, variance)
      near(found?.standardError, error)
      near(found?.margin, margin)
    })
  }

  it('is null when nobody answered', () => assert.equal(nps(of(0, 0, 0)), null))

  it('ten promoters out of ten is not certainty', () => {
    const found = nps(of(10, 0, 10))
    assert.deepEqual([found?.score, found?.standardError, found?.high], [100, 0, 100])
    near(found?.low, 100 - 200 * 0.277533)
  })
  it('nor are ten detractors or ten passives', () => {
    near(nps(of(0, 10, 10))?.high, -100 + 200 * 0.277533)
    near(nps(of(0, 0, 10))?.low, -27.7533)
    near(nps(of(0, 0, 10))?.high, 27.7533)
  })
  it('refuses what is not a count', () => assert.throws(() => nps(of(5, 0, 3)), RangeError))

  it('holds the score and stays within ±100', () => {
    const count = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const found = nps({ promoters, passives, detractors })
        fc.pre(found !== null)
        assert.ok(-100 <= found.low && found.low <= found.score && found.score <= found.high && found.high <= 100)
        assert.ok(found.high > found.low)
      }),
    )
  })
})

describe('npsGroup', () => {
  it('cuts at 7 and 9', () => {
    assert.deepEqual([0, 6, 7, 8, 9, 10].map(npsGroup), ['detractors', 'detractors', 'passives', 'passives', 'promoters', 'promoters'])
  })
  it('refuses 11 and halves', () => {
    assert.throws(() => npsGroup(11), RangeError)
    assert.throws(() => npsGroup(8.5), RangeError)
  })
})

describe('npsDifference', () => {
  it('45 of 100 against 30 of 1,000', () => {
    const found = npsDifference(of(60, 15, 100), of(500, 200, 1000))
    near(found?.difference, 15)
    near(found?.standardError, 7.8006)
    near(found?.z, 1.9229)
    near(found?.p, 0.0545)
  })
  it('has no p when neither side varies', () => assert.equal(npsDifference(of(9, 0, 9), of(0, 9, 9))?.p, null))
})

describe('enough', () => {
  const cases = [
    [0, 'hidden'],
    [4, 'hidden'],
    [5, 'weak'],
    [29, 'weak'],
    [30, 'firm'],
  ] as const
  for (const [n, want] of cases) it(`${n} is ${want}`, () => assert.equal(enough(n), want))
  it('lets a workspace set its floor, but not below 3', () =>
    assert.deepEqual([enough(9, 10), enough(2, 1), enough(3, 1)], ['hidden', 'hidden', 'weak']))
})
