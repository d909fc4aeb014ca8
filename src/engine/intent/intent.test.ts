import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { type IntentLabel, intentOf } from './intent.ts'
import { type UrgencyLevel, type UrgencyReason, urgencyOf } from './urgency.ts'

const INTENT_CASES: Partial<Record<IntentLabel, readonly string[]>> = {
  complaint: [
    '洗衣机不脱水了，打了三次电话没人来',
    '你们就这样对待客户的吗？',
    '难道我花钱买的就是这个？',
    '再不解决我就打12315',
    '我要投诉',
    '什么时候才能解决？打了三次电话都没人接！',
    '物流太慢了，等了一个星期才到',
    '怎么还没发货',
    'The app crashes every time',
    'Still waiting for my refund, this is unacceptable',
  ],
  suggestion: [
    '建议增加深色模式',
    '要是能支持分期就好了',
    '希望能出个小一号的',
    '如果可以预约上门时间就更好了',
    'Please add dark mode',
    'It would be nice to have an option to export',
  ],
  question: [
    '请问怎么退货？',
    '这个多少钱',
    '能退吗',
    '退款什么时候到账',
    '周末可以上门安装吗',
    'How do I reset my password?',
    'Can you ship to Canada?',
  ],
  praise: ['客服态度很好，问题当天解决', '味道很好，下次还来', 'Great app, thank you', '謝謝師傅，服務很好'],
  churn: [
    '再也不会来了，太差了',
    '打算换一家',
    '准备卸载了',
    '不续费了，换别家',
    '吃了拉肚子，不会再点了',
    'I am cancelling my subscription, worst service',
    "Never again, I'm switching to another bank",
  ],
  other: ['今天收到了', '', '你好', '已下单', 'new 14'],
}

describe('intentOf', () => {
  for (const [label, texts] of Object.entries(INTENT_CASES)) {
    for (const text of texts) it(`${JSON.stringify(text)} is ${label}`, () => assert.equal(intentOf(text, sentimentModel).label, label))
  }

  it('does not take a reinstallation for leaving', () => {
    assert.notEqual(intentOf('卸载重装后就好了', sentimentModel).label, 'churn')
    assert.notEqual(intentOf('很好用，不会卸载', sentimentModel).label, 'churn')
  })
})

describe('urgencyOf', () => {
  const cases: readonly (readonly [string, UrgencyLevel, readonly UrgencyReason[]])[] = [
    ['电饭煲漏电，我妈手被电到了', 'critical', ['safety']],
    ['洗衣机冒烟了，吓死人', 'critical', ['safety']],
    ['水壶把手断了，孩子烫伤了', 'critical', ['injury']],
    ['吃完食物中毒，我要起诉你们', 'critical', ['health', 'legal']],
    ['再不解决我就打12315', 'high', ['legal']],
    ['不退款我就曝光你们', 'high', ['media', 'money']],
    ['打了三次电话都没人接，明天就要用', 'high', ['deadline', 'repeated']],
    ['打算换一家', 'high', ['churn']],
    ['物流太慢了', 'normal', []],
    ['请问怎么退货？', 'normal', []],
    ['味道很好，下次还来', 'low', []],
    ['建议增加深色模式', 'low', []],
    ['面霜用了不过敏，很温和', 'low', []],
    ['The charger caught fire', 'critical', ['safety']],
    ['I will talk to my lawyer about this terrible service', 'high', ['legal']],
  ]
  for (const [text, level, reasons] of cases) {
    it(`${text} is ${level}`, () => {
      const urgency = urgencyOf(text, sentimentModel)
      assert.equal(urgency.level, level)
      for (const reason of reasons) assert.ok(urgency.reasons.includes(reason), `${reason} in ${urgency.reasons}`)
    })
  }
})
