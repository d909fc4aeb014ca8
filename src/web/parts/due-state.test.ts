import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant } from '../../shared/time/instant.ts'
import { type Due, dueState } from './due-state.ts'

const at = instant('2026-11-21T12:00Z')
const clock = (time: string) => instant(`2026-11-21T${time}Z`)
const due = (given: Partial<Due> = {}): Due => ({
  at,
  warnAt: null,
  doneAt: null,
  brokenAt: null,
  paused: false,
  withdrawn: false,
  ...given,
})

describe('dueState', () => {
  const cases = [
    { name: 'is open with time in hand', given: {}, now: '09:59', want: 'open' },
    { name: 'is soon in the last two hours', given: {}, now: '10:00', want: 'soon' },
    { name: 'is soon from its own warning on', given: { warnAt: clock('08:00') }, now: '08:00', want: 'soon' },
    { name: 'is late at the very moment', given: {}, now: '12:00', want: 'late' },
    { name: 'does not run out while paused', given: { paused: true }, now: '13:00', want: 'paused' },
    { name: 'stays broken while paused', given: { paused: true, brokenAt: clock('12:00') }, now: '13:00', want: 'late' },
    { name: 'is kept when kept at the very moment', given: { doneAt: at }, now: '13:00', want: 'kept' },
    { name: 'is owed no longer', given: { withdrawn: true }, now: '13:00', want: 'withdrawn' },
    { name: 'is kept late afterwards', given: { doneAt: clock('12:01') }, now: '13:00', want: 'kept-late' },
  ]
  for (const { name, given, now, want } of cases) {
    it(name, () => assert.equal(dueState(due(given), clock(now)), want))
  }
})
