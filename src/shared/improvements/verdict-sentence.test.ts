import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { speak } from '../words/catalogues.ts'
import { effectWord, type Found, valueWord, verdictSentence } from './verdict-sentence.ts'

const found = (change: Partial<Found>): Found => ({
  verdict: 'worked',
  unit: 'fraction',
  before: { n: 80, value: 0.6 },
  after: { n: 70, value: 0.8 },
  effect: 0.2,
  interval: { low: 0.0524, high: 0.3339 },
  missing: { before: 0, after: 0 },
  reasons: [],
  ...change,
})
const said = (locale: 'zh-CN' | 'zh-TW' | 'en', change: Partial<Found>) =>
  verdictSentence(speak(locale), locale, { kind: 'share-of-score', score: 'csat', from: 4, to: 5 }, found(change)).replaceAll('\u00a0', ' ')

describe('verdictSentence', () => {
  it('says effect, interval and n', () => {
    assert.equal(
      said('zh-CN', {}),
      '有效。满意度（CSAT）在 4 到 5 分的受访者占比：之前 60 %（n = 80），之后 80 %（n = 70）；变化 +20.0 个百分点，95% 区间 +5.2 到 +33.4，不含 0。',
    )
    assert.match(
      said('en', {}),
      /^It worked\. .*from 4 to 5: 60 % before \(n = 80\), 80 % after \(n = 70\); a change of \+20\.0 percentage points, 95 % interval \+5\.2 to \+33\.4, clear of 0\.$/,
    )
    assert.match(said('zh-TW', {}), /^有效。.*受訪者占比/)
  })
  const cases = [
    {
      name: 'worse',
      change: { verdict: 'worse', effect: -0.2, interval: { low: -0.33, high: -0.05 } },
      want: /^变差了。.*变化 −20\.0 个百分点，95% 区间 −33\.0 到 −5\.0，/,
    },
    {
      name: 'no evidence',
      change: { verdict: 'no-evidence', effect: 0.05, interval: { low: -0.13, high: 0.22 } },
      want: /^还没有证据说明有效。.*−13\.0 到 \+22\.0，包含 0/,
    },
    { name: 'no spread', change: { verdict: 'no-evidence', interval: null }, want: /答案没有差异/ },
    {
      name: 'too few before',
      change: { verdict: 'too-few', before: { n: 12, value: 1 }, missing: { before: 18, after: 0 } },
      want: /之前的时段有 12，还差 18；之后有 70，够了/,
    },
    {
      name: 'too few after',
      change: { verdict: 'too-few', after: { n: 1200, value: 1 }, missing: { before: 0, after: 1300 } },
      want: /之后的时段有 1,200，还差 1,300/,
    },
    { name: 'too few', change: { verdict: 'too-few', missing: { before: 1, after: 2 } }, want: /还差 1；.*还差 2/ },
    {
      name: 'too rare',
      change: { verdict: 'too-few', reasons: [{ code: 'too-rare', facts: { expected: 2, minimum: 5 } }] },
      want: /太少见/,
    },
  ] as const
  it('names what there is too little of', () => {
    const lacking = found({ verdict: 'too-few', before: { n: 0, value: null }, missing: { before: 30, after: 0 } })
    const kinds = ['share-of-score', 'contacts-per-1000-orders', 'share-of-resolved-needs', 'share-of-category'] as const
    assert.deepEqual(
      kinds.map((kind) => /^[^，]+/.exec(verdictSentence(speak('zh-CN'), 'zh-CN', { kind }, lacking))?.[0]),
      ['受访者太少', '订单太少', '工单太少', '反馈太少'],
    )
  })

  for (const { name, change, want } of cases) it(name, () => assert.match(said('zh-CN', change), want))
})

describe('values', () => {
  it('stand in their unit', () => {
    assert.deepEqual(
      [valueWord('en', 'per-1000', 8.24), valueWord('en', 'points', 4.256), valueWord('en', 'points', null)],
      ['8.2', '4.26', '–'],
    )
  })
  it('carry their sign, and nothing when they round to nothing', () => {
    assert.deepEqual(
      [effectWord('en', 'per-1000', -3.12), effectWord('en', 'points', 0.001), effectWord('en', 'fraction', -0.0001)],
      ['−3.1', '0', '0'],
    )
  })
})
