import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { catalogues, speak } from './catalogues.ts'
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
