/** The range a true value plausibly lies in, low ≤ high, in the unit of the value. */
export type Interval = { low: number; high: number }

/** Answers in a group out of all answers; integers, 0 ≤ hits ≤ total. */
export type Share = { hits: number; total: number }

/** @throws RangeError when hits or total is not a count, or hits exceed total */
export function wantCounts(name: string, hits: number, total: number): void {
  if (!Number.isInteger(hits) || !Number.isInteger(total) || hits < 0 || hits > total) {
    throw new RangeError(`${name}: want integers 0 ≤ hits ≤ total, got ${hits} of ${total}`)
  }
}
