import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ORDINARY_CALENDAR } from '../../shared/time/calendar.ts'
import { duration } from '../../shared/time/duration.ts'
import { HOUR, type Instant, instant, isoOf, MINUTE, plus } from '../../shared/time/instant.ts'
import type { Basis } from '../../shared/time/pause.ts'
import { applies, type Heard } from './condition.ts'
import { type PromiseFacts, promiseStatus, promiseTimes, promiseUntil, resumed } from './promise.ts'
import { DEFAULT_POLICIES, type PromisePolicy, policiesFor } from './promise-policy.ts'

const ZONE = 'Asia/Shanghai'
const CLOCK: Basis = { kind: 'clock' }
const CALENDAR: Basis = { kind: 'calendar', calendar: ORDINARY_CALENDAR }
const cn = (text: string): Instant => instant(`2026-${text.replace(' ', 'T')}:00+08:00`)
const heard = (change: Partial<Heard> = {}): Heard => ({
  intent: 'other',
  sentiment: 'neutral',
  lowScore: false,
  wantsCall: false,
  channel: 'web',
  urgency: 'normal',
  tier: null,
  categories: [],
  language: null,
  ...change,
})

describe('policiesFor, house rules', () => {
  const cases = [
    { name: 'a complaint is answered and closed', heard: heard({ intent: 'complaint' }), want: ['first-answer PT24H', 'resolution PT24H'] },
    { name: 'so is a low score without words', heard: heard({ lowScore: true }), want: ['first-answer PT24H', 'resolution PT24H'] },
    { name: 'so is a threat to leave', heard: heard({ intent: 'churn' }), want: ['first-answer PT24H', 'resolution PT24H'] },
    { name: 'a question is answered', heard: heard({ intent: 'question' }), want: ['first-answer PT24H'] },
    { name: 'a suggestion gets a decision', heard: heard({ intent: 'suggestion' }), want: ['first-answer PT24H', 'decision P14D'] },
    {
      name: 'an angry suggestion gets everything',
      heard: heard({ intent: 'suggestion', sentiment: 'negative' }),
      want: ['first-answer PT24H', 'resolution PT24H', 'decision P14D'],
    },
    { name: 'a call-back', heard: heard({ wantsCall: true }), want: ['call-back PT2H'] },
    { name: 'praise is owed nothing', heard: heard({ intent: 'praise', sentiment: 'positive' }), want: [] },
  ]
  for (const { name, heard, want } of cases) {
    it(name, () =>
      assert.deepEqual(
        policiesFor(heard, DEFAULT_POLICIES).map(({ kind, duration: length }) => `${kind} ${length}`),
        want,
      ),
    )
  }
  it('are all durations', () => {
    for (const policy of DEFAULT_POLICIES) assert.ok(duration(policy.duration))
  })
})

describe('policiesFor, a workspace’s own', () => {
  const vip: PromisePolicy = { kind: 'first-answer', when: { tiers: ['vip'], negative: true }, duration: 'PT1H', basis: 'clock' }
  it('the first that applies wins', () => {
    const within = (list: PromisePolicy[]) => policiesFor(heard({ tier: 'vip', intent: 'complaint' }), list)[0]?.duration
    assert.equal(within([vip, ...DEFAULT_POLICIES]), 'PT1H')
    assert.equal(within([...DEFAULT_POLICIES, vip]), 'PT24H')
  })
  const conditions = [
    { when: {}, heard: heard(), holds: true },
    { when: { tiers: ['vip'] }, heard: heard(), holds: false },
    { when: { tiers: ['vip', 'gold'] }, heard: heard({ tier: 'gold' }), holds: true },
    { when: { categories: ['service'] }, heard: heard({ categories: ['service.attitude', 'service'] }), holds: true },
    { when: { categories: ['service'] }, heard: heard({ categories: ['price'] }), holds: false },
    { when: { languages: ['zh'] }, heard: heard({ language: 'zh-Hant-TW' }), holds: true },
    { when: { languages: ['zh'] }, heard: heard({ language: 'en' }), holds: false },
    { when: { urgencies: ['high'] }, heard: heard({ urgency: 'low' }), holds: false },
    { when: { channels: ['call'], sentiments: ['negative'] }, heard: heard({ channel: 'call' }), holds: false },
    { when: { channels: ['call'], sentiments: ['negative'] }, heard: heard({ channel: 'call', sentiment: 'negative' }), holds: true },
    { when: { negative: false }, heard: heard({ lowScore: true }), holds: false },
    { when: { intents: [] }, heard: heard(), holds: false },
  ] as const
  for (const { when, heard, holds } of conditions) it(`${JSON.stringify(when)}: ${holds}`, () => assert.equal(applies(when, heard), holds))
})

