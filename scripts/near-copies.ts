/**
 * Leaves out of a training set what nearly repeats a text that is held back: else a model would be praised for its
 * memory. Candidates by MinHash, then the engine's own measure of a near-duplicate.
 *
 * @source Broder 1997: On the resemblance and containment of documents
 */
import { essenceOf, jaccard, shinglesOf } from '../src/engine/similarity/jaccard.ts'

const NEAR = 0.6
/** Two texts that share 60 % of their shingles meet in one band with a chance of 98 %. */
const BANDS = 16
const ROWS = 3

/** Those of `texts` that repeat none of `held`. */
export function apartFrom<Text extends { text: string }>(texts: readonly Text[], held: readonly Text[]): Text[] {
  const buckets = new Map<string, number[]>()
  const heldShingles = held.map(({ text }) => shinglesOf(essenceOf(text)))
  heldShingles.forEach((shingles, i) => {
    for (const band of bandsOf(shingles)) {
      const bucket = buckets.get(band)
      if (bucket === undefined) buckets.set(band, [i])
      else bucket.push(i)
    }
  })
  return texts.filter(({ text }) => {
    const shingles = shinglesOf(essenceOf(text))
    const candidates = new Set(bandsOf(shingles).flatMap((band) => buckets.get(band) ?? []))
    for (const i of candidates) if (jaccard(shingles, heldShingles[i]!) >= NEAR) return false
    return true
  })
}

function bandsOf(shingles: ReadonlySet<string>): string[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    let hash = 0
    for (let i = 0; i < shingle.length; i++) hash = Math.imul(hash ^ shingle.charCodeAt(i), 0x9e3779b1)
    for (let i = 0; i < least.length; i++) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b + i * 2)
      if (hash >>> 0 < least[i]!) least[i] = hash >>> 0
    }
  }
  return Array.from({ length: BANDS }, (_, i) => `${i}:${least.subarray(i * ROWS, (i + 1) * ROWS).join()}`)
}
