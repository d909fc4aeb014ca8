import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDuration, compareDurations, duration, durationFaultText, isoDuration, nominalMs, readDuration } from './duration.ts'
import { DAY, HOUR, instant, isoOf, SECOND } from './instant.ts'

describe('readDuration', () => {
  const good = [
    ['PT24H', 24 * HOUR],
    ['PT30S', 30 * SECOND],
    ['PT0.5S', 500],
    ['PT1,5H', 1.5 * HOUR],
    ['P1D', DAY],
    ['P2W', 14 * DAY],
    ['P1DT12H30M', 36.5 * HOUR],
    ['PT1H30M', 1.5 * HOUR],
  ] as const
  for (const [text, ms] of good) it(`${text} is ${ms} ms`, () => assert.equal(nominalMs(duration(text)), ms))
  it('tells months from minutes', () => {
    assert.equal(duration('P3M').months, 3)
    assert.equal(duration('PT3M').minutes, 3)
  })

  const bad = [
    ['', 'not-a-duration'],
    ['P', 'not-a-duration'],
    ['PT', 'not-a-duration'],
    ['P1DT', 'not-a-duration'],
    ['24h', 'not-a-duration'],
    ['PT1M2H', 'not-a-duration'],
    ['pt1h', 'not-a-duration'],
    [' PT1H', 'not-a-duration'],
    ['-PT1H', 'negative'],
    ['PT-1H', 'negative'],
    ['P1.5D', 'broken-date-part'],
    ['P0.5M', 'broken-date-part'],
    ['PT0S', 'nothing'],
    ['P0D', 'nothing'],
    ['PT0.0001S', 'not-a-duration'],
    ['P11Y', 'too-long'],
    ['P9999999999Y', 'not-a-duration'],
  ] as const
  for (const [text, fault] of bad) it(`'${text}': ${fault}`, () => assert.deepEqual(readDuration(text), { fault }))

  it('says what is wrong', () => {
    assert.throws(() => duration('1 day'), /^RangeError: duration: Want an ISO 8601 duration.*Got 1 day$/)
    assert.ok(Object.values(durationFaultText).every((text) => text.endsWith('.')))
  })
})

describe('isoDuration', () => {
  for (const text of ['PT24H', 'PT30S', 'P1D', 'P2W', 'P1M', 'P1Y2M3W4DT5H6M7.5S', 'PT0.5S']) {
    it(`keeps ${text}`, () => assert.equal(isoDuration(duration(text)), text))
  }
  it('writes what it reads', () => {
    const part = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(part, part, part, part, (weeks, days, minutes, seconds) => {
        fc.pre(weeks + days + minutes + seconds > 0)
        const d = { years: 0, months: 0, weeks, days, hours: 0, minutes, seconds }
        assert.deepEqual(duration(isoDuration(d)), d)
      }),
    )
  })
})

describe('compareDurations', () => {
  it('sorts by length', () => {
    const texts = ['P1Y', 'PT24H', 'P1M', 'PT30S', 'P30D', 'P31D', 'P2W']
    const sorted = texts.map(duration).sort(compareDurations).map(isoDuration)
    assert.deepEqual(sorted, ['PT30S', 'PT24H', 'P2W', 'P30D', 'P1M', 'P31D', 'P1Y'])
  })
  it('a day and 24 hours are the same size', () => assert.equal(compareDurations(duration('P1D'), duration('PT24H')), 0))
})

describe('addDuration', () => {
  const cases = [
    { name: 'hours pass on the clock', at: '2026-03-07T15:00Z', d: 'PT24H', zone: 'America/New_York', want: '2026-03-08T15:00:00.000Z' },
    {
      name: 'a day is the same time tomorrow',
      at: '2026-03-07T15:00Z',
      d: 'P1D',
      zone: 'America/New_York',
      want: '2026-03-08T14:00:00.000Z',
    },
    { name: 'a month ends with the month', at: '2026-01-31T04:00Z', d: 'P1M', zone: 'Asia/Shanghai', want: '2026-02-28T04:00:00.000Z' },
    { name: 'months are those of the zone', at: '2026-01-30T20:00Z', d: 'P1M', zone: 'Asia/Shanghai', want: '2026-02-27T20:00:00.000Z' },
    {
      name: 'calendar first, then clock',
      at: '2026-01-31T04:00:00.250Z',
      d: 'P1MT2H',
      zone: 'Asia/Shanghai',
      want: '2026-02-28T06:00:00.250Z',
    },
    { name: 'leap day and a year', at: '2024-02-29T04:00Z', d: 'P1Y', zone: 'Asia/Shanghai', want: '2025-02-28T04:00:00.000Z' },
    { name: 'weeks', at: '2026-11-21T04:00Z', d: 'P2W', zone: 'Asia/Shanghai', want: '2026-12-05T04:00:00.000Z' },
  ]
  for (const { name, at, d, zone, want } of cases) {
    it(name, () => assert.equal(isoOf(addDuration(instant(at), duration(d), zone)), want))
  }
})