describe('promiseTimes', () => {
  const cases = [
    { name: '24 h by the clock', start: '11-20 17:00', within: 'PT24H', basis: CLOCK, warn: '11-21 11:00', due: '11-21 17:00' },
    {
      name: '8 office hours from Friday noon',
      start: '11-20 12:00',
      within: 'PT8H',
      basis: CALENDAR,
      warn: '11-20 18:00',
      due: '11-23 11:00',
    },
    { name: 'a working day', start: '11-20 12:00', within: 'P1D', basis: CALENDAR, warn: '11-23 09:45', due: '11-23 12:00' },
    { name: 'a month by the clock', start: '02-01 00:00', within: 'P1M', basis: CLOCK, warn: '02-22 00:00', due: '03-01 00:00' },
  ]
  for (const { name, start, within, basis, warn, due } of cases) {
    it(name, () => {
      const times = promiseTimes(cn(start), duration(within), basis, ZONE)
      assert.deepEqual(
        [times?.warnAt, times?.dueAt].map((at) => isoOf(at as Instant)),
        [isoOf(cn(warn)), isoOf(cn(due))],
      )
    })
  }
  it('is nothing when the calendar never opens', () => {
    const never: Basis = { kind: 'calendar', calendar: { ...ORDINARY_CALENDAR, week: [] } }
    assert.equal(promiseTimes(cn('11-20 12:00'), duration('PT1H'), never, ZONE), null)
  })
  it('a stated moment warns at three quarters', () => {
    assert.equal(promiseUntil(cn('11-20 10:00'), cn('11-20 14:00'), CLOCK).warnAt, cn('11-20 13:00'))
  })
  it('always start ≤ warn ≤ due', () => {
    const start = fc.integer({ min: cn('01-01 00:00'), max: cn('10-01 00:00') }).map((ms) => ms as Instant)
    const within = fc.integer({ min: 1, max: 300_000 }).map((seconds) => duration(`PT${seconds}S`))
    fc.assert(
      fc.property(start, within, fc.constantFrom(CLOCK, CALENDAR), (start, within, basis) => {
        const times = promiseTimes(start, within, basis, ZONE)
        assert.ok(times !== null && start <= times.warnAt && times.warnAt <= times.dueAt)
      }),
      { numRuns: 60 },
    )
  })
})

describe('resumed', () => {
  const times = promiseUntil(cn('11-20 10:00'), cn('11-20 14:00'), CLOCK)
  it('moves warning and due time', () => {
    const moved = resumed(times, { from: cn('11-20 11:00'), to: cn('11-20 12:30') }, CLOCK)
    assert.deepEqual(moved, { startsAt: cn('11-20 10:00'), warnAt: cn('11-20 14:30'), dueAt: cn('11-20 15:30') })
  })
  it('a warning that was given stays given', () => {
    const moved = resumed(times, { from: cn('11-20 13:30'), to: cn('11-20 14:30') }, CLOCK)
    assert.deepEqual([moved?.warnAt, moved?.dueAt], [cn('11-20 13:00'), cn('11-20 15:00')])
  })
  it('what was late stays late', () => {
    assert.deepEqual(resumed(times, { from: cn('11-20 14:00'), to: cn('11-21 14:00') }, CLOCK), times)
  })
})

describe('promiseStatus', () => {
  const due = cn('11-20 14:00')
  const facts = (change: Partial<PromiseFacts> = {}): PromiseFacts => ({
    warnAt: cn('11-20 13:00'),
    dueAt: due,
    keptAt: null,
    brokenAt: null,
    pausedAt: null,
    withdrawnAt: null,
    ...change,
  })
  const cases = [
    { name: 'running', facts: facts(), now: '11-20 12:59', want: 'running' },
    { name: 'soon', facts: facts(), now: '11-20 13:00', want: 'soon' },
    { name: 'its last moment still counts', facts: facts(), now: '11-20 14:00', want: 'soon' },
    { name: 'broken before the sweep has come by', facts: facts(), now: '11-20 14:01', want: 'broken' },
    { name: 'kept at the last moment', facts: facts({ keptAt: due }), now: '11-20 15:00', want: 'kept' },
    { name: 'kept too late', facts: facts({ keptAt: plus(due, MINUTE), brokenAt: due }), now: '11-20 15:00', want: 'late-kept' },
    { name: 'kept too late, before the sweep', facts: facts({ keptAt: plus(due, MINUTE) }), now: '11-20 15:00', want: 'late-kept' },
    { name: 'paused, it cannot break', facts: facts({ pausedAt: cn('11-20 11:00') }), now: '11-21 15:00', want: 'paused' },
    {
      name: 'a pause after the due time does not save it',
      facts: facts({ pausedAt: plus(due, HOUR) }),
      now: '11-21 15:00',
      want: 'broken',
    },
    { name: 'withdrawn', facts: facts({ withdrawnAt: cn('11-20 11:00') }), now: '11-21 15:00', want: 'withdrawn' },
    {
      name: 'broken, then withdrawn, stays broken',
      facts: facts({ brokenAt: due, withdrawnAt: plus(due, HOUR) }),
      now: '11-21 15:00',
      want: 'broken',
    },
  ]
  for (const { name, facts, now, want } of cases) it(name, () => assert.equal(promiseStatus(facts, cn(now)), want))
})
