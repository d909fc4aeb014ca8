import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asProposed, filedOf, inPart, putInto, takeAll } from './placing.ts'

const proposed = asProposed([
  { feedbackId: 'a', text: '没人接电话', part: null, confidence: 0 },
  { feedbackId: 'b', text: '送得慢', part: 0, confidence: 0.9 },
  { feedbackId: 'c', text: '箱子破了', part: 1, confidence: 0.4 },
])

describe('placing the voices of a category that is parted', () => {
  it('sends nothing that nobody looked at', () => {
    assert.deepEqual(
      proposed.map(({ feedbackId }) => feedbackId),
      ['b', 'c', 'a'],
    )
    assert.deepEqual(filedOf(proposed), [])
  })

  it('files what a person put somewhere, and nothing that they put nowhere', () => {
    const moved = putInto(putInto(proposed, 'c', 0), 'b', null)
    assert.deepEqual(filedOf(moved), [{ feedbackId: 'c', part: 0 }])
    assert.deepEqual(
      inPart(moved, null).map(({ feedbackId }) => feedbackId),
      ['b', 'a'],
    )
  })

  it('takes all proposals at once, but proposes nothing for those that fit nowhere', () => {
    assert.deepEqual(filedOf(takeAll(proposed)), [
      { feedbackId: 'b', part: 0 },
      { feedbackId: 'c', part: 1 },
    ])
    assert.equal(inPart(proposed, 'all').length, 3)
  })
})
