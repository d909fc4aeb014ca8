/** Texts of our own, as people type them in a hurry. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { models } from '../../../tests/models.ts'
import { loadSentimentModel, sentimentOf } from '../sentiment/sentiment.ts'
import { detectLanguage } from './detect.ts'
import { normalise } from './normalise.ts'
import { plainSpoken } from './slang.ts'

const model = loadSentimentModel(models)

describe('plainSpoken', () => {
  const cases = [
    ['灰常好用', '非常好用'],
    ['这家店yyds', '这家店非常棒'],
    ['YYDS!', '非常棒!'],
    ['木有赠品，神马都木有', '没有赠品,什么都没有'],
    ['麻辣鸡丝凉面', '麻辣鸡丝凉面'],
    ['拿铁的 handbag', '拿铁的 handbag'],
    ['', ''],
  ] as const
  for (const [text, plain] of cases)
    it(`${text || 'nothing'} is ${plain || 'nothing'}`, () => assert.equal(plainSpoken(normalise(text).text), plain))

  it('leaves what has none, and takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        assert.ok(plainSpoken(normalise(text).text).length <= text.length * 8 + 8)
      }),
    )
  })
})

describe('what is judged rightly, however it is written', () => {
  const good = `灰常满意|YYDS|ｙｙｄｓ|味道绝绝子|泰裤辣|被种草了，回购|路转粉|无限回购|好好好好好好用|炒鸡好吃|超級讚|佛心店家|不孬|真滴好用|sooooo goooood|👍👍👍👍`
  const bad = `木有味道，不好吃|踩雷了踩雷了|超雷|劝退|离了个大谱|无语子|气抖冷|大冤种|栓Q，等了一个月|我真的会谢|呵呵，真是谢谢您嘞|感谢贵司让我等了两个小时|“优质”服务，打电话没人接|差差差差差|辣鸡客服|爛透了|差評|😡😡😡|摆烂的售后|一生黑`
  for (const text of good.split('|')) it(`${text} is good news`, () => assert.equal(sentimentOf(text, { model }).label, 'positive'))
  for (const text of bad.split('|')) it(`${text} is bad news`, () => assert.equal(sentimentOf(text, { model }).label, 'negative'))
})

describe('mixed writing', () => {
  const cases = [
    ['這家店yyds，超讚der', 'zh-Hant'],
    ['客服 reply 好慢，都冇人理', 'zh-Hans'],
    ['App 一直 crash，怎麼辦', 'zh-Hant'],
    ['ＡＰＰ打不开😡😡', 'zh-Hans'],
    ['the 客服 was rude and never replied to my e-mail', 'en'],
  ] as const
  for (const [text, tag] of cases) it(`${text} is ${tag}`, () => assert.equal(detectLanguage(text).tag, tag))
})
