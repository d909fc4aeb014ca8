import type { Segmenter } from '../keywords/segmenter.ts'
import { SINGLE_STOP_WORDS } from '../keywords/small-words.ts'
import { STOP_WORDS } from '../keywords/stop-words.ts'
import { isHan } from '../language/script.ts'
import { isNearDuplicate } from '../similarity/jaccard.ts'
import { type Mixture, tellingOf } from './mixture.ts'
import { tallyOf, type WordedTexts, wordsOf } from './words.ts'

/** A word that names a theme, in normalised spelling, and how much it does, 0…1, the best being 1. */
export type NamingWord = { word: string; weight: number }

/** A sentence that stands for a theme, as written, and the number of the text it is from. */
export type Example = { text: number; sentence: string }

const MOST_WORDS = 10
const MOST_EXAMPLES = 3
/** Texts looked at for an example. */
const CANDIDATES = 30
const SENTENCE_END = /(?<=[。!?！？\n])|(?<=\.)\s/u
const LONGEST_SENTENCE = 200
/** Words so few that a sentence of them says much about little. */
const FEW = 4

/** Words of one character or two letters that only join and point; what is longer stands in STOP_WORDS. */
const SMALL: ReadonlySet<string> = new Set([
  ...SINGLE_STOP_WORDS,
  ...'跟帮还没很老最更又也都就才只啥嘎伐俺咋卡写难像够全干',
  ...'am an as at be by do go he if in is it me my no of oh ok on or so to up us we im'.split(' '),
])

/** 的, is, 2008 and single letters name nothing; 书, 梨 and tv may. */
const canName = (word: string): boolean =>
  !STOP_WORDS.has(word) && !SMALL.has(word) && /\p{L}/u.test(word) && (word.length > 1 || isHan(word.charCodeAt(0)))

/**
 * The words of each theme by how much more often they occur in it than elsewhere, and how telling they are of themes
 * at all: (很)好 is frequent everywhere and names nothing.
 *
 * @param labels  the theme of each text; those under −1 count for none
 * @source        Grootendorst 2022, arXiv 2203.05794: class-based TF-IDF, tf · ln(1 + mean words of a theme / word)
 */
export function namingWords(texts: WordedTexts, labels: Int32Array, count: number): NamingWord[][] {
  const { words, starts, ids } = texts
  const telling = tellingOf(texts, labels, count)
  const tally = tallyOf(texts)
  const perTheme = ids.length / Math.max(1, count)
  const times = Array.from({ length: count }, () => new Map<number, number>())
  labels.forEach((label, text) => {
    if (label < 0) return
    const own = times[label]!
    for (let p = starts[text]!; p < starts[text + 1]!; p++) own.set(ids[p]!, (own.get(ids[p]!) ?? 0) + 1)
  })
  return times.map((own) => {
    const ranked = [...own]
      .filter(([word]) => canName(words[word]!))
      .map(([word, n]) => ({
        word: words[word]!,
        // A single character is often the half of a word.
        weight: n * Math.log(1 + perTheme / tally[word]!) * telling[word]! * (words[word]!.length > 1 ? 1 : 0.5),
      }))
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_WORDS)
    const top = ranked[0]?.weight || 1
    return ranked.map(({ word, weight }) => ({ word, weight: Math.round((weight / top) * 1000) / 1000 }))
  })
}

/**
 * The sentences that speak most clearly of each theme and least like each other, the clearest first.
 *
 * @param clearness  of each text for its own theme
 */
export function examplesOf(
  texts: readonly string[],
  labels: Int32Array,
  clearness: Float64Array,
  { mixture, words, segment }: { mixture: Mixture; words: ReadonlyMap<string, number>; segment: Segmenter },
): Example[][] {
  const byTheme = Array.from({ length: mixture.count }, (): number[] => [])
  labels.forEach((label, text) => {
    if (label >= 0) byTheme[label]!.push(text)
  })
  return byTheme.map((own, theme) => {
    const clearest = own.sort((a, b) => clearness[b]! - clearness[a]! || a - b).slice(0, CANDIDATES)
    const sentences = clearest
      .map((text) => ({ text, ...clearestSentence(texts[text]!, theme, mixture, words, segment) }))
      .sort((a, b) => b.clear - a.clear || a.text - b.text)
    const chosen: Example[] = []
    for (const { text, sentence } of sentences) {
      if (chosen.length === MOST_EXAMPLES) break
      if (sentence !== '' && !chosen.some((one) => isNearDuplicate(one.sentence, sentence)))
        chosen.push({ text, sentence })
    }
    return chosen
  })
}

function clearestSentence(
  text: string,
  theme: number,
  { count, odds }: Mixture,
  words: ReadonlyMap<string, number>,
  segment: Segmenter,
): { sentence: string; clear: number } {
  let best = { sentence: '', clear: Number.NEGATIVE_INFINITY }
  for (const piece of text.slice(0, LONGEST_SENTENCE * 10).split(SENTENCE_END)) {
    const sentence = piece.trim().slice(0, LONGEST_SENTENCE)
    if (sentence === '') continue
    const own = new Set(wordsOf(sentence, segment))
    const said = [...own].reduce((sum, word) => {
      const at = words.get(word)
      return at === undefined ? sum : sum + odds[at * count + theme]!
    }, 0)
    const clear = said / (own.size + FEW)
    if (clear > best.clear) best = { sentence, clear }
  }
  return best
}
