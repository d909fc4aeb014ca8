import { everyGram } from '../classifier/grams.ts'
import { normalise } from '../language/normalise.ts'

/** What a person gives for a category: what it is, and texts that belong to it. */
export type Shown = { definition: string; examples: readonly string[] }

/**
 * A category learned from a few examples: plain data that may be kept as JSON. A text belongs to it where the weights of
 * its grams, summed over the root of their number, reach `cut`.
 */
export type FewShot = { form: typeof FORM; hashes: number[]; weights: number[]; cut: number; spread: number }

/** Texts of all kinds, against which examples stand out. */
export type Background = {
  texts: Int32Array[]
  places: ReadonlyMap<number, number>
  hashes: number[]
  tellings: Float64Array
}

const FORM = 'few-shot-1'
/** Fewer examples say too little of what they share; more are better learned from by `fitClassifier`. */
export const FEWEST_EXAMPLES = 3
export const MOST_EXAMPLES = 50
const MOST_BACKGROUND = 2_000
const MOST_GRAMS = 2_000
const LONGEST_READ = 1_000
const FOLDS = 5

/** How much the background is taken off, alone and with what was found in it. */
const AGAINST = 1
const AGAINST_FOUND = 1.5
/** Texts found in the background that are learned from as well, and how much they count. */
const MOST_FOUND = 20
const FOUND_COUNTS = 0.5
/** The cut lies where so many examples, each judged by the others, are found: on three sets .6 was best of .5 to .9. */
const KEPT = 0.6

const gramsOf = (text: string): number[] => {
  const grams = new Set<number>()
  everyGram(normalise(text, { limit: LONGEST_READ }).text, (hash) => grams.add(hash))
  return [...grams]
}

/** Reads the background once for any number of categories; of many texts the first 2,000. */
export function readBackground(texts: readonly string[]): Background {
  const read = texts.slice(0, MOST_BACKGROUND).map(gramsOf)
  const places = new Map<number, number>()
  for (const grams of read) for (const hash of grams) if (!places.has(hash)) places.set(hash, places.size)
  const counts = new Float64Array(places.size)
  const rows = read.map((grams) => Int32Array.from(grams, (hash) => places.get(hash)!))
  for (const row of rows) for (const place of row) counts[place]!++
  return { texts: rows, places, hashes: [...places.keys()], tellings: counts.map((n) => tellingOf(n, read.length)) }
}

const tellingOf = (texts: number, of: number): number => Math.log((1 + of) / (1 + texts)) + 1

/** Grams of texts by place; those that the background lacks get places after it. */
type Placed = { rows: Int32Array[]; tellings: number[]; hashes: number[] }

function placed(texts: readonly string[], background: Background): Placed {
  const places = new Map(background.places)
  const rows = texts.map((text) =>
    Int32Array.from(gramsOf(text), (hash) => {
      const place = places.get(hash) ?? places.size
      places.set(hash, place)
      return place
    }),
  )
  const known = background.places.size
  const unknown = tellingOf(0, background.texts.length)
  const tellings = [...background.tellings, ...Array.from({ length: places.size - known }, () => unknown)]
  return { rows, tellings, hashes: [...places.keys()] }
}

/** Adds the mean of rows, each of length one, times `factor`. */
function addMean(sum: Float64Array, rows: readonly Int32Array[], tellings: readonly number[], factor: number): void {
  for (const row of rows) {
    const each = factor / (rows.length * Math.sqrt(Math.max(row.length, 1)))
    for (const place of row) sum[place]! += each * tellings[place]! ** 2
  }
}

const scoreOf = (row: Int32Array, weights: Float64Array): number => {
  let sum = 0
  for (const place of row) sum += weights[place]!
  return sum / Math.sqrt(Math.max(row.length, 1))
}

/**
 * Learns a category from its definition and a few examples, without touching any other: what examples share and the
 * background lacks (Rocchio), then once more with what this finds in the background. The cut comes from the examples,
 * each judged by what was learned without it.
 *
 * @param shown  3 to 50 examples; the definition counts as one more
 * @throws RangeError for fewer or more examples
 * @source Rocchio 1971, with pseudo-relevance feedback: Manning, Raghavan & Schütze 2008, Introduction to Information
 *         Retrieval, chapter 9
 */
