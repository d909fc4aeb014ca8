import { assess, type LabelFigures, type Share } from '../classifier/assess.ts'
import { INTENTS, type IntentLabel } from '../intent/intent.ts'
import type { Polarity } from '../sentiment/sentiment.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { type LessonOutcome, outcomeOf } from './go-live.ts'
import { categoryOffset, type Judgement, judgedWith, offsetsOf, POLARITIES } from './judgement.ts'
import { type Layer, type LearnedField, layerOf, type Plane } from './layer.ts'
import { type Material, materialOf, unlike } from './material.ts'
import { fitPlane } from './plane.ts'

/** What people said of one voice; fields that nobody spoke of are absent. Categories by key. */
export type Said = { sentiment?: Polarity; intent?: IntentLabel; categories?: readonly string[] }

/** A voice in the form of `normalise`, and what the engine says of it by itself. */
export type Read = { text: string; base: Judgement }
/** `drawn`: chance alone had brought it up; such a one is held back. */
export type Judged = Read & { said: Said; heldBack: boolean; drawn: boolean }
/** A voice that nobody judged; one held back is never learned from. */
export type Unjudged = Read & { heldBack: boolean }

export type Lesson = {
  field: LearnedField
  /** A category's key; null for sentiment and intent. */
  category: string | null
  learnedFrom: number
  /** Right on the judgements held back: with what was live, and with what was learned. */
  before: Share
  after: Share
  /** Of the voices that nobody judged, those that would be judged otherwise. */
  changes: Share
  outcome: LessonOutcome
}

/**
 * How right judgements are on one kind of those held back.
 *
 * - `drawn`: chance alone brought these voices up, out of those that nobody had judged. A share of them estimates that
 *   share of the voices that nobody judged, with a Wilson interval, when the draw knew nothing of what the engine said,
 *   people judged whatever was drawn, and they would say the same without seeing what the engine says. Recent voices are
 *   drawn more often, as the queue shows them. What people have judged by then is not among them: there their word holds.
 * - `doubtful`: people judged these because the engine was unsure or wrong, so that the figures are worse than on all.
 */
export type Figures = {
  field: LearnedField
  sample: Sample
  n: number
  accuracy: Share
  /** How right the engine is on the same voices as it ships. */
  shipped: Share
  labels: LabelFigures[]
}
export type Sample = 'drawn' | 'doubtful'

export type Learned = {
  /** What is to be live: learned where that was better, else what was live. */
  planes: Plane[]
  lessons: Lesson[]
  /** How right it is with these, on the judgements held back. */
  figures: Figures[]
}

/** How much a judgement of a label counts, and one of categories, of which few are about any one of them. */
const COST = 4
const CATEGORY_COST = 128
/** How much all voices together count that nobody objected to, beside all judgements. */
const UNOBJECTED = 4
/** The bias is held the more, the smaller: people judge what is wrong, so that labels among judgements tell little. */
const UNIT = 0.3
const SEED = 7
/** Grams kept of a plane, those of most weight. */
const MOST_GRAMS = 30_000
const MOST_CATEGORY_GRAMS = 10_000
const MOST_CATEGORIES = 60
/** A category is learned when so many voices were said or found to be of it. */
const LEAST_ABOUT = 5

/**
 * Learns what the people of a workspace say otherwise than the engine: for each label a plane that is added to the
 * engine's log-odds. Of the judgements, those held back are for checking only. Voices that nobody judged stand for what
 * nobody objected to, unless they are like one that somebody did object to.
 *
 * @param judged    newest first
 * @param unjudged  a sample of the workspace's voices
 * @param live      the planes that are read with now
 * @param judgedShare  part of the workspace's voices that people judge, 0…1
 * @returns the same for the same input, on every machine with the same floating point functions
 */
