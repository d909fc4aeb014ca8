import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { filterOf, queryOf } from './filter.ts'

describe('filterOf', () => {
  it('takes what is a filter and leaves the rest of the address', () => {
    assert.deepEqual(filterOf({ q: '退款', channel: '', voice: 'fb_1', page: '2' }), { q: '退款' })
  })
})

describe('queryOf', () => {
  it('turns days, both included, into moments of the workspace', () => {
    assert.deepEqual(queryOf({ from: '2026-11-01', to: '2026-11-21', channel: 'email' }, 'Asia/Shanghai'), {
      channel: 'email',
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-21T16:00:00.000Z',
    })
  })
  it('leaves out what is not a day', () => assert.deepEqual(queryOf({ from: 'yesterday' }, 'Asia/Shanghai'), {}))
})
