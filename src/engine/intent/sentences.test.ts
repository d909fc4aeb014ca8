import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { models, sentimentModel } from '../../../tests/models.ts'
import { intentSentences } from '../../../tests/texts/intents.ts'
import { INTENTS, intentOf, loadIntentModel } from './intent.ts'

describe('intents of 300 sentences of our own', () => {
  const found = intentSentences.map(({ text, intent }) => ({ given: intent, label: intentOf(text, sentimentModel).label }))

  // A little under what was measured; cue words alone were right on 58 of 100.
  it('are right seven times in ten', () => {
    const right = found.filter(({ given, label }) => given === label).length
    assert.ok(right / found.length >= 0.72, `${right} of ${found.length}`)
  })

  const floors = { complaint: 0.85, suggestion: 0.55, question: 0.9, praise: 0.55, churn: 0.45, other: 0.8 } as const
  for (const intent of INTENTS) {
    it(`${intent}: ${floors[intent]} of them are found`, () => {
      const own = found.filter(({ given }) => given === intent)
      const hits = own.filter(({ label }) => label === intent).length
      assert.ok(own.length >= 45 && hits / own.length >= floors[intent], `${hits} of ${own.length}`)
    })
  }

  it('calls nobody a leaver who only complains', () => {
    const wrong = found.filter(({ given, label }) => label === 'churn' && given !== 'churn').length
    assert.ok(wrong <= 5, `${wrong}`)
  })
})

describe('loadIntentModel', () => {
  it('says what is wrong with bytes that are no model', () => {
    assert.throws(() => loadIntentModel(new Uint8Array(20)), /no table of grams/)
    assert.throws(() => loadIntentModel(models.intent.slice(0, -1)), /another version/)
  })
})
