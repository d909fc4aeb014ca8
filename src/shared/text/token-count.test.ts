import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tokenCount } from './token-count.ts'

describe('tokenCount', () => {
  const cases: [string, number][] = [
    ['', 0],
    ['锅坏了', 3],
    ['abc', 1],
    ['abcd', 2],
    ['锅 ok', 2],
    ['😀', 2],
  ]
  for (const [text, count] of cases) it(`counts ${count} in ${text || 'nothing'}`, () => assert.equal(tokenCount(text), count))
})
