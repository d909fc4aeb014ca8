import { everyGram } from '../classifier/grams.ts'
import { fitMargin } from '../classifier/margin.ts'
import { Places, type Vector } from '../classifier/vectors.ts'
import { byteOf, CELL_BITS, distanceOf, KEY_BITS, keyOf, type PolarityModel } from './polarity.ts'
import { evidenceOf, signalsOf } from './rules.ts'

/** A text in the form of `normalise` with its label: good news or bad. `domain` is what it is about or where it comes from. */
export type JudgedText = { text: string; positive: boolean; domain: string }

export type PolarityOptions = {
  /** A gram must be in so many texts. */
  minTexts: number
  /** Grams kept, those of most weight. */
  grams: number
  cost: number
  epochs: number
  seed: number
}

export const POLARITY_OPTIONS: PolarityOptions = { minTexts: 3, grams: 300_000, cost: 0.3, epochs: 6, seed: 7 }

/** How telling a gram is at least, beside the log ratio of its shares in good and bad texts. */
const LEAST_TELLING = 0.5

const LEFT_OUT = 5
const NEWTON_ROUNDS = 12
const RIDGE = 1e-6

/**
 * Learns to tell good news from bad: how grams weigh, and how their sum and the hand-checked words together make
 * log-odds. The latter on every fifth text, which the weights of a first fit have not seen; learned on domains that they
 * have not seen it is no better there and worse elsewhere.
 */
export function fitPolarity(
  documents: readonly JudgedText[],
  options: PolarityOptions = POLARITY_OPTIONS,
): PolarityModel {
  const isLeftOut = (_: JudgedText, i: number) => i % LEFT_OUT === 0
  const first = fitGrams(
    documents.filter((one, i) => !isLeftOut(one, i)),
    options,
  )
  const odds = fitOdds(documents.filter(isLeftOut).map((one) => placeOf(first, one)))
  return { ...fitGrams(documents, options), odds }
}

export type Placed = { distance: number; balance: number; positive: boolean; domain: string }

export function placeOf(model: PolarityModel, { text, positive, domain }: JudgedText): Placed {
  const [balance = 0] = signalsOf(text, evidenceOf(text))
  return { distance: distanceOf(model, text).distance, balance, positive, domain }
}

/** A logistic regression by Newton's method; domains count by the root of their size. */
export function fitOdds(placed: readonly Placed[]): PolarityModel['odds'] {
  const sizes = new Map<string, number>()
  for (const { domain } of placed) sizes.set(domain, (sizes.get(domain) ?? 0) + 1)
  const at = [0, 1, 0]
  for (let round = 0; round < NEWTON_ROUNDS; round++) {
    const slope = [0, 0, 0]
    const bend = [
      [RIDGE, 0, 0],
      [0, RIDGE, 0],
      [0, 0, RIDGE],
    ]
    for (const { distance, balance, positive, domain } of placed) {
      const parts = [1, distance, balance]
      const chance = 1 / (1 + Math.exp(-parts.reduce((sum, part, i) => sum + part * at[i]!, 0)))
      const weight = 1 / Math.sqrt(sizes.get(domain)!)
      for (let i = 0; i < 3; i++) {
        slope[i]! += weight * (Number(positive) - chance) * parts[i]!
        for (let j = 0; j < 3; j++) bend[i]![j]! += weight * chance * (1 - chance) * parts[i]! * parts[j]!
      }
    }
    for (const [i, move] of solve(bend, slope).entries()) at[i]! += move
  }
  return { bias: at[0]!, distance: at[1]!, balance: at[2]! }
}

/** Gauss's elimination; `matrix` is positive definite, so no pivot is 0. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length
  for (let i = 0; i < size; i++) {
    for (let row = 0; row < size; row++) {
      if (row === i) continue
      const factor = matrix[row]![i]! / matrix[i]![i]!
      for (let k = i; k < size; k++) matrix[row]![k]! -= factor * matrix[i]![k]!
      right[row]! -= factor * right[i]!
    }
  }
  return right.map((value, i) => value / matrix[i]![i]!)
}

/**
 * A linear support vector machine whose grams count by how telling they are by themselves. Long texts count as much as
 * short ones: the weights are summed over the root of the number of grams.
 *
 * @source naive Bayes features for an SVM: Wang & Manning 2012, ACL: Baselines and Bigrams
 */
