import assert from 'node:assert/strict'
import { it } from 'node:test'
import { EMPTY_ENTRY, feedbackOf } from './entry.ts'

it('sends only what was filled in', () => {
  assert.deepEqual(feedbackOf({ ...EMPTY_ENTRY, text: ' 等了一个小时 ', phone: ' 13812345678 ' }), {
    channel: 'call',
    text: '等了一个小时',
    customer: { phone: '13812345678' },
  })
})
it('sends a score alone', () => {
  assert.deepEqual(feedbackOf({ ...EMPTY_ENTRY, channel: 'counter', csat: 2, text: '' }), {
    channel: 'counter',
    scores: [{ kind: 'csat', value: 2 }],
  })
})
