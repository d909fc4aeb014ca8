import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { catalogues, speak, speakTo } from './catalogues.ts'
import { pickLocale } from './locale.ts'
import { termOf } from './say.ts'

describe('say', () => {
  it('fills places and writes numbers by the language', () => {
    assert.equal(speak('zh-CN')('list.chosen', { n: 12_345 }), '已选12,345条')
  })
  it('leaves a place without a parameter in sight', () => assert.equal(speak('en')('due.left'), '{span} left'))
  it('takes a parameter as text, never as a place', () => {
    assert.equal(speak('en')('due.left', { span: '{n} $& x' }), '{n} $& x left')
  })
  it('shows a member without a word as it is', () => {
    assert.equal(termOf(catalogues.en, 'en', 'channel', 'pigeon'), 'pigeon')
    assert.equal(termOf(catalogues.en, 'en', 'channel', 'sms'), 'SMS')
  })
})

describe('pickLocale', () => {
  const cases = [
    { wish: 'zh-TW,zh;q=0.9,en;q=0.8', want: 'zh-TW' },
    { wish: 'zh-Hant-HK', want: 'zh-TW' },
    { wish: 'zh', want: 'zh-CN' },
    { wish: 'zh-Hans-SG', want: 'zh-CN' },
    { wish: 'fr-FR, en-GB;q=0.7', want: 'en' },
    { wish: 'ja', want: 'zh-CN' },
    { wish: '', want: 'zh-CN' },
  ]
  for (const { wish, want } of cases) it(`${wish || 'no wish'} → ${want}`, () => assert.equal(pickLocale(wish), want))
})

describe('speakTo', () => {
  const cases = [
    { locale: 'zh-CN', pronoun: '您', key: 'letter.ack.subject', said: '已收到您的反馈，编号 A' },
    { locale: 'zh-TW', pronoun: '您', key: 'letter.ack.subject', said: '已收到您的回饋，編號 A' },
    { locale: 'zh-CN', pronoun: '你', key: 'letter.ack.subject', said: '已收到你的反馈，编号 A' },
    { locale: 'en', pronoun: '您', key: 'letter.ack.subject', said: 'We have your feedback, number A' },
  ] as const
  for (const { locale, pronoun, key, said } of cases)
    it(`${locale} ${pronoun}`, () => assert.equal(speakTo(locale, pronoun)(key, { code: 'A' }), said))

  it('keeps several people as they are, and what a person wrote', () => {
    assert.match(speakTo('zh-CN', '您')('portal-page.lead'), /^你们/)
    assert.equal(speakTo('zh-CN', '您')('letter.hello', { name: '你好吗' }), '你好吗，您好：')
  })
})
