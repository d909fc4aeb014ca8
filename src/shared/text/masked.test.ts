import assert from 'node:assert/strict'
import { it } from 'node:test'
import { masked } from './masked.ts'

const cases = [
  ['zhang.wei@example.com', 'z***@example.com'],
  ['13812345678', '138****5678'],
  ['+8613812345678', '+86****5678'],
  ['A10023', 'A***3'],
  ['123', '***'],
] as const
for (const [given, shown] of cases) it(`shows ${shown}`, () => assert.equal(masked(given), shown))