export function learn(
  judged: readonly Judged[],
  unjudged: readonly Unjudged[],
  live: readonly Plane[],
  judgedShare: number,
): Learned {
  const learned = judged.filter(({ heldBack }) => !heldBack)
  const material = materialOf([...learned, ...unjudged].map(({ text }) => text))
  const school: School = {
    learned,
    heldBack: judged.filter(({ heldBack }) => heldBack),
    unjudged,
    material,
    live: layerOf(live),
    judgedShare,
  }
  const parts = [
    learnLabels(school, 'sentiment', POLARITIES, live),
    learnLabels(school, 'intent', INTENTS, live),
    learnCategories(school, live),
  ]
  const planes = parts.flatMap((part) => part.planes)
  return {
    planes,
    lessons: parts.flatMap((part) => part.lessons),
    figures: (['drawn', 'doubtful'] as const).flatMap((sample) =>
      figuresOf(
        school.heldBack.filter(({ drawn }) => drawn === (sample === 'drawn')),
        layerOf(planes),
        sample,
      ),
    ),
  }
}

type School = {
  learned: readonly Judged[]
  heldBack: readonly Judged[]
  unjudged: readonly Unjudged[]
  /** Of the learned ones, then the unjudged. */
  material: Material
  live: Layer
  judgedShare: number
}

type Part = { planes: Plane[]; lessons: Lesson[] }

function learnLabels(
  school: School,
  field: 'sentiment' | 'intent',
  labels: readonly string[],
  live: readonly Plane[],
): Part {
  const rows = rowsFor(
    school,
    field,
    (one) => one.said[field] !== undefined && one.said[field] !== one.base[field].label,
  )
  if (rows.learned.length === 0) return { planes: live.filter((plane) => plane.field === field), lessons: [] }
  const ofRow = (i: number) => voiceAt(school, i).base[field]
  const labelOf = (i: number) => (i < school.learned.length ? school.learned[i]!.said[field]! : ofRow(i).label)
  const offsets = rows.all.map((i) => offsetsOf(ofRow(i).label, ofRow(i).confidence, labels))
  const planes = labels.map((label, place) =>
    planeOf(
      school,
      rows,
      { field, label, most: MOST_GRAMS, cost: COST },
      (i) => labelOf(i) === label,
      (at) => offsets[at]![place]!,
    ),
  )
  const asLive = (one: Read) => judgedWith(school.live, one.text, one.base)[field].label
  const layer = layerOf(planes)
  const asLearned = (one: Read) => judgedWith(layer, one.text, one.base)[field].label
  const lesson = lessonOf(school, rows, {
    field,
    category: null,
    isSaid: (one) => one.said[field] !== undefined,
    isRightLive: (one) => asLive(one) === one.said[field],
    isRightLearned: (one) => asLearned(one) === one.said[field],
    changes: (one) => asLive(one) !== asLearned(one),
  })
  return {
    planes: lesson.outcome === 'better' ? planes : live.filter((plane) => plane.field === field),
    lessons: [lesson],
  }
}

