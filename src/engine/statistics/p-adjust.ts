/**
 * Many comparisons at once: p values made honest. All keep the order of the input and stay within [0, 1].
 *
 * @source  Holm 1979, Scand. J. Statist. 6:65–70; Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57:289–300
 */
function order(ps: readonly number[]): number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('p-adjust: want p values within [0, 1]')
  return ps.map((_, i) => i).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
}

/** Holm's step-down: the chance of even one false finding stays under the level. */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let highest = 0
  for (const [rank, i] of order(ps).entries()) {
    highest = Math.max(highest, Math.min(1, (ps[i] ?? 1) * (ps.length - rank)))
    adjusted[i] = highest
  }
  return adjusted
}

/** Benjamini–Hochberg: the expected share of false ones among the findings stays under the level. */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 1)
  let lowest = 1
  for (const [back, i] of order(ps).reverse().entries()) {
    lowest = Math.min(lowest, ((ps[i] ?? 1) * ps.length) / (ps.length - back))
    adjusted[i] = lowest
  }
  return adjusted
}

/** Bonferroni: each p times how many there are; coarser than Holm, but readable cell by cell. */
export const bonferroni = (ps: readonly number[]): number[] => {
  order(ps)
  return ps.map((p) => Math.min(1, p * ps.length))
}
