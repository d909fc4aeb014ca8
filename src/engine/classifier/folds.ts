import { chance } from '../statistics/chance.ts'
import type { Counted } from './features.ts'
import { type Aim, distancesOf, fitPlanes, type PlaneOptions, rowOf } from './planes.ts'
import { Places, vectorOf } from './vectors.ts'

/** Texts to be learned from: their features, the places of their labels, the fold of each, what is to be told apart. */
export type Material = {
  counted: readonly Counted[]
  given: readonly ReadonlySet<number>[]
  folds: readonly number[]
  aim: Aim
}

type Folds = ReadonlySet<number>

/** A way to learn, and how far each text lay from planes that were learned without it: see `rowOf`. */
export type Trial = { cost: number; kept: readonly boolean[]; rows: Float64Array[] }

/** Above so many texts times labels three folds take the place of five: every fold learns a plane for each label. */
const LARGE = 500_000
const FOLDS = 5
const FEW_FOLDS = 3

/** Where labels are many and noisy, planes should fit less closely: on 118 buyer intents .3 is right 5 points more often than 1. */
const COSTS = [0.3, 1]
/** Where each label has its own planes and a cut, closer was better in all sets at hand. */
const COSTS_OF_SEVERAL = [1, 2]
/** A trial need not settle as the planes that are kept do. */
const EPOCHS_OF_TRIAL = 8
/** Points of the score that leaving texts out must win: a quarter of them chooses. */
const CLEARLY = 0.01
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

/** Judges the texts of `judged` folds each by what was learned from the kept ones of all other `learned` folds. */
function judgedInFolds(
  { counted, given, aim, folds }: Material,
  { kept, learned, judged }: { kept: (text: number) => boolean; learned: Folds; judged: Folds },
  options: PlaneOptions,
): Float64Array[] {
  const rows: Float64Array[] = counted.map(() => new Float64Array(aim.labels))
  for (const fold of judged) {
    const isIn = (_: unknown, i: number) => folds[i] !== fold && learned.has(folds[i]!) && kept(i)
    const planes = fitPlanes(counted.filter(isIn), given.filter(isIn), aim, options)
    const places = new Places(planes.hashes)
    for (const [i, counts] of counted.entries())
      if (folds[i] === fold)
        rows[i] = rowOf(distancesOf(vectorOf(counts, places, planes.tellings), planes), planes.offsets, aim)
  }
  return rows
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

/** How right rows are over the texts named; larger is better. */
export type Score = (rows: readonly Float64Array[], texts: readonly number[]) => number

/**
 * Tries the ways to learn and gives the one that was right most often.
 *
 * @param cost     tried alone when it is given
 * @param several  labels of several are not doubted: that one is missing does not show as another being nearer
 */
export function bestTrial(
  material: Material,
  scoreOf: Score,
  { cost, several, epochs, ...rest }: Omit<PlaneOptions, 'cost'> & { several: boolean; cost: number | undefined },
): Trial {
  const options = { ...rest, epochs: Math.min(epochs, EPOCHS_OF_TRIAL) }
  const texts = [...material.counted.keys()]
  const folds = new Set(material.folds)
  const tried = (of: number, kept: (text: number) => boolean): Trial => ({
    cost: of,
    kept: texts.map(kept),
    rows: judgedInFolds(material, { kept, learned: folds, judged: folds }, { ...options, cost: of }),
  })
  const costs = several ? COSTS_OF_SEVERAL : COSTS
  const [first, ...others] = (cost === undefined ? costs : [cost]).map((one) => tried(one, () => true))
  const plain = others.reduce((a, b) => (scoreOf(b.rows, texts) > scoreOf(a.rows, texts) ? b : a), first!)
  const most = several ? null : doubtThatPays(material, plain, scoreOf, { ...options, cost: plain.cost })
  if (most === null) return plain
  const doubts = plain.rows.map((row, i) => doubtOf(row, material.given[i]!))
  return tried(plain.cost, (i) => doubts[i]! <= most)
}

/**
 * From which doubt on a text is better left out; null where keeping all is as good. Tried on one fold, which had no part
 * in doubting the others: judged by texts that helped to choose, leaving out always seems to win.
 */
function doubtThatPays(material: Material, plain: Trial, scoreOf: Score, options: PlaneOptions): number | null {
  const [scout, ...others] = new Set(material.folds)
  if (scout === undefined || others.length < 2) return null
  const learned = new Set(others)
  const inner = judgedInFolds(material, { kept: () => true, learned, judged: learned }, options)
  const doubts = inner.map((row, i) => doubtOf(row, material.given[i]!))
  const texts = [...material.folds.keys()].filter((i) => material.folds[i] === scout)
  let best: { most: number | null; score: number } = { most: null, score: scoreOf(plain.rows, texts) + CLEARLY }
  for (const most of DOUBTS) {
    const kept = (i: number) => doubts[i]! <= most
    const rows = judgedInFolds(material, { kept, learned, judged: new Set([scout]) }, options)
    const score = scoreOf(rows, texts)
    if (score > best.score) best = { most, score }
  }
  return best.most
}
