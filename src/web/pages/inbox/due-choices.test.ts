import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant, isoOf } from '../../../shared/time/instant.ts'
import { dueChoices, momentOf, wallOf } from './due-choices.ts'

const ZONE = 'Asia/Shanghai'

describe('dueChoices', () => {
  it('are moments of the workspace clock', () => {
    const found = dueChoices(instant('2026-11-20T02:00:00Z'), ZONE).map(({ name, at }) => `${name} ${isoOf(at).slice(0, 16)}`)
    assert.deepEqual(found, ['two-hours 2026-11-20T04:00', 'today 2026-11-20T10:00', 'tomorrow 2026-11-21T02:00', 'week 2026-11-27T10:00'])
  })
  it('promise nothing for an evening that is nearly there', () => {
    const names = dueChoices(instant('2026-11-20T09:30:00Z'), ZONE).map(({ name }) => name)
    assert.deepEqual(names, ['two-hours', 'tomorrow', 'week'])
  })
})

describe('momentOf and wallOf', () => {
  it('are each other backwards', () => {
    const at = instant('2026-11-20T10:15:00Z')
    assert.equal(wallOf(at, ZONE), '2026-11-20 18:15:00')
    assert.equal(momentOf(wallOf(at, ZONE), ZONE), '2026-11-20T10:15:00.000Z')
  })
  it('read nothing from nothing', () => assert.equal(momentOf(null, ZONE), null))
})
