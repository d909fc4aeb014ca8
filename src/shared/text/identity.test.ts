import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foldedEmail, foldedPhone } from './identity.ts'

describe('foldedPhone', () => {
  const cases: [given: string, folded: string | null][] = [
    ['13800138000', '+8613800138000'],
    ['138 0013 8000', '+8613800138000'],
    ['138-0013-8000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086 13800138000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['010-65529988', '+861065529988'],
    ['(021) 6552 9988', '+862165529988'],
    ['0755-26001234', '+8675526001234'],
    ['+86 010 65529988', '+861065529988'],
    ['400-820-8820', '+864008208820'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+852 2345 6789', '+85223456789'],
    ['+886 912 345 678', '+886912345678'],
    ['12345', null],
    ['23800138000', null],
    ['+8613800', null],
    ['+0123456789', null],
    ['1380013800a', null],
    ['+1234567890123456', null],
    ['', null],
  ]
  for (const [given, folded] of cases) it(`${given || 'nothing'} → ${folded}`, () => assert.equal(foldedPhone(given), folded))
})

describe('foldedEmail', () => {
  const cases: [given: string, folded: string | null][] = [
    [' Li.Na@Example.COM ', 'li.na@example.com'],
    ['ｌｉ@ｅｘａｍｐｌｅ.com', 'li@example.com'],
    ['a+b@例子.中国', 'a+b@例子.中国'],
    ['no at', null],
    ['a@b', null],
    ['a@b..c', null],
    ['a@b.c\nBcc: x@y.z', null],
    ['"a b"@c.de', null],
    [`${'x'.repeat(65)}@c.de`, null],
  ]
  for (const [given, folded] of cases) it(`${JSON.stringify(given)} → ${folded}`, () => assert.equal(foldedEmail(given), folded))
})
