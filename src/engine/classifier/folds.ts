import { chance } from '../statistics/chance.ts'
import type { MarginOptions } from './margin.ts'
import { type Counted, distancesOf, fitPlanes } from './planes.ts'
import { Places, vectorOf } from './vectors.ts'

/** Texts to be learned from: their features, the places of their labels, and how many labels there are. */
export type Material = { counted: readonly Counted[]; given: readonly ReadonlySet<number>[]; labels: number }

/** A way to learn, and how far each text lay from planes that were learned without it. */
export type Trial = { cost: number; kept: readonly boolean[]; distances: Float64Array[] }

/** Above so many texts times labels three folds take the place of five: every fold learns a plane for each label. */
const LARGE = 500_000
const FOLDS = 5
const FEW_FOLDS = 3

/** Where labels are many and noisy, planes should fit less closely: on 118 buyer intents .3 is right 5 points more often than 1. */
const COSTS = [0.3, 1]
/**
 * A text is left out when another label lies nearer than the given one by more than this: its label is likelier wrong
 * than telling. Buyer intents, noisy on purpose: .3 gained 1.4 points over keeping all of 118, .9 gained 1.3 of five.
 */
const DOUBTS = [0.9, 0.3]

/** A fold for each text, the same for texts that differ in marks and spaces only. */
export function foldsOf(texts: readonly string[], labels: number, seed: number): number[] {
  const count = texts.length * labels > LARGE ? FEW_FOLDS : FOLDS
  const next = chance(seed)
  const folds = new Map<string, number>()
  return texts.map((text) => {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
    const fold = folds.get(letters) ?? Math.floor(next() * count)
    folds.set(letters, fold)
    return fold
  })
}

/** Judges each text by what was learned from the kept ones of the other folds. */
function judgedInFolds(
  { counted, given, labels }: Material,
  kept: readonly boolean[],
  folds: readonly number[],
  options: MarginOptions & { minTexts: number },
): Float64Array[] {
  const distances: Float64Array[] = counted.map(() => new Float64Array(labels))
  for (const fold of new Set(folds)) {
    const isIn = (_: unknown, i: number) => folds[i] !== fold && kept[i] === true
    const planes = fitPlanes(counted.filter(isIn), given.filter(isIn), labels, options)
    const places = new Places(planes.hashes)
    for (const [i, counts] of counted.entries())
      if (folds[i] === fold) distances[i] = distancesOf(vectorOf(counts, places, planes.tellings), planes)
  }
  return distances
}

/** How much nearer the nearest other label lies than the one given. */
function doubtOf(distances: Float64Array, given: ReadonlySet<number>): number {
  let own = Number.NEGATIVE_INFINITY
  let other = Number.NEGATIVE_INFINITY
  for (const [label, distance] of distances.entries()) {
    if (given.has(label)) own = Math.max(own, distance)
    else other = Math.max(other, distance)
  }
  return other - own
}

/**
 * Tries the ways to learn and gives the one that was right most often.
 *
 * @param cost     tried alone when it is given
 * @param scoreOf  how right distances are; larger is better
 * @param several  labels of several are not doubted: that one is missing does not show as another being nearer
 */
export function bestTrial(
  material: Material,
  folds: readonly number[],
  scoreOf: (distances: readonly Float64Array[]) => number,
  {
    cost,
    several,
    ...options
  }: Omit<MarginOptions, 'cost'> & { minTexts: number; several: boolean; cost: number | undefined },
): Trial {
  const all = material.counted.map(() => true)
  const tried = (of: number, kept: readonly boolean[]): Trial => ({
    cost: of,
    kept,
    distances: judgedInFolds(material, kept, folds, { ...options, cost: of }),
  })
  const better = (a: Trial, b: Trial) => (scoreOf(b.distances) > scoreOf(a.distances) ? b : a)
  const plain = (cost === undefined ? COSTS : [cost]).map((one) => tried(one, all)).reduce(better)
  if (several) return plain
  const doubts = plain.distances.map((row, i) => doubtOf(row, material.given[i]!))
  return DOUBTS.map((most) =>
    tried(
      plain.cost,
      doubts.map((doubt) => doubt <= most),
    ),
  ).reduce(better, plain)
}
