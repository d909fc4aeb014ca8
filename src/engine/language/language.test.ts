import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { clausesOf } from './clauses.ts'
import { detectLanguage } from './detect.ts'
import { foldHan } from './folding.ts'
import { normalise, originalSpan } from './normalise.ts'
import { findPhrases, phrasesOf } from './phrases.ts'

describe('foldHan', () => {
  const cases = [
    ['網路很慢，客服沒有回覆', '网路很慢，客服没有回覆'],
    ['已經是简体', '已经是简体'],
    ['no Han', 'no Han'],
    ['', ''],
  ] as const
  for (const [traditional, simplified] of cases) {
    it(`folds ${traditional || 'nothing'}`, () => assert.equal(foldHan(traditional), simplified))
  }
})

describe('detectLanguage', () => {
  const cases = [
    ['网络很慢，客服没有回复', 'zh-Hans'],
    ['網路很慢，客服沒有回覆', 'zh-Hant'],
    ['台北店員很親切', 'zh-Hant'],
    ['你好', 'zh-Hans'],
    ['app 太卡了', 'zh-Hans'],
    ['iPhone 15 Pro Max 电池不行', 'zh-Hans'],
    ['このアプリは使いにくいです', 'ja'],
    ['배송이 너무 늦어요', 'ko'],
    ['The app crashes every time I open it', 'en'],
    ['good', 'en'],
    ['Das ist leider nicht gut', 'de'],
    ["c'est très bien, merci", 'fr'],
    ['envío muy lento pero bien', 'es'],
    ['Доставка очень медленная', 'ru'],
    ['การจัดส่งช้ามาก', 'th'],
    ['الخدمة سيئة', 'ar'],
    ['😀👍', 'und'],
    ['12345', 'und'],
    ['', 'und'],
  ] as const
  for (const [text, tag] of cases) {
    it(`${text || 'nothing'} is ${tag}`, () => assert.equal(detectLanguage(text).tag, tag))
  }
})

describe('normalise', () => {
  const cases = [
    ['ＡＢＣ，１３８', 'abc,138'],
    ['哈哈哈哈哈！！！！', '哈哈!!'],
    ['100000元', '100000元'],
    ['很 好 用 啊', '很好用啊'],
    ['味道不错 配送慢', '味道不错 配送慢'],
    ['😡😡😡😡', '😡😡'],
    ['👍🏽', '👍'],
    ['cafe\u0301', 'café'],
    ['a\u200bb', 'ab'],
    ['x\ud800y', 'x y'],
    ['𝐀𝐁', 'ab'],
    ['網路', '网路'],
  ] as const
  for (const [original, form] of cases) {
    it(`writes ${JSON.stringify(original)} as ${form}`, () => assert.equal(normalise(original).text, form))
  }

  it('ties every unit to its place in the original', () => {
    const original = '好好好好好，ＯＫ！'
    const normalised = normalise(original)
    const at = normalised.text.indexOf('ok')
    const { start, end } = originalSpan(normalised, at, at + 2)
    assert.equal(original.slice(start, end), 'ＯＫ')
  })

  it('keeps offsets ascending and inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.boolean(), (original, collapse) => {
        const { text, starts } = normalise(original, { collapse })
        assert.equal(starts.length, text.length + 1)
        assert.equal(starts[text.length], original.length)
        for (let i = 1; i < starts.length; i++) assert.ok(starts[i]! >= starts[i - 1]!)
        assert.ok(!/[\p{Lu}\0]/u.test(text) || /\p{Lu}/u.test(original.normalize('NFKC').toLowerCase()))
      }),
    )
  })
})

describe('clausesOf', () => {
  const cut = (original: string) => {
    const { text } = normalise(original)
    return clausesOf(text).map(({ from, to, lead }) => `${lead === 'plain' ? '' : `${lead}:`}${text.slice(from, to)}`)
  }
  const cases = [
    ['虽然快递慢，但味道不错', ['concession:虽然快递慢', 'contrast:但味道不错']],
    ['价格3.5元 可以。', ['价格3.5元', '可以']],
    ['客服态度好但是解决不了问题', ['客服态度好', 'contrast:但是解决不了问题']],
    ['The food was great but slow.', ['the food was great', 'contrast:but slow']],
    ['味道不过如此', ['味道不过如此']],
    ['。。。', []],
  ] as const
  for (const [text, clauses] of cases) it(`cuts ${text}`, () => assert.deepEqual(cut(text), clauses))
})

describe('findPhrases', () => {
  const phrases = phrasesOf([
    ['ok', 1],
    ['不错', 2],
    ['错', 3],
    ['網路', 4],
  ])
  const found = (text: string) => findPhrases(phrases, text).map(({ value }) => value)
  it('takes the longest from the left, folds script, and leaves latin words whole', () => {
    assert.deepEqual(found('不错,ok,book,网路'), [2, 1, 4])
  })
})
