import assert from 'node:assert/strict'
import { it } from 'node:test'
import { timeText } from './time-text.ts'

const cases = [
  ['9', '09:00'],
  ['9:5', '09:05'],
  ['0930', '09:30'],
  ['930', '09:30'],
  ['9：30', '09:30'],
  ['24:00', '24:00'],
  ['nine', 'nine'],
] as const
for (const [typed, read] of cases) it(`reads ${typed}`, () => assert.equal(timeText(typed), read))
