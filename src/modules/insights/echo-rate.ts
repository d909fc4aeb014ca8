import type { Interval } from '../../engine/statistics/interval.ts'
import { wilsonInterval } from '../../engine/statistics/wilson-interval.ts'

/**
 * The voices of a period, counted. *Asked*: wanted something and their promise fell due in the period. *Answered*: a
 * person replied by then. *Told*: learned what came of it by then. *Either*: at least one of the two, in time.
 */
export type EchoCounts = { asked: number; answered: number; told: number; either: number }

export type EchoPart = { count: number; rate: number | null; interval: Interval | null }

/** As `GET /metrics/echo-rate` replies; rates are fractions of 1, null when nobody asked. */
export type EchoRate = {
  asked: number
  answered: EchoPart
  told: EchoPart
  rate: number | null
  interval: Interval | null
}

/**
 * The echo rate with its two parts, each with its 95 % Wilson interval.
 *
 * The parts overlap (one voice may be answered and told), so they do not add up to the whole.
 *
 * @throws  RangeError when the counts cannot be: a part above the whole, or fewer than its larger part in all
 */
export function echoRate({ asked, answered, told, either }: EchoCounts): EchoRate {
  if (either < Math.max(answered, told) || either > answered + told) {
    throw new RangeError(`echoRate: ${either} cannot be the union of ${answered} answered and ${told} told`)
  }
  const part = (count: number): EchoPart => ({
    count,
    rate: asked > 0 ? count / asked : null,
    interval: wilsonInterval(count, asked),
  })
  const { rate, interval } = part(either)
  return { asked, answered: part(answered), told: part(told), rate, interval }
}
