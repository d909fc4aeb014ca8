import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fingerprintOf } from './fingerprint.ts'
import { isNearDuplicate, jaccard, shinglesOf } from './jaccard.ts'
import { looksLikeSpam } from './spam.ts'

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

describe('looksLikeSpam', () => {
  const spam = [
    '加微信abc12345领红包 http://x.top',
    '代开发票 电话13800138000',
    '加 微 信 代 开 发 票',
    'asdfghjkl',
    'a'.repeat(60),
    '[url=http://a.b]x[/url]',
    '澳门新葡京注册送彩金',
    'best online casino, click here',
  ]
  const fine = [
    '快递很慢，加我微信聊',
    '订单号 QWX8829384 没收到',
    'https://a.com 这个商品链接打不开',
    '慢慢慢慢慢慢慢慢慢慢慢慢',
    '请开发票',
    '好',
    '',
    'the quick brown fox jumps',
  ]
  for (const text of spam) it(`${text.slice(0, 30)} is`, () => assert.equal(looksLikeSpam(text).spam, true))
  for (const text of fine) it(`${text || 'nothing'} is not`, () => assert.equal(looksLikeSpam(text).spam, false))
})
