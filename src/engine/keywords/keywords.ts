import type { TaxonomyIndex } from '../aspects/taxonomy.ts'
import { normalise } from '../language/normalise.ts'
import { findPhrases } from '../language/phrases.ts'
import { isHan } from '../language/script.ts'
import { CUES } from '../sentiment/cue-phrases.ts'
import type { Dictionary } from './dictionary.ts'
import { builtInSegmenter, type Segmenter } from './segmenter.ts'
import { STOP_WORDS } from './stop-words.ts'

/** A word in normalised spelling and how much it stands for the text, 0…1, the best being 1. */
export type Keyword = { word: string; weight: number }

export type KeywordOptions = {
  /** At most so many. Default 10. */
  max?: number
  segment?: Segmenter
  /** Words of the workspace's categories weigh more than others. */
  index?: TaxonomyIndex
  /** The workspace's own words, kept whole and always telling. */
  own?: Dictionary
}

const LONGEST_READ = 10_000
const CATEGORY_WORD = 1.6
const OWN_WORD = 1.8
const OPINION_WORD = 1.1
const LONGEST_WORD = 32

type Stretch = { from: number; to: number; weight: number; isOwn?: true }

/** Words that are known to the engine: the workspace's own, cues of categories, and opinion words. */
function knownWords(text: string, index: TaxonomyIndex | undefined, own: Dictionary | undefined): Stretch[] {
  const owned = own
    ? findPhrases(own, text).map(({ from, to }): Stretch => ({ from, to, weight: OWN_WORD, isOwn: true }))
    : []
  const named = index ? findPhrases(index.cues, text).map(({ from, to }) => ({ from, to, weight: CATEGORY_WORD })) : []
  const judged = findPhrases(CUES, text)
    .filter(({ value }) => value.strength !== 0)
    .map(({ from, to }) => ({ from, to, weight: OPINION_WORD }))
  const isFree = ({ from, to }: Stretch) => owned.every((own) => to <= own.from || from >= own.to)
  const others = [...named, ...judged]
  const all = [...owned, ...(owned.length === 0 ? others : others.filter(isFree))].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
  const kept: Stretch[] = []
  for (const stretch of all) if (stretch.from >= (kept.at(-1)?.to ?? 0)) kept.push(stretch)
  return kept
}

const isTelling = (word: string): boolean => {
  if (word.length < 2 || word.length > LONGEST_WORD || STOP_WORDS.has(word)) return false
  return isHan(word.charCodeAt(0))
    ? /^[\u4e00-\u9fff]+$/.test(word)
    : /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{N}'+-]+$/u.test(word) && word.length > 2
}

/** Longer words say more; the third repetition adds little. */
const weightOf = (word: string, base: number, times: number): number =>
  base *
  (1 + Math.log(times)) *
  (isHan(word.charCodeAt(0)) ? 0.7 + 0.15 * Math.min(word.length, 4) : 0.7 + 0.05 * Math.min(word.length, 10))

/** The words that stand for a text in the form of `normalise`, the weightiest first. */
export function keywordsOfNormalised(
  text: string,
  { max = 10, segment = builtInSegmenter, index, own }: KeywordOptions = {},
): Keyword[] {
  const read = text.slice(0, LONGEST_READ)
  const tally = new Map<string, { base: number; times: number }>()
  const note = (word: string, base: number, isOwn = false) => {
    if (!isOwn && !isTelling(word)) return
    const seen = tally.get(word)
    tally.set(word, { base: Math.max(base, seen?.base ?? 0), times: (seen?.times ?? 0) + 1 })
  }
  const known = knownWords(read, index, own)
  for (const { from, to, weight, isOwn } of known) note(read.slice(from, to), weight, isOwn)
  let at = 0
  let next = 0
  for (const word of segment(read)) {
    const end = at + word.length
    while (next < known.length && known[next]!.to <= at) next++
    if (next >= known.length || known[next]!.from >= end) note(word, 1)
    at = end
  }
  const weighed = [...tally].map(([word, { base, times }]) => ({ word, weight: weightOf(word, base, times) }))
  const best = weighed.sort((a, b) => b.weight - a.weight).slice(0, max)
  const top = best[0]?.weight ?? 1
  return best.map(({ word, weight }) => ({ word, weight: Math.round((weight / top) * 1000) / 1000 }))
}

/** The words that stand for a text, the weightiest first; equal weights in order of appearance. */
export const keywordsOf = (text: string, options: KeywordOptions = {}): Keyword[] =>
  keywordsOfNormalised(normalise(text, { limit: LONGEST_READ }).text, options)
