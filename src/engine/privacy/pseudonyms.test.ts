import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPii } from './find.ts'
import { findKnown, joinFindings } from './known.ts'
import { type Cipher, pseudonymise, restore } from './pseudonyms.ts'

/** A cipher that anybody could read: the real one is tested where it is made. */
function cipherOf(key: string): Cipher {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return {
    code(text) {
      let hash = 2_166_136_261
      const signs: string[] = []
      for (let i = 0; i < 16; i++) {
        for (const unit of `${key} ${i} ${text}`) hash = Math.imul(hash ^ unit.charCodeAt(0), 16_777_619)
        signs.push(letters[(hash >>> 7) % 32] ?? 'A')
      }
      return signs.join('')
    },
    close: (plain) => `${key}:${plain}`,
    open(sealed) {
      if (!sealed.startsWith(`${key}:`)) throw new Error('another key')
      return sealed.slice(key.length + 1)
    },
  }
}
const ours = cipherOf('ours')
const hide = (text: string, cipher = ours) => pseudonymise(text, findPii(text), cipher)

describe('pseudonymise and restore', () => {
  const SAID = '我叫王小明，电话 13800138000，寄到杭州市西湖区文三路478号。王小明先生的手机也是 138-0013-8000'

  it('leaves nothing of the values and gives the very text back', () => {
    const { text, vault } = hide(SAID)
    for (const value of ['王小明，', '13800138000', '138-0013-8000', '文三路']) assert.ok(!text.includes(value), text)
    assert.deepEqual(restore(text, vault, ours), { text: SAID, unknown: [] })
  })

  it('gives one value one placeholder, in every text and with every mark in it, and other keys others', () => {
    const placeholder = (text: string, cipher = ours) => /\[[^\]]+\]/.exec(hide(text, cipher).text)?.[0]
    assert.equal(placeholder('电话 13800138000'), placeholder('打１３８００１３８０００'))
    assert.equal(placeholder('电话 13800138000'), placeholder('打 138 0013 8000 吧'))
    assert.notEqual(placeholder('电话 13800138000'), placeholder('电话 13800138001'))
    assert.notEqual(placeholder('电话 13800138000'), placeholder('电话 13800138000', cipherOf('theirs')))
  })

  it('goes on with what a conversation has hidden before', () => {
    const first = hide('我叫王小明')
    const second = pseudonymise('联系人：王小明', findPii('联系人：王小明'), ours, first.vault)
    assert.deepEqual(second.vault, first.vault)
  })

  it('is not undone with another key', () => {
    const { text, vault } = hide(SAID)
    assert.throws(() => restore(text, vault, cipherOf('theirs')), /another key/)
  })

  const given: { name: string; back: (placeholder: string) => string; same: boolean }[] = [
    { name: 'as it was', back: (p) => p, same: true },
    { name: 'in Chinese brackets', back: (p) => p.replace('[', '【').replace(']', '】'), same: true },
    { name: 'in small letters', back: (p) => p.toLowerCase(), same: true },
    { name: 'with another dash and spaces', back: (p) => p.replace('-', ' — '), same: true },
    { name: 'made up', back: () => '[姓名-AAAAAA]', same: false },
  ]
  for (const { name, back, same } of given)
    it(`reads a placeholder that comes back ${name}`, () => {
      const { text, vault } = hide('我叫王小明')
      const answer = text.replace(/\[[^\]]+\]/, back)
      const expected = same ? { text: '我叫王小明', unknown: [] } : { text: answer, unknown: ['[姓名-AAAAAA]'] }
      assert.deepEqual(restore(answer, vault, ours), expected)
    })

  it('gives any text back', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('我叫王小明', ' 13800138000 ', '138-0013-8000', 'a@b.example', '[姓名-', ']', '订单号DD123456', '😀', '\ud800'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        const { text: hidden, vault } = hide(text)
        assert.equal(restore(hidden, vault, ours).text, text)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

describe('findKnown', () => {
  const cases: { name: string; text: string; value: string; found: string[] }[] = [
    { name: 'a name without words around', text: '李雷说锅坏了,李雷很生气', value: '李雷', found: ['李雷', '李雷'] },
    { name: 'whatever the case', text: 'anna jones called', value: 'Anna Jones', found: ['anna jones'] },
    { name: 'no part of a word', text: 'Annabel called', value: 'Anna', found: [] },
    { name: 'no single sign', text: '李说锅坏了', value: '李', found: [] },
    { name: 'nothing for nothing', text: '锅坏了', value: '  ', found: [] },
  ]
  for (const { name, text, value, found } of cases)
    it(`finds ${name}`, () => {
      const findings = findKnown(text, [{ kind: 'name', value }])
      assert.deepEqual(
        findings.map(({ start, end }) => text.slice(start, end)),
        found,
      )
    })

  it('joins with what rules find; the longer wins', () => {
    const text = '联系人：王小明'
    const joined = joinFindings(findPii(text), findKnown(text, [{ kind: 'name', value: '小明' }]))
    assert.deepEqual(joined, [{ kind: 'name', start: 4, end: 7 }])
  })
})

describe('the time it takes', () => {
  /** Each of these would send a careless pattern back and forth. */
  const HOSTILE = [
    '1',
    '13800138000',
    '1 3 8 ',
    '一',
    '我叫',
    '王',
    '姓名：',
    '路1',
    '中山路一段',
    '花园1',
    'a@',
    'a.',
    'a@a.',
    '京A',
    '0912',
    '(02)',
    '+1 (',
    'Mr A ',
    'my name is a ',
    '12 Aa ',
    '订单号：',
    'DD-1-',
    '客服小',
    'A123456',
    '[姓名-',
    '😀1',
    '\ud800',
    ' ',
    '\n',
  ]
  const SIZE = 100_000
  for (const unit of HOSTILE)
    it(`is linear for ${JSON.stringify(unit)} again and again`, () => {
      const text = unit.repeat(Math.ceil(SIZE / unit.length))
      const began = process.hrtime.bigint()
      hide(text)
      const ms = Number(process.hrtime.bigint() - began) / 1e6
      // 100,000 units take some 50 ms; a pattern that goes back and forth would take minutes.
      assert.ok(ms < 3_000, `${Math.round(ms)} ms`)
    })
})
