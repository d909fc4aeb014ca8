import { normalise } from '../language/normalise.ts'
import { type Assessment, assess } from './assess.ts'
import { bestCut, bestSharpness } from './calibrate.ts'
import { bestTrial, foldsOf } from './folds.ts'
import { type Counted, fitPlanes, packPlanes } from './planes.ts'
import { countsOf, Places, vectorOf } from './vectors.ts'

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
 * Learns to tell labels apart from texts: one plane for each label over hashed runs of signs, its weights in one byte
 * each. Texts are read in folds first, each judged by what was learned from the others: from this come how closely to
 * fit, which labels to doubt, how sure a distance is, where several labels are cut, and the figures. Copies of a text
 * fall into one fold.
 *
 * @param documents  labelled texts; at least two labels
 * @throws RangeError for fewer than two labels, or texts without a label where one is wanted
 */
export function fitClassifier(documents: readonly LabelledText[], options: ClassifierOptions = {}): Learned {
  const { several, mostFeatures, seed, epochs, minTexts, cost } = { ...DEFAULTS, ...options }
  const labels = [...new Set(documents.flatMap((document) => document.labels))].sort()
  if (labels.length < 2) throw new RangeError('fitClassifier: want at least two labels')
  if (!several && documents.some((document) => document.labels.length !== 1))
    throw new RangeError('fitClassifier: want one label for each text')
  const placeOf = new Map(labels.map((label, place) => [label, place]))
  const texts = documents.map(({ text }) => normalise(text, { limit: LONGEST_READ }).text)
  const counted: Counted[] = texts.map(countsOf)
  const given = documents.map((document) => new Set(document.labels.map((label) => placeOf.get(label)!)))
  const neverEmpty = documents.every((document) => document.labels.length > 0)

  const judged = (distances: readonly Float64Array[], judge: Judge) =>
    distances.map((row, i) => ({ given: documents[i]!.labels, ...foundAt(row, judge) }))
  const judgeOf = (distances: readonly Float64Array[]): Judge => {
    const sharpness = bestSharpness(distances, given, several)
    return { labels, several, neverEmpty, sharpness, cut: several ? bestCut(distances, given) : 0 }
  }
  // Rare labels count as much as frequent ones for half of it: accuracy alone favours what files all under the frequent.
  const scoreOf = (distances: readonly Float64Array[]) => {
    const { microF1, macroF1 } = assess(judged(distances, judgeOf(distances)), labels)
    return microF1 + macroF1
  }
  const material = { counted, given, labels: labels.length }
  const trial = bestTrial(material, foldsOf(texts, labels.length, seed), scoreOf, {
    several,
    epochs,
    minTexts,
    seed,
    cost,
  })

  const isKept = (_: unknown, i: number) => trial.kept[i] === true
  const planes = fitPlanes(counted.filter(isKept), given.filter(isKept), labels.length, {
    epochs,
    minTexts,
    seed,
    cost: trial.cost,
  })
  const judge = judgeOf(trial.distances)
  return {
    classifier: { ...packPlanes(planes, mostFeatures), ...judge },
    assessment: assess(judged(trial.distances, judge), labels),
    leftOut: trial.kept.filter((kept) => !kept).length,
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
    const vector = vectorOf(countsOf(normalise(text, { limit: LONGEST_READ }).text), places, tellings)
    const sums = new Float64Array(size)
    for (const [k, place] of vector.places.entries()) {
      const value = vector.values[k]!
      const row = place * size
      for (let label = 0; label < size; label++) sums[label]! += value * weights[row + label]!
    }
    return foundAt(
      sums.map((sum, label) => (sum * scales[label]!) / 127 + biases[label]!),
      classifier,
    )
  }
}
