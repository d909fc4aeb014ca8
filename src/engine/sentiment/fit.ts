import { normalise } from '../language/normalise.ts'
import { phrasesOf } from '../language/phrases.ts'
import { isHan, isWordUnit } from '../language/script.ts'
import { chance, shuffle } from '../statistics/chance.ts'
import { type LexiconData, phraseScale, speakingPhrases, WEIGHT_UNIT } from './model.ts'
import { evidenceOf, SIGNALS, signalsOf } from './rules.ts'

/**
 * A text with its label: good or bad news for a polarity lexicon, judges or only states for an opinion lexicon.
 * `source` names the collection, so that a large one does not drown the others.
 */
export type LabelledText = { text: string; positive: boolean; source: string }

export type FitOptions = {
  version: string
  /** Phrases taken from each source, the most telling first. */
  phrasesPerSource: Readonly<Record<string, number>>
  /** A phrase must be in so many texts of a source. */
  minTexts: number
  /** Pull of every phrase weight to zero. */
  shrink: number
  /** What the weights of the hand-checked signals are pulled to. */
  signalPrior: readonly number[]
  epochs: number
  seed: number
}

const LONGEST_GRAM = 4

/** Character 1–4-grams of Han, and words and pairs of words of latin text, each once. */
export function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  let word = ''
  let lastWord = ''
  for (let i = 0; i <= text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isWordUnit(unit) || (unit === 0x27 && word !== '')) {
      word += text[i]
      continue
    }
    if (word !== '') {
      grams.add(word)
      if (lastWord !== '') grams.add(`${lastWord} ${word}`)
      lastWord = unit === 0x20 ? word : ''
      word = ''
    }
    if (unit !== 0x20) lastWord = ''
    for (let n = 1; n <= LONGEST_GRAM && i + n <= text.length && isHan(text.charCodeAt(i + n - 1)); n++)
      grams.add(text.slice(i, i + n))
  }
  return grams
}

type Counted = { good: number; bad: number }

/** The phrases of one source that tell good from bad best: z of the log odds with a light prior. */
function tellingPhrases(
  texts: readonly { grams: Set<string>; positive: boolean }[],
  most: number,
  minTexts: number,
): string[] {
  const counts = new Map<string, Counted>()
  let goods = 0
  for (const { grams, positive } of texts) {
    if (positive) goods++
    for (const gram of grams) {
      const seen = counts.get(gram) ?? { good: 0, bad: 0 }
      if (positive) seen.good++
      else seen.bad++
      counts.set(gram, seen)
    }
  }
  const bads = texts.length - goods
  const scored: [string, number][] = []
  for (const [gram, { good, bad }] of counts) {
    if (good + bad < minTexts) continue
    const odds = Math.log((good + 0.5) / (goods - good + 0.5)) - Math.log((bad + 0.5) / (bads - bad + 0.5))
    scored.push([gram, Math.abs(odds) / Math.sqrt(1 / (good + 0.5) + 1 / (bad + 0.5))])
  }
  return scored
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([gram]) => gram)
}

type Row = { found: readonly number[]; signals: number[]; positive: boolean; weight: number }

/**
 * Learns the weights of a lexicon: a logistic regression over telling phrases and the signals of the hand-checked
 * words, where the latter are pulled to a prior so that they still judge where no phrase is known.
 *
 * @returns plain data for `loadLexicon`; the same documents, options and seed give the same data
 */
export function fitLexicon(documents: readonly LabelledText[], options: FitOptions): LexiconData {
  const texts = documents.map((one) => ({ ...one, text: normalise(one.text).text }))
  const phrases = choosePhrases(texts, options)
  const index = phrasesOf(phrases.map((phrase, i) => [phrase, i] as const))
  const weightOf = weightsBySource(texts)
  const rows = texts.map(({ text, positive, source }): Row => {
    const found: number[] = []
    const evidence = evidenceOf(text)
    speakingPhrases(index, text, evidence.turned, (i) => found.push(i))
    return { found, signals: signalsOf(text, evidence), positive, weight: weightOf(source) }
  })
  const { weights, signals, bias } = descend(rows, phrases.length, options)
  return {
    version: options.version,
    bias: round(bias),
    signals: signals.map(round),
    phrases: grouped(phrases, weights),
  }
}

const round = (x: number): number => Math.round(x * 100) / 100

/** Sources weigh by the root of their size. */
function weightsBySource(texts: readonly { source: string }[]): (source: string) => number {
  const counts = new Map<string, number>()
  for (const { source } of texts) counts.set(source, (counts.get(source) ?? 0) + 1)
  return (source) => Math.sqrt(texts.length / counts.size / (counts.get(source) ?? 1))
}

function choosePhrases(texts: readonly LabelledText[], { phrasesPerSource, minTexts }: FitOptions): string[] {
  const chosen = new Set<string>()
  for (const [source, most] of Object.entries(phrasesPerSource)) {
    const own = texts
      .filter((one) => one.source === source)
      .map(({ text, positive }) => ({ grams: gramsOf(text), positive }))
    for (const phrase of tellingPhrases(own, most, minTexts)) chosen.add(phrase)
  }
  return [...chosen]
}

const PHRASE_RATE = 0.3
const SIGNAL_RATE = 0.05
const BIAS_RATE = 0.002
const SIGNAL_PULL = 1e-3

/** AdaGrad on the logistic loss. */
function descend(rows: readonly Row[], size: number, { shrink, signalPrior, epochs, seed }: FitOptions) {
  const weights = new Float64Array(size)
  const speed = new Float64Array(size).fill(1e-2)
  const signals = SIGNALS.map((_, i) => signalPrior[i] ?? 0)
  const signalSpeed = signals.map(() => 1)
  let bias = 0
  const step = (row: Row) => {
    const scale = phraseScale(row.found.length)
    let logit = bias
    for (const i of row.found) logit += weights[i]! * scale
    for (let i = 0; i < signals.length; i++) logit += row.signals[i]! * signals[i]!
    const error = ((row.positive ? 1 : 0) - 1 / (1 + Math.exp(-logit))) * row.weight
    for (const i of row.found) {
      const slope = error * scale - shrink * weights[i]!
      speed[i]! += slope * slope
      weights[i]! += (PHRASE_RATE * slope) / Math.sqrt(speed[i]!)
    }
    for (let i = 0; i < signals.length; i++) {
      const slope = error * row.signals[i]! - SIGNAL_PULL * (signals[i]! - (signalPrior[i] ?? 0))
      signalSpeed[i]! += slope * slope
      signals[i]! += (SIGNAL_RATE * slope) / Math.sqrt(signalSpeed[i]!)
    }
    bias += BIAS_RATE * error
  }
  const next = chance(seed)
  const order = rows.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, next)
    for (const at of order) step(rows[at]!)
  }
  return { weights, signals, bias }
}

function grouped(phrases: readonly string[], weights: Float64Array): Record<string, string> {
  const groups = new Map<number, string[]>()
  phrases.forEach((phrase, i) => {
    const weight = Math.round(weights[i]! * WEIGHT_UNIT)
    if (weight === 0) return
    groups.set(weight, [...(groups.get(weight) ?? []), phrase.replaceAll(' ', '_')])
  })
  const ordered = [...groups].sort((a, b) => a[0] - b[0])
  return Object.fromEntries(ordered.map(([weight, words]) => [String(weight), words.sort().join(' ')]))
}
