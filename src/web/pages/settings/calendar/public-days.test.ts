import assert from 'node:assert/strict'
import { it } from 'node:test'
import { festivalsOf } from './public-days.ts'

it('joins the days of a holiday and names the weekends worked for it', () => {
  const found = festivalsOf(2026)
  assert.equal(found.length, 7)
  assert.deepEqual(found[1], { name: '春节', from: '2026-02-15', to: '2026-02-23', madeUp: ['2026-02-14', '2026-02-28'] })
})
it('knows of a year without a notice what the law names by date', () => {
  assert.deepEqual(festivalsOf(2999), [
    { name: '元旦', from: '2999-01-01', to: '2999-01-01', madeUp: [] },
    { name: '劳动节', from: '2999-05-01', to: '2999-05-02', madeUp: [] },
    { name: '国庆节', from: '2999-10-01', to: '2999-10-03', madeUp: [] },
  ])
})
