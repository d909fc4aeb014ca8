import type { MeaningModel } from './meaning.ts'

/** "HXM1" */
const MARK = 0x48584d31
const HEAD = 6 * 4
const CHARACTER_UNIT = 16

/**
 * The model as bytes: mark, width, words, cells, characters, units of all words; the common direction; weights,
 * directions of words and cells; characters with their weight; the words, parted by a line's end, in UTF-16.
 */
export function packMeaning(model: MeaningModel): Uint8Array {
  const { width, words, weights, vectors, common, cells, characters } = model
  const spelled = [...words.keys()].join('\n')
  const size =
    HEAD + width * 4 + weights.length + vectors.length + cells.length + characters.size * 3 + spelled.length * 2
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const number of [MARK, width, words.size, cells.length / width, characters.size, spelled.length]) {
    view.setUint32(at, number)
    at += 4
  }
  for (const x of common) {
    view.setFloat32(at, x)
    at += 4
  }
  for (const part of [weights, vectors, cells]) for (const x of part) bytes[at++] = x
  for (const [code, weight] of characters) {
    view.setUint16(at, code)
    bytes[at + 2] = Math.min(255, Math.round(weight * CHARACTER_UNIT))
    at += 3
  }
  for (let i = 0; i < spelled.length; i++, at += 2) view.setUint16(at, spelled.charCodeAt(i))
  return bytes
}

const loaded = new WeakMap<Uint8Array, MeaningModel>()

/** @throws RangeError when the bytes are no model of meanings */
export function loadMeaning(bytes: Uint8Array): MeaningModel {
  const known = loaded.get(bytes)
  if (known !== undefined) return known
  const model = unpack(bytes)
  loaded.set(bytes, model)
  return model
}

function unpack(bytes: Uint8Array): MeaningModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD || view.getUint32(0) !== MARK) throw new RangeError('loadMeaning: not a model of meanings')
  const [width = 0, wordCount = 0, cellCount = 0, characterCount = 0, units = 0] = [4, 8, 12, 16, 20].map((from) =>
    view.getUint32(from),
  )
  const whole = HEAD + width * 4 + wordCount * (1 + width) + cellCount * width + characterCount * 3 + units * 2
  if (whole !== bytes.length) throw new RangeError('loadMeaning: the model is cut short')
  let at = HEAD
  const common = Float32Array.from({ length: width }, (_, k) => view.getFloat32(at + 4 * k))
  at += width * 4
  const take = (count: number): Uint8Array => {
    at += count
    return bytes.slice(at - count, at)
  }
  const weights = take(wordCount)
  const vectors = Int8Array.from(take(wordCount * width))
  const cells = Int8Array.from(take(cellCount * width))
  const characters = new Map<number, number>()
  for (let i = 0; i < characterCount; i++, at += 3)
    characters.set(view.getUint16(at), (bytes[at + 2] ?? 0) / CHARACTER_UNIT)
  let spelled = ''
  for (let i = 0; i < units; i++, at += 2) spelled += String.fromCharCode(view.getUint16(at))
  const words = new Map(wordCount === 0 ? [] : spelled.split('\n').map((word, i) => [word, i] as const))
  return { width, words, weights, vectors, common, cells, characters }
}
