/**
 * The value below which a share `p` of the values lies, interpolated between neighbours.
 *
 * @param values  any order; not changed
 * @param p       0 ≤ p ≤ 1; .9 is P90
 * @returns       null for no values
 * @throws        RangeError when p is outside [0, 1]
 * @source        Hyndman & Fan 1996, Am. Statist. 50:361–365, type 7 (what R, NumPy and PostgreSQL's
 *                percentile_cont give, so that a figure from SQL and one from here agree)
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: want 0 ≤ p ≤ 1, got ${p}`)
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const at = (sorted.length - 1) * p
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? 0
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number | null => quantile(values, 0.5)
