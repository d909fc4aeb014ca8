import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createCircuit } from './circuit.ts'

/** Steps: `x` fails, `o` answers, a number waits so many ms; then whether asking is worth while. */
const CASES: { name: string; steps: (number | 'x' | 'o')[]; mayAsk: boolean }[] = [
  { name: 'lets ask at first', steps: [], mayAsk: true },
  { name: 'lets ask after two failures', steps: ['x', 'x'], mayAsk: true },
  { name: 'stops after three', steps: ['x', 'x', 'x'], mayAsk: false },
  { name: 'counts only failures in a row', steps: ['x', 'x', 'o', 'x'], mayAsk: true },
  { name: 'still stops before the pause is over', steps: ['x', 'x', 'x', 999], mayAsk: false },
  { name: 'lets one try after the pause', steps: ['x', 'x', 'x', 1_000], mayAsk: true },
  { name: 'stops again when the try fails', steps: ['x', 'x', 'x', 1_000, 'x', 999], mayAsk: false },
  { name: 'is closed when the try is answered', steps: ['x', 'x', 'x', 1_000, 'o', 'x', 'x'], mayAsk: true },
]

describe('createCircuit', () => {
  for (const { name, steps, mayAsk } of CASES)
    it(name, () => {
      const circuit = createCircuit({ fails: 3, pause: 1_000 })
      let now = 0
      for (const step of steps) {
        if (typeof step === 'number') now += step
        else circuit.note(step === 'o', now)
      }
      assert.equal(circuit.mayAsk(now), mayAsk)
    })

  it('lets only one try', () => {
    const circuit = createCircuit({ fails: 1, pause: 1_000 })
    circuit.note(false, 0)
    assert.deepEqual([circuit.mayAsk(1_000), circuit.mayAsk(1_000)], [true, false])
  })
})
