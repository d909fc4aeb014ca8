import type { Segmenter } from '../keywords/segmenter.ts'
import { normalise } from '../language/normalise.ts'
import { chance, shuffle } from '../statistics/chance.ts'

/** Texts as numbers of words: text i is ids[starts[i]] … ids[starts[i + 1] − 1]; words outside `words` are left out. */
export type WordedTexts = { words: readonly string[]; starts: Int32Array; ids: Int32Array }

/** Beyond its first pages a text adds nothing to its theme. UTF-16 units. */
const LONGEST_READ = 2_000
const LONGEST_WORD = 32
const MOST_WORDS = 20_000
const WORD = /[\p{L}\p{N}]/u

/** The words of a text in normalised spelling, in order; takes time linear in what is read of it. */
export const wordsOf = (text: string, segment: Segmenter): string[] =>
  segment(normalise(text, { limit: LONGEST_READ }).text).flatMap((piece) => {
    const word = piece.trim()
    return word.length <= LONGEST_WORD && WORD.test(word) ? [word] : []
  })

/** A word so rare says nothing of what texts share: 2 for a few texts, 10 from 50,000 on. */
const fewestTexts = (texts: number): number => Math.min(10, Math.max(2, Math.round(texts / 5_000)))

/** Texts read between two words of progress. */
const TOLD_EVERY = 5_000

/**
 * Cuts texts into words and keeps those that enough texts share, the most frequent first.
 *
 * @param progress  told the share of texts that are read
 */
export function readWords(
  texts: readonly string[],
  segment: Segmenter,
  progress: (done: number) => void = () => {},
): WordedTexts {
  const numbers = new Map<string, number>()
  const spelled: string[] = []
  const holders: number[] = []
  const lastHolder: number[] = []
  const read = texts.map((text, at) => {
    if (at % TOLD_EVERY === 0) progress(at / texts.length)
    return Int32Array.from(wordsOf(text, segment), (word) => {
      let number = numbers.get(word)
      if (number === undefined) {
        number = spelled.push(word) - 1
        numbers.set(word, number)
        holders.push(0)
        lastHolder.push(-1)
      }
      if (lastHolder[number] !== at) holders[number]!++
      lastHolder[number] = at
      return number
    })
  })
  const fewest = fewestTexts(texts.length)
  const kept = spelled
    .map((_, number) => number)
    .filter((number) => holders[number]! >= fewest)
    .sort((a, b) => holders[b]! - holders[a]! || (spelled[a]! < spelled[b]! ? -1 : 1))
    .slice(0, MOST_WORDS)
  const places = new Int32Array(spelled.length).fill(-1)
  kept.forEach((number, place) => {
    places[number] = place
  })
  return packed(
    kept.map((number) => spelled[number]!),
    read.map((ids) => ids.map((id) => places[id]!).filter((id) => id >= 0)),
  )
}

function packed(words: readonly string[], texts: readonly Int32Array[]): WordedTexts {
  const starts = new Int32Array(texts.length + 1)
  texts.forEach((ids, i) => {
    starts[i + 1] = starts[i]! + ids.length
  })
  const ids = new Int32Array(starts[texts.length]!)
  texts.forEach((own, i) => {
    ids.set(own, starts[i]!)
  })
  return { words, starts, ids }
}

/** At most `most` of the texts that hold a word, drawn by chance. */
export function drawn({ words, starts, ids }: WordedTexts, most: number, seed: number): WordedTexts {
  const order = Array.from({ length: starts.length - 1 }, (_, i) => i).filter((i) => starts[i + 1]! > starts[i]!)
  shuffle(order, chance(seed))
  return packed(
    words,
    order.slice(0, most).map((i) => ids.subarray(starts[i]!, starts[i + 1]!)),
  )
}

/** How often each word occurs. */
export function tallyOf({ words, ids }: WordedTexts): Float64Array {
  const tally = new Float64Array(words.length)
  for (const id of ids) tally[id]!++
  return tally
}
