import type { Segmenter } from '../keywords/segmenter.ts'
import { discover, fitFrom, type Wanted } from './discover.ts'
import { type Judged, judgedByOthers, placedBy, placedEarlier } from './filing.ts'
import { goOn } from './going-on.ts'
import { identitiesOf } from './identity.ts'
import { judge, type Mixture } from './mixture.ts'
import { emptyPart, type FiledText, type LanguageThemes } from './model.ts'
import { examplesOf, namingWords } from './naming.ts'
import { readWords, type WordedTexts } from './words.ts'

export type LanguageOptions = {
  language: string
  segment: Segmenter
  /** How many; as many as there are when not given. */
  count: number | undefined
  /** Themes that go on, as long as there are not twice as many texts as they were found in. */
  earlier: LanguageThemes | undefined
  /** False: the earlier themes are not gone on from; those found anew that share their texts keep their identity. */
  goesOn: boolean
  /** Which of the earlier themes may be kept here. */
  keeps: (id: number) => boolean
  nextId: number
  seed: number
  /** Told how much of the work is done, 0…1. */
  progress: (done: number) => void
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
 * Finds the themes of texts of one language. Takes time linear in the texts.
 *
 * @returns  the themes, how each text is filed, in order, and the first number that was never given
 */
export function fitLanguage(
  texts: readonly string[],
  { language, segment, count, earlier, goesOn, keeps, nextId, seed, progress }: LanguageOptions,
): { part: LanguageThemes; filed: FiledText[]; nextId: number } {
  const worded = readWords(texts, segment, (done) => progress(WORDS_READ * done))
  const holding = texts.filter((_, i) => worded.starts[i + 1]! > worded.starts[i]!).length
  if (holding === 0)
    return { part: emptyPart(language), filed: texts.map(() => ({ theme: null, nearest: 0, confidence: 0 })), nextId }
  const wanted = wantedOf(holding, count)
  const fresh = discover(worded, wanted, seed, (done) => progress(WORDS_READ + (DISCOVERED - WORDS_READ) * done))
  const before = earlier && placedEarlier(worded, earlier)
  const grown = earlier !== undefined && (holding >= GROWN * earlier.foundIn || earlier.themes.length > mostOf(wanted))
  const continues = earlier !== undefined && goesOn && !grown
  const mixture = peopled(worded, continues ? continued(worded, before!, earlier.themes.length, fresh, wanted) : fresh)
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
  const known = before?.map(({ column, clear }) => {
    const id = clear ? earlier!.themes[column]!.id : null
    return id !== null && keeps(id) ? id : null
  })
  const identities = identitiesOf(seen, mixture.count, nextId, known)
  const themes = identities.ids.map((id, column) => ({
    id,
    words: names[column]!,
    examples: examples[column]!,
    texts: labels.reduce((sum, label) => sum + (label === column ? 1 : 0), 0),
  }))
  return {
    part: { language, words: worded.words, mixture, themes, foundIn: continues ? earlier.foundIn : holding },
    filed: judged.map((one) => filedAs(one, themes)),
    nextId: identities.nextId,
  }
}

/** What is said of a text that was judged. */
export const filedAs = ({ column, confidence, clear }: Judged, themes: LanguageThemes['themes']): FiledText => {
  const nearest = themes[column]!.id
  return { theme: clear ? nearest : null, nearest, confidence }
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
