import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCreditCode, isIdentityNumber, passesLuhn } from './checksums.ts'
import { findPii } from './find.ts'
import { mask } from './mask.ts'

describe('checksums', () => {
  const valid = [
    '11010519491231002X',
    '11010519491231002x',
    '440524188001010014',
    '110101199003070011',
    '310115200002291235',
    '510106198512314565',
  ]
  const invalid = ['110105194912310021', '440300199913051232', '11010119900307001', '110101199002300011', '']
  for (const number of valid) it(`${number} is an identity number`, () => assert.equal(isIdentityNumber(number), true))
  for (const number of invalid) it(`${number || 'nothing'} is none`, () => assert.equal(isIdentityNumber(number), false))

  for (const number of [
    '79927398713',
    '49927398716',
    '4111111111111111',
    '378282246310005',
    '6228480402564890018',
    '6222020000000000000',
  ]) {
    it(`${number} passes Luhn`, () => assert.equal(passesLuhn(number), true))
  }
  it('4111111111111112 fails Luhn', () => assert.equal(passesLuhn('4111111111111112'), false))

  it('tells credit codes of companies', () => {
    assert.equal(isCreditCode('91350100M000100Y43'), true)
    assert.equal(isCreditCode('91350100M000100Y44'), false)
  })
})

/** Text → the text masked; unchanged when nothing personal is in it. */
const MASKED: readonly (readonly [string, string])[] = [
  ['13800138000', '138****8000'],
  ['+8613800138000', '138****8000'],
  ['电话13912345678。', '电话139****5678。'],
  ['12800138000', '12800138000'],
  ['138001380001', '138001380001'],
  ['138-0013-8000', '138****8000'],
  ['１３８００１３８０００', '138****8000'],
  ['一三八零零一三八零零零', '[手机号]'],
  ['138😀0013😀8000', '138****8000'],
  ['1 3 8 0 0 1 3 8 0 0 0', '138****8000'],
  ['订单 12345 13800138000', '订单 12345 138****8000'],
  ['身份证11010519491231002x谢谢', '身份证[身份证]谢谢'],
  ['110105194912310021', '110105194912310021'],
  ['440300199913051232', '440300199913051232'],
  ['卡号6228480402564890018', '卡号****0018'],
  ['4111 1111 1111 1111', '****1111'],
  ['378282246310005', '****0005'],
  ['4111111111111112', '4111111111111112'],
  ['京A12345', '[车牌]'],
  ['粤B8888D', '[车牌]'],
  ['沪AD12345', '[车牌]'],
  ['粵Z1234港', '[车牌]'],
  ['川A12345D', '[车牌]'],
  ['京A1234I', '京A1234I'],
  ['京A1234', '京A1234'],
  ['微信号：abc_12345，QQ 123456789', '微信号：[微信号]，QQ [QQ号]'],
  ['写给 a.b@c.com.cn 吧', '写给 a***@c.com.cn 吧'],
  ['我住在北京市朝阳区建国路88号3号楼502室，王女士', '我住在[地址]，[姓名]女士'],
  ['护照E12345678', '护照[护照]'],
  ['联系人：王小明 010-12345678', '联系人：[姓名] [电话]'],
  ['192.168.1.1 版本1.2.3.4', '[IP] 版本1.2.3.4'],
  ['91350100M000100Y43', '91350100M000100Y43'],
  ['400-800-1234', '400-800-1234'],
  ['一共二三十个人，等了三五天', '一共二三十个人，等了三五天'],
  ['我叫了外卖，2026-11-21 10:00', '我叫了外卖，2026-11-21 10:00'],
  ['', ''],
]

describe('findPii and mask', () => {
  for (const [text, masked] of MASKED)
    it(`writes ${text || 'nothing'} as ${masked || 'nothing'}`, () => assert.equal(mask(text, findPii(text)), masked))

  it('numbers different values of one kind and keeps one token for one value', () => {
    const text = '京A12345 撞了 京B54321，又是京A12345'
    assert.equal(mask(text, findPii(text)), '[车牌] 撞了 [车牌2]，又是[车牌]')
  })

  it('keeps the edges of an identity number for who must compare it', () => {
    const text = '11010519491231002X'
    assert.equal(mask(text, findPii(text), { idCard: 'edges' }), '110105********002X')
  })

  it('says where each finding stands in the text as written', () => {
    const text = '👍 电话：１３８ 0013 8000 谢谢'
    const [finding] = findPii(text)
    assert.deepEqual([finding?.kind, text.slice(finding?.start, finding?.end)], ['mobile', '１３８ 0013 8000'])
  })
})
