import { everyGram, gramsIn } from './grams.ts'
import { fitMargin } from './margin.ts'
import { forgetCells, isFirstMet } from './once.ts'
import { Places, type Vector } from './vectors.ts'

/**
 * A small linear classifier as it stands in a file: one plane for each label over grams in a table, read once and shared
 * as it is. A cell holds 16 bits of a gram's key and a weight of 8 bits for each label.
 */
export type GramTable = {
  labels: readonly string[]
  biases: readonly number[]
  /** Size of each label's largest weight. */
  units: readonly number[]
  keys: Uint16Array
  /** By cell and label: `weights[cell * labels.length + label]`. */
  weights: Int8Array
}

/** A text in the form of `normalise` with its labels. */
export type TableText = { text: string; labels: readonly string[] }

export type TableOptions = { bits: number; grams: number; minTexts: number; cost: number; epochs: number; seed: number }

const MAGIC = 0x54585648
const HEAD = 12

/** A cell and the part that is compared; 0 marks an empty cell. */
const cellOf = (key: number, bits: number): number => key >>> (32 - bits)
const tagOf = (key: number): number => key & 0xffff || 1
const keyOf = (hash: number): number => Math.imul(hash, 0x85ebca6b) >>> 0

function gramsOf(text: string): Set<number> {
  const grams = new Set<number>()
  everyGram(text, (hash) => grams.add(keyOf(hash)))
  return grams
}

let found = new Uint16Array(4096)

/** How far a text in the form of `normalise` lies on each label's side; linear in the text. */
export function distancesIn({ keys, weights, biases, units }: GramTable, text: string): Float64Array {
  const size = biases.length
  const shift = 32 - Math.log2(keys.length)
  const sums = new Float64Array(size)
  const hashes = gramsIn(text)
  forgetCells(hashes.length)
  if (found.length < hashes.length) found = new Uint16Array(hashes.length * 2)
  // Fetched before any is looked at: the table is larger than the processor's cache, and fetching overlaps.
  for (let i = 0; i < hashes.length; i++) found[i] = keys[keyOf(hashes[i]!) >>> shift]!
  let known = 0
  for (let i = 0; i < hashes.length; i++) {
    const key = keyOf(hashes[i]!)
    const tag = tagOf(key)
    const home = key >>> shift
    const cell = found[i] === tag ? home : home ^ 1
    if (keys[cell] !== tag || !isFirstMet(cell)) continue
    known++
    for (let label = 0, at = cell * size; label < size; label++, at++) sums[label]! += weights[at]!
  }
  const scale = 1 / (127 * Math.sqrt(Math.max(known, 1)))
  return sums.map((sum, label) => sum * units[label]! * scale + biases[label]!)
}

/**
 * Learns one plane for each label over binary grams weighed by how few texts share them, each text of length one.
 *
 * @throws RangeError for fewer than two labels
 */
export function fitTable(documents: readonly TableText[], labels: readonly string[], options: TableOptions): GramTable {
  if (labels.length < 2) throw new RangeError('fitTable: want at least two labels')
  const rows = documents.map(({ text }) => gramsOf(text))
  const counts = new Map<number, number>()
  for (const row of rows) for (const key of row) counts.set(key, (counts.get(key) ?? 0) + 1)
  const keys = Uint32Array.from([...counts].filter(([, n]) => n >= options.minTexts).map(([key]) => key)).sort()
  const places = new Places(keys)
  const tellings = Float64Array.from(keys, (key) => Math.log((1 + rows.length) / (1 + counts.get(key)!)) + 1)
  const typical = medianOf(rows.map((row) => tellingOfRow(row, places, tellings)))
  const vectors = rows.map((row): Vector => {
    const own = [...row].map((key) => places.of(key)).filter((place) => place >= 0)
    const each = 1 / (typical * Math.sqrt(Math.max(own.length, 1)))
    return { places: Int32Array.from(own), values: Float32Array.from(own, (place) => tellings[place]! * each) }
  })
  const planes = labels.map((label) => {
    const isWithin = Int8Array.from(documents, (one) => (one.labels.includes(label) ? 1 : -1))
    const { weights, bias } = fitMargin(vectors, isWithin, keys.length, options)
    return { weights: weights.map((weight, place) => (weight * tellings[place]!) / typical), bias }
  })
  return {
    labels,
    biases: planes.map(({ bias }) => bias),
    ...tableOf(
      keys,
      planes.map(({ weights }) => weights),
      options,
    ),
  }
}

