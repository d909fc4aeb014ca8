import type { Sentiment } from '../sentiment/sentiment.ts'

/** A score given beside or instead of words. `rating` needs its scale; the others have their own (see the contract). */
export type Score = { kind: 'nps' | 'csat' | 'ces' | 'rating'; value: number; scale?: { min: number; max: number } }

/** Where bad ends and good begins on each fixed scale; between them is neither. */
const BOUNDS = {
  nps: { min: 0, bad: 6, good: 9, max: 10 },
  csat: { min: 1, bad: 2, good: 4, max: 5 },
  ces: { min: 1, bad: 3, good: 5, max: 7 },
} as const

const DEFAULT_RATING = { min: 1, max: 5 }

/** −1…1: bad below −⅓, good above ⅓. Null for a score outside its scale or a scale without extent. */
export function moodOfScore({ kind, value, scale }: Score): number | null {
  if (!Number.isFinite(value)) return null
  if (kind === 'rating') {
    const { min, max } = scale ?? DEFAULT_RATING
    if (!(max > min) || value < min || value > max) return null
    // One and two stars of five are bad, four and five good.
    return ((value - min) / (max - min)) * 2 - 1
  }
  const { min, bad, good, max } = BOUNDS[kind]
  if (value < min || value > max) return null
  if (value <= bad) return -1 + ((value - min) / (bad - min)) * 0.5
  if (value >= good) return 0.5 + ((value - good) / (max - good)) * 0.5
  return 0
}

/** The mean mood of scores, or null without any. */
export function moodOf(scores: readonly Score[]): number | null {
  const moods = scores.map(moodOfScore).filter((mood) => mood !== null)
  return moods.length === 0 ? null : moods.reduce((sum, mood) => sum + mood, 0) / moods.length
}

/** On a scale of somebody's own its lower two fifths are low, which of five stars are one and two. */
const LOW_SHARE = 0.4

function isLow({ kind, value, scale }: Score): boolean {
  if (kind !== 'rating') return value <= BOUNDS[kind].bad
  const { min, max } = scale ?? DEFAULT_RATING
  return value < min + (max - min) * LOW_SHARE
}

/** True when any score asks for an answer by itself: nps ≤ 6, csat ≤ 2, ces ≤ 3, or the lower two fifths of a rating. */
export const isLowScore = (scores: readonly Score[]): boolean => scores.some(isLow)

/** What scores alone say. */
export function sentimentOfMood(mood: number): Sentiment {
  const label = mood < -1 / 3 ? 'negative' : mood > 1 / 3 ? 'positive' : 'neutral'
  return {
    label,
    score: Math.round(mood * 1000) / 1000,
    confidence: label === 'neutral' ? 0.6 : Math.round((0.6 + Math.abs(mood) * 0.35) * 1000) / 1000,
  }
}
