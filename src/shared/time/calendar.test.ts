import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayPlan, ORDINARY_CALENDAR, openIntervals, openOn, timeOfDay, type WorkCalendar } from './calendar.ts'
import { calendarFaults } from './calendar-faults.ts'
import { chinaNotice, chinaPublicDay, chinaYearsKnown } from './china-holidays.ts'
import { HOUR, instant, isoOf } from './instant.ts'
import { plusDays, weekdayOf } from './zone.ts'

const NINE_TO_SIX = [{ opens: '09:00', closes: '18:00' }]
const with_ = (change: Partial<WorkCalendar>): WorkCalendar => ({ ...ORDINARY_CALENDAR, ...change })
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, i) => plusDays(`${year}-01-01`, i)).filter((date) => date.startsWith(`${year}`))

describe('china holidays', () => {
  // Days off, days made up, and working days of the year: the counts that each notice adds up to.
  const years = [
    { year: 2024, off: 28, madeUp: 8, notice: '国办发明电〔2023〕7号' },
    { year: 2025, off: 28, madeUp: 5, notice: '国办发明电〔2024〕12号' },
    { year: 2026, off: 33, madeUp: 6, notice: '国办发明电〔2025〕7号' },
  ]
  for (const { year, off, madeUp, notice } of years) {
    it(`${year}`, () => {
      const found = daysOf(year).flatMap((date) => chinaPublicDay(date) ?? [])
      assert.equal(found.filter(({ kind }) => kind === 'holiday').length, off)
      assert.equal(found.filter(({ kind }) => kind === 'make-up').length, madeUp)
      assert.equal(chinaNotice(year)?.notice, notice)
    })
  }
  it('only weekends are made up', () => {
    for (const date of chinaYearsKnown.flatMap(daysOf)) {
      if (chinaPublicDay(date)?.kind === 'make-up') assert.ok(weekdayOf(date) >= 6, date)
    }
  })
  it('the law’s days off are what is left after making up', () => {
    // 13 statutory days from 2025 on; one that falls on a weekend is moved, so weekdays off − made up must be 13.
    for (const [year, want] of [
      [2025, 13],
      [2026, 13],
    ] as const) {
      const days = daysOf(year).map((date) => ({ date, day: chinaPublicDay(date) }))
      const weekdaysOff = days.filter(({ date, day }) => day?.kind === 'holiday' && weekdayOf(date) <= 5).length
      assert.equal(weekdaysOff - days.filter(({ day }) => day?.kind === 'make-up').length, want, String(year))
    }
  })
  it('knows of 2030 only what the law names by date', () => {
    assert.equal(chinaNotice(2030), null)
    const off = daysOf(2030).filter((date) => chinaPublicDay(date) !== null)
    assert.deepEqual(off, ['2030-01-01', '2030-05-01', '2030-05-02', '2030-10-01', '2030-10-02', '2030-10-03'])
  })
})

describe('dayPlan', () => {
  const cases = [
    { date: '2026-11-20', kind: 'working', known: true },
    { date: '2026-11-21', kind: 'rest', known: true },
    { date: '2026-10-01', kind: 'holiday', known: true },
    { date: '2026-10-10', kind: 'make-up', known: true },
    { date: '2030-10-01', kind: 'holiday', known: false },
    { date: '2030-10-04', kind: 'working', known: false },
    { date: '2030-10-05', kind: 'rest', known: false },
  ]
  for (const { date, kind, known } of cases) {
    it(`${date}: ${kind}`, () => {
      const plan = dayPlan(ORDINARY_CALENDAR, date)
      assert.deepEqual([plan.kind, plan.known], [kind, known])
    })
  }
  it('names the holiday', () => assert.equal(dayPlan(ORDINARY_CALENDAR, '2026-02-17').name, '春节'))
  it('the organisation’s own days outrank the public ones', () => {
    const own = with_({ closed: ['2026-10-10'], working: ['2026-10-05'] })
    assert.deepEqual([dayPlan(own, '2026-10-10').kind, dayPlan(own, '2026-10-05').kind], ['holiday', 'make-up'])
  })
  it('a make-up day has the hours of a weekday, its own, or the weekend’s', () => {
    const hours = (calendar: WorkCalendar) => dayPlan(calendar, '2026-10-10').hours
    assert.deepEqual(hours(ORDINARY_CALENDAR), NINE_TO_SIX)
    assert.deepEqual(hours(with_({ makeUpHours: [{ opens: '10:00', closes: '16:00' }] })), [{ opens: '10:00', closes: '16:00' }])
    const saturdays = with_({ week: [...ORDINARY_CALENDAR.week.slice(0, 5), [{ opens: '10:00', closes: '12:00' }], []] })
    assert.deepEqual(hours(saturdays), [{ opens: '10:00', closes: '12:00' }])
  })
  it('without public holidays every year is known', () => {
    assert.deepEqual(dayPlan(with_({ publicHolidays: 'none' }), '2030-10-01').known, true)
    assert.deepEqual(dayPlan(with_({ publicHolidays: 'none' }), '2026-10-01').kind, 'working')
  })
})

