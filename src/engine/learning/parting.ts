import { fitClassifier, type LabelledText, readerOf } from '../classifier/classifier.ts'
import type { Segmenter } from '../keywords/segmenter.ts'
import { normalise } from '../language/normalise.ts'
import { findPhrases, phrasesOf } from '../language/phrases.ts'
import { directionOf, type MeaningModel } from '../similarity/meaning.ts'
import { type Grouped, groupsOf } from './grouping.ts'
import { namesOf } from './part-names.ts'

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

/** Of fewer texts nothing can be parted; of fewer in one part it is none. */
const LEAST_TEXTS = 6
const LEAST_IN_PART = 2

/** Why texts are not parted: there are too few of them, or nothing sets two groups apart. */
export type Unparted = 'too-few' | 'alike'

export type PartedInto = {
  /** Words that set each part apart, and a sentence that stands for it; none when the texts are not parted. */
  parts: { words: string[]; example: string }[]
  parted: Parted[]
  why: Unparted | null
}

/** A text belongs to a part when it is so much nearer to its middle than to the next one. */
const LEAD = 0.05
/** So many groups more than parts are asked for are looked among. */
const MORE_GROUPS = 3
/** Texts that are looked at for an example. */
const LOOKED_AT = 30
/** A sentence so long says many things. */
const LONGEST_EXAMPLE = 120
const SENTENCE_END = /(?<=[。!?！？\n])|(?<=\.)\s/u

/** Parts texts by what they are about into as many groups as are asked for, or as there are; never into one alone. */
export function partInto(
  texts: readonly string[],
  count: number,
  { segment, meanings }: { segment: Segmenter; meanings: MeaningModel },
): PartedInto {
  if (texts.length < LEAST_TEXTS) return unparted(texts, 'too-few')
  const directions = texts.map((text) => directionOf(text, meanings, segment))
  // Two groups may be one matter and all the rest, which no word names: among more of them two matters stand out.
  for (let groups = count; groups <= count + MORE_GROUPS; groups++) {
    const found = partedBy(texts, groupsOf(directions, groups), groups, segment)
    if (found.length >= 2) return placed(texts, found.slice(0, count))
  }
  return unparted(texts, 'alike')
}

/** A group that words name, with the texts that belong to it clearly. */
type Named = { words: string[]; example: string; leads: ReadonlyMap<number, number> }

/** The groups that some words name and a few texts belong to, the largest first. */
function partedBy(texts: readonly string[], groups: readonly Grouped[], count: number, segment: Segmenter): Named[] {
  const labels = groups.map((one) => (one === null || one.lead < LEAD ? null : one.group))
  return namesOf(texts, labels, count, segment)
    .map((words, at) => ({
      words,
      example: exampleOf(texts, groups, at, words),
      leads: new Map(labels.flatMap((label, i) => (label === at ? [[i, groups[i]!.lead] as const] : []))),
    }))
    .filter(({ words, leads }) => words.length > 0 && leads.size >= LEAST_IN_PART)
    .sort((a, b) => b.leads.size - a.leads.size)
}

function placed(texts: readonly string[], parts: readonly Named[]): PartedInto {
  return {
    parts: parts.map(({ words, example }) => ({ words, example })),
    parted: texts.map((_, i) => {
      const part = parts.findIndex(({ leads }) => leads.has(i))
      return part < 0 ? { part: null, confidence: 0 } : { part, confidence: parts[part]!.leads.get(i)! }
    }),
    why: null,
  }
}

const unparted = (texts: readonly string[], why: Unparted): PartedInto => ({
  parts: [],
  parted: texts.map(() => ({ part: null, confidence: 0 })),
  why,
})

/** Of the texts that lie farthest within a part, the sentence that holds most of its words. */
function exampleOf(texts: readonly string[], groups: readonly Grouped[], at: number, words: readonly string[]): string {
  const own = [...texts.keys()]
    .filter((i) => groups[i]?.group === at)
    .sort((a, b) => groups[b]!.lead - groups[a]!.lead)
    .slice(0, LOOKED_AT)
  const sentences = own.flatMap((i) => texts[i]!.split(SENTENCE_END).map((piece) => piece.trim()))
  const said = (sentence: string) => words.filter((word) => sentence.includes(word)).length
  return sentences
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST_EXAMPLE)
    .reduce((best, sentence) => (said(sentence) > said(best) ? sentence : best), '')
}
