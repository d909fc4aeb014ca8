import { everyPhrase, type Phrases, phrasesOf } from '../language/phrases.ts'
import type { Evidence } from './rules.ts'

/** A lexicon with learned weights: plain data, made by `fitLexicon`, read by `loadLexicon`. */
export type LexiconData = {
  version: string
  bias: number
  /** Weights of the numbers of `signalsOf`, in its order. */
  signals: readonly number[]
  /** Weight × 10 → phrases parted by spaces; within a phrase `_` is a space. */
  phrases: Readonly<Record<string, string>>
}

/** A lexicon ready for use. */
export type Lexicon = { version: string; bias: number; signals: readonly number[]; phrases: Phrases<number> }

export const WEIGHT_UNIT = 10

export function loadLexicon(data: LexiconData): Lexicon {
  const weighed = Object.entries(data.phrases).flatMap(([weight, words]) =>
    words.split(' ').map((word) => [word.replaceAll('_', ' '), Number(weight) / WEIGHT_UNIT] as const),
  )
  return { version: data.version, bias: data.bias, signals: data.signals, phrases: phrasesOf(weighed) }
}

/** How much the phrases found count: their sum over the root of their number, so that long texts are no surer than short ones. */
export const phraseScale = (found: number): number => (found === 0 ? 0 : 1 / Math.sqrt(found))

/** Visits the phrases of a text that speak for themselves: not those that are or begin inside a turned stretch. */
export function speakingPhrases<T>(
  phrases: Phrases<T>,
  text: string,
  turned: Evidence['turned'],
  visit: (value: T) => void,
): void {
  let next = 0
  everyPhrase(phrases, text, (value, from, to) => {
    while (next < turned.length && turned[next]!.to <= from) next++
    const stretch = turned[next]
    if (stretch === undefined || from < stretch.from || (from === stretch.from && to >= stretch.to)) visit(value)
  })
}

/** Log-odds that the normalised text is of the kind the lexicon was fitted for, as that it judges; 0 when nothing speaks. */
export function logOdds(lexicon: Lexicon, text: string, evidence: Evidence, signals: readonly number[]): number {
  let sum = 0
  let found = 0
  speakingPhrases(lexicon.phrases, text, evidence.turned, (weight) => {
    sum += weight
    found++
  })
  let logit = sum * phraseScale(found)
  signals.forEach((signal, i) => {
    logit += signal * (lexicon.signals[i] ?? 0)
  })
  const isSilent = found === 0 && evidence.words === 0 && evidence.rhetoric === 0 && evidence.irony === 0
  return isSilent ? 0 : logit + lexicon.bias
}
