import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentimentModel } from '../../../tests/models.ts'
import { type UrgencySentence, urgencySentences, urgencySentencesAfterwards } from '../../../tests/texts/urgencies.ts'
import { urgencyOf } from './urgency.ts'

/** Of sentences that press, how many are high or critical, and of those that are, how many press. */
function figuresOf(rows: readonly UrgencySentence[]): { precision: number; recall: number } {
  const found = rows.map(({ text, reason }) => ({ reason, ...urgencyOf(text, sentimentModel) }))
  const raised = found.filter(({ level }) => level === 'high' || level === 'critical')
  const right = raised.filter(({ reason }) => reason !== null).length
  return { precision: right / raised.length, recall: right / found.filter(({ reason }) => reason !== null).length }
}

/** The rules were made with these sentences: see there what unseen ones give. */
describe('urgency of sentences of our own', () => {
  const floors = [
    { name: 'the first', rows: urgencySentences, precision: 0.97, recall: 0.97 },
    { name: 'the second', rows: urgencySentencesAfterwards, precision: 0.95, recall: 0.85 },
  ]
  for (const { name, rows, precision, recall } of floors) {
    it(`${name}: precision above ${precision}, recall above ${recall}`, () => {
      const figures = figuresOf(rows)
      assert.ok(figures.precision >= precision, `precision ${figures.precision}`)
      assert.ok(figures.recall >= recall, `recall ${figures.recall}`)
    })
  }

  it('names the reason', () => {
    for (const { text, reason } of urgencySentences)
      if (reason !== null) assert.ok(urgencyOf(text, sentimentModel).reasons.includes(reason), `${text}: ${reason}`)
  })

  for (const piece of ['法院', '吃完', '押金', '明天', '手', 'post this ', 'by ', 'charged me ', '烫伤了']) {
    it(`reads a long text of ${piece} in no time`, { timeout: 2_000 }, () => {
      assert.ok(urgencyOf(piece.repeat(10_000), sentimentModel).level)
    })
  }
})
