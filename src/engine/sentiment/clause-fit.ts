import { type Clause, clausesOf } from '../language/clauses.ts'
import type { PolarityModel } from './polarity.ts'
import { fitGrams, fitOdds, type JudgedText, POLARITY_OPTIONS, type PolarityOptions, placeOf } from './polarity-fit.ts'
import { evidenceOf, signalsOf } from './rules.ts'

export const CLAUSE_OPTIONS: PolarityOptions = { ...POLARITY_OPTIONS, epochs: 5 }

/** What is longer tells a story; what is shorter is a filler. */
const LONGEST = 40
const SHORTEST = 2

/**
 * The clauses of a judged text, each judged as the whole is, but for those whose hand-checked words say the opposite:
 * without these the clauses of 50,000 reviews teach what is said of one thing better than the reviews themselves.
 *
 * @source labels of parts from labels of wholes: Kotzias, Denil, de Freitas & Smyth 2015, KDD
 */
export function clausesToLearn({ text, ...judged }: JudgedText): JudgedText[] {
  const clauses = clausesOf(text)
  if (clauses.length === 1) return [{ text, ...judged }]
  return clauses.flatMap(({ from, to }: Clause) => {
    const words = text.slice(from, to)
    if (words.length < SHORTEST || words.length > LONGEST) return []
    const [balance = 0] = signalsOf(words, evidenceOf(words))
    return balance * (judged.positive ? 1 : -1) < 0 ? [] : [{ text: words, ...judged }]
  })
}

/**
 * Learns to tell good from bad in a single clause.
 *
 * @param clauses  see `clausesToLearn`; and clauses judged for themselves
 * @param apart    clauses of texts that `clauses` has nothing of, each judged for itself: from these the log-odds
 */
export function fitClauses(
  clauses: readonly JudgedText[],
  apart: readonly JudgedText[],
  options: PolarityOptions = CLAUSE_OPTIONS,
): PolarityModel {
  const model = fitGrams(clauses, options)
  return { ...model, odds: fitOdds(apart.map((one) => placeOf(model, one))) }
}
