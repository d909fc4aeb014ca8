import { everyGram } from '../classifier/grams.ts'
import { clausesOf } from '../language/clauses.ts'
import { normalise } from '../language/normalise.ts'

/**
 * What a person gives for a category: what it is, texts that belong to it, and texts that do not though they may seem to.
 * `confirmed` belong to it as well, and were found by what was learned before: as they are the easy ones, they are learned
 * from, but say nothing of where the cut lies.
 */
export type Shown = {
  definition: string
  examples: readonly string[]
  confirmed?: readonly string[]
  counters?: readonly string[]
  /** Of all texts, those that belong, 0…1; undefined where it is not known. */
  share?: number | undefined
}

/**
 * A category learned from a few examples: plain data that may be kept as JSON. A clause speaks of it where the weights of
 * its grams, summed over the root of their number, reach `cut`.
 */
export type FewShot = { form: string; hashes: number[]; weights: number[]; cut: number; spread: number }

/** One text by the places of its grams: all of it, and clause by clause. */
type Doc = { whole: Int32Array; clauses: Int32Array[] }

/** Texts of all kinds, against which examples stand out. `docs` may belong. `never` do not, and are
 * none of the `size` rows, each of length one, of which `mean` is. */
export type Background = {
  docs: Doc[]
  never: Doc[]
  size: number
  places: ReadonlyMap<number, number>
  hashes: number[]
  tellings: Float64Array
  mean: Float64Array
}

/** Changes whenever `fitFewShot` may learn otherwise, or what was learned can no longer be read. */
export const FEW_SHOT_FORM = 'few-shot-2'
/** Fewer examples say too little of what they share. */
export const FEWEST_EXAMPLES = 3
export const MOST_EXAMPLES = 400
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
/** How much a counter-example is taken off, and how often again while it would still be found. */
const AGAINST_COUNTERS = 0.5
const COUNTER_ROUNDS = 6
/** The cut lies where so many examples, each judged by the others, are found: on three sets .6 was best of .5 to .9. */
const KEPT = 0.6
/** With so many texts that do not belong the cut is placed by them, between these shares of the examples. */
const NEVER_TELLS = 25
const LOWEST_CUT = 0.2
const HIGHEST_CUT = 0.7

const gramsOf = (text: string): number[] => {
  const grams = new Set<number>()
  everyGram(text, (hash) => grams.add(hash))
  return [...grams]
}

function docOf(text: string, placeOf: (hash: number) => number): Doc {
  const plain = normalise(text, { limit: LONGEST_READ }).text
  const rowOf = (part: string) => Int32Array.from(gramsOf(part), placeOf)
  const whole = rowOf(plain)
  const clauses = clausesOf(plain)
  return {
    whole,
    clauses: clauses.length === 0 ? [whole] : clauses.map(({ from, to }) => rowOf(plain.slice(from, to))),
  }
}

/** Gives a new place to each hash that has none. */
const placing = (places: Map<number, number>) => (hash: number) => {
  const known = places.get(hash)
  if (known !== undefined) return known
  places.set(hash, places.size)
  return places.size - 1
}

/**
 * Reads the background once for any number of categories; of many texts the first 2,000.
 *
 * @param never  texts of which somebody said that they do not belong: one half is learned against, the other places the cut
 */
export function readBackground(texts: readonly string[], never: readonly string[] = []): Background {
  const places = new Map<number, number>()
  const read = (some: readonly string[]) => some.slice(0, MOST_BACKGROUND).map((text) => docOf(text, placing(places)))
  const docs = read(texts)
  const [learned, left] = [0, 1].map((rest) => read(never.filter((_, i) => i % 2 === rest))) as [Doc[], Doc[]]
  const wholes = [...docs, ...learned].map(({ whole }) => whole)
  const counts = new Float64Array(places.size)
  for (const whole of wholes) for (const place of whole) counts[place]!++
  const tellings = counts.map((n) => tellingOf(n, wholes.length))
  const mean = new Float64Array(places.size)
  addMean(mean, wholes, tellings, 1)
  return { docs, never: left, size: wholes.length, places, hashes: [...places.keys()], tellings, mean }
}

