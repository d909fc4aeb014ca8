import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoOfPlain, plainOf } from './plain-duration.ts'

describe('plainOf', () => {
  const cases = [
    { iso: 'PT24H', plain: { n: 24, unit: 'hours' } },
    { iso: 'PT30S', plain: { n: 30, unit: 'seconds' } },
    { iso: 'P14D', plain: { n: 14, unit: 'days' } },
    { iso: 'P1Y', plain: { n: 12, unit: 'months' } },
    { iso: 'PT1H30M', plain: null },
    { iso: '24 hours', plain: null },
  ]
  for (const { iso, plain } of cases) it(iso, () => assert.deepEqual(plainOf(iso), plain))
})

describe('isoOfPlain', () => {
  const cases = [
    { plain: { n: 24, unit: 'hours' }, iso: 'PT24H' },
    { plain: { n: 1.5, unit: 'hours' }, iso: 'PT1.5H' },
    { plain: { n: 2, unit: 'weeks' }, iso: 'P2W' },
    { plain: { n: 0.5, unit: 'months' }, iso: null },
    { plain: { n: 0, unit: 'hours' }, iso: null },
    { plain: { n: 200, unit: 'months' }, iso: null },
  ] as const
  for (const { plain, iso } of cases) it(`${plain.n} ${plain.unit}`, () => assert.equal(isoOfPlain(plain), iso))
})
