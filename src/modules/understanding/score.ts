import { isLowScore, type Score } from '../../engine/analysis/scores.ts'

/** A score as it is stored: with the ends of its scale. */
export type StoredScore = { kind: string; value: number; low: number; high: number }

/** Stored scores as the engine reads them. */
export const engineScores = (scores: readonly StoredScore[]): Score[] =>
  scores.map(({ kind, value, low, high }) => ({
    kind: kind as Score['kind'],
    value,
    scale: { min: low, max: high },
  }))

/** True when one of the scores asks for an answer by itself; see `isLowScore`. */
export const hasLowScore = (scores: readonly StoredScore[]): boolean => isLowScore(engineScores(scores))