export function fitGrams(documents: readonly JudgedText[], options: PolarityOptions): PolarityModel {
  const { keys, rows } = gramsIn(documents, options.minTexts)
  const telling = tellingOf(documents, rows, keys.length)
  const scale = typicalScale(rows, telling)
  const vectors = rows.map((places): Vector => {
    const each = scale / Math.sqrt(Math.max(places.length, 1))
    return { places, values: Float32Array.from(places, (place) => telling[place]! * each) }
  })
  const sides = Int8Array.from(documents, ({ positive }) => (positive ? 1 : -1))
  const { weights, bias } = fitMargin(vectors, sides, keys.length, options)
  for (let place = 0; place < weights.length; place++) weights[place]! *= telling[place]! * scale
  const kept = heaviest(weights, options.grams)
  // Only kept grams are counted when a text is judged: fewer, so each weighs less.
  const shrink = Math.sqrt(median(rows.map((places) => shareKept(places, kept))))
  return { ...tableOf(keys, weights, kept, shrink), bias, odds: { bias: 0, distance: 1, balance: 0 } }
}

/** The distinct grams of each text that enough texts share, as places in `keys`. */
function gramsIn(documents: readonly JudgedText[], minTexts: number): { keys: Uint32Array; rows: Int32Array[] } {
  const keys = keysIn(documents, minTexts)
  const places = new Places(keys)
  const seen = new Int32Array(keys.length).fill(-1)
  const rows = documents.map(({ text }, i) => {
    const row: number[] = []
    everyGram(text, (hash) => {
      const place = places.of(keyOf(hash))
      if (place < 0 || seen[place] === i) return
      seen[place] = i
      row.push(place)
    })
    return Int32Array.from(row)
  })
  return { keys, rows }
}

/** The keys that enough texts have, ascending. */
function keysIn(documents: readonly JudgedText[], minTexts: number): Uint32Array {
  const counts = new Uint8Array(2 ** KEY_BITS)
  const seen = new Set<number>()
  for (const { text } of documents) {
    seen.clear()
    everyGram(text, (hash) => seen.add(keyOf(hash)))
    for (const key of seen) if (counts[key]! < minTexts) counts[key]!++
  }
  const keys: number[] = []
  for (let key = 0; key < counts.length; key++) if (counts[key]! >= minTexts) keys.push(key)
  return Uint32Array.from(keys)
}

function tellingOf(documents: readonly JudgedText[], rows: readonly Int32Array[], size: number): Float32Array {
  const good = new Float64Array(size).fill(1)
  const bad = new Float64Array(size).fill(1)
  for (const [i, places] of rows.entries()) {
    const counts = documents[i]!.positive ? good : bad
    for (const place of places) counts[place]!++
  }
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0)
  const offset = Math.log(sum(good) / sum(bad))
  return Float32Array.from({ length: size }, (_, i) => LEAST_TELLING + Math.abs(Math.log(good[i]! / bad[i]!) - offset))
}

/** Brings texts to about length one. */
function typicalScale(rows: readonly Int32Array[], telling: Float32Array): number {
  const spans = rows.map((places) => {
    let squares = 0
    for (const place of places) squares += telling[place]! ** 2
    return Math.sqrt(squares / Math.max(places.length, 1))
  })
  return 1 / (median(spans) || 1)
}

function median(numbers: readonly number[]): number {
  const ordered = Float64Array.from(numbers).sort()
  return ordered[ordered.length >> 1] ?? 0
}

function heaviest(weights: Float32Array, most: number): Uint8Array {
  const sizes = weights.map(Math.abs).sort()
  const least = Math.max(sizes[Math.max(sizes.length - most, 0)] ?? 0, Number.MIN_VALUE)
  return Uint8Array.from(weights, (weight) => Number(Math.abs(weight) >= least))
}

const shareKept = (places: Int32Array, kept: Uint8Array): number =>
  places.length === 0 ? 0 : places.reduce((sum, place) => sum + kept[place]!, 0) / places.length

/** Puts the kept grams into cells, the heaviest first: each has two cells to choose from; one that finds both taken is lost. */
function tableOf(keys: Uint32Array, weights: Float32Array, kept: Uint8Array, shrink: number) {
  const order = Array.from(kept.keys()).filter((place) => kept[place] === 1)
  order.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b)
  const unit = Math.abs(weights[order[0] ?? 0] ?? 0)
  const cells = new Uint16Array(2 ** CELL_BITS)
  for (const place of order) {
    const byte = byteOf(weights[place]! / (unit || 1))
    if (byte === 128) continue
    const key = keys[place]!
    const home = key >>> 8
    const at = cells[home] === 0 ? home : cells[home ^ 1] === 0 ? home ^ 1 : -1
    if (at >= 0) cells[at] = ((key & 255) << 8) | byte
  }
  return { unit: unit * shrink, pairs: new Uint32Array(cells.buffer) }
}
