import { findPhrases, type Phrases, phrasesOf } from '../language/phrases.ts'
import type { Segmenter } from './segmenter.ts'

/** Words that are never cut, such as a workspace's product names. */
export type Dictionary = Phrases<true>

export const dictionaryOf = (words: readonly string[]): Dictionary =>
  phrasesOf(words.map((word) => [word, true] as const))

/** The same segmenter, but what stands in the dictionary stays one word, the longest first. */
export const keepingWhole =
  (segment: Segmenter, dictionary: Dictionary): Segmenter =>
  (text) => {
    const words: string[] = []
    let at = 0
    for (const { from, to } of findPhrases(dictionary, text)) {
      if (from > at) words.push(...segment(text.slice(at, from)))
      words.push(text.slice(from, to))
      at = to
    }
    if (at < text.length) words.push(...segment(text.slice(at)))
    return words
  }
