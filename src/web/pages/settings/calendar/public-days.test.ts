import assert from 'node:assert/strict'
import { it } from 'node:test'
import { festivalsOf } from './public-days.ts'

it('joins the days of a holiday and names the weekends worked for it', () => {
  const found = festivalsOf(2026)
  assert.equal(found.length, 7)
  assert.deepEqual(found[1], { name: '春节', from: '2026-02-15', to: '2026-02-23', madeUp: ['2026-02-14', '2026-02-28'] })
})
it('knows nothing of a year without a notice', () => assert.deepEqual(festivalsOf(2999), []))
