import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CasePromise } from './case-types.ts'
import { owedPromise } from './owed.ts'

const promise = (id: string, state: CasePromise['state'], dueAt: string): CasePromise => ({
  id,
  kind: 'first-answer',
  state,
  duration: 'PT24H',
  basis: 'clock',
  madeAt: '2026-11-20T00:00:00.000Z',
  warnAt: null,
  dueAt: `2026-11-${dueAt}T00:00:00.000Z`,
  pausedAt: null,
  whyBroken: null,
})

describe('owedPromise', () => {
  it('is the earliest of what is owed, broken ones included', () => {
    const found = owedPromise([promise('a', 'running', '23'), promise('b', 'broken', '21'), promise('c', 'soon', '22')])
    assert.equal(found?.id, 'b')
  })
  it('leaves out what is kept or withdrawn', () => {
    const found = owedPromise([promise('a', 'kept', '21'), promise('b', 'running', '24'), promise('c', 'withdrawn', '20')])
    assert.equal(found?.id, 'b')
  })
  it('shows a paused one when nothing runs', () => {
    assert.equal(owedPromise([promise('a', 'paused', '25'), promise('b', 'paused', '24')])?.id, 'b')
  })
  it('is nothing when nothing is owed', () => assert.equal(owedPromise([promise('a', 'late-kept', '21')]), null))
})
