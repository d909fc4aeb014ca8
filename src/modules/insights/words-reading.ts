/** Which words tell voices apart, in a thread of its own. Pure; runs without the database. */
import { cloudOf } from '../../engine/keywords/cloud.ts'
import { contrast, type TellingWord } from '../../engine/keywords/contrast.ts'
import { loadSegmenter } from '../../engine/keywords/segmenter.ts'
import type { TermText } from '../../engine/keywords/terms.ts'
import { holds, plain, type Wanted } from './search-words.ts'

/** A voice as it is read, and the product it names. */
export type SaidText = Required<TermText> & { product: string | null }

export type WordsAsked = {
  /** Pages of JSON, each a list of `SaidText`s. */
  here: readonly string[]
  there: readonly string[]
  /** Names kept whole, beside the products that the voices name. */
  names: readonly string[]
  /** What was searched for: voices that do not hold it as it stands are left out, and its own words say nothing new. */
  q: string
  wanted: Wanted | null
}

export type WordsRead = { here: number; there: number; words: (TellingWord & { weight: number | null })[] }

/** At most so many words of the others. */
const MOST_THERE = 30

const saidIn = (pages: readonly string[]): SaidText[] => pages.flatMap((page) => JSON.parse(page) as SaidText[])

/** The workspace's products as the voices themselves name them. */
const productsIn = (said: readonly SaidText[]): string[] => [
  ...new Set(
    said.flatMap(({ product }) => (product !== null && product.length > 1 && product.length <= 60 ? [product] : [])),
  ),
]

export async function readWords({ here, there, names, q, wanted }: WordsAsked): Promise<WordsRead> {
  const segment = await loadSegmenter()
  const [ours, theirs] = [saidIn(here), saidIn(there)]
  const holding = wanted === null ? ours : ours.filter(({ text }) => holds(wanted, text))
  const found = contrast(holding, theirs, { segment, names: [...names, ...productsIn([...ours, ...theirs])] })
  const searched = plain(q)
  const news = found.words.filter(({ parts }) => q === '' || !parts.every((part) => searched.includes(part)))
  const cloud = cloudOf(news)
  const others = news.filter(({ z }) => z < 0).slice(0, MOST_THERE)
  return { ...found, words: [...cloud, ...others.map((word) => ({ ...word, weight: null }))] }
}
