import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel as model, models } from '../../../tests/models.ts'
import { emotionSentences, needSentences } from '../../../tests/texts/emotions.ts'
import { normalise } from '../language/normalise.ts'
import { sentimentOfNormalised } from '../sentiment/sentiment.ts'
import { EMOTIONS, emotionOfNormalised, loadEmotionModel } from './emotion.ts'
import { NEEDS, needOfNormalised } from './need.ts'

function emotionOf(text: string) {
  const plain = normalise(text).text
  return emotionOfNormalised(plain, sentimentOfNormalised(plain, { model }), model.emotions)
}

/** Floors a little under what was measured; sentences and word lists have the same author. */
describe('emotions of sentences of our own', () => {
  for (const label of EMOTIONS) {
    it(`${label} is found seven times in ten, or more often`, () => {
      const own = emotionSentences.filter((one) => one.label === label)
      const hits = own.filter(({ text }) => emotionOf(text).label === label).length
      assert.ok(hits / own.length >= (label === 'trust' ? 0.6 : 0.75), `${hits} of ${own.length}`)
    })
  }

  it('is right in at least 85 of 100', () => {
    const hits = emotionSentences.filter(({ text, label }) => emotionOf(text).label === label).length
    assert.ok(hits / emotionSentences.length >= 0.85, `${hits} of ${emotionSentences.length}`)
  })

  it('takes back what is denied', () => {
    for (const text of ['不担心', '没有生气', '不用害怕']) assert.ok(!['anxiety', 'anger'].includes(emotionOf(text).label), text)
  })

  it('hears none in a longer word', () => {
    for (const text of ['垃圾盒太小，两天就满了', '滚筒的门打不开']) assert.equal(emotionOf(text).label, 'none', text)
  })

  it('says what is wrong with bytes that are no model', () => {
    assert.throws(() => loadEmotionModel(models.intent), /another version/)
  })
})

describe('needs of sentences of our own', () => {
  it('are right in at least 75 of 100', () => {
    const hits = needSentences.filter(({ text, label }) => needOfNormalised(normalise(text).text).level === label).length
    assert.ok(hits / needSentences.length >= 0.75, `${hits} of ${needSentences.length}`)
  })

  it('are one of the levels for any text', () => {
    for (const text of ['', '😀', '\ud800', '安全'.repeat(10_000)]) {
      const { level, confidence } = needOfNormalised(normalise(text).text)
      assert.ok(NEEDS.includes(level) && confidence >= 0 && confidence <= 1)
    }
  })
})