const tellingOf = (texts: number, of: number): number => Math.log((1 + of) / (1 + texts)) + 1

/** Texts of a person by place; grams that the background lacks get places after it. */
type Placed = { docs: Doc[]; tellings: Float64Array; hashes: number[] }

function placed(texts: readonly string[], background: Background): Placed {
  const known = background.places.size
  const added = new Map<number, number>()
  const placeOf = (hash: number) => background.places.get(hash) ?? known + placing(added)(hash)
  const docs = texts.map((text) => docOf(text, placeOf))
  const tellings = new Float64Array(known + added.size).fill(tellingOf(0, background.size))
  tellings.set(background.tellings)
  return { docs, tellings, hashes: [...background.hashes, ...added.keys()] }
}

/** Adds the mean of rows, each of length one, times `factor`. */
function addMean(sum: Float64Array, rows: readonly Int32Array[], tellings: Float64Array, factor: number): void {
  for (const row of rows) addRow(sum, row, tellings, factor / rows.length)
}

function addRow(sum: Float64Array, row: Int32Array, tellings: Float64Array, factor: number): void {
  const each = factor / Math.sqrt(Math.max(row.length, 1))
  for (const place of row) sum[place]! += each * tellings[place]! ** 2
}

const scoreOf = (row: Int32Array, weights: Float64Array): number => {
  let sum = 0
  for (const place of row) sum += weights[place]!
  return sum / Math.sqrt(Math.max(row.length, 1))
}

const bestScore = ({ clauses }: Doc, weights: Float64Array): number =>
  clauses.reduce((best, row) => Math.max(best, scoreOf(row, weights)), Number.NEGATIVE_INFINITY)

/** The clause that speaks of it most. */
const bestClause = ({ clauses }: Doc, weights: Float64Array): Int32Array =>
  clauses.reduce((best, row) => (scoreOf(row, weights) > scoreOf(best, weights) ? row : best))

/**
 * Learns a category from its definition and a few examples, without touching any other: what examples share and the
 * background lacks (Rocchio), then once more with the clauses that this finds, in the examples and in the background.
 * Counter-examples are taken off until they are no longer found. The cut comes from the examples, each judged by what was
 * learned without it, clause by clause as texts are read, and from what never belongs, where that is much; it lies above every counter-example where that leaves half of
 * the examples.
 *
 * @param shown  3 to 400 examples; the definition and what is confirmed count as more
 * @throws RangeError for fewer or more examples
 * @source Rocchio 1971, with pseudo-relevance feedback: Manning, Raghavan & Schütze 2008, Introduction to Information
 *         Retrieval, chapter 9; the clause that speaks of it most stands for a text: Andrews, Tsochantaridis & Hofmann 2003,
 *         Support Vector Machines for Multiple-Instance Learning
 */
export function fitFewShot(
  { definition, examples, confirmed = [], counters = [], share }: Shown,
  background: Background,
): FewShot {
  if (examples.length < FEWEST_EXAMPLES || examples.length > MOST_EXAMPLES)
    throw new RangeError(`fitFewShot: want ${FEWEST_EXAMPLES} to ${MOST_EXAMPLES} examples, got ${examples.length}`)
  const { docs, tellings, hashes } = placed(
    [...examples, ...counters, ...confirmed, ...(definition.trim() === '' ? [] : [definition])],
    background,
  )
  const given = docs.slice(0, examples.length)
  const against = docs.slice(examples.length, examples.length + counters.length)
  const always = docs.slice(examples.length + counters.length)
  const learn = (own: readonly Doc[]) => weightsOf([...own, ...always], against, background, tellings)
  const weights = learn(given)
  const apart = foldsApart(given, learn)
  const never = background.never.map((doc) => bestScore(doc, weights))
  const likely = cutFor(apart, never, share)
  takeOff(weights, against, tellings, likely)
  const cut = cutAbove(
    against.map((doc) => bestScore(doc, weights)),
    given.map((doc) => bestScore(doc, weights)),
    likely,
  )
  const others = background.docs.map((doc) => bestScore(doc, weights))
  const spread = Math.max(cut - quantile(others, 0.5), Number.EPSILON)
  return { form: FEW_SHOT_FORM, ...heaviest(weights, hashes), cut, spread }
}

