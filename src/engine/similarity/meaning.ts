/**
 * What a text is about as a direction: texts that say the same with other words point the same way. Words have been
 * given directions by the company that they keep; a text has that of its words, the telling ones more, less what all
 * texts share. Beside it a *cell*: directions are parted into a few hundred, so that texts near each other are found
 * without looking at all.
 */
import type { Segmenter } from '../keywords/segmenter.ts'
import { isHan } from '../language/script.ts'
import { wordsOf } from '../themes/words.ts'

/** The directions of words, rows of `width`; `weights` 0…255 say how telling each is; `cells` are rows as well. */
export type MeaningModel = {
  width: number
  words: ReadonlyMap<string, number>
  weights: Uint8Array
  vectors: Int8Array
  common: Float32Array
  cells: Int8Array
  /** How telling a character is, by its code: −ln of the share of texts that hold it. */
  characters: ReadonlyMap<number, number>
}

/** A direction in whole numbers −127…127, as it is stored. */
export type Meaning = Int8Array

/** Of a direction of length one; hardly any component is over 0.6, and what is larger is cut. */
export const UNIT = 200

export const quantised = (x: number): number => Math.max(-127, Math.min(127, Math.round(x * UNIT)))

/** Where a text points, of length one; null when the model knows none of its words. */
export function directionOf(text: string, model: MeaningModel, segment: Segmenter): Float64Array | null {
  const { width, words, weights, vectors, common } = model
  const sum = new Float64Array(width)
  let known = 0
  for (const word of new Set(wordsOf(text, segment))) {
    const at = words.get(word)
    if (at === undefined || weights[at] === 0) continue
    known++
    const weight = weights[at]!
    for (let k = 0; k < width; k++) sum[k]! += weight * vectors[at * width + k]!
  }
  if (known === 0 || !toLengthOne(sum)) return null
  let shared = 0
  for (let k = 0; k < width; k++) shared += sum[k]! * common[k]!
  for (let k = 0; k < width; k++) sum[k]! -= shared * common[k]!
  return toLengthOne(sum) ? sum : null
}

function toLengthOne(vector: Float64Array): boolean {
  let square = 0
  for (const x of vector) square += x * x
  if (square < 1e-12) return false
  const scale = 1 / Math.sqrt(square)
  for (let k = 0; k < vector.length; k++) vector[k]! *= scale
  return true
}

/** The direction as it is stored, and the cell that it lies in; null when there is none. */
export function meaningOf(
  text: string,
  model: MeaningModel,
  segment: Segmenter,
): { meaning: Meaning; cell: number } | null {
  const direction = directionOf(text, model, segment)
  if (direction === null) return null
  const meaning = Int8Array.from(direction, quantised)
  const near = nearnessToCells(meaning, model)
  return { meaning, cell: near.reduce((best, nearness, cell) => (nearness > near[best]! ? cell : best), 0) }
}

function nearnessToCells(meaning: Meaning, { width, cells }: MeaningModel): Int32Array {
  const near = new Int32Array(cells.length / width)
  for (let cell = 0; cell < near.length; cell++) {
    let nearness = 0
    for (let k = 0, at = cell * width; k < width; k++, at++) nearness += meaning[k]! * cells[at]!
    near[cell] = nearness
  }
  return near
}

/** The cells that a direction is nearest to, the nearest first. */
export function nearestCells(meaning: Meaning, model: MeaningModel, count: number): number[] {
  const near = nearnessToCells(meaning, model)
  return Array.from(near.keys())
    .sort((a, b) => near[b]! - near[a]! || a - b)
    .slice(0, count)
}

/** The cosine of two stored directions, −1…1; 0 when one is of nothing, or they are of two models. */
export function nearnessOf(a: Meaning, b: Meaning): number {
  if (a.length !== b.length) return 0
  let [product, ofA, ofB] = [0, 0, 0]
  for (let k = 0; k < a.length; k++) {
    product += a[k]! * b[k]!
    ofA += a[k]! * a[k]!
    ofB += b[k]! * b[k]!
  }
  return ofA === 0 || ofB === 0 ? 0 : product / Math.sqrt(ofA * ofB)
}

/** `nearnessOf` to each of many directions of the same width, which stand one after the other. */
export function nearnessToMany(meaning: Meaning, many: Int8Array): Float64Array {
  const width = meaning.length
  const own = meaning.reduce((sum, x) => sum + x * x, 0)
  const near = new Float64Array(width === 0 ? 0 : many.length / width)
  for (let i = 0, at = 0; i < near.length; i++) {
    let [product, other] = [0, 0]
    for (let k = 0; k < width; k++, at++) {
      product += meaning[k]! * many[at]!
      other += many[at]! * many[at]!
    }
    near[i] = own === 0 || other === 0 ? 0 : product / Math.sqrt(own * other)
  }
  return near
}

/** Whether a word is one that the model knows, or is made of such: 修好了 is, of a name like 何静雯 a part is not. */
export function isKnownTo({ words }: MeaningModel, word: string): boolean {
  if (words.has(word) || !isHan(word.charCodeAt(0))) return words.has(word)
  const reached = new Uint8Array(word.length + 1)
  reached[0] = 1
  for (let from = 0; from < word.length; from++)
    for (let to = from + 1; reached[from] === 1 && to <= word.length; to++)
      if (words.has(word.slice(from, to))) reached[to] = 1
  return reached[word.length] === 1
}
