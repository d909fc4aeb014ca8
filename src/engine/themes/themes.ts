/**
 * Themes: what many texts speak of, found without being told.
 *
 * `fitThemes` finds them, names them by words and sentences and files every text; `themeReader` files new texts under
 * themes found before. Given the themes found before, a new search keeps the identity of those that are still there.
 * Everything is decided by the texts, their order and the seed.
 *
 * Start at  discover.ts (how themes are found), mixture.ts (what a theme is), identity.ts (what stays of it)
 */
import type { Segmenter } from '../keywords/segmenter.ts'
import { discover, type Wanted } from './discover.ts'
import { identitiesOf } from './identity.ts'
import { judge, type Mixture, partsOf } from './mixture.ts'
import { type Example, examplesOf, type NamingWord, namingWords } from './naming.ts'
import { readWords, type WordedTexts, wordsOf } from './words.ts'

/** What many texts speak of. `id` stays over time; `texts` were filed under it when it was found, outliers not counted. */
export type Theme = { id: number; words: NamingWord[]; examples: Example[]; texts: number }

/** Themes with all that is needed to file new texts: the mixture is over `words`, its columns in the order of `themes`. */
export type ThemeModel = { words: readonly string[]; mixture: Mixture; themes: Theme[]; nextId: number }

/** `theme` is null for an outlier; `nearest` names a theme all the same. `confidence` is the part of `nearest`, 0…1. */
export type FiledText = { theme: number | null; nearest: number; confidence: number }

export type ThemeOptions = {
  segment: Segmenter
  /** How many; as many as there are when not given. At least 1. */
  count?: number
  /** Themes whose identity is to be kept. */
  earlier?: ThemeModel
  seed?: number
  /** Told how much of the work is done, 0…1, some dozens of times. */
  progress?: (done: number) => void
}

/** Middles nearer than this are of one theme. */
const NEAR = 0.5
/** More themes than this nobody reads. */
const MOST_THEMES = 60
/** Texts that a theme of an unasked number should have. */
const TEXTS_PER_THEME = 12
/**
 * A text whose words do not speak for a theme by this much (in logarithms: e² times likelier than without themes; less
 * where there are too few themes to be so clear) or that is less than half of one theme says nothing that many say.
 */
const clearEnough = (themes: number): number => Math.min(2, Math.log(themes))
const HALF = 0.5
/** Parts of the time by which words are read and themes are found, from 100,000 texts. */
const WORDS_READ = 0.25
const DISCOVERED = 0.9
/** A text of so few words is no example, however clear. */
const FEW_WORDS = 8

const wantedOf = (texts: number, count: number | undefined): Wanted =>
  count === undefined
    ? { near: NEAR, most: Math.max(1, Math.min(MOST_THEMES, Math.floor(texts / TEXTS_PER_THEME))) }
    : { count: Math.max(1, Math.min(count, texts)) }

/**
 * Finds the themes of texts. Takes time linear in the texts; at most 2,000 UTF-16 units of each are read.
 *
 * @returns  the model, and how each text is filed, in order; no themes when no word is shared by two texts
 */
export function fitThemes(texts: readonly string[], options: ThemeOptions): { model: ThemeModel; filed: FiledText[] } {
  const { segment, count, earlier, seed = 1, progress = () => {} } = options
  const worded = readWords(texts, segment, (done) => progress(WORDS_READ * done))
  const holding = texts.filter((_, i) => worded.starts[i + 1]! > worded.starts[i]!).length
  const nextId = earlier?.nextId ?? 1
  if (holding === 0)
    return { model: emptyModel(nextId), filed: texts.map(() => ({ theme: null, nearest: 0, confidence: 0 })) }
  const mixture = peopled(
    worded,
    discover(worded, wantedOf(holding, count), seed, (done) => progress(WORDS_READ + (DISCOVERED - WORDS_READ) * done)),
  )
  const numbers = new Map(worded.words.map((word, at) => [word, at]))
  const judged = texts.map((_, i) => fileIds(mixture, worded.ids, worded.starts[i]!, worded.starts[i + 1]!))
  const labels = Int32Array.from(judged, ({ column, clear }) => (clear ? column : -1))
  const clearness = Float64Array.from(
    judged,
    ({ said }, i) => said / (worded.starts[i + 1]! - worded.starts[i]! + FEW_WORDS),
  )
  const names = namingWords(worded, labels, mixture.count)
  const examples = examplesOf(texts, labels, clearness, { mixture, words: numbers, segment })
  const identities = identitiesOf(labels, mixture.count, nextId, earlier && earlierLabels(texts, earlier, segment))
  const themes = identities.ids.map((id, column) => ({
    id,
    words: names[column]!,
    examples: examples[column]!,
    texts: labels.reduce((sum, label) => sum + (label === column ? 1 : 0), 0),
  }))
  return {
    model: { words: worded.words, mixture, themes, nextId: identities.nextId },
    filed: judged.map((one) => filedOf(one, themes)),
  }
}

/** Files texts under themes found before; the work for one text is linear in it. */
export function themeReader(model: ThemeModel, segment: Segmenter): (text: string) => FiledText {
  const numbers = new Map(model.words.map((word, at) => [word, at]))
  return (text) => {
    if (model.themes.length === 0) return { theme: null, nearest: 0, confidence: 0 }
    const ids = wordsOf(text, segment).flatMap((word) => numbers.get(word) ?? [])
    return filedOf(fileIds(model.mixture, ids, 0, ids.length), model.themes)
  }
}

type Judged = { column: number; confidence: number; said: number; clear: boolean }

function fileIds(mixture: Mixture, ids: ArrayLike<number>, from: number, to: number): Judged {
  const scores = new Float64Array(mixture.count)
  const column = judge(mixture, ids, from, to, scores)
  const said = scores[column]! - Math.log(mixture.shares[column]! + 1e-12)
  partsOf(scores)
  const confidence = scores[column]!
  return { column, confidence, said, clear: to > from && said >= clearEnough(mixture.count) && confidence >= HALF }
}

const filedOf = ({ column, confidence, clear }: Judged, themes: readonly Theme[]): FiledText => {
  const nearest = themes[column]!.id
  return { theme: clear ? nearest : null, nearest, confidence }
}

/** Themes that no text is nearest to are left out. */
function peopled(texts: WordedTexts, mixture: Mixture): Mixture {
  const { count, odds, shares } = mixture
  const scores = new Float64Array(count)
  const seen = new Set<number>()
  for (let i = 0; i + 1 < texts.starts.length; i++)
    seen.add(judge(mixture, texts.ids, texts.starts[i]!, texts.starts[i + 1]!, scores))
  const kept = Array.from({ length: count }, (_, c) => c).filter((c) => seen.has(c))
  if (kept.length === count) return mixture
  const left = new Float32Array(texts.words.length * kept.length)
  for (let word = 0; word < texts.words.length; word++)
    kept.forEach((c, at) => {
      left[word * kept.length + at] = odds[word * count + c]!
    })
  const sum = kept.reduce((total, c) => total + shares[c]!, 0)
  return { count: kept.length, odds: left, shares: Float64Array.from(kept, (c) => shares[c]! / sum) }
}

function earlierLabels(texts: readonly string[], earlier: ThemeModel, segment: Segmenter): (number | null)[] {
  const read = themeReader(earlier, segment)
  return texts.map((text) => read(text).theme)
}

const emptyModel = (nextId: number): ThemeModel => ({
  words: [],
  mixture: { count: 0, odds: new Float32Array(0), shares: new Float64Array(0) },
  themes: [],
  nextId,
})
