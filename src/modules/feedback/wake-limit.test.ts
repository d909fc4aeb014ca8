import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { wakeLimit } from './wake-limit.ts'

describe('wakeLimit', () => {
  it('lets the first one wake, and makes up for all others together', () => {
    mock.timers.enable({ apis: ['setTimeout'] })
    let woken = 0
    const mayWake = wakeLimit(50, () => {
      woken++
    })
    assert.deepEqual([mayWake(), mayWake(), mayWake()], [true, false, false])
    mock.timers.tick(49)
    assert.equal(woken, 0)
    mock.timers.tick(1)
    assert.equal(woken, 1)
    assert.equal(mayWake(), false)
    mock.timers.tick(50)
    assert.equal(woken, 2)
    mock.timers.tick(50)
    assert.equal(woken, 2)
    assert.equal(mayWake(), true)
    mock.timers.reset()
  })
})
