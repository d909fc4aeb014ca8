import { evidenceOf, signalsOf } from '../sentiment/rules.ts'

/** A text as its features: runs of signs and words with how often each occurs, signals with their strength. */
export type Counted = ReadonlyMap<number, number>

/** A feature below this number is a signal; above, the upper bit tells runs of words from runs of signs. */
const FIRST_RUN = 16
const OF_WORDS = 0x80000000

export const isSignal = (feature: number): boolean => feature < FIRST_RUN
/** 0 for a run of signs, 1 for a run of words: each is a view of its own of the text. */
export const viewOf = (feature: number): 0 | 1 => (feature >= OF_WORDS ? 1 : 0)

/** The feature that stands for a run of signs with this hash. */
export const featureOfSigns = (hash: number): number => ((hash >>> 1) | FIRST_RUN) >>> 0

const LONGEST_SIGNS = 3
const LONGEST_WORDS = 2
/** How much the hand-checked words weigh beside a view, whose length is one. */
const STRENGTH = 0.7

const SPACE = 0x20
const LINE = 0x0a
const RUN_OF_SIGNS = 7
const WORD = 17
const RUN_OF_WORDS = 31
const AROUND = 99

/** A latin word or number, don't among them; a letter of a script without spaces; a mark. */
const WORDS = /[\p{Script=Latin}\p{N}]+(?:'[\p{Script=Latin}]+)?|\p{L}|[^\s\p{L}\p{N}]/gu
const LATIN = /^[\p{Script=Latin}\p{N}]/u

const mixed = (hash: number, unit: number): number => {
  const h = Math.imul(hash ^ unit, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/**
 * The features of a text in the form of `normalise`: runs of one to three signs across words; one and two words, and
 * latin ones with a word between left out; and what the hand-checked words of opinion say of it. Linear in the text.
 * Runs of four signs, and of three words, lost up to a point on short texts; a view of its own for words won two.
 */
export function featuresOf(text: string): Map<number, number> {
  const features = new Map<number, number>()
  if (text.trim() === '') return features
  const count = (feature: number) => features.set(feature, (features.get(feature) ?? 0) + 1)
  everyRunOfSigns(text, (hash) => count(featureOfSigns(hash)))
  everyRunOfWords(text, (hash) => count((hash | OF_WORDS) >>> 0))
  for (const [i, signal] of signalsOf(text, evidenceOf(text)).entries())
    if (signal !== 0) features.set(i, signal * STRENGTH)
  return features
}

function everyRunOfSigns(text: string, visit: (hash: number) => void): void {
  const unitAt = (at: number): number => {
    const unit = at < 0 || at >= text.length ? SPACE : text.charCodeAt(at)
    return unit === LINE ? SPACE : unit
  }
  for (let from = -1; from <= text.length; from++) {
    let hash = RUN_OF_SIGNS
    for (let at = from; at < from + LONGEST_SIGNS && at <= text.length; at++) {
      hash = mixed(hash, unitAt(at))
      visit(hash)
    }
  }
}

function everyRunOfWords(text: string, visit: (hash: number) => void): void {
  const words = Array.from(text.matchAll(WORDS), ([word]) => ({ hash: hashOf(word), isLatin: LATIN.test(word) }))
  for (let from = 0; from < words.length; from++) {
    let hash = RUN_OF_WORDS
    for (let at = from; at < from + LONGEST_WORDS && at < words.length; at++) {
      hash = mixed(hash, words[at]!.hash)
      visit(hash)
    }
    const word = words[from]!
    const next = words[from + 2]
    if (word.isLatin && next?.isLatin) visit(mixed(mixed(AROUND, word.hash), next.hash))
  }
}

function hashOf(word: string): number {
  let hash = WORD
  for (let i = 0; i < word.length; i++) hash = mixed(hash, word.charCodeAt(i))
  return hash
}
