import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fingerprintOf } from './fingerprint.ts'
import { isNearDuplicate, jaccard, shinglesOf } from './jaccard.ts'

describe('near duplicates', () => {
  it('shares nine of fifteen shingles in the handbook pair', () => {
    assert.equal(jaccard(shinglesOf('快递太慢了等了一个星期才到'), shinglesOf('快递太慢了，等了一个星期才到货')), 9 / 15)
  })
  const cases = [
    ['快递太慢了等了一个星期才到', '快递太慢了，等了一个星期才到货', true],
    ['快遞太慢了！！！', '快递太慢了', true],
    ['快递太慢了', '客服态度很好，问题当天解决', false],
    ['好', '差', false],
    ['', '', true],
  ] as const
  for (const [a, b, near] of cases) it(`${a || 'nothing'} and ${b || 'nothing'}: ${near}`, () => assert.equal(isNearDuplicate(a, b), near))
})

describe('fingerprintOf', () => {
  it('is one for all spellings of a text and differs between texts', () => {
    assert.equal(fingerprintOf('ＯＫ，快遞太慢了！'), fingerprintOf('ok 快递太慢了'))
    assert.notEqual(fingerprintOf('快递太慢了'), fingerprintOf('快递太快了'))
    assert.match(fingerprintOf(''), /^[0-9a-f]{16}$/)
  })
})
