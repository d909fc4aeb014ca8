/** What a mean needs to be compared: how many, their mean, their sample variance (n − 1 below; 0 when n < 2). */
export type Summary = { n: number; mean: number; variance: number }

/** How often each value was given: [value, count], counts integer ≥ 0. */
export type Counts = readonly (readonly [value: number, count: number])[]

/**
 * Sums numbers up in one pass without losing digits.
 *
 * @returns  n 0 and mean 0 for no values
 * @source   Welford 1962, Technometrics 4:419–420
 */
export const summarise = (values: Iterable<number>): Summary => summariseCounts(pairs(values))

/**
 * The same for a histogram, so that a million ratings are summed up from seven rows.
 *
 * @throws  RangeError when a count is not an integer ≥ 0 or a value not a number
 */
export function summariseCounts(counts: Iterable<readonly [value: number, count: number]>): Summary {
  let n = 0
  let mean = 0
  let squares = 0
  for (const [value, count] of counts) {
    if (!Number.isFinite(value) || !Number.isInteger(count) || count < 0) {
      throw new RangeError(`summariseCounts: want a finite value and a count ≥ 0, got ${value} × ${count}`)
    }
    if (count === 0) continue
    const before = n
    n += count
    const step = value - mean
    mean += (step * count) / n
    squares += (step * step * before * count) / n
  }
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 }
}

function* pairs(values: Iterable<number>): Iterable<readonly [number, number]> {
  for (const value of values) yield [value, 1]
}
