import { essenceOf } from './jaccard.ts'

/**
 * A short name for what a text says: equal for texts that differ only in case, width, script, punctuation, spacing or
 * repeated characters. 16 hex digits; good for finding copies, not for proving anything.
 *
 * @source two runs of 32-bit multiply-and-shift hashing (cyrb53), kept apart
 */
export function fingerprintOf(text: string): string {
  const essence = essenceOf(text)
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < essence.length; i++) {
    const unit = essence.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return hex(b) + hex(a)
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
