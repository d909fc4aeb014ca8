import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { timelineOf } from './timeline.ts'

const lists = {
  voices: [{ occurredAt: '2026-11-03T00:00:00Z' }, { occurredAt: '2026-11-01T00:00:00Z' }],
  cases: [{ openedAt: '2026-11-03T00:00:01Z' }, { openedAt: '2026-10-01T00:00:00Z' }],
  contacts: [{ at: '2026-11-02T00:00:00Z' }],
}
const kinds = (more: boolean) => timelineOf({ ...lists, more }).map(({ kind, at }) => `${kind} ${at.slice(5, 10)}`)

describe('timelineOf', () => {
  it('puts everything in one line, newest first', () => {
    assert.deepEqual(kinds(false), ['case 11-03', 'voice 11-03', 'contact 11-02', 'voice 11-01', 'case 10-01'])
  })
  it('shows nothing beyond what is loaded', () => {
    assert.deepEqual(kinds(true), ['case 11-03', 'voice 11-03', 'contact 11-02', 'voice 11-01'])
  })
})
