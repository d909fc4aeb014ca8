import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sentimentModel } from '../../../tests/models.ts'
import { STARTER_TREE } from '../aspects/starter-tree.ts'
import { EMOTIONS } from '../emotion/emotion.ts'
import { NEEDS } from '../emotion/need.ts'
import { INTENTS } from '../intent/intent.ts'
import { loadSegmenter } from '../keywords/segmenter.ts'
import { looksLikeSpam } from '../similarity/spam.ts'
import { type Analysis, analyse, analyseMany, analyseTasks, ENGINE_VERSION } from './analyse.ts'
import { isLowScore } from './scores.ts'

const options = { taxonomy: STARTER_TREE, model: sentimentModel }

describe('analyse', () => {
  const text = '洗衣機用了三個月就漏水了😡，打了三次電話都沒人理，再不解決我就打12315！電話13800138000'
  const found = analyse({ text, targets: ['洗衣機'] }, options)

  it('finds everything in a complaint', () => {
    assert.equal(found.engine, ENGINE_VERSION)
    assert.equal(found.language, 'zh-Hant')
    assert.equal(found.sentiment.label, 'negative')
    assert.equal(found.intent.label, 'complaint')
    assert.deepEqual(found.urgency, { level: 'high', reasons: ['legal', 'repeated'] })
    assert.ok(found.categories.some(({ category, polarity }) => category === 'quality' && polarity === 'negative'))
    assert.deepEqual(found.aspects.at(-1), { ...found.aspects.at(-1), target: '洗衣機', polarity: 'negative', start: 0, end: 3 })
    assert.ok(found.keywords.some(({ word }) => word === '漏水'))
    assert.equal(found.masked, text.replace('13800138000', '138****8000'))
  })

  it('takes the language given and the better segmenter', async () => {
    const segment = await loadSegmenter()
    const { language, keywords } = analyse({ text: '扫地机器人回不了充电座', language: 'zh-Hant' }, { ...options, segment })
    assert.equal(language, 'zh-Hant')
    assert.ok(
      keywords.some(({ word }) => word.includes('扫地')),
      JSON.stringify(keywords),
    )
  })

  it('finds only what is asked for', () => {
    assert.deepEqual(Object.keys(analyseTasks({ text }, options, ['language', 'pii'])), ['engine', 'language', 'pii', 'masked'])
    assert.deepEqual(analyseTasks({ text }, options, ['sentiment']).sentiment, analyse({ text }, options).sentiment)
  })

  it('keeps order', () => {
    assert.deepEqual(
      analyseMany([{ text: '很好' }, { text: '很差' }], options).map(({ sentiment }) => sentiment.label),
      ['positive', 'negative'],
    )
  })
})

describe('scores', () => {
  const cases = [
    [{ kind: 'nps', value: 6 }, 'negative', true],
    [{ kind: 'nps', value: 8 }, 'neutral', false],
    [{ kind: 'nps', value: 9 }, 'positive', false],
    [{ kind: 'csat', value: 2 }, 'negative', true],
    [{ kind: 'csat', value: 3 }, 'neutral', false],
    [{ kind: 'csat', value: 4 }, 'positive', false],
    [{ kind: 'ces', value: 3 }, 'negative', true],
    [{ kind: 'ces', value: 5 }, 'positive', false],
    [{ kind: 'rating', value: 2, scale: { min: 1, max: 5 } }, 'negative', true],
    [{ kind: 'rating', value: 8, scale: { min: 0, max: 10 } }, 'positive', false],
    [{ kind: 'rating', value: 3, scale: { min: 3, max: 3 } }, 'neutral', false],
  ] as const
  for (const [score, label, low] of cases) {
    it(`${score.kind} ${score.value} alone is ${label}`, () => {
      const { sentiment, urgency, intent } = analyse({ text: '', scores: [score] }, options)
      assert.equal(sentiment.label, label)
      assert.equal(isLowScore([score]), low)
      assert.equal(urgency.level, low ? 'normal' : 'low')
      assert.equal(intent.label, 'other')
    })
  }
})

function check(text: string, { sentiment, intent, aspects, pii, keywords, emotion, need, value, masked }: Analysis): void {
  assert.ok(sentiment.score >= -1 && sentiment.score <= 1 && sentiment.confidence >= 0 && sentiment.confidence <= 1)
  assert.ok(INTENTS.includes(intent.label) && intent.confidence >= 0 && intent.confidence <= 1)
  assert.ok(EMOTIONS.includes(emotion.label) && emotion.confidence >= 0 && emotion.confidence <= 1)
  assert.ok(NEEDS.includes(need.level) && need.confidence >= 0 && need.confidence <= 1)
  if (value.ask !== null) assert.ok(value.relevant.holds && value.authentic.holds && !value.specific.holds)
  for (const { start, end, confidence } of aspects)
    assert.ok(0 <= start && start <= end && end <= text.length && confidence >= 0 && confidence <= 1)
  let last = 0
  for (const { start, end } of pii) {
    assert.ok(last <= start && start < end && end <= text.length)
    last = end
  }
  for (const { weight } of keywords) assert.ok(weight > 0 && weight <= 1)
  if (pii.length === 0) assert.equal(masked, text)
}

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '不',
      '很',
      '好',
      '质量',
      '但是',
      '，',
      '！',
      '138',
      '0013',
      '8000',
      '一三八',
      '\ud800',
      '\udc00',
      '\0',
      '😀',
      '👨‍👩‍👧',
      'e\u0301',
      '建国路88号',
      '@a.com',
      ' ',
      '吗？',
      '號',
    ),
  )
  it('is analysed without throwing, with offsets inside it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        check(text, analyse({ text, targets: pieces.slice(0, 2) }, options))
        looksLikeSpam(text)
      }),
      { numRuns: 300 },
    )
  })

  for (const unit of [
    'a',
    '一',
    '1',
    '1 ',
    '😀',
    '\ud800',
    'e\u0301',
    'a@',
    '路1号',
    '不',
    '虽然但是',
    ' ',
    '\n',
    'a.',
    '王先生',
    '好，',
    '质量',
  ]) {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    it(`a megabyte of ${JSON.stringify(unit)} is no trouble`, { timeout: 20_000 }, () => {
      check(text, analyse({ text }, options))
      looksLikeSpam(text)
    })
  }
})
