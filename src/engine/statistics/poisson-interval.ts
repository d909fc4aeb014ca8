import { chiSquareQuantile, Z95 } from './distributions.ts'
import type { Interval } from './interval.ts'

function wantEvents(name: string, events: number): void {
  if (!Number.isInteger(events) || events < 0) throw new RangeError(`${name}: want an integer ≥ 0, got ${events}`)
}

/**
 * The range the expected number of events plausibly lies in, after `events` were seen. Exact: never below its level.
 *
 * @param events  integer ≥ 0
 * @param level   0 < level < 1; .95 by default
 * @returns       bounds as counts; divide by the exposure for a rate
 * @throws        RangeError when events is not a count
 * @source        Garwood 1936, Biometrika 28:437–442
 * @example       poissonInterval(10) // { low: 4.7954, high: 18.3904 }
 */
export function poissonInterval(events: number, level = 0.95): Interval {
  wantEvents('poissonInterval', events)
  const tail = (1 - level) / 2
  return {
    low: events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2,
    high: chiSquareQuantile(1 - tail, 2 * events + 2) / 2,
  }
}

/**
 * The same by the score method, Wilson's sister: not exact, but closest to its level on average, which is what a
 * difference of two rates is best built from.
 *
 * @source  Barker 2002, Am. Statist. 56:85–89
 */
export function poissonScoreInterval(events: number, z = Z95): Interval {
  wantEvents('poissonScoreInterval', events)
  const centre = events + (z * z) / 2
  const half = z * Math.sqrt(events + (z * z) / 4)
  return { low: events === 0 ? 0 : centre - half, high: centre + half }
}
