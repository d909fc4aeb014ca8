import { type Clause, clausesOf } from '../language/clauses.ts'
import { type Normalised, normalise, originalSpan } from '../language/normalise.ts'
import { findPhrases } from '../language/phrases.ts'
import {
  LONGEST_READ,
  type Polarity,
  type Sentiment,
  type SentimentModel,
  sentimentOfNormalised,
} from '../sentiment/sentiment.ts'
import { indexTaxonomy, isWithin, type Taxonomy, type TaxonomyIndex } from './taxonomy.ts'

/** One opinion on one thing. `start` and `end` are UTF-16 offsets in the text given; `target` only when it was asked for. */
export type Aspect = {
  category: string
  polarity: Polarity
  confidence: number
  start: number
  end: number
  target?: string
}

export type AspectOptions = { taxonomy: Taxonomy; model: SentimentModel }

/** Takes what has no cue of its own, when the taxonomy has it. */
export const OVERALL = 'overall'

/** More would be a list, not opinions; also bounds the work on a text that is one long clause. */
const MOST_PER_CLAUSE = 3
export const MOST_ASPECTS = 100
/** Confidence in a category whose cue stands there, and in one that is only carried over. */
const NAMED = 0.8
const ASSUMED = 0.5

/** What a category learned from examples counts for, in signs of a cue word. */
const LEARNED = 3

type Found = { place: number; score: number }

/** The categories a stretch speaks of, best first; one that stands above another found is left out. */
export function categoriesIn(index: TaxonomyIndex, text: string, from: number, to: number): Found[] {
  const scores = new Map<number, number>()
  for (const hit of findPhrases(index.cues, text, from, to)) {
    for (const place of hit.value) scores.set(place, (scores.get(place) ?? 0) + (hit.to - hit.from) / hit.value.length)
  }
  for (const { key, confidence } of index.learned?.(text.slice(from, to)) ?? [])
    scores.set(key, (scores.get(key) ?? 0) + confidence * LEARNED)
  const found = [...scores].map(([place, score]) => ({ place, score }))
  return found
    .filter(({ place }) => !found.some((other) => other.place !== place && isWithin(index, other.place, place)))
    .sort((a, b) => b.score - a.score || a.place - b.place)
}

const aspect = (
  normalised: Normalised,
  clause: Clause,
  category: string,
  sentiment: Sentiment,
  certainty: number,
): Aspect => ({
  category,
  polarity: sentiment.label,
  confidence: Math.round(certainty * (0.5 + sentiment.confidence / 2) * 1000) / 1000,
  ...originalSpan(normalised, clause.from, clause.to),
})

/**
 * The opinions in a text that `normalise` has read, clause by clause: what each is about and whether it is good.
 * A clause that judges without naming anything goes on about what was named before it, else about `overall`.
 */
export function aspectsOfNormalised(
  normalised: Normalised,
  clauses: readonly Clause[],
  { taxonomy, model }: AspectOptions,
): Aspect[] {
  const index = indexTaxonomy(taxonomy)
  const overall = index.keys.indexOf(OVERALL)
  const aspects: Aspect[] = []
  let before: number | undefined
  for (const clause of clauses) {
    if (aspects.length >= MOST_ASPECTS) break
    const found = categoriesIn(index, normalised.text, clause.from, clause.to).slice(0, MOST_PER_CLAUSE)
    const sentiment = sentimentOfClause(normalised.text, clause, model, found.length > 0)
    for (const { place } of found) aspects.push(aspect(normalised, clause, index.keys[place]!, sentiment, NAMED))
    if (found.length > 0) before = found[0]!.place
    else if (sentiment.label !== 'neutral') {
      const place = before ?? overall
      if (place >= 0) aspects.push(aspect(normalised, clause, index.keys[place]!, sentiment, ASSUMED))
    }
  }
  return aspects
}

/** A clause is judged by itself; that it begins with 但是 says nothing about its own polarity. */
export function sentimentOfClause(
  text: string,
  { from, to }: { from: number; to: number },
  model: SentimentModel,
  expectsOpinion = true,
): Sentiment {
  const asks = text[to] === '?' ? 1 : 0
  const words = text.slice(from, to + asks)
  return sentimentOfNormalised(words, {
    clauses: [{ from: 0, to: to - from, lead: 'plain' }],
    ofClause: true,
    expectsOpinion,
    model,
  })
}

/** The opinions in a text, with offsets into it. See `aspectsOfNormalised`. */
export function aspectsOf(text: string, options: AspectOptions): Aspect[] {
  const normalised = normalise(text, { limit: LONGEST_READ })
  return aspectsOfNormalised(normalised, clausesOf(normalised.text), options)
}
