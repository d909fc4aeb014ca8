import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ticks } from './ticks.ts'

describe('ticks', () => {
  const cases = [
    { highest: 0, want: [0, 1] },
    { highest: 3, want: [0, 1, 2, 3] },
    { highest: 8, want: [0, 2, 4, 6, 8] },
    { highest: 26, want: [0, 10, 20, 30] },
    { highest: 240, want: [0, 50, 100, 150, 200, 250] },
    { highest: 1001, want: [0, 500, 1000, 1500] },
  ]
  for (const { highest, want } of cases) {
    it(`reach ${highest} in few round steps`, () => assert.deepEqual(ticks(highest), want))
  }
})
