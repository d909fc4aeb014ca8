/** The echo rate's counts of any period: its whole days from the roll-up, what is left counted live. */
import type { Db } from '../../platform/db/db.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { atLocal, dateIn, type LocalDate, plusDays } from '../../shared/time/zone.ts'
import { type EchoDay, freshEchoDays } from './echo-days.store.ts'
import { echoCounts } from './echo-rate.store.ts'
import type { EchoCounts } from './echo-rate.ts'

type Span = { from: Instant; to: Instant }

/**
 * The same as `echoCounts`, sooner. Days whose counts do not hold just now are counted live, those that follow each
 * other in one go; so is the day of `now`, which is not over.
 */
export async function echoBetween(db: Db, from: Instant, to: Instant, now: Instant, zone: string): Promise<EchoCounts> {
  const begun = dateIn(from, zone)
  const first = atLocal(begun, 0, zone) < from ? plusDays(begun, 1) : begun
  const end = dateIn(to < now ? to : now, zone)
  if (first >= end) return await echoCounts(db, from, to)
  const days = await freshEchoDays(db, first, end, zone)
  const live = await Promise.all(
    spansBetween({ from, to }, days, zone).map((span) => echoCounts(db, span.from, span.to)),
  )
  return [...days, ...live].reduce(added, { asked: 0, answered: 0, told: 0, either: 0 })
}

/** What of a period the days leave over; `days` in order and within it. */
function spansBetween({ from, to }: Span, days: readonly EchoDay[], zone: string): Span[] {
  const starts = (day: LocalDate) => atLocal(day, 0, zone)
  const froms = [from, ...days.map(({ day }) => starts(plusDays(day, 1)))]
  const tos = [...days.map(({ day }) => starts(day)), to]
  return froms.map((start, i) => ({ from: start, to: tos[i] ?? to })).filter((span) => span.from < span.to)
}

const added = (a: EchoCounts, b: EchoCounts): EchoCounts => ({
  asked: a.asked + b.asked,
  answered: a.answered + b.answered,
  told: a.told + b.told,
  either: a.either + b.either,
})
