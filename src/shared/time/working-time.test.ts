import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ORDINARY_CALENDAR } from './calendar.ts'
import { duration } from './duration.ts'
import { DAY, HOUR, type Instant, instant, isoOf, MINUTE, plus } from './instant.ts'
import { type Basis, dueAfter, dueAfterPause, dueAfterPauses, leftAt } from './pause.ts'
import { timeLeft } from './time-left.ts'
import { addWorking, workingMsBetween } from './working-time.ts'

/** '11-20 15:00' in China, 2026. */
const cn = (text: string): Instant => instant(`2026-${text.replace(' ', 'T')}:00+08:00`)
const CALENDAR: Basis = { kind: 'calendar', calendar: ORDINARY_CALENDAR }
const CLOCK: Basis = { kind: 'clock' }

describe('addWorking, Monday to Friday 9–18, China', () => {
  const cases = [
    { name: 'within the day', start: '11-20 10:00', d: 'PT2H', due: '11-20 12:00' },
    { name: 'over the weekend', start: '11-20 17:00', d: 'PT2H', due: '11-23 10:00' },
    { name: 'ends exactly at closing', start: '11-20 09:00', d: 'PT9H', due: '11-20 18:00' },
    { name: 'starts on Saturday', start: '11-21 12:00', d: 'PT30M', due: '11-23 09:30' },
    { name: 'seconds', start: '11-20 17:59', d: 'PT90S', due: '11-23 09:00:30' },
    { name: 'over the national holiday, ending on a make-up Saturday', start: '09-30 17:00', d: 'PT20H', due: '10-10 10:00' },
    { name: 'a working day from Friday is Monday', start: '11-20 15:00', d: 'P1D', due: '11-23 15:00' },
    { name: 'a working day from Sunday counts from Monday’s opening', start: '11-22 15:00', d: 'P1D', due: '11-24 09:00' },
    { name: '15 working days from a holiday, as the privacy rules count', start: '09-25 10:00', d: 'P15D', due: '10-23 09:00' },
    { name: 'two weeks are weeks', start: '11-20 15:00', d: 'P2W', due: '12-04 15:00' },
    { name: 'a month that ends on a Sunday moves to Monday', start: '10-29 15:00', d: 'P1M', due: '11-30 09:00' },
    { name: 'day and hours', start: '11-20 15:00', d: 'P1DT4H', due: '11-24 10:00' },
  ]
  for (const { name, start, d, due } of cases) {
    it(name, () => {
      const at = addWorking(cn(start), duration(d), ORDINARY_CALENDAR)
      const want = due.length > 11 ? instant(`2026-${due.replace(' ', 'T')}+08:00`) : cn(due)
      assert.equal(at === null ? null : isoOf(at), isoOf(want))
    })
  }
  const overTheYear = [
    { name: 'New Year’s Day and the Sunday worked for it', start: '2025-12-31T17:00+08:00', d: 'PT4H', due: '2026-01-04T12:00+08:00' },
    { name: 'three working days of them', start: '2025-12-31T17:00+08:00', d: 'P3D', due: '2026-01-06T17:00+08:00' },
    { name: 'into a year without a notice', start: '2029-12-31T17:00+08:00', d: 'PT4H', due: '2030-01-02T12:00+08:00' },
  ]
  for (const { name, start, d, due } of overTheYear)
    it(`over the year’s end: ${name}`, () =>
      assert.equal(isoOf(addWorking(instant(start), duration(d), ORDINARY_CALENDAR) ?? (0 as Instant)), isoOf(instant(due))))

  it('holds a late moment within shorter hours', () => {
    const shortMonday = { ...ORDINARY_CALENDAR, week: [[{ opens: '10:00', closes: '12:00' }], ...ORDINARY_CALENDAR.week.slice(1)] }
    assert.equal(addWorking(cn('11-20 15:00'), duration('P1D'), shortMonday), cn('11-23 12:00'))
    assert.equal(addWorking(cn('11-20 09:30'), duration('P1D'), shortMonday), cn('11-23 10:00'))
  })
  it('is null for a calendar that is never open', () => {
    assert.equal(addWorking(cn('11-20 15:00'), duration('PT1H'), { ...ORDINARY_CALENDAR, week: [] }), null)
    assert.equal(addWorking(cn('11-20 15:00'), duration('P1D'), { ...ORDINARY_CALENDAR, week: [] }), null)
  })
})

describe('workingMsBetween', () => {
  const cases = [
    { a: '11-20 10:00', b: '11-20 12:30', hours: 2.5 },
    { a: '11-20 17:00', b: '11-23 10:00', hours: 2 },
    { a: '11-20 19:00', b: '11-22 10:00', hours: 0 },
    { a: '11-20 12:00', b: '11-20 10:00', hours: 0 },
    { a: '09-30 09:00', b: '10-12 09:00', hours: 36 },
  ]
  for (const { a, b, hours } of cases)
    it(`${a} – ${b}: ${hours} h`, () => assert.equal(workingMsBetween(cn(a), cn(b), ORDINARY_CALENDAR) / HOUR, hours))
})