/** The score of each example by what is learned without its fold. */
function foldsApart(given: readonly Doc[], learn: (own: readonly Doc[]) => Float64Array): number[] {
  const folds = Math.min(FOLDS, given.length)
  const weights = Array.from({ length: folds }, (_, fold) => learn(given.filter((_one, i) => i % folds !== fold)))
  return given.map((doc, i) => bestScore(doc, weights[i % folds]!))
}

function weightsOf(
  own: readonly Doc[],
  against: readonly Doc[],
  background: Background,
  tellings: Float64Array,
): Float64Array {
  const first = new Float64Array(tellings.length)
  const wholes = own.map(({ whole }) => whole)
  addMean(first, wholes, tellings, 1)
  takeBackground(first, background, AGAINST)
  const least = Math.min(...own.map((doc) => bestScore(doc, first)))
  const found = background.docs
    .map((doc) => ({ doc, score: bestScore(doc, first) }))
    .filter(({ score }) => score >= least * FOUND_COUNTS)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
  const clausesIn = (docs: readonly Doc[]) => docs.map((doc) => bestClause(doc, first))
  const second = new Float64Array(tellings.length)
  const foundClauses = clausesIn(found.map(({ doc }) => doc))
  addMean(second, clausesIn(own), tellings, 1)
  addMean(second, foundClauses, tellings, FOUND_COUNTS)
  addMean(second, clausesIn(against), tellings, -AGAINST_COUNTERS)
  takeBackground(second, background, AGAINST_FOUND)
  return second
}

function takeBackground(weights: Float64Array, { mean }: Background, times: number): void {
  for (let place = 0; place < mean.length; place++) weights[place]! -= times * mean[place]!
}

/** Takes off, again and again, what of the counter-examples would still be found. */
function takeOff(weights: Float64Array, against: readonly Doc[], tellings: Float64Array, cut: number): void {
  for (let round = 0; round < COUNTER_ROUNDS; round++) {
    const wrong = against.map((doc) => bestClause(doc, weights)).filter((row) => scoreOf(row, weights) >= cut)
    if (wrong.length === 0) return
    for (const row of wrong) addRow(weights, row, tellings, -AGAINST_COUNTERS / against.length)
  }
}

/**
 * Where the examples, each judged without it, are best told from what does not belong (F1); where it is not known how often
 * that is, or too little of it is at hand, where a fixed share of the examples is found.
 *
 * @param share  of all texts, those that belong, 0…1
 */
function cutFor(apart: readonly number[], never: readonly number[], share: number | undefined): number {
  const usual = quantile(apart, 1 - KEPT)
  if (share === undefined || never.length < NEVER_TELLS) return usual
  const partOf = (scores: readonly number[], cut: number) =>
    scores.filter((score) => score >= cut).length / scores.length
  const f1 = (cut: number) => {
    const right = share * partOf(apart, cut)
    return (2 * right) / (right + (1 - share) * partOf(never, cut) + share)
  }
  const [lowest, highest] = [quantile(apart, LOWEST_CUT), quantile(apart, HIGHEST_CUT)]
  const candidates = apart.filter((score) => score >= lowest && score <= highest)
  return candidates.reduce((best, cut) => (f1(cut) > f1(best) ? cut : best), usual)
}

