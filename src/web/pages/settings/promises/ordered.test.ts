import assert from 'node:assert/strict'
import { it } from 'node:test'
import { moved, rowsOf } from './ordered.ts'

const rows = rowsOf(['a', 'b', 'c'])
const order = (list: typeof rows) => list.map(({ value }) => value).join('')

it('moves a row up and down', () => {
  assert.equal(order(moved(rows, 1, -1)), 'bac')
  assert.equal(order(moved(rows, 1, 1)), 'acb')
})
it('stays at the ends', () => {
  assert.equal(order(moved(rows, 0, -1)), 'abc')
  assert.equal(order(moved(rows, 2, 1)), 'abc')
})
it('keeps each key with its row', () => assert.equal(moved(rows, 0, 1)[1]?.key, rows[0]?.key))
