import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shareChange } from './volume-facts.ts'

describe('shareChange', () => {
  it('is the difference of the two shares as they are shown', () => {
    assert.equal(shareChange({ n: 100, negative: 31, before: 200, negativeBefore: 54 }), 4)
  })
  it('compares rounded shares, so that title and figures agree', () => {
    assert.equal(shareChange({ n: 1000, negative: 304, before: 1000, negativeBefore: 296 }), 0)
  })
  it('says nothing without a period to compare with', () => {
    assert.equal(shareChange({ n: 10, negative: 1, before: 0, negativeBefore: 0 }), null)
    assert.equal(shareChange({ n: 0, negative: 0, before: 10, negativeBefore: 1 }), null)
  })
})
