/** Below this a score is not shown: it would speak of persons, not of a group (methods: disclosure control). */
export const SHOWN_FROM = 5

/** Below this a figure is shown with a warning; intervals are still honest, but comparisons mislead. */
export const FIRM_FROM = 30

export type Firmness = 'hidden' | 'weak' | 'firm'

/**
 * May a figure made of `n` answers be shown, and how loudly?
 *
 * @param n          answers; integer ≥ 0
 * @param shownFrom  the workspace's own floor; never below 3
 */
export function enough(n: number, shownFrom: number = SHOWN_FROM): Firmness {
  if (n < Math.max(3, shownFrom)) return 'hidden'
  return n < FIRM_FROM ? 'weak' : 'firm'
}