/** `likely`, raised above the counter-examples where at least half of the examples stay above it. */
function cutAbove(counters: readonly number[], examples: readonly number[], likely: number): number {
  const highest = Math.max(likely, ...counters.map((score) => score + Math.abs(score) * 1e-6 + 1e-9))
  const left = examples.filter((score) => score >= highest).length
  return 2 * left >= examples.length ? highest : likely
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const ordered = [...numbers].sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0
}

function heaviest(weights: Float64Array, hashes: readonly number[]): { hashes: number[]; weights: number[] } {
  const ordered = weights.map(Math.abs).sort()
  const least = Math.max(ordered[ordered.length - MOST_GRAMS] ?? 0, Number.MIN_VALUE)
  const heavy: number[] = []
  for (let place = 0; place < weights.length; place++) if (Math.abs(weights[place]!) >= least) heavy.push(place)
  heavy.sort((a, b) => Math.abs(weights[b]!) - Math.abs(weights[a]!) || a - b)
  const kept = heavy.slice(0, MOST_GRAMS)
  return {
    hashes: kept.map((place) => hashes[place]!),
    weights: kept.map((place) => Math.round(weights[place]! * 1e5) / 1e5),
  }
}

export type FewShotFound<Key> = { key: Key; confidence: number }

/** How far a clause in the form of `normalise` lies beyond each cut, in spreads. */
function beyondOf(categories: readonly FewShot[]): (clause: string) => number[] {
  const owners = new Map<number, { at: number; weight: number }[]>()
  categories.forEach(({ form, hashes, weights }, at) => {
    if (form !== FEW_SHOT_FORM) throw new RangeError('fewShotReader: this category was learned by another version')
    hashes.forEach((hash, i) => {
      const owned = owners.get(hash)
      if (owned === undefined) owners.set(hash, [{ at, weight: weights[i]! }])
      else owned.push({ at, weight: weights[i]! })
    })
  })
  return (clause) => {
    const sums = new Float64Array(categories.length)
    const met = new Set<number>()
    everyGram(clause, (hash) => met.add(hash))
    for (const hash of met) for (const { at, weight } of owners.get(hash) ?? []) sums[at]! += weight
    const root = Math.sqrt(Math.max(met.size, 1))
    return categories.map(({ cut, spread }, at) => (sums[at]! / root - cut) / spread)
  }
}

/**
 * Makes any number of categories ready: gives those that a clause in the form of `normalise` speaks of, the surest first.
 * Linear in the clause.
 *
 * @throws RangeError for a category of another form
 */
export function fewShotReader<Key>(
  categories: readonly { key: Key; learned: FewShot }[],
): (clause: string) => FewShotFound<Key>[] {
  const beyond = beyondOf(categories.map(({ learned }) => learned))
  return (clause) =>
    beyond(clause)
      .map((far, at) => ({ key: categories[at]!.key, far }))
      .filter(({ far }) => far >= 0)
      .sort((a, b) => b.far - a.far)
      .map(({ key, far }) => ({ key, confidence: confidenceOf(far) }))
}

/** How fast confidence rises from a half at the cut. */
const STEEP = 2

const confidenceOf = (far: number): number => Math.round((1 - 0.5 * Math.exp(-STEEP * far)) * 1000) / 1000

/**
 * How far any text lies beyond the cut of one category, in spreads, by the clause that speaks of it most: 0 and more
 * belongs to it. Reads as far as `fitFewShot` does.
 *
 * @throws RangeError for a category of another form
 */
export function fewShotDistance(learned: FewShot): (text: string) => number {
  const beyond = beyondOf([learned])
  return (text) => {
    const plain = normalise(text, { limit: LONGEST_READ }).text
    const clauses = clausesOf(plain)
    if (clauses.length === 0) return beyond(plain)[0]!
    return Math.max(...clauses.map(({ from, to }) => beyond(plain.slice(from, to))[0]!))
  }
}
