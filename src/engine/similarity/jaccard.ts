import { normalise } from '../language/normalise.ts'

const SHINGLE = 3
/** Chosen so that a comment with one word more or other punctuation is a copy, and two short ones on one topic are not. */
const NEAR = 0.6
const LONGEST_READ = 40_000

/**
 * Stretches of three characters (UTF-16 units) of a text as it stands; a shorter text is one shingle by itself.
 * Empty for the empty text.
 */
export function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>()
  if (text.length > 0 && text.length < SHINGLE) shingles.add(text)
  for (let i = 0; i + SHINGLE <= text.length; i++) shingles.add(text.slice(i, i + SHINGLE))
  return shingles
}

/**
 * Shared shingles as a share of all, 0…1; 1 when both are empty.
 *
 * @example jaccard(shinglesOf('快递太慢了等了一个星期才到'), shinglesOf('快递太慢了，等了一个星期才到货')) // 0.6
 */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const one of small) if (large.has(one)) shared++
  return shared / (a.size + b.size - shared)
}

/** What two spellings of one text share: normalised, letters and digits and signs only, no spaces or punctuation. */
export const essenceOf = (text: string): string =>
  normalise(text, { limit: LONGEST_READ }).text.replace(/[\s\p{P}]+/gu, '')

/** True when two texts say the same in nearly the same characters. */
export function isNearDuplicate(a: string, b: string, near = NEAR): boolean {
  const [first, second] = [essenceOf(a), essenceOf(b)]
  return first === second || jaccard(shinglesOf(first), shinglesOf(second)) >= near
}
