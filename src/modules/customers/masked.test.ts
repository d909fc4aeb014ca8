import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { masked } from './masked.ts'

describe('masked', () => {
  const cases = [
    { kind: 'email', value: 'wang@example.com', want: 'w***@example.com' },
    { kind: 'email', value: '"a@b"@example.com', want: '"***@example.com' },
    { kind: 'phone', value: '+8613800000001', want: '***0001' },
    { kind: 'openid', value: 'oHx-1', want: '***' },
    { kind: 'external', value: 'M-17', want: 'M-17' },
  ] as const
  for (const { kind, value, want } of cases) it(`${kind} ${value}`, () => assert.deepEqual(masked({ kind, value }), { kind, value: want }))
})