function learnCategories(school: School, live: readonly Plane[]): Part {
  const found = (one: Read) => one.base.categories.map(({ category }) => category)
  const differs = ({ said, base }: Judged) =>
    said.categories !== undefined &&
    (said.categories.length !== base.categories.length ||
      base.categories.some(({ category }) => !said.categories!.includes(category)))
  const rows = rowsFor(school, 'categories', differs)
  const about = new Map<string, number>()
  for (const i of rows.learned) {
    const one = school.learned[i]!
    for (const key of new Set([...one.said.categories!, ...found(one)])) about.set(key, (about.get(key) ?? 0) + 1)
  }
  const keys = [...about]
    .filter(([, n]) => n >= LEAST_ABOUT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
    .map(([key]) => key)
  const kept = live.filter(({ field, label }) => field === 'categories' && !keys.includes(label))
  if (keys.length === 0) return { planes: kept, lessons: [] }

  const isOf = (i: number, key: string) =>
    i < school.learned.length
      ? school.learned[i]!.said.categories!.includes(key)
      : voiceAt(school, i).base.categories.some(({ category }) => category === key)
  const planes = keys.map((key) =>
    planeOf(
      school,
      rows,
      { field: 'categories', label: key, most: MOST_CATEGORY_GRAMS, cost: CATEGORY_COST },
      (i) => isOf(i, key),
      (at) => categoryOffset(voiceAt(school, rows.all[at]!).base.categories.find(({ category }) => category === key)),
    ),
  )
  const layer = layerOf(planes)
  const keysBy = (by: Layer) => {
    const known = new Map<Read, Set<string>>()
    return (one: Read) => {
      const keysOf =
        known.get(one) ?? new Set(judgedWith(by, one.text, one.base).categories.map(({ category }) => category))
      known.set(one, keysOf)
      return keysOf
    }
  }
  const asLive = keysBy(school.live)
  const asLearned = keysBy(layer)
  const lessons = keys.map((key) =>
    lessonOf(school, rows, {
      field: 'categories',
      category: key,
      isSaid: (one) => one.said.categories !== undefined,
      isRightLive: (one) => asLive(one).has(key) === one.said.categories!.includes(key),
      isRightLearned: (one) => asLearned(one).has(key) === one.said.categories!.includes(key),
      changes: (one) => asLive(one).has(key) !== asLearned(one).has(key),
    }),
  )
  const taken = keys.flatMap((key, i) =>
    lessons[i]!.outcome === 'better'
      ? [planes[i]!]
      : live.filter((plane) => plane.field === 'categories' && plane.label === key),
  )
  return { planes: [...kept, ...taken], lessons }
}

const voiceAt = ({ learned, unjudged }: School, i: number): Read => learned[i] ?? unjudged[i - learned.length]!

/** Places of the rows that a field is learned from, in the order of the material. */
type Rows = { learned: number[]; all: number[] /** Those of the calm ones that are held back. */; calm: Read[] }

/** The judgements of a field, and the unjudged voices that are like none that somebody objected to. */
function rowsFor(
  { learned, unjudged, material, live }: School,
  field: LearnedField,
  isObjection: (one: Judged) => boolean,
): Rows {
  const of = [...learned.keys()].filter((i) => learned[i]!.said[field] !== undefined)
  const objections = of.filter((i) => isObjection(learned[i]!)).map((i) => material.vectors[i]!)
  const others = unjudged.map((_, k) => material.vectors[learned.length + k]!)
  // What is live may say otherwise than the engine by itself: that was learned, and is not to be unlearned.
  const isLeft = (one: Read) => saysTheSame(judgedWith(live, one.text, one.base), one.base, field)
  const calm = unlike(others, objections, material.hashes.length).filter((k) => isLeft(unjudged[k]!))
  return {
    learned: of,
    all: [...of, ...calm.filter((k) => !unjudged[k]!.heldBack).map((k) => learned.length + k)],
    calm: calm.filter((k) => unjudged[k]!.heldBack).map((k) => unjudged[k]!),
  }
}

function saysTheSame(a: Judgement, b: Judgement, field: LearnedField): boolean {
  if (field !== 'categories') return a[field].label === b[field].label
  const keys = b.categories.map(({ category }) => category)
  return a.categories.length === keys.length && a.categories.every(({ category }) => keys.includes(category))
}

function planeOf(
  { learned, material }: School,
  rows: Rows,
  { field, label, most, cost }: { field: LearnedField; label: string; most: number; cost: number },
  isWithin: (row: number) => boolean,
  offsetAt: (at: number) => number,
): Plane {
  const calm = rows.all.length - rows.learned.length
  const calmCost = cost * Math.min(1, (UNOBJECTED * rows.learned.length) / Math.max(calm, 1))
  const { weights, bias } = fitPlane(
    {
      vectors: rows.all.map((i) => material.vectors[i]!),
      sides: Int8Array.from(rows.all, (i) => (isWithin(i) ? 1 : -1)),
      offsets: Float64Array.from(rows.all, (_, at) => offsetAt(at)),
      costs: Float64Array.from(rows.all, (i) => (i < learned.length ? cost : calmCost)),
    },
    material.hashes.length,
    { unit: UNIT, seed: SEED },
  )
  return { field, label, bias, ...heaviest(material, weights, most) }
}

/** The grams of most weight in one byte each; those that come to nothing are left out. */
function heaviest({ hashes, tellings }: Material, weights: Float32Array, most: number) {
  const sizes = weights.map((weight, i) => Math.abs(weight * tellings[i]!))
  const unit = sizes.reduce((top, size) => Math.max(top, size), 0)
  const least = Math.max(sizes.slice().sort()[Math.max(sizes.length - most, 0)] ?? 0, unit / 254)
  let kept = 0
  for (const size of sizes) if (size >= least && unit > 0) kept++
  const plane = { unit, hashes: new Uint32Array(kept), weights: new Int8Array(kept) }
  for (let i = 0, at = 0; at < kept; i++) {
    if (sizes[i]! < least) continue
    plane.hashes[at] = hashes[i]!
    plane.weights[at] = Math.round((weights[i]! * tellings[i]! * 127) / unit)
    at++
  }
  return plane
}

const shareOf = (hits: number, of: number): Share => ({
  hits,
  of,
  rate: of === 0 ? null : hits / of,
  interval: wilsonInterval(hits, of),
})

function lessonOf(
  { heldBack, unjudged, judgedShare }: School,
  { learned: { length: learnedFrom }, calm }: Rows,
  {
    field,
    category,
    isSaid,
    isRightLive,
    isRightLearned,
    changes,
  }: Pick<Lesson, 'field' | 'category'> & {
    isSaid: (one: Judged) => boolean
    isRightLive: (one: Judged) => boolean
    isRightLearned: (one: Judged) => boolean
    changes: (one: Read) => boolean
  },
): Lesson {
  const checked = heldBack.filter(isSaid)
  const [before, after] = [checked.filter(isRightLive).length, checked.filter(isRightLearned).length]
  return {
    field,
    category,
    learnedFrom,
    before: shareOf(before, checked.length),
    after: shareOf(after, checked.length),
    changes: shareOf(unjudged.filter(changes).length, unjudged.length),
    outcome: outcomeOf({
      learnedFrom,
      heldBack: checked.length,
      before: checked.length - before,
      after: checked.length - after,
      judgedShare,
      calm: calm.length,
      changed: calm.filter(changes).length,
    }),
  }
}

/** How right judgements are with a layer, by field and label. */
function figuresOf(heldBack: readonly Judged[], layer: Layer, sample: Sample): Figures[] {
  const read = heldBack.map((one) => ({ said: one.said, base: one.base, is: judgedWith(layer, one.text, one.base) }))
  const figures = (
    field: LearnedField,
    given: (said: Said) => readonly string[] | undefined,
    labels: readonly string[] | null,
  ): Figures => {
    const foundBy = (by: 'is' | 'base') =>
      read.flatMap((one) => {
        const wanted = given(one.said)
        if (wanted === undefined) return []
        const found = one[by]
        const own = field === 'categories' ? found.categories.map(({ category }) => category) : [found[field].label]
        return [{ given: wanted, labels: own, confidence: 1 }]
      })
    const judged = foundBy('is')
    const shipped = foundBy('base')
    const all = labels ?? [...new Set([...judged, ...shipped].flatMap((one) => [...one.given, ...one.labels]))].sort()
    const { accuracy, labels: byLabel } = assess(judged, all)
    const named = byLabel.filter(({ precision, recall }) => labels !== null || precision.of + recall.of > 0)
    return { field, sample, n: judged.length, accuracy, shipped: assess(shipped, all).accuracy, labels: named }
  }
  return [
    figures('sentiment', ({ sentiment }) => sentiment && [sentiment], POLARITIES),
    figures('intent', ({ intent }) => intent && [intent], INTENTS),
    figures('categories', ({ categories }) => categories, null),
  ]
}
