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
import { discover, fitFrom, ownWeights, type Wanted } from './discover.ts'
import { goOn } from './going-on.ts'
import { identitiesOf } from './identity.ts'
import { judge, type Mixture, mixtureOf, partsOf } from './mixture.ts'
import { type Example, examplesOf, type NamingWord, namingWords } from './naming.ts'
import { readWords, type WordedTexts, wordsOf } from './words.ts'

/** What many texts speak of. `id` stays over time; `texts` were filed under it when it was found, outliers not counted. */
export type Theme = { id: number; words: NamingWord[]; examples: Example[]; texts: number }

/**
 * Themes with all that is needed to file new texts: the mixture is over `words`, its columns in the order of `themes`.
 * `foundIn`: texts that the themes were found in when nothing earlier went on.
 */
export type ThemeModel = {
  words: readonly string[]
  mixture: Mixture
  themes: Theme[]
  nextId: number
  foundIn: number
}

/** `theme` is null for an outlier; `nearest` names a theme all the same. `confidence` is the part of `nearest`, 0…1. */
export type FiledText = { theme: number | null; nearest: number; confidence: number }

export type ThemeOptions = {
  segment: Segmenter
  /** How many; as many as there are when not given. At least 1. */
  count?: number
  /** Themes that go on, as long as there are not twice as many texts as they were found in. */
  earlier?: ThemeModel
  seed?: number
  /** Told how much of the work is done, 0…1, some dozens of times. */
  progress?: (done: number) => void
}

/** Middles nearer than this are of one theme. */
const NEAR = 0.5
/** More themes than this nobody reads. */
const MOST_THEMES = 60
/**
 * As many themes as may be found in so many texts: 5 in 100, 12 in 600, 25 in 2,500. Few texts share too few words for
 * more: of the 561 texts of the demo 44 themes were made, most of eight texts that had one everyday word in common.
 */
const mostThemes = (texts: number): number => Math.max(1, Math.min(MOST_THEMES, Math.round(Math.sqrt(texts) / 2)))
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

/** Among so many times as many texts themes are found anew; till then they go on, and new ones beside them. */
const GROWN = 2

const mostOf = (wanted: Wanted): number => ('count' in wanted ? wanted.count : wanted.most)

const wantedOf = (texts: number, count: number | undefined): Wanted =>
  count === undefined ? { near: NEAR, most: mostThemes(texts) } : { count: Math.max(1, Math.min(count, texts)) }

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
  const wanted = wantedOf(holding, count)
  const fresh = discover(worded, wanted, seed, (done) => progress(WORDS_READ + (DISCOVERED - WORDS_READ) * done))
  const before = earlier && placedEarlier(worded, earlier)
  const goesOn = earlier !== undefined && holding < GROWN * earlier.foundIn && earlier.themes.length <= mostOf(wanted)
  const mixture = peopled(worded, goesOn ? continued(worded, before!, earlier.themes.length, fresh, wanted) : fresh)
  const numbers = new Map(worded.words.map((word, at) => [word, at]))
  const own = placedBy(worded, mixture)
  const judged = judgedByOthers(worded, own, mixture.count)
  const labels = Int32Array.from(judged, ({ column, clear }) => (clear ? column : -1))
  const clearness = Float64Array.from(
    judged,
    ({ said }, i) => said / (worded.starts[i + 1]! - worded.starts[i]! + FEW_WORDS),
  )
  const names = namingWords(worded, labels, mixture.count)
  const examples = examplesOf(texts, labels, clearness, { mixture, words: numbers, segment })
  // Earlier themes were made of these texts as well: like is compared with like.
  const seen = Int32Array.from(own, ({ column, clear }) => (clear ? column : -1))
  const known = before?.map(({ column, clear }) => (clear ? earlier!.themes[column]!.id : null))
  const identities = identitiesOf(seen, mixture.count, nextId, known)
  const themes = identities.ids.map((id, column) => ({
    id,
    words: names[column]!,
    examples: examples[column]!,
    texts: labels.reduce((sum, label) => sum + (label === column ? 1 : 0), 0),
  }))
  return {
    model: {
      words: worded.words,
      mixture,
      themes,
      nextId: identities.nextId,
      foundIn: goesOn ? earlier.foundIn : holding,
    },
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

/** How each text is filed by a mixture over its words. */
const placedBy = ({ starts, ids }: WordedTexts, mixture: Mixture): Judged[] =>
  Array.from({ length: starts.length - 1 }, (_, i) => fileIds(mixture, ids, starts[i]!, starts[i + 1]!))

/** How each text is filed under earlier themes, by the words that both know. */
function placedEarlier({ words, starts, ids }: WordedTexts, { words: known, mixture }: ThemeModel): Judged[] {
  const numbers = new Map(known.map((word, at) => [word, at]))
  const theirs = Int32Array.from(words, (word) => numbers.get(word) ?? -1)
  return Array.from({ length: starts.length - 1 }, (_, i) => {
    const own = ids.subarray(starts[i]!, starts[i + 1]!).map((id) => theirs[id]!)
    const shared = own.filter((id) => id >= 0)
    return fileIds(mixture, shared, 0, shared.length)
  })
}

/** Earlier themes fitted to these texts, and the fresh ones that they know little of. */
function continued(
  texts: WordedTexts,
  before: readonly Judged[],
  themes: number,
  fresh: Mixture,
  wanted: Wanted,
): Mixture {
  const worded = <Place>(place: Place, text: number) => (texts.starts[text + 1]! > texts.starts[text]! ? place : null)
  const { labels, count } = goOn(before.map(worded), placedBy(texts, fresh).map(worded), {
    earlier: themes,
    fresh: fresh.count,
    most: mostOf(wanted),
  })
  return fitFrom(texts, labels, count)
}

/** So many parts, each filed by what the others say. */
const PARTS = 5
/** Among more texts than this one weighs nothing. */
const FEW_TEXTS = 20_000

/**
 * Files each text by what the others say, in the theme that it is nearest to or in none. In few texts one's own words
 * weigh much in the theme that one helped to make, and everything would seem to belong somewhere.
 *
 * @param own  how each is filed by all, itself included
 */
function judgedByOthers(texts: WordedTexts, own: readonly Judged[], count: number): readonly Judged[] {
  if (own.length > FEW_TEXTS) return own
  const { starts, ids } = texts
  const labels = Int32Array.from(own, ({ column }, text) => (starts[text + 1]! > starts[text]! ? column : -1))
  const weights = ownWeights(texts, labels, count)
  const others = Array.from({ length: PARTS }, (_, part) =>
    mixtureOf(
      texts,
      labels.map((label, text) => (text % PARTS === part ? -1 : label)),
      count,
      weights,
    ),
  )
  return own.map(({ column }, text) => {
    const judged = fileIds(others[text % PARTS]!, ids, starts[text]!, starts[text + 1]!)
    return { ...judged, column, clear: judged.clear && judged.column === column }
  })
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

const emptyModel = (nextId: number): ThemeModel => ({
  words: [],
  mixture: { count: 0, odds: new Float32Array(0), shares: new Float64Array(0) },
  themes: [],
  nextId,
  foundIn: 0,
})
