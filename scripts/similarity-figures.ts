/**
 * How well similar voices are found: pairs of questions that mean the same or not (LCQMC, for research only: measured
 * on, never learned from), and how many of the ten nearest of a review are of its category.
 */
import type { Segmenter } from '../src/engine/keywords/segmenter.ts'
import { alikeness, gramsOf, sharedWords } from '../src/engine/similarity/alike.ts'
import { type MeaningModel, meaningOf, nearestCells, nearnessOf } from '../src/engine/similarity/meaning.ts'
import { chance, shuffle } from '../src/engine/statistics/chance.ts'
import { isHeldBack, rowsOf } from './labelled-texts.ts'

export type SimilarityFigure = {
  set: string
  n: number
  figure: string
  words: number
  meaning: number
  both: number
  'by cells'?: number
}

type Pair = { a: string; b: string; label: number }
type Review = { text: string; cat: string }
type Read = { grams: ReturnType<typeof gramsOf>; found: ReturnType<typeof meaningOf> }
type Likeness = (a: Read, b: Read) => number

const rounded = (x: number): number => Math.round(x * 10_000) / 100
const NOTHING = new Int8Array(0)
const near: Likeness = (a, b) => nearnessOf(a.found?.meaning ?? NOTHING, b.found?.meaning ?? NOTHING)
const words: Likeness = (a, b) => sharedWords(a.grams, b.grams)
const both: Likeness = (a, b) => alikeness(words(a, b), near(a, b))

export function similarityFigures(model: MeaningModel, segment: Segmenter): SimilarityFigure[] {
  const read = (text: string): Read => ({ grams: gramsOf(text, model), found: meaningOf(text, model, segment) })
  return [...pairFigures(read), ...neighbourFigures(read, model)]
}

function pairFigures(read: (text: string) => Read): SimilarityFigure[] {
  const pairs = rowsOf<Pair>('evaluate_only/lcqmc/dev.jsonl.gz')
  if (pairs === null) return []
  const reads = pairs.map(({ a, b }) => [read(a), read(b)] as const)
  const labels = pairs.map(({ label }) => label === 1)
  const by = (likeness: Likeness) => reads.map(([a, b]) => likeness(a, b))
  const row = (figure: string, measure: (scores: number[], labels: boolean[]) => number): SimilarityFigure => ({
    set: 'LCQMC dev',
    n: pairs.length,
    figure,
    words: rounded(measure(by(words), labels)),
    meaning: rounded(measure(by(near), labels)),
    both: rounded(measure(by(both), labels)),
  })
  return [row('AUC', areaUnder), row('accuracy at the best cut', bestAccuracy)]
}

/** The chance that a pair that means the same scores higher than one that does not; ties count half. */
export function areaUnder(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!)
  const hits = labels.filter(Boolean).length
  let ranks = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++
    for (let i = from; i < to; i++) if (labels[order[i]!]) ranks += (from + to + 1) / 2
    from = to
  }
  return (ranks - (hits * (hits + 1)) / 2) / (hits * (labels.length - hits))
}

function bestAccuracy(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!)
  let right = labels.filter((label) => !label).length
  let best = right
  for (const i of order) {
    right += labels[i] ? 1 : -1
    best = Math.max(best, right)
  }
  return best / labels.length
}

const QUERIES = 300
const NEAREST = 10
const PROBED = 6

function neighbourFigures(read: (text: string) => Read, model: MeaningModel): SimilarityFigure[] {
  const rows = rowsOf<Review>('online_shopping_10_cats/train.jsonl.gz')
  if (rows === null) return []
  const kept = rows.filter(({ text }) => isHeldBack(text))
  const order = Array.from(kept, (_, i) => i)
  shuffle(order, chance(7))
  const held = order.map((i) => kept[i]!)
  const reads = held.map(({ text }) => read(text))
  const cells = Map.groupBy(held.keys(), (i) => reads[i]!.found?.cell)
  const everyone = [...held.keys()]
  const precision = (likeness: Likeness, among: (query: Read) => readonly number[]): number => {
    let [hits, shown] = [0, 0]
    for (let q = 0; q < Math.min(QUERIES, held.length); q++) {
      const scored = among(reads[q]!).flatMap((i) => (i === q ? [] : [{ i, score: likeness(reads[q]!, reads[i]!) }]))
      for (const { i } of scored.sort((a, b) => b.score - a.score).slice(0, NEAREST)) {
        shown++
        if (held[i]!.cat === held[q]!.cat) hits++
      }
    }
    return rounded(hits / shown)
  }
  const probed = ({ found }: Read): readonly number[] =>
    found === null ? [] : nearestCells(found.meaning, model, PROBED).flatMap((cell) => cells.get(cell) ?? [])
  return [
    {
      set: 'shopping',
      n: Math.min(QUERIES, held.length) * NEAREST,
      figure: 'of the same category among the ten nearest',
      words: precision(words, () => everyone),
      meaning: precision(near, () => everyone),
      both: precision(both, () => everyone),
      'by cells': precision(both, probed),
    },
  ]
}
