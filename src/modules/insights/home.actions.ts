/** What stands on the first page, put together from counts. */
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Period } from '../../shared/contracts/insights.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn, type LocalDate, plusDays } from '../../shared/time/zone.ts'
import { workspaceZone } from '../accounts/index.ts'
import { type DayCount, dayCounts, mostNegative, type ScoreCount, scoreCounts } from './counts.store.ts'
import { echoBetween } from './echo-days.actions.ts'
import { stillOpen } from './echo-rate.store.ts'
import { echoRate } from './echo-rate.ts'
import { type ScoreKind, scoreFigure } from './score-figure.ts'
import { sharedReads } from './shared-reads.ts'
import { usualStart } from './usual-period.ts'

const MOST_HURTS = 8

/** The echo rate of a period. What falls due after now has not been asked for yet. */
export async function echoRateOf(db: Db, { from, to }: Period, now: Instant) {
  const zone = await workspaceZone(db)
  const until = earliest(typeof to === 'string' ? atLocal(plusDays(to, 1), 0, zone) : (to ?? now), now)
  const since = typeof from === 'string' ? atLocal(from, 0, zone) : (from ?? usualStart(until, zone))
  return echoRate(await echoBetween(db, since, until, now, zone))
}

const earliest = (a: Instant, b: Instant): Instant => (a < b ? a : b)

const shared = sharedReads<Awaited<ReturnType<typeof figuresOf>>>()

/** The figures of the last `days` days; the whole staff of a morning looks at them at once, and they are counted once. */
export const homeOf = (db: Db, days: number, now: Instant) =>
  shared(`${db.workspaceId} ${days}`, () => figuresOf(db, days, now))

/** The figures of the last `days` days, today included, each beside the same number of days before. */
async function figuresOf(db: Db, days: number, now: Instant) {
  const zone = await workspaceZone(db)
  const today = dateIn(now, zone)
  const firstDay = plusDays(today, 1 - days)
  const [from, before] = [atLocal(firstDay, 0, zone), atLocal(plusDays(firstDay, -days), 0, zone)]
  const [echo, echoBefore, open, counts, hurts, scores] = await Promise.all([
    echoBetween(db, from, now, now, zone),
    echoBetween(db, before, from, now, zone),
    stillOpen(db, now),
    dayCounts(db, plusDays(firstDay, -days), plusDays(today, 1)),
    mostNegative(db, plusDays(firstDay, -days), firstDay, plusDays(today, 1), MOST_HURTS),
    scoreCounts(db, before, from, now),
  ])
  const recent = counts.filter(({ day }) => day >= firstDay)
  const earlier = counts.filter(({ day }) => day < firstDay)
  return {
    from,
    to: now,
    echo: echoRate(echo),
    echoBefore: echoRate(echoBefore),
    behind: { waiting: open.waiting, inTime: echo.either, late: echo.asked - echo.either, silent: open.silent },
    days: perDay(recent, firstDay, days),
    voices: {
      n: total(recent),
      before: total(earlier),
      negative: total(recent, 'negative'),
      negativeBefore: total(earlier, 'negative'),
    },
    scores: (['nps', 'csat', 'ces'] as const).map((kind) => scoreOf(kind, scores)),
    hurts: hurts.map(({ id, names, negative, voices, negativeBefore }) => ({
      id,
      names,
      negative,
      voices,
      negativeBefore,
      share: voices > 0 ? negative / voices : null,
      interval: wilsonInterval(negative, voices),
    })),
    channels: perChannel(recent),
  }
}

const total = (counts: readonly DayCount[], sentiment?: DayCount['sentiment']): number =>
  counts.reduce(
    (sum, count) => (sentiment === undefined || count.sentiment === sentiment ? sum + count.voices : sum),
    0,
  )

function perDay(counts: readonly DayCount[], first: LocalDate, days: number) {
  return Array.from({ length: days }, (_, i) => {
    const day = plusDays(first, i)
    const there = counts.filter((count) => count.day === day)
    return {
      day,
      positive: total(there, 'positive'),
      neutral: total(there, 'neutral'),
      negative: total(there, 'negative'),
    }
  })
}

function perChannel(counts: readonly DayCount[]) {
  const channels = [...new Set(counts.map(({ channel }) => channel))]
  return channels
    .map((channel) => {
      const there = counts.filter((count) => count.channel === channel)
      return { channel, voices: total(there), negative: total(there, 'negative') }
    })
    .sort((a, b) => b.voices - a.voices)
}

function scoreOf(kind: ScoreKind, counts: readonly ScoreCount[]) {
  const own = counts.filter((count) => count.kind === kind)
  const now = scoreFigure(
    kind,
    own.map(({ value, now: n }) => [value, n]),
  )
  const { n, value } = scoreFigure(
    kind,
    own.map(({ value: given, before }) => [given, before]),
  )
  return { kind, ...now, before: { n, value } }
}
