import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { crossTab } from './cross-tab.ts'
import { benjaminiHochberg, bonferroni, holm } from './p-adjust.ts'
import { exposureForDifference, sampleForDifference, sampleForMargin, sampleForMeans } from './sample-size.ts'

const near = (got: number | undefined, want: number, by = 1e-4) =>
  assert.ok(got !== undefined && Math.abs(got - want) < by, `got ${got}, want ${want}`)

describe('crossTab', () => {
  // Agresti 2007, p. 39; the example of R's chisq.test.
  const found = crossTab([
    [762, 327, 468],
    [484, 239, 477],
  ])
  it('party by gender', () => {
    near(found?.chiSquare, 30.0701)
    assert.equal(found?.df, 2)
    near(found?.p, 2.9536e-7, 1e-11)
    near(found?.cramersV, 0.10444, 1e-5)
    near(found?.cramersVCorrected, 0.10092, 1e-5)
    assert.equal(found?.sparse, false)
  })
  it('adjusted residuals', () => {
    for (const [j, want] of [4.502, 0.699, -5.316].entries()) near(found?.adjustedResiduals[0]?.[j], want, 1e-3)
  })
  it('warns of sparse cells', () =>
    assert.equal(
      crossTab([
        [3, 1],
        [1, 3],
      ])?.sparse,
      true,
    ))
  it('leaves empty columns out of the degrees of freedom', () => {
    assert.equal(
      crossTab([
        [10, 0, 20],
        [20, 0, 10],
      ])?.df,
      1,
    )
    assert.equal(
      crossTab([
        [10, 0],
        [20, 0],
      ]),
      null,
    )
  })
  it('refuses a ragged table', () => assert.throws(() => crossTab([[1, 2], [3]]), RangeError))
  it('does not care which way the table lies', () => {
    const table = fc.array(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(table, (rows) => {
        const turned = [0, 1, 2].map((j) => rows.map((row) => row[j] ?? 0))
        near(crossTab(turned)?.p, crossTab(rows)?.p ?? -1, 1e-9)
      }),
    )
  })
})

describe('p-adjust', () => {
  const same = (got: number[], want: number[]) => {
    for (const [i, x] of want.entries()) near(got[i], x, 1e-9)
  }
  const five = [0.01, 0.02, 0.03, 0.04, 0.05]
  // Benjamini & Hochberg 1995, §2.3.
  const fifteen = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  const rejected = (ps: number[]) => ps.filter((p) => p <= 0.05).length

  it('Holm', () => same(holm(five), [0.05, 0.08, 0.09, 0.09, 0.09]))
  it('Benjamini–Hochberg', () => same(benjaminiHochberg(five), [0.05, 0.05, 0.05, 0.05, 0.05]))
  it('published example: 4, 3 and 3 findings', () => {
    assert.deepEqual(
      [benjaminiHochberg, bonferroni, holm].map((adjust) => rejected(adjust(fifteen))),
      [4, 3, 3],
    )
  })
  it('keeps the order it was given in', () => same(holm([0.05, 0.01]), [0.05, 0.02]))
  it('never lowers a p, and Benjamini–Hochberg ≤ Holm ≤ Bonferroni', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        const [b, h, f] = [benjaminiHochberg(ps), holm(ps), bonferroni(ps)]
        ps.forEach((p, i) => {
          const row = [p, b[i] ?? -1, h[i] ?? -1, f[i] ?? -1, 1]
          assert.ok(
            row.every((x, j) => j === 0 || (row[j - 1] ?? 0) <= x + 1e-12),
            String(row),
          )
        })
      }),
    )
  })
  it('refuses what is not a p value', () => assert.throws(() => holm([1.2]), RangeError))
})

describe('sample size', () => {
  const margins = [
    [undefined, 385],
    [500, 218],
    [1_000, 278],
    [10_000, 370],
  ] as const
  for (const [population, want] of margins) {
    it(`± 5 points of ${population ?? 'very many'}`, () => {
      assert.equal(sampleForMargin(population === undefined ? { margin: 0.05 } : { margin: 0.05, population }), want)
    })
  }
  const moves = [
    [0.5, 0.75, 58],
    [0.85, 0.65, 73],
    [0.1, 0.12, 3841],
  ] as const
  for (const [from, to, want] of moves) it(`from ${from} to ${to}`, () => assert.equal(sampleForDifference({ from, to }), want))

  it('never asks more people than there are', () => assert.equal(sampleForMargin({ margin: 0.01, population: 3 }), 3))
  it('no difference can never be seen', () => {
    assert.equal(sampleForDifference({ from: 0.2, to: 0.2 }), null)
    assert.equal(exposureForDifference({ from: 0.01, to: 0.01 }), null)
    assert.equal(sampleForMeans({ by: 0, variance: 1 }), null)
  })
  it('rates: 12 to 9 contacts per 1,000 orders', () => assert.equal(exposureForDifference({ from: 0.012, to: 0.009 }), 18315))
  it('means: half a point at a spread of one point', () => assert.equal(sampleForMeans({ by: 0.5, variance: 1 }), 63))
  it('refuses a margin of nothing', () => assert.throws(() => sampleForMargin({ margin: 0 }), RangeError))
})
