import assert from 'node:assert/strict'
import { it } from 'node:test'
import { killRounds } from './kill.ts'

it('loses and doubles nothing when the server and the database are killed under load', { timeout: 180_000 }, async () => {
  const report = await killRounds(4, 2, () => undefined)
  assert.ok(report.acknowledged > 50, `only ${report.acknowledged} were acknowledged`)
  assert.deepEqual(
    { lost: report.lost, doubled: report.doubled, notUnderstood: report.notUnderstood },
    { lost: 0, doubled: 0, notUnderstood: 0 },
  )
  assert.deepEqual(
    Object.keys(report.otherAnswers).filter((status) => status !== '503'),
    [],
  )
})