describe('working time, any start and length', () => {
  const start = fc.integer({ min: cn('01-01 00:00'), max: cn('12-01 00:00') }).map((ms) => ms as Instant)
  const span = fc.integer({ min: 1, max: 60 * 24 * 20 }).map((minutes) => minutes * MINUTE)

  it('what is added can be counted again', () => {
    fc.assert(
      fc.property(start, span, (at, ms) => {
        const due = dueAfter(at, ms, CALENDAR)
        assert.ok(due !== null)
        assert.equal(workingMsBetween(at, due, ORDINARY_CALENDAR), ms)
      }),
      { numRuns: 60 },
    )
  })
  it('more time or a later start never ends sooner', () => {
    fc.assert(
      fc.property(start, span, span, (at, ms, more) => {
        const due = dueAfter(at, ms, CALENDAR) ?? 0
        assert.ok((dueAfter(at, ms + more, CALENDAR) ?? 0) > due)
        assert.ok((dueAfter(plus(at, more), ms, CALENDAR) ?? 0) >= due)
      }),
      { numRuns: 60 },
    )
  })
  it('working time is never longer than the clock', () => {
    fc.assert(
      fc.property(start, span, (at, ms) => workingMsBetween(at, plus(at, ms), ORDINARY_CALENDAR) <= ms),
      { numRuns: 60 },
    )
  })
  it('a pause moves the due time, and leaves what was left', () => {
    fc.assert(
      fc.property(fc.constantFrom(CLOCK, CALENDAR), start, span, span, span, (basis, at, ms, wait, length) => {
        const due = dueAfter(at, ms, basis)
        const from = plus(at, wait)
        assert.ok(due !== null)
        fc.pre(from < due)
        const moved = dueAfterPause(due, { from, to: plus(from, length) }, basis)
        assert.ok(moved !== null && moved >= due)
        assert.equal(leftAt(moved, plus(from, length), basis), leftAt(due, from, basis))
      }),
      { numRuns: 60 },
    )
  })
})

describe('pauses', () => {
  const due = cn('11-20 12:00')
  const cases = [
    { name: 'none', pauses: [], basis: CLOCK, want: '11-20 12:00' },
    { name: 'one hour', pauses: [['11-20 10:00', '11-20 11:00']], basis: CLOCK, want: '11-20 13:00' },
    {
      name: 'two, in any order',
      pauses: [
        ['11-20 12:15', '11-20 12:30'],
        ['11-20 10:00', '11-20 11:00'],
      ],
      basis: CLOCK,
      want: '11-20 13:15',
    },
    {
      name: 'overlapping ones count once',
      pauses: [
        ['11-20 10:00', '11-20 11:00'],
        ['11-20 10:30', '11-20 11:30'],
      ],
      basis: CLOCK,
      want: '11-20 13:30',
    },
    { name: 'after the due time it is too late', pauses: [['11-20 12:00', '11-20 15:00']], basis: CLOCK, want: '11-20 12:00' },
    { name: 'over a weekend, by the calendar', pauses: [['11-20 11:00', '11-22 15:00']], basis: CALENDAR, want: '11-23 10:00' },
    { name: 'over a weekend, by the clock', pauses: [['11-20 11:00', '11-22 15:00']], basis: CLOCK, want: '11-22 16:00' },
  ] as const
  for (const { name, pauses, basis, want } of cases) {
    it(name, () => {
      const list = pauses.map(([from, to]) => ({ from: cn(from), to: cn(to) }))
      assert.deepEqual(dueAfterPauses(due, list, basis), { kind: 'due', at: cn(want) })
    })
  }
  it('while it lasts, what is left stands still', () => {
    assert.deepEqual(dueAfterPauses(due, [{ from: cn('11-20 10:30'), to: null }], CALENDAR), { kind: 'paused', left: 1.5 * HOUR })
  })
})

describe('timeLeft', () => {
  const due = cn('11-20 12:00')
  const cases = [
    { before: 3 * DAY, want: { amount: 3, unit: 'day', urgency: 'ok' } },
    { before: 47 * HOUR, want: { amount: 47, unit: 'hour', urgency: 'ok' } },
    { before: 2 * HOUR, want: { amount: 2, unit: 'hour', urgency: 'soon' } },
    { before: 119 * MINUTE, want: { amount: 119, unit: 'minute', urgency: 'soon' } },
    { before: 90_500, want: { amount: 90, unit: 'second', urgency: 'soon' } },
    { before: 0, want: { amount: 0, unit: 'second', urgency: 'late' } },
    { before: -5 * HOUR, want: { amount: 5, unit: 'hour', urgency: 'late' } },
  ] as const
  for (const { before, want } of cases) it(`${before} ms before`, () => assert.deepEqual(timeLeft(due, plus(due, -before)), want))
  it('is soon from the warning on', () => {
    assert.equal(timeLeft(due, plus(due, -5 * HOUR), plus(due, -6 * HOUR)).urgency, 'soon')
    assert.equal(timeLeft(due, plus(due, -7 * HOUR), plus(due, -6 * HOUR)).urgency, 'ok')
  })
})
