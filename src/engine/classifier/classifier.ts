import { normalise } from '../language/normalise.ts'
import { chance } from '../statistics/chance.ts'
import { type Assessment, assess } from './assess.ts'
import { bestCut, bestSharpness } from './calibrate.ts'
import { fitMargin } from './margin.ts'
import { countsOf, fitVocabulary, Places, type Vector, vectorOf } from './vectors.ts'

/** A text with what it was filed under; several where `several` is asked for. */
export type LabelledText = { text: string; labels: readonly string[] }

export type ClassifierOptions = {
  /** A text may have any number of labels; else exactly one. */
  several?: boolean
  /** See `fitMargin`. */
  cost?: number
  epochs?: number
  /** A feature must be in so many texts. */
  minTexts?: number
  /** Features kept, those with the heaviest weights first. */
  mostFeatures?: number
  seed?: number
}

/** A learned classifier: plain data, made by `fitClassifier`, read by `readerOf`. */
export type Classifier = {
  labels: readonly string[]
  several: boolean
  hashes: Uint32Array
  /** How telling each feature is by itself. */
  tellings: Float32Array
  /** 1/127 of `scales`, by place and label: `weights[place * labels.length + label]`. */
  weights: Int8Array
  scales: Float32Array
  biases: Float32Array
  /** Turns distances from the planes into chances. */
  sharpness: number
  /** Distance from which a label of several is given. */
  cut: number
  /** True when every text learned from had a label; then the nearest is given where none is near enough. */
  neverEmpty: boolean
}

/** What was found: the labels given, and how sure each label is, 0…1, in the order of the classifier's. */
export type Found = { labels: string[]; confidence: number; chances: Float64Array }

export const LONGEST_READ = 4_000
const DEFAULTS = { several: false, cost: 1, epochs: 15, minTexts: 1, mostFeatures: 200_000, seed: 7 }
const FOLDS = 5

/**
 * Learns to tell labels apart from texts: one plane for each label over hashed runs of signs, its weights in one byte
 * each. Texts are read in folds first, each judged by what was learned from the others: from this come how sure a
 * distance is, where several labels are cut, and the figures. Copies of a text fall into one fold.
 *
 * @param documents  labelled texts; at least two labels
 * @returns          the classifier, and how right it was on texts that it had not seen
 * @throws RangeError for fewer than two labels or texts without a label where one is wanted
 */
export function fitClassifier(
  documents: readonly LabelledText[],
  options: ClassifierOptions = {},
): { classifier: Classifier; assessment: Assessment } {
  const all = { ...DEFAULTS, ...options }
  const labels = [...new Set(documents.flatMap((document) => document.labels))].sort()
  if (labels.length < 2) throw new RangeError('fitClassifier: want at least two labels')
  if (!all.several && documents.some((document) => document.labels.length !== 1))
    throw new RangeError('fitClassifier: want one label for each text')
  const texts = documents.map(({ text }) => normalise(text, { limit: LONGEST_READ }).text)
  const counted = texts.map(countsOf)
  const given = documents.map((document) => new Set(document.labels.map((label) => labels.indexOf(label))))

  const distances = judgedInFolds(counted, given, labels.length, foldsOf(texts, all.seed), all)
  const sharpness = bestSharpness(distances, given, all.several)
  const cut = all.several ? bestCut(distances, given) : 0
  const neverEmpty = documents.every((document) => document.labels.length > 0)
  const judge: Judge = { labels, several: all.several, sharpness, cut, neverEmpty }
  const assessment = assess(
    distances.map((distance, i) => ({
      given: documents[i]?.labels ?? [],
      ...foundAt(distance, judge),
    })),
    labels,
  )
  const planes = fitPlanes(counted, given, labels.length, all)
  return { classifier: { ...packed(planes, labels.length, all.mostFeatures), ...judge }, assessment }
}

type Planes = { hashes: Uint32Array; tellings: Float32Array; weights: Float32Array[]; biases: number[] }
type Settings = Required<ClassifierOptions>
type Counted = ReadonlyMap<number, number>

function fitPlanes(
  counted: readonly Map<number, number>[],
  given: readonly ReadonlySet<number>[],
  labels: number,
  settings: Settings,
): Planes {
  const { hashes, weights: tellings } = fitVocabulary(counted, settings.minTexts)
  const places = new Places(hashes)
  const vectors = counted.map((counts) => vectorOf(counts, places, tellings))
  const planes = Array.from({ length: labels }, (_, label) =>
    fitMargin(
      vectors,
      Int8Array.from(given, (of) => (of.has(label) ? 1 : -1)),
      hashes.length,
      settings,
    ),
  )
  return { hashes, tellings, weights: planes.map(({ weights }) => weights), biases: planes.map(({ bias }) => bias) }
}

