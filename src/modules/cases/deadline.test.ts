import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant, minutes } from '../../shared/time/instant.ts'
import { deadlineAfter, type OpenInterval } from './deadline.ts'

const day = (date: string): OpenInterval => ({ opens: instant(`${date}T09:00Z`), closes: instant(`${date}T17:00Z`) })
const MON = day('2026-03-02'),
  TUE = day('2026-03-03')

describe('deadlineAfter', () => {
  const cases = [
    { name: 'spends time within the day', start: '2026-03-02T10:00Z', budget: 60, due: '2026-03-02T11:00Z' },
    { name: 'waits for opening', start: '2026-03-02T07:00Z', budget: 60, due: '2026-03-02T10:00Z' },
    { name: 'carries the rest to the next day', start: '2026-03-02T16:30Z', budget: 60, due: '2026-03-03T09:30Z' },
    { name: 'may end exactly at closing', start: '2026-03-02T09:00Z', budget: 480, due: '2026-03-02T17:00Z' },
    { name: 'starts tomorrow after closing', start: '2026-03-02T17:00Z', budget: 1, due: '2026-03-03T09:01Z' },
  ]
  for (const { name, start, budget, due } of cases) {
    it(name, () => {
      assert.deepEqual(deadlineAfter(instant(start), minutes(budget), [MON, TUE]), { kind: 'due', at: instant(due) })
    })
  }

  it('never comes when the calendar ends first', () => {
    assert.deepEqual(deadlineAfter(instant('2026-03-03T16:59Z'), minutes(2), [MON, TUE]), { kind: 'never' })
  })
})
