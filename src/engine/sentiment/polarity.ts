import { gramsIn } from '../classifier/grams.ts'
import { forgetCells, isFirstMet } from '../classifier/once.ts'

/**
 * A trained judge of good against bad news, as it stands in a file: a head of numbers and a table of grams. Each cell of the
 * table holds 8 bits of a gram's key and its weight in 8 bits, the root of its size, so that small weights stay apart.
 */
export type PolarityModel = {
  bias: number
  /** Size of the largest weight. */
  unit: number
  /** Makes log-odds of a distance and of the balance of hand-checked words, which knows trades that no training text was of. */
  odds: { bias: number; distance: number; balance: number }
  /** Cells two by two, the lower one in the lower half: a gram has a pair to choose from. */
  pairs: Uint32Array
}

export const CELL_BITS = 19
export const KEY_BITS = CELL_BITS + 8
const MAGIC = 0x50585648
const FORMAT = 1
/** Bytes before the table: two whole numbers, then floats of 32 bits. All is little-endian, as are the machines Node runs on. */
const HEAD = 64

/** A gram's name in the table: cell in the upper bits, then the part that is compared. */
export const keyOf = (hash: number): number => Math.imul(hash, 0x85ebca6b) >>> (32 - KEY_BITS)

/** What a byte of the table weighs, −1…1; 128 is nothing. */
const SIZES = Float32Array.from({ length: 256 }, (_, byte) => Math.sign(byte - 128) * ((byte - 128) / 127) ** 2)

export const byteOf = (share: number): number => 128 + Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * 127)

export function packPolarityModel({ bias, unit, odds, pairs }: PolarityModel): Uint8Array {
  const bytes = new Uint8Array(HEAD + pairs.byteLength)
  const head = new DataView(bytes.buffer)
  head.setUint32(0, MAGIC, true)
  head.setUint32(4, FORMAT, true)
  const numbers = [bias, unit, odds.bias, odds.distance, odds.balance]
  for (const [i, number] of numbers.entries()) head.setFloat32(8 + i * 4, number, true)
  bytes.set(new Uint8Array(pairs.buffer, pairs.byteOffset, pairs.byteLength), HEAD)
  return bytes
}

/** @throws Error that names what is wrong when the bytes are no such model */
export function unpackPolarityModel(bytes: Uint8Array): PolarityModel {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength !== HEAD + 2 * 2 ** CELL_BITS || head.getUint32(0, true) !== MAGIC)
    throw new Error(`These ${bytes.byteLength} bytes are no model of good and bad news; npm run train makes one.`)
  if (head.getUint32(4, true) !== FORMAT)
    throw new Error('The model of good and bad news was made for another version; npm run train makes one for this.')
  const number = (i: number) => head.getFloat32(8 + i * 4, true)
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return {
    bias: number(0),
    unit: number(1),
    odds: { bias: number(2), distance: number(3), balance: number(4) },
    pairs: new Uint32Array(aligned.buffer, aligned.byteOffset + HEAD, 2 ** (CELL_BITS - 1)),
  }
}

/** What a text's grams weigh together, positive for good news, and how many distinct ones were known. */
export type Distance = { distance: number; grams: number }

let found = new Uint32Array(4096)

/** Where a text in the form of `normalise` stands between bad and good; linear in the text. */
export function distanceOf({ pairs, unit, bias }: PolarityModel, text: string): Distance {
  const hashes = gramsIn(text)
  forgetCells(hashes.length)
  if (found.length < hashes.length) found = new Uint32Array(hashes.length * 2)
  // All are fetched before any is looked at: the table is larger than the processor's cache, and fetching overlaps.
  for (let i = 0; i < hashes.length; i++) found[i] = pairs[keyOf(hashes[i]!) >>> 9]!
  let sum = 0
  let grams = 0
  for (let i = 0; i < hashes.length; i++) {
    const key = keyOf(hashes[i]!)
    const at = cellOf(found[i]!, key)
    if (at < 0 || !isFirstMet(at)) continue
    sum += SIZES[(at & 1 ? found[i]! >>> 16 : found[i]!) & 255]!
    grams++
  }
  return { distance: grams === 0 ? 0 : (sum * unit) / Math.sqrt(grams) + bias, grams }
}

/** Which cell of its pair holds a gram, the one of its own first; −1 where none does. */
function cellOf(pair: number, key: number): number {
  const home = key >>> 8
  const own = home & 1 ? pair >>> 16 : pair & 0xffff
  if (own >>> 8 === (key & 255) && own !== 0) return home
  const other = home & 1 ? pair & 0xffff : pair >>> 16
  return other >>> 8 === (key & 255) && other !== 0 ? home ^ 1 : -1
}

/** The log-odds that a text is good news, of where it stands and the balance of its hand-checked words. */
export const logOddsOf = ({ odds }: PolarityModel, distance: number, balance: number): number =>
  odds.bias + odds.distance * distance + odds.balance * balance
