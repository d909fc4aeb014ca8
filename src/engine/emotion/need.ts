import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { NEED_WORDS } from './cues.ts'

/** Maslow's levels, from the body to growth. */
export const NEEDS = ['physiological', 'safety', 'belonging', 'esteem', 'growth', 'none'] as const
export type NeedLevel = (typeof NEEDS)[number]

/** Which need a text speaks of: a reading aid. `confidence` 0…1. */
export type Need = { level: NeedLevel; confidence: number }

const LEVELS = NEEDS.filter((level) => level !== 'none')

const cues = phrasesOf(
  LEVELS.flatMap((level) =>
    NEED_WORDS[level]
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => [word.replaceAll('_', ' '), level] as const),
  ),
)

const LONGEST = 2_000
/** One word makes a guess, three make it likely. */
const DOUBT = 1

/**
 * Which need a text in the form of `normalise` speaks of most; of two as often named the more basic one.
 *
 * @source Maslow 1943, Psychological Review 50:370–396, as a way to sort what customers speak of, not people
 */
export function needOfNormalised(text: string): Need {
  const counts = new Map<NeedLevel, number>()
  for (const { value } of findPhrases(cues, text.slice(0, LONGEST))) counts.set(value, (counts.get(value) ?? 0) + 1)
  let level: NeedLevel = 'none'
  for (const one of LEVELS) if ((counts.get(one) ?? 0) > (counts.get(level) ?? 0)) level = one
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (level === 'none') return { level, confidence: text.trim() === '' ? 0 : 0.5 }
  return { level, confidence: Math.round(((counts.get(level) ?? 0) / (total + DOUBT)) * 1000) / 1000 }
}
