import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant } from '../../../shared/time/instant.ts'
import { daysOf, dayWord, firstWindows, windowOf } from './days.ts'

const ZONE = 'Asia/Shanghai'

describe('days of a plan', () => {
  it('become a window from midnight to midnight', () => {
    const window = { from: '2026-05-31T16:00:00.000Z', to: '2026-06-02T16:00:00.000Z' }
    assert.deepEqual(windowOf(['2026-06-01', '2026-06-02'], ZONE), window)
    assert.deepEqual(daysOf(window, ZONE), ['2026-06-01', '2026-06-02'])
  })
  it('are no window while one is missing', () => assert.equal(windowOf(['2026-06-01', null], ZONE), null))
  it('begin as four weeks before today and four after', () => {
    assert.deepEqual(firstWindows(instant('2026-06-01T17:00:00Z'), ZONE), {
      before: ['2026-05-05', '2026-06-01'],
      after: ['2026-06-03', '2026-06-30'],
    })
  })
  it('are said without a zone', () => assert.equal(dayWord('2026-06-01', 'zh-CN'), '6月1日'))
})