/** A fold for each text, the same for texts that differ in marks and spaces only. */
function foldsOf(texts: readonly string[], seed: number): number[] {
  const next = chance(seed)
  const folds = new Map<string, number>()
  return texts.map((text) => {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
    const fold = folds.get(letters) ?? Math.floor(next() * FOLDS)
    folds.set(letters, fold)
    return fold
  })
}

function judgedInFolds(
  counted: readonly Map<number, number>[],
  given: readonly ReadonlySet<number>[],
  labels: number,
  folds: readonly number[],
  settings: Settings,
): Float64Array[] {
  const distances: Float64Array[] = counted.map(() => new Float64Array(labels))
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (_: unknown, i: number) => folds[i] === fold
    const isIn = (_: unknown, i: number) => folds[i] !== fold
    const planes = fitPlanes(counted.filter(isIn), given.filter(isIn), labels, settings)
    const places = new Places(planes.hashes)
    for (const [i, counts] of counted.entries())
      if (isOut(counts, i)) distances[i] = distancesOf(vectorOf(counts, places, planes.tellings), planes)
  }
  return distances
}

const distancesOf = ({ places, values }: Vector, { weights, biases }: Planes): Float64Array =>
  Float64Array.from(biases, (bias, label) => {
    const plane = weights[label]!
    let distance = bias
    for (let k = 0; k < places.length; k++) distance += plane[places[k]!]! * values[k]!
    return distance
  })

/** The planes in bytes, features with light weights left out. */
function packed(planes: Planes, labels: number, most: number) {
  const heaviest = new Float32Array(planes.hashes.length)
  for (const plane of planes.weights)
    for (let place = 0; place < plane.length; place++)
      heaviest[place] = Math.max(heaviest[place]!, Math.abs(plane[place]!))
  const kept = [...heaviest.keys()]
    .sort((a, b) => heaviest[b]! - heaviest[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
  const scales = Float32Array.from(planes.weights, (plane) => plane.reduce((top, w) => Math.max(top, Math.abs(w)), 0))
  const weights = new Int8Array(kept.length * labels)
  kept.forEach((place, at) => {
    for (let label = 0; label < labels; label++)
      weights[at * labels + label] = Math.round((planes.weights[label]![place]! / (scales[label]! || 1)) * 127)
  })
  return {
    hashes: Uint32Array.from(kept, (place) => planes.hashes[place]!),
    tellings: Float32Array.from(kept, (place) => planes.tellings[place]!),
    weights,
    scales,
    biases: Float32Array.from(planes.biases),
  }
}

type Judge = Pick<Classifier, 'labels' | 'several' | 'sharpness' | 'cut' | 'neverEmpty'>

function foundAt(distances: Float64Array, { labels, several, sharpness, cut, neverEmpty }: Judge): Found {
  let best = 0
  for (let i = 1; i < distances.length; i++) if (distances[i]! > distances[best]!) best = i
  if (several) {
    const chances = distances.map((distance) => 1 / (1 + Math.exp(-sharpness * (distance - cut))))
    const near = [...labels.keys()].filter((i) => distances[i]! >= cut)
    const named = near.length === 0 && neverEmpty ? [best] : near
    return { labels: named.map((i) => labels[i]!), confidence: chances[best]!, chances }
  }
  const top = distances[best]!
  const powers = distances.map((distance) => Math.exp(sharpness * (distance - top)))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const chances = powers.map((power) => power / total)
  return { labels: [labels[best]!], confidence: chances[best]!, chances }
}

/** Makes a classifier ready: gives what it finds in a text as the customer wrote it. */
export function readerOf(classifier: Classifier): (text: string) => Found {
  const places = new Places(classifier.hashes)
  const { labels, weights, scales, biases, tellings } = classifier
  const size = labels.length
  return (text) => {
    const counts: Counted = countsOf(normalise(text, { limit: LONGEST_READ }).text)
    const vector = vectorOf(counts, places, tellings)
    const sums = new Float64Array(size)
    vector.places.forEach((place, k) => {
      const value = vector.values[k]!
      const row = place * size
      for (let label = 0; label < size; label++) sums[label]! += value * weights[row + label]!
    })
    return foundAt(
      sums.map((sum, label) => (sum * scales[label]!) / 127 + biases[label]!),
      classifier,
    )
  }
}
