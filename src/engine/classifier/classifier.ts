import { normalise } from '../language/normalise.ts'
import { type Assessment, assess } from './assess.ts'
import { bestCut, bestSharpness, nearestOf } from './calibrate.ts'
import { featuresOf } from './features.ts'
import { bestTrial, foldsOf, type Score } from './folds.ts'
import { fitPairOdds, type Pairing, type PairOdds, pairDistances, pairingOf } from './pairs.ts'
import { type Aim, fitPlanes, packPlanes, rowOf, sizeOf } from './planes.ts'
import { Places, vectorOf } from './vectors.ts'

/** A text with what it was filed under; several where `several` is asked for. */
export type LabelledText = { text: string; labels: readonly string[] }

export type ClassifierOptions = {
  /** A text may have any number of labels; else exactly one. */
  several?: boolean
  /** What a text on the wrong side costs; tried out when it is not given. */
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
  /** By place and plane: `weights[place * biases.length + plane]`, of size `sizeOf` times `scales`. */
  weights: Int8Array
  scales: Float32Array
  biases: Float32Array
  /** See `Planes`; empty where labels are not pairs. */
  offsets: readonly number[]
  odds: PairOdds | null
  /** Turns distances into chances. */
  sharpness: number
  /** Distance from which a label of several is given. */
  cut: number
  /** True when every text learned from had a label; then the nearest is given where none is near enough. */
  neverEmpty: boolean
}

/** What was found: the labels given, and how sure each label is, 0…1, in the order of the classifier's. */
export type Found = { labels: string[]; confidence: number; chances: Float64Array }

export type Learned = {
  classifier: Classifier
  /** How right it was on texts that it had not seen. */
  assessment: Assessment
  /** Texts whose label the others contradict so clearly that it learned more without them. */
  leftOut: number
}

/** Units read of one text: what comes after hardly ever changes what it is about. */
const LONGEST_READ = 4_000
const DEFAULTS = { several: false, cost: undefined, epochs: 15, minTexts: 1, mostFeatures: 200_000, seed: 7 }

/**
 * Learns to tell labels apart from texts: one plane for each label over hashed runs of signs and words, its weights in one
 * byte each. Of labels that are pairs, as topic and mood, things and moods have planes as well. Texts are read in folds
 * first, each judged by what was learned from the others: from this come how closely to fit, which labels to doubt, how
 * sure a distance is, where several labels are cut, and the figures. Copies of a text fall into one fold.
 *
 * @param documents  labelled texts; at least two labels
 * @throws RangeError for fewer than two labels, or texts without a label where one is wanted
 */
export function fitClassifier(documents: readonly LabelledText[], options: ClassifierOptions = {}): Learned {
  const { several, mostFeatures, ...how } = { ...DEFAULTS, ...options }
  const labels = labelsOf(documents, several)
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  const texts = documents.map(({ text }) => normalise(text, { limit: LONGEST_READ }).text)
  const counted = texts.map(featuresOf)
  const given = documents.map((document) => new Set(document.labels.map((label) => placeOf.get(label)!)))
  const aim: Aim = { labels: labels.length, pairing: several ? pairingOf(labels) : null }
  const neverEmpty = documents.every((document) => document.labels.length > 0)

  const judge = (rows: readonly Float64Array[], texts: readonly number[]): Judge => {
    const of = { rows: texts.map((i) => rows[i]!), given: texts.map((i) => given[i]!) }
    return { labels, several, neverEmpty, ...levelsOf(of, aim, { several, neverEmpty }) }
  }
  const assessed = (rows: readonly Float64Array[], texts: readonly number[], by = judge(rows, texts)) =>
    assess(
      texts.map((i) => ({ given: documents[i]!.labels, ...foundAt(rows[i]!, by, aim.pairing) })),
      labels,
    )
  // Rare labels count as much as frequent ones for half of it: accuracy alone favours what files all under the frequent.
  const scoreOf: Score = (rows, texts) => {
    const { microF1, macroF1 } = assessed(rows, texts)
    return microF1 + macroF1
  }
  const folds = foldsOf(texts, labels.length, how.seed)
  const trial = bestTrial({ counted, given, folds, aim }, scoreOf, { ...how, several })

  const isKept = (_: unknown, i: number) => trial.kept[i] === true
  const planes = fitPlanes(counted.filter(isKept), given.filter(isKept), aim, { ...how, cost: trial.cost })
  const all = [...texts.keys()]
  const last = judge(trial.rows, all)
  return {
    classifier: { ...packPlanes(planes, mostFeatures), ...last },
    assessment: assessed(trial.rows, all, last),
    leftOut: trial.kept.filter((kept) => !kept).length,
  }
}

function labelsOf(documents: readonly LabelledText[], several: boolean): string[] {
  const labels = [...new Set(documents.flatMap((document) => document.labels))].sort()
  if (labels.length < 2) throw new RangeError('fitClassifier: want at least two labels')
  if (!several && documents.some((document) => document.labels.length !== 1))
    throw new RangeError('fitClassifier: want one label for each text')
  return labels
}

type Judge = Pick<Classifier, 'labels' | 'several' | 'odds' | 'sharpness' | 'cut' | 'neverEmpty'>

/** How rows of texts that were not learned from become chances and labels. */
function levelsOf(
  { rows, given }: { rows: readonly Float64Array[]; given: readonly ReadonlySet<number>[] },
  { pairing }: Aim,
  { several, neverEmpty }: { several: boolean; neverEmpty: boolean },
): Pick<Classifier, 'odds' | 'sharpness' | 'cut'> {
  const odds = pairing && fitPairOdds(rows, given, pairing)
  const distances = odds === null || pairing === null ? rows : rows.map((row) => pairDistances(row, pairing, odds))
  const cut = several ? bestCut(distances, given, neverEmpty) : 0
  return { odds, sharpness: bestSharpness(distances, given, several), cut }
}

function foundAt(row: Float64Array, judge: Judge, pairing: Pairing | null): Found {
  const { labels, several, odds, sharpness, cut, neverEmpty } = judge
  const distances = pairing === null || odds === null ? row : pairDistances(row, pairing, odds)
  const best = nearestOf(distances)
  if (several) {
    const chances = distances.map((distance) => 1 / (1 + Math.exp(-sharpness * distance)))
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

const SIZES = Float32Array.from({ length: 256 }, (_, at) => sizeOf(at - 128))

/** Makes a classifier ready: gives what it finds in a text as the customer wrote it. */
export function readerOf(classifier: Classifier): (text: string) => Found {
  const places = new Places(classifier.hashes)
  const { labels, weights, scales, biases, tellings, offsets, odds } = classifier
  const aim: Aim = { labels: labels.length, pairing: odds === null ? null : pairingOf(labels) }
  const size = biases.length
  return (text) => {
    const vector = vectorOf(featuresOf(normalise(text, { limit: LONGEST_READ }).text), places, tellings)
    const sums = new Float64Array(size)
    for (const [k, place] of vector.places.entries()) {
      const value = vector.values[k]!
      const from = place * size
      for (let plane = 0; plane < size; plane++) sums[plane]! += value * SIZES[weights[from + plane]! + 128]!
    }
    const distances = sums.map((sum, plane) => sum * scales[plane]! + biases[plane]!)
    // Of a text that says nothing known, only how frequent labels are is left: no distance to be sure of.
    const judge =
      vector.places.length > 0 ? classifier : { ...classifier, sharpness: Math.min(1, classifier.sharpness) }
    return foundAt(rowOf(distances, offsets, aim), judge, aim.pairing)
  }
}
