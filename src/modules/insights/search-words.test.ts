import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holds, wantedOf } from './search-words.ts'

describe('wantedOf', () => {
  const cases: [q: string, tokens: string | undefined, phrases: readonly string[]][] = [
    ['退款', `'退款'`, []],
    ['退', `'退'`, []],
    ['App 闪退', `'app' & '闪退'`, []],
    ['洗衣机', `'洗衣' & '衣机'`, ['洗衣机']],
    ['"too slow"', `'too' & 'slow'`, ['too slow']],
    [`o'clock`, `'o' & 'clock'`, []],
    ['…！', undefined, []],
    ['', undefined, []],
  ]
  for (const [q, tokens, phrases] of cases) {
    it(q || 'nothing', () => {
      const wanted = wantedOf(q)
      assert.equal(wanted?.tokens, tokens)
      assert.deepEqual(wanted?.phrases ?? [], phrases)
    })
  }
})

describe('holds', () => {
  const cases: [q: string, text: string, found: boolean][] = [
    ['洗衣机', '这台洗衣机很吵', true],
    ['洗衣机', '這台洗衣機很吵', true],
    ['洗衣机', '洗衣服的衣机', false],
    ['“很 慢”', '真的很 慢', true],
    ['"TOO slow"', 'It is too slow', true],
    ['"too slow"', 'too, slow', false],
  ]
  for (const [q, text, found] of cases) {
    it(`${q} ${found ? 'in' : 'not in'} ${text}`, () => {
      const wanted = wantedOf(q)
      assert.equal(wanted !== null && holds(wanted, text), found)
    })
  }
})
