/** Two words that stand together: how often, and how often each of them is the first or the second of any two. */
export type PairCount = { together: number; first: number; second: number; pairs: number }

/** Words that belong together; `gain` is Dunning's likelihood ratio, `pull` how many times 2 more often than by chance. */
export type Collocation = { first: string; second: string; together: number; gain: number; pull: number }

export type CollocationOptions = {
  /** Met together at least so often. Default 5. */
  fewest?: number
  /** Least likelihood ratio. Default 10.83: one in a thousand by chance. */
  gain?: number
  /** Least pointwise mutual information, in bits. Default 2: four times as often as by chance. */
  pull?: number
}

/**
 * How surely two words stand together more often than chance would have it; 0 when they do so no more often.
 *
 * @param count  together ≤ first, second ≤ pairs
 * @returns      the likelihood ratio G², ≥ 0; over 10.83 is one in a thousand by chance
 * @source       Dunning 1993, Computational Linguistics 19:61–74
 * @example      likelihoodRatio({ together: 110, first: 2552, second: 221, pairs: 31777 }) // 270.72
 */
export function likelihoodRatio({ together, first, second, pairs }: PairCount): number {
  if (together * pairs <= first * second) return 0
  const table = [
    [together, first, second],
    [first - together, first, pairs - second],
    [second - together, pairs - first, second],
    [pairs - first - second + together, pairs - first, pairs - second],
  ] as const
  let sum = 0
  for (const [met, row, column] of table) if (met > 0) sum += met * Math.log((met * pairs) / (row * column))
  return Math.max(0, 2 * sum)
}

/**
 * Pointwise mutual information in bits: 3 means together eight times as often as by chance.
 *
 * @source Church & Hanks 1990, Computational Linguistics 16:22–29
 */
export const mutualInformation = ({ together, first, second, pairs }: PairCount): number =>
  Math.log2((together * pairs) / (first * second))

/** Parts two words in the name of a pair; no word holds it. */
const BETWEEN = '\u0001'

/**
 * Words that stand together in texts more often than by chance and often enough to be meant, the surest first.
 *
 * @param texts  words in order; null parts what does not follow each other
 */
export function collocationsIn(
  texts: readonly (readonly (string | null)[])[],
  { fewest = 5, gain = 10.83, pull = 2 }: CollocationOptions = {},
): Collocation[] {
  const counted = {
    pairs: new Map<string, number>(),
    first: new Map<string, number>(),
    second: new Map<string, number>(),
  }
  let pairs = 0
  const one = (tally: Map<string, number>, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1)
  for (const words of texts)
    for (let i = 1; i < words.length; i++) {
      const [a, b] = [words[i - 1], words[i]]
      if (a == null || b == null || a === b) continue
      one(counted.pairs, a + BETWEEN + b)
      one(counted.first, a)
      one(counted.second, b)
      pairs++
    }
  const found: Collocation[] = []
  for (const [pair, together] of counted.pairs) {
    if (together < fewest) continue
    const [first = '', second = ''] = pair.split(BETWEEN)
    const count = { together, first: counted.first.get(first) ?? 0, second: counted.second.get(second) ?? 0, pairs }
    const one = { first, second, together, gain: likelihoodRatio(count), pull: mutualInformation(count) }
    if (one.gain >= gain && one.pull >= pull) found.push(one)
  }
  return found.sort((a, b) => b.gain - a.gain || (a.first + a.second < b.first + b.second ? -1 : 1))
}
