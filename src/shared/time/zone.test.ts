import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HOUR, type Instant, instant, isoOf, MINUTE } from './instant.ts'
import { atLocal, dateIn, dayBounds, daysBetween, isZone, localTime, msOfDay, plusDays, plusMonths, weekdayOf } from './zone.ts'

const CN = 'Asia/Shanghai',
  NY = 'America/New_York'

describe('localTime', () => {
  it('shows the wall clock of a zone', () => {
    assert.deepEqual(localTime(instant('2026-11-20T16:30:05Z'), CN), {
      date: '2026-11-21',
      year: 2026,
      month: 11,
      day: 21,
      hour: 0,
      minute: 30,
      second: 5,
      weekday: 6,
    })
  })
  const cases = [
    { at: '2026-03-08T06:59:59Z', zone: NY, hour: 1 },
    { at: '2026-03-08T07:00:00Z', zone: NY, hour: 3 },
    { at: '2026-06-01T00:00:00Z', zone: 'Asia/Kathmandu', hour: 5 },
    { at: '1969-12-31T16:00:00Z', zone: CN, hour: 0 },
  ]
  for (const { at, zone, hour } of cases)
    it(`${at} in ${zone} is ${hour} o'clock`, () => assert.equal(localTime(instant(at), zone).hour, hour))
  it('knows its zones', () => {
    assert.deepEqual([isZone(CN), isZone('Mars/Olympus'), isZone('')], [true, false, false])
    assert.throws(() => dateIn(instant('2026-01-01T00:00Z'), 'Mars/Olympus'), RangeError)
  })
})

describe('atLocal', () => {
  const cases = [
    { name: 'China', date: '2026-11-21', ms: 9 * HOUR, zone: CN, at: '2026-11-21T01:00:00.000Z' },
    { name: 'nine is nine on the day the clocks go forward', date: '2026-03-08', ms: 9 * HOUR, zone: NY, at: '2026-03-08T13:00:00.000Z' },
    { name: 'a skipped half past two is half past three', date: '2026-03-08', ms: 2.5 * HOUR, zone: NY, at: '2026-03-08T07:30:00.000Z' },
    { name: 'half past one comes twice: the first', date: '2026-11-01', ms: 1.5 * HOUR, zone: NY, at: '2026-11-01T05:30:00.000Z' },
    { name: 'after it came twice', date: '2026-11-01', ms: 2.5 * HOUR, zone: NY, at: '2026-11-01T07:30:00.000Z' },
    { name: '24:00 is the next midnight', date: '2026-02-28', ms: 24 * HOUR, zone: CN, at: '2026-02-28T16:00:00.000Z' },
  ]
  for (const { name, date, ms, zone, at } of cases) it(name, () => assert.equal(isoOf(atLocal(date, ms, zone)), at))

  it('undoes localTime wherever the clock shows a time once', () => {
    const zone = fc.constantFrom(CN, NY, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia')
    fc.assert(
      fc.property(zone, fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2030, 0) }), (zone, ms) => {
        const at = (Math.floor(ms / 1000) * 1000) as Instant
        const wall = localTime(at, zone)
        const back = atLocal(wall.date, msOfDay(wall), zone)
        assert.deepEqual(localTime(back, zone), wall)
        assert.ok(back === at || Math.abs(back - at) <= HOUR, `${at} ${back}`)
      }),
      { numRuns: 300 },
    )
  })
})

describe('dayBounds', () => {
  const cases = [
    { date: '2026-03-08', zone: NY, hours: 23 },
    { date: '2026-11-01', zone: NY, hours: 25 },
    { date: '2026-11-21', zone: CN, hours: 24 },
    { date: '2018-11-04', zone: 'America/Sao_Paulo', hours: 23 },
  ]
  for (const { date, zone, hours } of cases) {
    it(`${date} in ${zone} has ${hours} hours`, () => {
      const { starts, ends } = dayBounds(date, zone)
      assert.equal((ends - starts) / HOUR, hours)
      assert.deepEqual([dateIn(starts, zone), dateIn((ends - MINUTE) as Instant, zone)], [date, date])
    })
  }
})

describe('dates', () => {
  it('adds days and months', () => {
    assert.equal(plusDays('2026-02-28', 1), '2026-03-01')
    assert.equal(plusMonths('2026-01-31', 1), '2026-02-28')
    assert.equal(plusMonths('2024-01-31', 1), '2024-02-29')
    assert.equal(plusMonths('2026-11-30', 3), '2027-02-28')
    assert.equal(plusMonths('2026-03-31', -1), '2026-02-28')
  })
  it('counts days and weekdays', () => {
    assert.equal(daysBetween('2026-02-14', '2026-03-01'), 15)
    assert.deepEqual(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekdayOf), [1, 6, 7])
  })
  it('refuses days that do not exist', () => {
    for (const date of ['2026-02-30', '2026-13-01', '20260101', '']) assert.throws(() => plusDays(date, 1), RangeError)
  })
})
