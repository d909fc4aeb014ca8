import { fitClassifier, type LabelledText, readerOf } from '../classifier/classifier.ts'
import type { Segmenter } from '../keywords/segmenter.ts'
import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { fitThemes } from '../themes/themes.ts'

/** A part that somebody has in mind: what it is called and means, and words that speak of it. */
export type Part = { about: string; words: readonly string[] }

/** The part each text seems to belong to, by its place; null where nothing speaks for any. `confidence` 0…1. */
export type Parted = { part: number | null; confidence: number }

/** A text goes to a part when it is at least so likely. */
const LIKELY = 0.55
/** Fewer texts than this for a part teach nothing beyond its own words. */
const FEW = 3
const COST = 1
/** What a text is sure of whose words name one part only. */
const NAMED = 0.9

/** The words that name one part and no other, by text: its part, or null where none or several are named. */
function namedIn(texts: readonly string[], parts: readonly Part[]): (number | null)[] {
  const phrases = phrasesOf(parts.flatMap(({ words }, part) => words.map((word) => [word, part] as const)))
  return texts.map((text) => {
    const named = new Set(findPhrases(phrases, normalise(text).text).map(({ value }) => value))
    return named.size === 1 ? [...named][0]! : null
  })
}

/**
 * Parts texts by what somebody has in mind: those whose words name one part are filed there and teach, together with what
 * the parts are said to be about, where the others go.
 *
 * @param parts  at least two
 */
export function partBy(texts: readonly string[], parts: readonly Part[]): Parted[] {
  const named = namedIn(texts, parts)
  const documents: LabelledText[] = texts.flatMap((text, i) => {
    const part = named[i]
    return part === null || part === undefined ? [] : [{ text, labels: [String(part)] }]
  })
  const taught = parts.filter((_, part) => named.filter((one) => one === part).length >= FEW).length
  const filed = named.map((part): Parted => ({ part, confidence: part === null ? 0 : NAMED }))
  if (taught < parts.length) return filed
  const about = parts.map(({ about: text, words }, part) => ({
    text: `${text} ${words.join(' ')}`,
    labels: [String(part)],
  }))
  const read = readerOf(fitClassifier([...documents, ...about], { cost: COST }).classifier)
  return filed.map((one, i) => {
    if (one.part !== null) return one
    const { labels, confidence } = read(texts[i]!)
    return confidence < LIKELY ? { part: null, confidence } : { part: Number(labels[0]), confidence }
  })
}

/** Parts texts into as many groups as are asked for, each named by the words that set it apart; fewer where there are fewer. */
export function partInto(
  texts: readonly string[],
  count: number,
  segment: Segmenter,
): { words: string[][]; parted: Parted[] } {
  const { model, filed } = fitThemes(texts, { segment, count })
  const place = new Map(model.themes.map(({ id }, at) => [id, at]))
  return {
    words: model.themes.map(({ words }) => words.map(({ word }) => word)),
    parted: filed.map(({ theme, confidence }) => ({
      part: theme === null ? null : (place.get(theme) ?? null),
      confidence,
    })),
  }
}
