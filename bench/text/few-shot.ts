import { labelledSets } from '../../scripts/labelled-sets.ts'
import { textData } from '../../scripts/labelled-texts.ts'
import { type Background, fewShotDistance, fitFewShot, readBackground } from '../../src/engine/aspects/few-shot.ts'
import type { LabelledText } from '../../src/engine/classifier/classifier.ts'
import { featureOfSigns } from '../../src/engine/classifier/features.ts'
import { everyGram } from '../../src/engine/classifier/grams.ts'
import { fitVocabulary, Places, vectorOf } from '../../src/engine/classifier/vectors.ts'
import { normalise } from '../../src/engine/language/normalise.ts'
import { chance, shuffle } from '../../src/engine/statistics/chance.ts'
import { type Part, percent } from './part.ts'

const SETS = ['clinc150', 'auto-topics', 'cosmetics'] as const
const BACKGROUND = 1_500
const JUDGED = 2_500
const CATEGORIES = 10
const EXAMPLES = [5, 10, 20]
/** The reference is cut where so many examples, each judged by the others, are found, as ours is. */
const KEPT = 0.6

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const order = Int32Array.from(items.keys())
  shuffle(order, next)
  return Array.from(order, (i) => items[i]!)
}

type Texts = { background: LabelledText[]; judged: LabelledText[] }

function textsOf(set: (typeof SETS)[number]): Texts {
  const { learned, judged } = labelledSets[set]()
  const all = [...learned, ...judged]
  const mixed = shuffled(all, chance(1))
  return { background: mixed.slice(0, BACKGROUND), judged: mixed.slice(BACKGROUND, BACKGROUND + JUDGED) }
}

const f1 = (found: readonly boolean[], given: readonly boolean[]): number => {
  const hits = found.filter((one, i) => one && given[i]).length
  const all = found.filter(Boolean).length + given.filter(Boolean).length
  return all === 0 ? 0 : (2 * hits) / all
}

/** The grams that ours is learned from, all in one view of the text. */
function gramsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  everyGram(text, (hash) => {
    const feature = featureOfSigns(hash)
    counts.set(feature, (counts.get(feature) ?? 0) + 1)
  })
  return counts
}

/** Nearest centroid: TF-IDF vectors against the mean of the examples. */
function centroidReader(examples: readonly string[], background: readonly string[]): (text: string) => boolean {
  const counted = [...background, ...examples].map((text) => gramsOf(text))
  const { hashes, weights } = fitVocabulary(counted, 1)
  const places = new Places(hashes)
  const vectorOfText = (text: string) => vectorOf(gramsOf(text), places, weights)
  const vectors = examples.map(vectorOfText)
  const centre = (of: typeof vectors) => {
    const sum = new Float64Array(hashes.length)
    for (const { places: at, values } of of)
      for (const [i, place] of at.entries()) sum[place]! += values[i]! / of.length
    return sum
  }
  const nearness = (one: (typeof vectors)[number], to: Float64Array) =>
    one.places.reduce((sum, place, i) => sum + one.values[i]! * to[place]!, 0)
  const apart = vectors
    .map((one, i) => nearness(one, centre(vectors.filter((_, j) => j % 5 !== i % 5))))
    .sort((a, b) => a - b)
  const cut = apart[Math.floor((1 - KEPT) * apart.length)] ?? 0
  const whole = centre(vectors)
  return (text) => nearness(vectorOfText(text), whole) >= cut
}

function rowsOf(set: (typeof SETS)[number]): object[] {
  const { background, judged } = textsOf(set)
  const plain = (texts: readonly LabelledText[]) => texts.map(({ text }) => normalise(text).text)
  const [behind, before] = [plain(background), plain(judged)]
  const read: Background = readBackground(behind)
  const labels = [...new Set(judged.flatMap((one) => one.labels))].sort()
  return EXAMPLES.map((count) => {
    const ours: number[] = []
    const named: number[] = []
    const theirs: number[] = []
    const next = chance(count)
    for (const label of shuffled(labels, next)) {
      const within = shuffled(
        [...judged.keys()].filter((i) => judged[i]!.labels.includes(label)),
        next,
      )
      if (within.length < count + 5 || ours.length === CATEGORIES) continue
      const shown = new Set(within.slice(0, count))
      const examples = [...shown].map((i) => before[i]!)
      const rest = [...judged.keys()].filter((i) => !shown.has(i))
      const given = rest.map((i) => judged[i]!.labels.includes(label))
      const figure = (find: (text: string) => boolean) =>
        f1(
          rest.map((i) => find(before[i]!)),
          given,
        )
      const finder = (definition: string) => {
        const distance = fewShotDistance(fitFewShot({ definition, examples }, read))
        return (text: string) => distance(text) >= 0
      }
      ours.push(figure(finder('')))
      named.push(figure(finder(label.replaceAll('_', ' '))))
      theirs.push(figure(centroidReader(examples, behind)))
    }
    const mean = (numbers: readonly number[]) => percent(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
    return {
      set,
      examples: count,
      categories: ours.length,
      F1: mean(ours),
      'F1 with its name': mean(named),
      'nearest centroid': mean(theirs),
    }
  })
}

/** A category of which only a few examples are known: F1 on all other texts, beside the nearest centroid. */
export const fewShot: Part = {
  name: 'few-shot',
  slow: true,
  rows: SETS,
  run(isAsked) {
    const figures = SETS.filter(isAsked).flatMap((set) => (labelledSets[set]().learned.length === 0 ? [] : rowsOf(set)))
    return figures.length === 0
      ? `No labelled texts in ${textData}: set HX_TEXT_DATA to their folder`
      : { 'few-shot': figures }
  },
}
