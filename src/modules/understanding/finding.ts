import type { CorrectedField } from '../../shared/contracts/understanding.ts'
import type { Intent, Sentiment, Urgency } from '../../shared/contracts/values.ts'
import type { Doubt } from './doubt.ts'
import type { Reading } from './reading.ts'
import { aidsOf, type ReadingAids } from './reading-aids.ts'

/** What is kept of a reading, with people's corrections in it. Category ids, not keys. */
export type Finding = {
  language: string
  sentiment: Sentiment
  score: number
  confidence: number
  intent: Intent
  intentConfidence: number
  urgency: Urgency
  urgencyReasons: string[]
  categories: string[]
  keywords: { word: string; weight: number }[]
  pii: { kind: string; start: number; end: number }[]
  aspects: { categoryId: string; polarity: Sentiment; confidence: number; start: number; end: number }[]
  tokens: string[]
  aids: ReadingAids
  /** How unsure the engine is; what a person said is not in doubt. */
  doubt: Doubt
  corrected: boolean
}

/** The newest correction of each field. */
export type Corrections = Partial<Pick<Finding, CorrectedField>>

/**
 * A reading as it is kept: categories by id, and what people said instead of the engine in its place.
 *
 * @param idOf  category ids by key; findings in a category that is gone meanwhile are left out
 */
export function findingOf(
  { analysis, tokens, doubt }: Reading,
  idOf: ReadonlyMap<string, string>,
  corrections: Corrections,
): Finding {
  const { sentiment, intent, urgency } = analysis
  const found: Finding = {
    language: analysis.language,
    sentiment: sentiment.label,
    score: sentiment.score,
    confidence: sentiment.confidence,
    intent: intent.label,
    intentConfidence: intent.confidence,
    urgency: urgency.level,
    urgencyReasons: [...urgency.reasons],
    categories: analysis.categories.flatMap(({ category }) => idOf.get(category) ?? []),
    keywords: analysis.keywords.map(({ word, weight }) => ({ word, weight })),
    pii: analysis.pii.map(({ kind, start, end }) => ({ kind, start, end })),
    aspects: analysis.aspects.flatMap(({ category, polarity, confidence, start, end }) => {
      const categoryId = idOf.get(category)
      return categoryId === undefined ? [] : [{ categoryId, polarity, confidence, start, end }]
    }),
    tokens,
    aids: aidsOf(analysis),
    doubt,
    corrected: Object.keys(corrections).length > 0,
  }
  return { ...found, ...corrections }
}
