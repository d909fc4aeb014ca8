import { everyGram } from '../classifier/grams.ts'

/** Units of a normalised text that are learned from and judged by. */
export const LONGEST_LEARNED = 1_000

const SLOTS = 1 << 16
const hashes = new Uint32Array(SLOTS)
const met = new Uint32Array(SLOTS)
let call = 0

/**
 * Visits the grams of a normalised text, each once but for rare ones that share a slot, and gives how many there were.
 * The same for the same text, whatever was read before.
 */
export function everyFeature(text: string, visit: (hash: number) => void): number {
  call = (call + 1) >>> 0
  let count = 0
  everyGram(text.slice(0, LONGEST_LEARNED), (hash) => {
    const slot = Math.imul(hash, 0x85ebca6b) >>> 16
    if (met[slot] === call && hashes[slot] === hash) return
    met[slot] = call
    hashes[slot] = hash
    count++
    visit(hash)
  })
  return count
}