function tellingOfRow(row: ReadonlySet<number>, places: Places, tellings: Float64Array): number {
  let squares = 0
  let known = 0
  for (const key of row) {
    const place = places.of(key)
    if (place < 0) continue
    squares += tellings[place]! ** 2
    known++
  }
  return Math.sqrt(squares / Math.max(known, 1)) || 1
}

const medianOf = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] || 1

/** The heaviest grams into cells: each has two to choose from; one that finds both taken is lost. */
function tableOf(keys: Uint32Array, planes: readonly Float32Array[], { bits, grams }: TableOptions) {
  const heaviest = Float32Array.from(keys, (_, place) =>
    planes.reduce((most, plane) => Math.max(most, Math.abs(plane[place]!)), 0),
  )
  const order = [...keys.keys()].sort((a, b) => heaviest[b]! - heaviest[a]! || a - b).slice(0, grams)
  const units = planes.map((plane) => plane.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0))
  const cells = new Uint16Array(2 ** bits)
  const weights = new Int8Array(cells.length * planes.length)
  for (const place of order) {
    const key = keys[place]!
    const home = cellOf(key, bits)
    const at = cells[home] === 0 ? home : cells[home ^ 1] === 0 ? home ^ 1 : -1
    if (at < 0) continue
    cells[at] = tagOf(key)
    for (const [label, plane] of planes.entries())
      weights[at * planes.length + label] = Math.round((plane[place]! / (units[label]! || 1)) * 127)
  }
  return { units, keys: cells, weights }
}

/** Tells tables for other labels apart. */
function nameOf(labels: readonly string[]): number {
  let hash = labels.length
  for (const unit of labels.join(' ')) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x9e3779b1) ^ (hash >>> 13)
  return hash >>> 0
}

/** Three whole numbers (magic, labels, cells), a bias and a unit for each label, keys, weights; all little-endian. */
export function packTable({ labels, biases, units, keys, weights }: GramTable): Uint8Array {
  const head = HEAD + labels.length * 8
  const bytes = new Uint8Array(head + keys.byteLength + weights.byteLength)
  const view = new DataView(bytes.buffer)
  for (const [i, number] of [MAGIC, nameOf(labels), keys.length].entries()) view.setUint32(i * 4, number, true)
  for (const [i, number] of [...biases, ...units].entries()) view.setFloat32(HEAD + i * 4, number, true)
  bytes.set(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength), head)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength), head + keys.byteLength)
  return bytes
}

/** @throws Error when the bytes are no such table, or one with other labels than `labels` */
export function unpackTable(bytes: Uint8Array, labels: readonly string[]): GramTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < HEAD || view.getUint32(0, true) !== MAGIC)
    throw new Error(`These ${bytes.byteLength} bytes are no table of grams; npm run train makes one.`)
  const cells = view.getUint32(8, true)
  const head = HEAD + labels.length * 8
  if (view.getUint32(4, true) !== nameOf(labels) || bytes.byteLength !== head + cells * (2 + labels.length))
    throw new Error('This table of grams was made for another version; npm run train makes one for this.')
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice()
  const from = aligned.byteOffset + head
  return {
    labels,
    biases: labels.map((_, i) => view.getFloat32(HEAD + i * 4, true)),
    units: labels.map((_, i) => view.getFloat32(HEAD + (labels.length + i) * 4, true)),
    keys: new Uint16Array(aligned.buffer, from, cells),
    weights: new Int8Array(aligned.buffer, from + cells * 2, cells * labels.length),
  }
}