export function fitFewShot({ definition, examples }: Shown, background: Background): FewShot {
  if (examples.length < FEWEST_EXAMPLES || examples.length > MOST_EXAMPLES)
    throw new RangeError(`fitFewShot: want ${FEWEST_EXAMPLES} to ${MOST_EXAMPLES} examples, got ${examples.length}`)
  const isDefined = definition.trim() !== ''
  const { rows, tellings, hashes } = placed(isDefined ? [...examples, definition] : examples, background)
  const given = rows.slice(0, examples.length)
  const always = rows.slice(examples.length)
  const learn = (own: readonly Int32Array[]) => weightsOf([...own, ...always], background, tellings)
  const apart = given.map((row, i) => scoreOf(row, learn(given.filter((_, j) => j % FOLDS !== i % FOLDS))))
  const weights = learn(given)
  const others = background.texts.map((row) => scoreOf(row, weights))
  const cut = quantile(apart, 1 - KEPT)
  const spread = Math.max(cut - quantile(others, 0.5), Number.EPSILON)
  return { form: FORM, ...heaviest(weights, hashes), cut, spread }
}

function weightsOf(own: readonly Int32Array[], background: Background, tellings: readonly number[]): Float64Array {
  const first = new Float64Array(tellings.length)
  addMean(first, own, tellings, 1)
  addMean(first, background.texts, tellings, -AGAINST)
  const least = quantile(
    own.map((row) => scoreOf(row, first)),
    0,
  )
  const found = background.texts
    .map((row) => ({ row, score: scoreOf(row, first) }))
    .filter(({ score }) => score >= least * FOUND_COUNTS)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ row }) => row)
  if (found.length === 0) return first
  const second = new Float64Array(tellings.length)
  addMean(second, own, tellings, 1)
  addMean(second, found, tellings, FOUND_COUNTS)
  addMean(second, background.texts, tellings, -AGAINST_FOUND)
  return second
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const ordered = [...numbers].sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0
}

function heaviest(weights: Float64Array, hashes: readonly number[]): { hashes: number[]; weights: number[] } {
  const order = [...weights.keys()].filter((place) => weights[place] !== 0)
  order.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b)
  const kept = order.slice(0, MOST_GRAMS)
  return {
    hashes: kept.map((place) => hashes[place]!),
    weights: kept.map((place) => Math.round(weights[place]! * 1e5) / 1e5),
  }
}

export type FewShotFound<Key> = { key: Key; confidence: number }

/**
 * Makes any number of categories ready: gives those that a text in the form of `normalise` belongs to, the surest first.
 * Linear in the text.
 *
 * @throws RangeError for a category of another form
 */
export function fewShotReader<Key>(
  categories: readonly { key: Key; learned: FewShot }[],
): (text: string) => FewShotFound<Key>[] {
  const owners = new Map<number, { at: number; weight: number }[]>()
  categories.forEach(({ learned: { form, hashes, weights } }, at) => {
    if (form !== FORM) throw new RangeError('fewShotReader: this category was learned by another version')
    hashes.forEach((hash, i) => {
      const owned = owners.get(hash) ?? []
      owned.push({ at, weight: weights[i]! })
      owners.set(hash, owned)
    })
  })
  return (text) => {
    const sums = new Float64Array(categories.length)
    const met = new Set<number>()
    everyGram(text, (hash) => met.add(hash))
    for (const hash of met) for (const { at, weight } of owners.get(hash) ?? []) sums[at]! += weight
    const root = Math.sqrt(Math.max(met.size, 1))
    return categories
      .map(({ key, learned: { cut, spread } }, at) => ({ key, beyond: (sums[at]! / root - cut) / spread }))
      .filter(({ beyond }) => beyond >= 0)
      .sort((a, b) => b.beyond - a.beyond)
      .map(({ key, beyond }) => ({ key, confidence: Math.round((1 - 0.5 * Math.exp(-STEEP * beyond)) * 1000) / 1000 }))
  }
}

/** How fast confidence rises from a half at the cut. */
const STEEP = 2
