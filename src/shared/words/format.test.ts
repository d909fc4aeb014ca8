import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HOUR, instant, MINUTE } from '../time/instant.ts'
import * as f from './format.ts'

const ZONE = 'Asia/Shanghai'
const now = instant('2026-11-21T06:00Z')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('numbers with their doubt', () => {
  it('writes an even interval as a margin', () => {
    assert.equal(plain(f.formatShare('zh-CN', 0.32, { low: 0.29, high: 0.35 })), '32 % ± 3')
  })
  it('writes a leaning interval as bounds', () => {
    assert.equal(plain(f.formatShare('zh-CN', 0.02, { low: 0.01, high: 0.07 })), '2 % (1–7)')
  })
  it('leaves a share without an interval alone', () => assert.equal(plain(f.formatShare('en', 0.5, null)), '50 %'))
  it('keeps the unit of a score', () => {
    assert.equal(plain(f.formatScore('en', 4.21, { low: 4.1, high: 4.32 })), '4.2 ± 0.1')
  })
  it('shortens bytes', () => assert.equal(plain(f.formatBytes('en', 1_540_000)), '1.5 MB'))
})

describe('spans', () => {
  const cases = [
    { ms: 28 * HOUR, zh: '1天4小时', en: '1 day 4 hours' },
    { ms: 2 * HOUR, zh: '2小时', en: '2 hours' },
    { ms: -(HOUR + 5 * MINUTE), zh: '1小时5分钟', en: '1 hour 5 minutes' },
    { ms: 300, zh: '0秒钟', en: '0 seconds' },
    { ms: 33 * 24 * HOUR, zh: '33天', en: '33 days' },
  ]
  for (const { ms, zh, en } of cases) {
    it(en, () => assert.deepEqual([f.formatSpan('zh-CN', ms), f.formatSpan('en', ms)], [zh, en]))
  }
})

describe('moments', () => {
  it('says only the time today, in the zone of the workspace', () => {
    assert.equal(f.formatMoment('zh-CN', instant('2026-11-21T01:05Z'), ZONE, now), '09:05')
  })
  it('adds the day, and the year when it is another', () => {
    assert.equal(f.formatMoment('zh-CN', instant('2026-11-20T01:05Z'), ZONE, now), '11月20日 09:05')
    assert.equal(f.formatDay('zh-CN', instant('2025-11-20T01:05Z'), ZONE, now), '2025年11月20日')
    assert.equal(f.formatFull('zh-CN', instant('2025-11-20T01:05Z'), ZONE), '2025年11月20日 09:05 GMT+8')
    assert.equal(f.formatFull('en', instant('2025-11-20T01:05Z'), ZONE), 'Nov 20, 2025 09:05 GMT+8')
  })
  it('counts days by the zone, not by UTC', () => {
    assert.equal(f.dayOf(instant('2026-11-20T16:30Z'), ZONE), '2026-11-21')
  })
  it('speaks of distance', () => {
    assert.equal(f.formatRelative('zh-CN', instant('2026-11-21T03:00Z'), now), '3小时前')
    assert.equal(f.formatRelative('en', instant('2026-11-22T07:00Z'), now), 'tomorrow')
    assert.equal(f.formatRelative('zh-TW', instant('2026-11-21T05:59:50Z'), now), '現在')
  })
})
