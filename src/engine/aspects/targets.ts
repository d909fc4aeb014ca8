import { type Clause, clausesOf } from '../language/clauses.ts'
import { type Normalised, normalise, originalSpan } from '../language/normalise.ts'
import { LONGEST_READ, type Sentiment, type SentimentModel, sentimentOfNormalised } from '../sentiment/sentiment.ts'
import { type Aspect, type AspectOptions, categoriesIn, OVERALL, sentimentOfClause } from './aspects.ts'
import { indexTaxonomy } from './taxonomy.ts'

const CERTAIN = 0.9
const NOT_FOUND = 0.2
/** In a clause longer than this, as of those who write without marks, only what stands near the target is read. */
const LONG = 28
const BEFORE = 8
const AFTER = 14
/** A clause is cut between two targets only where something is said after the first one. */
const SHORTEST_SAYING = 2

type Place = { target: string; from: number; to: number }

/** Where each target first stands in the normalised text. */
function placesOf(text: string, targets: readonly string[]): Place[] {
  return targets.flatMap((target) => {
    const wanted = normalise(target, { collapse: false }).text.trim()
    const from = wanted === '' ? -1 : text.indexOf(wanted)
    return from < 0 ? [] : [{ target, from, to: from + wanted.length }]
  })
}

/**
 * The stretch that speaks of a target: its clause, cut before the next target in it, and the clauses after it
 * as long as it says nothing itself and no other target comes up.
 */
function sayingAbout(
  text: string,
  clauses: readonly Clause[],
  place: Place,
  all: readonly Place[],
  model: SentimentModel,
): Sentiment & { from: number; to: number } {
  const at = Math.max(
    0,
    clauses.findIndex((clause) => clause.to > place.from),
  )
  const clause = clauses[at] ?? { from: 0, to: text.length, lead: 'plain' as const }
  const next = all
    .filter((other) => other.from >= place.to + SHORTEST_SAYING && other.from < clause.to)
    .sort((a, b) => a.from - b.from)[0]
  const earlier = all.some((other) => other.from < place.from && other.from >= clause.from)
  const isLong = clause.to - clause.from > LONG
  const from = earlier ? place.from : isLong ? Math.max(clause.from, place.from - BEFORE) : clause.from
  const end = isLong ? Math.min(clause.to, place.to + AFTER) : clause.to
  let to = Math.max(next ? Math.min(next.from, end) : end, Math.min(place.to, text.length))
  let sentiment = sentimentOfClause(text, { from, to }, model)
  for (let i = at + 1; sentiment.label === 'neutral' && !next && i < clauses.length && i <= at + 2; i++) {
    const following = clauses[i]!
    if (all.some((other) => other.from >= following.from && other.from < following.to)) break
    to = following.to
    sentiment = sentimentOfClause(text, { from, to }, model)
  }
  return { ...sentiment, from, to }
}

/**
 * One aspect for each target, in the order given, with the polarity of what is said about it. A clause that names a
 * target but is neutral by itself leans to where its words point. A target that does not occur gets the polarity of
 * the whole text with little confidence and start = end = 0.
 */
export function aspectsOfTargets(
  normalised: Normalised,
  targets: readonly string[],
  { taxonomy, model }: AspectOptions,
): Aspect[] {
  const { text } = normalised
  const clauses = clausesOf(text)
  const places = placesOf(text, targets)
  const index = indexTaxonomy(taxonomy)
  return targets.map((target): Aspect => {
    const place = places.find((one) => one.target === target)
    if (!place) {
      const whole = sentimentOfNormalised(text, { model })
      return { target, category: OVERALL, polarity: whole.label, confidence: NOT_FOUND, start: 0, end: 0 }
    }
    const saying = sayingAbout(text, clauses, place, places, model)
    const named =
      categoriesIn(index, text, place.from, place.to)[0] ?? categoriesIn(index, text, saying.from, saying.to)[0]
    return {
      target,
      category: named ? index.keys[named.place]! : OVERALL,
      polarity: leaning(saying),
      confidence: Math.round(CERTAIN * saying.confidence * 1000) / 1000,
      ...originalSpan(normalised, place.from, place.to),
    }
  })
}

/** Who asks about a target expects an opinion: the gate that keeps statements neutral is loosened. */
const leaning = ({ label, score }: Sentiment): Aspect['polarity'] =>
  label !== 'neutral' || Math.abs(score) < LEANS ? label : score > 0 ? 'positive' : 'negative'
const LEANS = 0.02

/** `aspectsOfTargets` for a text as the customer wrote it. */
export const targetsIn = (text: string, targets: readonly string[], options: AspectOptions): Aspect[] =>
  aspectsOfTargets(normalise(text, { limit: LONGEST_READ }), targets, options)
