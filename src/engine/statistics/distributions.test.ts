import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  betaQuantile,
  chiSquareQuantile,
  chiSquareUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  tQuantile,
  tUpper,
} from './distributions.ts'
import { incompleteBeta, incompleteGamma, logGamma } from './special-functions.ts'

/** Relative closeness; references are from mpmath with 40 digits, quantiles from SciPy 1.17. */
function near(got: number, want: number, relative = 1e-12) {
  assert.ok(Math.abs(got - want) <= relative * Math.abs(want), `got ${got}, want ${want}`)
}

describe('special functions', () => {
  const gammas = [
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [3.7, 1.4280723266653879],
    [10, 12.80182748008147],
    [171.5, 709.1431630309282],
    [1e6, 12815504.56914761],
  ] as const
  for (const [x, want] of gammas) it(`ln Γ(${x})`, () => near(logGamma(x), want))

  const betas = [
    [0.3, 2, 5, 0.579825],
    [0.01, 1, 20, 0.18209306240276912],
    [0.99, 300, 2, 0.19616357628514342],
    [0.5, 500, 510, 0.6235397566556697],
    [0.2, 10_000, 40_300, 0.7490668395248118],
    [0.3, 0.5, 0.5, 0.36901011956554536],
    [0.5, 0.001, 3, 0.9999317848369582],
  ] as const
  for (const [x, a, b, want] of betas) it(`I(${x}; ${a}, ${b})`, () => near(incompleteBeta(a, b, x).lower, want))

  it('both tails make one', () => {
    const shape = fc.double({ min: 0.05, max: 5_000, noNaN: true })
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        const beta = incompleteBeta(a, b, x)
        const mirrored = incompleteBeta(b, a, 1 - x, x)
        near(beta.lower + beta.upper, 1)
        assert.ok(Math.abs(beta.lower - mirrored.upper) < 1e-10)
        const gamma = incompleteGamma(a, x * 2 * a)
        assert.ok(gamma.lower >= 0 && gamma.upper >= -1e-15 && gamma.lower <= 1 + 1e-13)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses what has no value', () => {
    assert.throws(() => logGamma(0), RangeError)
    assert.throws(() => incompleteGamma(0, 1), RangeError)
    assert.throws(() => incompleteBeta(1, 1, 1.1), RangeError)
  })
})

describe('upper tails', () => {
  const normal = [
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145705],
    [3, 0.0013498980316300946],
    [6, 9.86587645037698e-10],
    [8, 6.220960574271784e-16],
    [12, 1.776482112077679e-33],
    [30, 4.906713927148187e-198],
  ] as const
  for (const [x, want] of normal) it(`normal beyond ${x}`, () => near(normalUpper(x), want))

  const student = [
    [0.1, 1, 0.4682744825694464],
    [1, 1, 0.25],
    [2, 2.5, 0.078695747878983],
    [1.8608, 17.776, 0.039698289069889904],
    [5, 30, 1.1648342733503898e-5],
    [10, 4, 0.00028100181135799556],
    [1.96, 1000, 0.025136592477874357],
    [1.5, 1e6, 0.06680735911839639],
    [40, 3, 1.7190340394579263e-5],
  ] as const
  for (const [t, df, want] of student) it(`t(${df}) beyond ${t}`, () => near(tUpper(t, df), want))

  const chi = [
    [0.5, 1, 0.4795001221869535],
    [30.0701, 2, 2.953661688446649e-7],
    [22.774, 1, 1.8221425580850145e-6],
    [100, 100, 0.48119168452795674],
    [1000, 900, 0.010994608942135848],
    [0.001, 4, 0.9999998750416589],
    [150, 10, 3.72748505506251e-27],
  ] as const
  for (const [x, df, want] of chi) it(`χ²(${df}) beyond ${x}`, () => near(chiSquareUpper(x, df), want))
})

describe('quantiles', () => {
  const normal = [
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [0.975, 1.9599639845400543],
    [0.9999999, 5.1993375821928165],
    [0.001, -3.0902323061678136],
    [1e-10, -6.361340902404057],
  ] as const
  for (const [p, want] of normal) it(`normal ${p}`, () => near(normalQuantile(p), want, 1e-10))

  const student = [
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 9, 2.262157162798205],
    [0.975, 17.776, 2.102821310380221],
    [0.995, 30, 2.7499956535672254],
    [0.6, 5, 0.2671808657041451],
    [0.975, 1e6, 1.959966356814107],
    [0.0001, 3, -22.203742273204178],
  ] as const
  for (const [p, df, want] of student) it(`t(${df}) ${p}`, () => near(tQuantile(p, df), want, 1e-10))

  const chi = [
    [0.025, 20, 9.590777392264867],
    [0.975, 22, 36.78071208403556],
    [0.95, 1, 3.841458820694124],
    [0.5, 2, 1.386294361119891],
    [0.975, 2002, 2127.904272032604],
    [1e-6, 5, 0.012896160206497087],
  ] as const
  for (const [p, df, want] of chi) it(`χ²(${df}) ${p}`, () => near(chiSquareQuantile(p, df), want, 1e-10))

  const beta = [
    [0.025, 15, 134, 0.05784401008344857],
    [0.975, 16, 133, 0.161650490349479],
    [0.5, 2, 3, 0.3857275681323895],
    [0.025, 1, 20, 0.0012650894979498038],
    [0.975, 500, 5000, 0.09864557264296855],
  ] as const
  for (const [p, a, b, want] of beta) it(`Beta(${a}, ${b}) ${p}`, () => near(betaQuantile(p, a, b), want, 1e-10))

  it('undo the distribution', () => {
    const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    fc.assert(
      fc.property(share, fc.double({ min: 0.5, max: 300, noNaN: true }), (p, df) => {
        near(normalCdf(normalQuantile(p)), p, 1e-9)
        near(1 - tUpper(tQuantile(p, df), df), p, 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  it('refuse a share of 0 or 1', () => {
    for (const p of [0, 1, Number.NaN]) assert.throws(() => normalQuantile(p), RangeError)
  })
})
