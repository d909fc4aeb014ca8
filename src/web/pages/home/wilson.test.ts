import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wilson } from './wilson.ts'

const rounded = (count: number, n: number) => Object.values(wilson(count, n)).map((bound) => Number(bound.toFixed(4)))

describe('wilson', () => {
  // Newcombe 1998, table I, method 3.
  it('gives the published bounds', () => {
    assert.deepEqual(rounded(81, 263), [0.2553, 0.3662])
    assert.deepEqual(rounded(15, 148), [0.0624, 0.1605])
    assert.deepEqual(rounded(0, 20), [0, 0.1611])
    assert.deepEqual(rounded(1, 29), [0.0061, 0.1718])
  })
})
