/** Which words tell voices apart, in a thread of its own. Pure; runs without the database. */
import { cloudOf } from '../../engine/keywords/cloud.ts'
import { contrast, type TellingWord } from '../../engine/keywords/contrast.ts'
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import type { TermText } from '../../engine/keywords/terms.ts'
import { holds, plain, type Wanted } from './search-words.ts'

export type WordsAsked = {
  here: readonly TermText[]
  there: readonly TermText[]
  /** Names kept whole. */
  names: readonly string[]
  /** What was searched for: voices that do not hold it as it stands are left out, and its own words say nothing new. */
  q: string
  wanted: Wanted | null
}

export type WordsRead = { here: number; there: number; words: (TellingWord & { weight: number | null })[] }

/** At most so many words of the others. */
const MOST_THERE = 30

export async function readWords({ here, there, names, q, wanted }: WordsAsked): Promise<WordsRead> {
  const segment = await loadSegmenter()
  const holding = wanted === null ? here : here.filter(({ text }) => holds(wanted, text))
  const found = contrast(holding, there, { segment, names })
  const searched = plain(q)
  const news = found.words.filter(({ parts }) => q === '' || !parts.every((part) => searched.includes(part)))
  const cloud = cloudOf(news)
  const others = news.filter(({ z }) => z < 0).slice(0, MOST_THERE)
  return { ...found, words: [...cloud, ...others.map((word) => ({ ...word, weight: null }))] }
}
