import { addPhrase, emptyPhrases, everyPhrase, type Phrases } from '../language/phrases.ts'

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
  const phrases = emptyPhrases<number>()
  for (const [weight, words] of Object.entries(data.phrases)) {
    for (const word of words.split(' ')) addPhrase(phrases, word.replaceAll('_', ' '), Number(weight) / WEIGHT_UNIT)
  }
  return { version: data.version, bias: data.bias, signals: data.signals, phrases }
}

/** How much the phrases found count: their sum over the root of their number, so that long texts are no surer than short ones. */
export const phraseScale = (found: number): number => (found === 0 ? 0 : 1 / Math.sqrt(found))

/** Log-odds that the normalised text is good news, and how many known phrases speak. */
export function logOdds(lexicon: Lexicon, text: string, signals: readonly number[]): { logit: number; found: number } {
  let sum = 0
  let found = 0
  everyPhrase(lexicon.phrases, text, (weight) => {
    sum += weight
    found++
  })
  let logit = sum * phraseScale(found)
  let silent = true
  signals.forEach((signal, i) => {
    logit += signal * (lexicon.signals[i] ?? 0)
    if (signal !== 0) silent = false
  })
  if (found > 0 || !silent) logit += lexicon.bias
  return { logit, found }
}
