import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { queryTokens, searchTokens } from './search-tokens.ts'

describe('searchTokens', () => {
  const cases = [
    ['退款慢', ['退', '款', '退款', '慢', '款慢']],
    ['iPhone15 Café', ['iphone15', 'cafe']],
    ['網路', ['网', '路', '网路']],
    ['退款, refund', ['退', '款', '退款', 'refund']],
    ['哈哈哈', ['哈', '哈哈']],
    ['！！', []],
  ] as const
  for (const [text, tokens] of cases) it(`of ${text}`, () => assert.deepEqual(searchTokens(text), tokens))

  it('cuts long words and keeps to the number asked for', () => {
    assert.deepEqual(
      searchTokens('a'.repeat(200)).map((token) => token.length),
      [63],
    )
    assert.equal(searchTokens('一二三四五六七八九十', 5).length, 5)
  })

  it('gives a stored text every token of a query that is part of it', () => {
    const text = fc.string({ unit: fc.constantFrom('退', '款', '很', '慢', '網', 'a', 'b', ' ', '，'), maxLength: 20 })
    fc.assert(
      fc.property(text, text, text, (before, query, after) => {
        const tokens = new Set(searchTokens(`${before} ${query} ${after}`))
        for (const token of queryTokens(query)) assert.ok(tokens.has(token), token)
      }),
    )
  })
})

describe('queryTokens', () => {
  const cases = [
    ['慢', ['慢']],
    ['退款慢', ['退款', '款慢']],
    ['退款 慢', ['退款', '慢']],
    ['網路 iPhone', ['网路', 'iphone']],
    ['  ', []],
  ] as const
  for (const [query, tokens] of cases) it(`of ${JSON.stringify(query)}`, () => assert.deepEqual(queryTokens(query), tokens))
})