describe('openIntervals', () => {
  function next(calendar: WorkCalendar, from: string, n: number) {
    const found: string[][] = []
    for (const { opens, closes } of openIntervals(calendar, instant(from))) {
      found.push([isoOf(opens), isoOf(closes)])
      if (found.length === n) break
    }
    return found
  }

  it('skips the national holiday and works the Saturday after', () => {
    const opens = next(ORDINARY_CALENDAR, '2026-09-30T11:00Z', 3).map(([from]) => from)
    assert.deepEqual(opens, ['2026-10-08T01:00:00.000Z', '2026-10-09T01:00:00.000Z', '2026-10-10T01:00:00.000Z'])
  })
  it('begins with the stretch that is open now', () => {
    assert.deepEqual(next(ORDINARY_CALENDAR, '2026-11-20T02:00Z', 1), [['2026-11-20T01:00:00.000Z', '2026-11-20T10:00:00.000Z']])
  })
  it('two stretches a day, the second to midnight', () => {
    const split = with_({
      week: ORDINARY_CALENDAR.week.map(() => [
        { opens: '09:00', closes: '12:00' },
        { opens: '22:00', closes: '24:00' },
      ]),
    })
    assert.deepEqual(next(split, '2026-11-20T05:00Z', 2), [
      ['2026-11-20T14:00:00.000Z', '2026-11-20T16:00:00.000Z'],
      ['2026-11-21T01:00:00.000Z', '2026-11-21T04:00:00.000Z'],
    ])
  })
  it('nine to six is nine hours on the day the clocks change', () => {
    const newYork = with_({ zone: 'America/New_York', publicHolidays: 'none', week: ORDINARY_CALENDAR.week.map(() => NINE_TO_SIX) })
    const [open] = openOn(newYork, '2026-03-08')
    assert.ok(open !== undefined)
    assert.deepEqual([isoOf(open.opens), (open.closes - open.opens) / HOUR], ['2026-03-08T13:00:00.000Z', 9])
  })
  it('ends at once for a calendar that never opens', () => {
    assert.deepEqual([...openIntervals(with_({ week: ORDINARY_CALENDAR.week.map(() => []) }), instant('2026-01-01T00:00Z'))], [])
  })
})

describe('calendarFaults', () => {
  it('finds nothing wrong with the ordinary calendar', () => assert.deepEqual(calendarFaults(ORDINARY_CALENDAR), []))
  const monday = (hours: WorkCalendar['week'][number]) => with_({ week: [hours, ...ORDINARY_CALENDAR.week.slice(1)] })
  const cases = [
    { calendar: with_({ zone: 'Asia/Beijing2' }), path: 'zone', code: 'no-such-zone' },
    { calendar: with_({ week: [NINE_TO_SIX] }), path: 'week', code: 'not-seven-days' },
    { calendar: with_({ week: ORDINARY_CALENDAR.week.map(() => []) }), path: 'week', code: 'never-open' },
    { calendar: monday([{ opens: '9:00', closes: '18:00' }]), path: 'week.0.0', code: 'not-a-time' },
    { calendar: monday([{ opens: '22:00', closes: '06:00' }]), path: 'week.0.0', code: 'closes-before-opens' },
    { calendar: monday([...NINE_TO_SIX, { opens: '17:00', closes: '20:00' }]), path: 'week.0.1', code: 'hours-overlap' },
    { calendar: with_({ makeUpHours: [{ opens: '09:00', closes: '24:30' }] }), path: 'makeUpHours.0', code: 'not-a-time' },
    { calendar: with_({ closed: ['2026-02-30'] }), path: 'closed.0', code: 'not-a-day' },
  ]
  for (const { calendar, path, code } of cases) it(`${path}: ${code}`, () => assert.deepEqual(calendarFaults(calendar), [{ path, code }]))
  it('reads times of day', () =>
    assert.deepEqual(['00:00', '24:00', '24:01', '9:00', '23:60'].map(timeOfDay), [0, 24 * HOUR, null, null, null]))
})
