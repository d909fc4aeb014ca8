export type ScoreOnScale = { kind: string; value: number; low: number; high: number }

/** Where bad ends on the fixed scales. */
const BAD: Readonly<Record<string, number>> = { nps: 6, csat: 2, ces: 3 }
/** And on a scale of somebody's own: its lower two fifths, which of five stars are one and two. */
const BAD_SHARE = 0.4

/** True when one of the scores asks for an answer by itself: nps ≤ 6, csat ≤ 2, ces ≤ 3, or the lower 40 % of a rating. */
export const hasLowScore = (scores: readonly ScoreOnScale[]): boolean =>
  scores.some(({ kind, value, low, high }) => {
    const bad = BAD[kind]
    return bad === undefined ? value < low + (high - low) * BAD_SHARE : value <= bad
  })
