import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isHeldBack, judgements, textData } from '../../../scripts/labelled-texts.ts'
import { sentimentModel } from '../../../tests/models.ts'
import { fitLexicon } from './fit.ts'
import { loadLexicon, logOdds } from './model.ts'
import { packPolarityModel } from './polarity.ts'
import { fitPolarity, POLARITY_OPTIONS } from './polarity-fit.ts'
import { evidenceOf, signalsOf } from './rules.ts'
import { loadSentimentModel, type Polarity, type SentimentOptions, sentimentOf } from './sentiment.ts'

const judged = (text: string, options: Partial<SentimentOptions> = {}) => sentimentOf(text, { model: sentimentModel, ...options })

/** Our own texts, on things that the learned sets do not know. */
const OWN: Record<Polarity, readonly string[]> = {
  positive: [
    '冰箱制冷效果很好，安装师傅很专业',
    '客服态度很好，问题当天解决',
    '虽然贵了点，但是很好用',
    '一点都不吵，晚上睡得很踏实',
    '没有不好的地方，推荐',
    '師傅很有耐心，服務很好',
    '用了半年没出过问题，值得信赖',
    '老师讲得清楚，收获很大',
    '超出预期，爱了爱了😍',
    '不会失望，闭眼入',
    '办理速度很快，工作人员热情',
    'Great app, thank you',
    'The technician was friendly and fixed it quickly',
    'Not bad at all, would recommend',
  ],
  negative: [
    '洗衣机不脱水了，打了三次电话没人来',
    '空调外机噪音特别大，晚上睡不着',
    '你们真是服了，等了一个月',
    '呵呵，这质量真是厉害了',
    '再也不会来了',
    '说好的两小时回电，到现在没人理',
    '客服态度不好，一点都不专业',
    '質量太差，用兩天就壞了',
    '退款一直不到账',
    '难道我花钱买的就是这个？',
    '不推荐，浪费钱',
    '一开始还不错，但是后来越来越卡，经常闪退',
    '感谢你们浪费了我一下午，真棒，垃圾',
    '服务没有以前好了😡',
    'The app keeps crashing',
    'I would not recommend this to anyone',
    'Worst customer service ever, still waiting for my refund',
    "It doesn't work and nobody answers",
  ],
  neutral: [
    '排队的人多吗[疑问]',
    '请问几点开门',
    '我想查一下订单',
    '怎么修改收货地址',
    '你们周末上班吗',
    'How do I reset my password?',
    '',
    '   ',
    '123456',
  ],
}

/** Posts on everyday life, where a sticker or a mood is all there is to judge. */
const POSTS: Readonly<Record<'positive' | 'negative', readonly string[]>> = {
  positive: [
    '收到妹妹寄来的礼物[爱你]',
    '我家小狗会握手了［哈哈］',
    '收到啦[飞吻R]',
    '愛你喔[愛心]',
    '抢到了🎉',
    '爱死这首歌了',
    '和老同学聚了一天，开心死了',
    'just landed 🥰',
  ],
  negative: [
    '钥匙又忘在办公室了[泪]',
    '作业还有一大堆[抓狂]',
    '想家了，好想哭',
    '考砸了😭',
    '最近总是莫名其妙地想哭',
    '没有你的日子，好孤单',
    '东西坏了，客服也不理我[哈哈]',
  ],
}

describe('sentimentOf', () => {
  for (const [label, texts] of Object.entries(POSTS)) {
    for (const text of texts) it(`${JSON.stringify(text)} is ${label}`, () => assert.equal(judged(text).label, label))
  }

  it('takes no link for a face', () => assert.equal(evidenceOf('https://example.com').signs, 0))

  for (const [label, texts] of Object.entries(OWN)) {
    for (const text of texts) it(`${JSON.stringify(text)} is ${label}`, () => assert.equal(judged(text).label, label))
  }

  it('judges Traditional as Simplified', () => {
    assert.deepEqual(judged('質量很差，服務態度也不好'), judged('质量很差，服务态度也不好'))
  })

  it('lets a degree word strengthen and a negator turn', () => {
    assert.ok(judged('非常满意').score > judged('还算满意').score)
    assert.ok(judged('不满意').score < 0)
    assert.ok(judged('没有不满意').score > judged('不满意').score)
  })

  it('leans to a score given beside the words', () => {
    assert.ok(judged('今天收到了', { prior: 1 }).score > judged('今天收到了', { prior: -1 }).score)
  })
})

describe('sentimentOf on public texts that the weights have not seen', () => {
  const floors = { waimai: 0.88, shopping: 0.92, cosmetics: 0.95, airline: 0.9 } as const
  for (const [set, floor] of Object.entries(floors)) {
    const texts = judgements[set as keyof typeof floors]().filter(({ text }) => isHeldBack(text))
    it(`is right on at least ${floor} of ${set}, neutral counted as wrong`, {
      skip: texts.length === 0 && `no ${set} in ${textData}`,
    }, () => {
      const right = texts.filter(({ text, positive }) => judged(text).label === (positive ? 'positive' : 'negative'))
      assert.ok(right.length / texts.length >= floor, `${right.length} of ${texts.length}`)
    })
  }
})

/** Texts of words that no list holds; a made-up domain each half. */
const invented = Array.from({ length: 60 }, (_, i) => ({
  text: i % 2 === 0 ? `第${i}次用，噗噗的` : `第${i}次用，喵喵的`,
  positive: i % 2 === 0,
  source: 'own',
  domain: 'own',
}))

describe('fitPolarity', () => {
  const options = { ...POLARITY_OPTIONS, grams: 50 }
  const bytes = packPolarityModel(fitPolarity(invented, options))
  const load = (file: Uint8Array) => loadSentimentModel({ sentiment: file, clauses: bytes })

  it('learns words that no list holds, and keeps them in a file', () => {
    const model = load(bytes)
    const expectsOpinion = true
    assert.ok(sentimentOf('噗噗的', { model, expectsOpinion }).score > 0)
    assert.ok(sentimentOf('喵喵的', { model, expectsOpinion }).score < 0)
  })

  it('gives the same bytes for the same texts and seed', () => assert.deepEqual(packPolarityModel(fitPolarity(invented, options)), bytes))

  it('says what is wrong with bytes that are no model', () => {
    assert.throws(() => load(bytes.slice(0, 1000)), /no model/)
    assert.throws(() => load(bytes.with(0, 0)), /no model/)
    assert.throws(() => load(bytes.with(4, 9)), /another version/)
  })
})

describe('fitLexicon', () => {
  const options = {
    version: 't',
    phrasesPerSource: { own: 20 },
    minTexts: 3,
    shrink: 1e-4,
    signalPrior: [1, 0, 0, 0, 0, 0, 0, 0, 0],
    epochs: 5,
    seed: 1,
  }
  const data = fitLexicon(invented, options)
  const judging = (text: string) => {
    const evidence = evidenceOf(text)
    return logOdds(loadLexicon(data), text, evidence, signalsOf(text, evidence))
  }

  it('learns words that no list holds', () => {
    assert.ok(judging('噗噗的') > 0)
    assert.ok(judging('喵喵的') < 0)
  })

  it('gives the same lexicon for the same texts and seed', () => assert.deepEqual(fitLexicon(invented, options), data))
})
