import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextCard } from './next-card.ts'

const BOARD = [['a1', 'a2', 'a3'], [], ['c1'], ['d1', 'd2']]

describe('nextCard', () => {
  const cases = [
    { from: null, key: 'j', to: 'a1' },
    { from: 'a1', key: 'j', to: 'a2' },
    { from: 'a3', key: 'j', to: null },
    { from: 'a1', key: 'k', to: null },
    { from: 'a3', key: 'l', to: 'c1' },
    { from: 'c1', key: 'h', to: 'a1' },
    { from: 'd2', key: 'h', to: 'c1' },
    { from: 'd1', key: 'l', to: null },
    { from: 'a1', key: 'h', to: null },
  ] as const
  for (const { from, key, to } of cases) it(`${from} ${key} → ${to}`, () => assert.equal(nextCard(BOARD, from, key), to))
  it('finds nothing on an empty board', () => assert.equal(nextCard([[], []], null, 'j'), null))
})
