import type { Counted } from './features.ts'
import { fitMargin, type MarginOptions } from './margin.ts'
import type { Pairing } from './pairs.ts'
import { fitVocabulary, Places, type Vector, vectorOf } from './vectors.ts'

/** What planes are to tell apart: so many labels; things and moods beside them where labels are pairs of these. */
export type Aim = { labels: number; pairing: Pairing | null }

/**
 * Planes over the features of a vocabulary: one for each label, then one for each thing, then one for each mood.
 * `offsets` say how likely each mood is of each thing: `offsets[thing * moods + mood]`.
 */
export type Planes = {
  hashes: Uint32Array
  tellings: Float32Array
  weights: Float32Array[]
  biases: number[]
  offsets: number[]
}

export type PlaneOptions = MarginOptions & { minTexts: number }

/** Moods are learned from fewer and doubtful texts: fitted as closely as things they lost a point. */
const COST_OF_MOODS = 0.2
/** What the thing spoken of counts as a feature of what is said. */
const ABOUT = 0.5

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Parts each label from all others. `given` holds the places of each text's labels. */
export function fitPlanes(
  counted: readonly Counted[],
  given: readonly ReadonlySet<number>[],
  { labels, pairing }: Aim,
  { minTexts, ...options }: PlaneOptions,
): Planes {
  const { hashes, weights: tellings } = fitVocabulary(counted, minTexts)
  const places = new Places(hashes)
  const vectors = counted.map((counts) => vectorOf(counts, places, tellings))
  const within = (isIn: (of: ReadonlySet<number>) => boolean) =>
    fitMargin(
      vectors,
      Int8Array.from(given, (of) => (isIn(of) ? 1 : -1)),
      hashes.length,
      options,
    )
  const planes = upTo(labels).map((label) => within((of) => of.has(label)))
  let offsets: number[] = []
  if (pairing !== null) {
    const { thingOf } = pairing
    for (const thing of upTo(pairing.things))
      planes.push(within((of) => [...of].some((label) => thingOf[label] === thing)))
    const moods = fitMoods(vectors, given, hashes.length, pairing, options)
    planes.push(...moods.planes)
    offsets = moods.offsets
  }
  return {
    hashes,
    tellings,
    weights: planes.map(({ weights }) => weights),
    biases: planes.map(({ bias }) => bias),
    offsets,
  }
}

/** A plane for each mood over what was said of any thing; the thing is one more feature. */
function fitMoods(
  vectors: readonly Vector[],
  given: readonly ReadonlySet<number>[],
  size: number,
  { things, moods, thingOf, moodOf }: Pairing,
  { cost, ...options }: MarginOptions,
) {
  const said = given.flatMap((of, i) => [...of].map((label) => ({ vector: vectors[i]!, label })))
  const ofThings = said.map(({ vector, label }) => aboutThing(vector, size + thingOf[label]!))
  const planes = upTo(moods).map((mood) => {
    const isMood = Int8Array.from(said, ({ label }) => (moodOf[label] === mood ? 1 : -1))
    return fitMargin(ofThings, isMood, size + things, { ...options, cost: cost * COST_OF_MOODS })
  })
  return {
    planes: planes.map(({ weights, bias }) => ({ weights: weights.subarray(0, size), bias })),
    offsets: upTo(things).flatMap((thing) => planes.map(({ weights }) => ABOUT * weights[size + thing]!)),
  }
}

const aboutThing = ({ places, values }: Vector, place: number): Vector => ({
  places: Int32Array.of(...places, place),
  values: Float32Array.of(...values, ABOUT),
})

/** How far a text lies on each plane's side. */
export const distancesOf = ({ places, values }: Vector, { weights, biases }: Planes): Float64Array =>
  Float64Array.from(biases, (bias, at) => {
    const plane = weights[at]!
    let distance = bias
    for (let k = 0; k < places.length; k++) distance += plane[places[k]!]! * values[k]!
    return distance
  })

/** Distances with each mood told apart by thing: labels, things, then the moods of each thing. */
export function rowOf(distances: Float64Array, offsets: readonly number[], { labels, pairing }: Aim): Float64Array {
  if (pairing === null) return distances
  const { things, moods } = pairing
  const row = new Float64Array(labels + things + offsets.length)
  row.set(distances.subarray(0, labels + things))
  for (const [i, offset] of offsets.entries())
    row[labels + things + i] = distances[labels + things + (i % moods)]! + offset
  return row
}

/** What a byte weighs, −1…1: small weights, of which most are, stay apart. */
export const sizeOf = (byte: number): number => Math.sign(byte) * (byte / 127) ** 2
const byteOf = (share: number): number => Math.round(Math.sign(share) * Math.sqrt(Math.abs(share)) * 127)

/** The planes with one byte a weight, the `most` features with the heaviest ones. */
export function packPlanes({ hashes, tellings, weights, biases, offsets }: Planes, most: number) {
  const heaviest = new Float32Array(hashes.length)
  for (const plane of weights)
    for (let place = 0; place < plane.length; place++)
      heaviest[place] = Math.max(heaviest[place]!, Math.abs(plane[place]!))
  const kept = [...heaviest.keys()]
    .sort((a, b) => heaviest[b]! - heaviest[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
  const scales = Float32Array.from(weights, (plane) => plane.reduce((top, w) => Math.max(top, Math.abs(w)), 0))
  const bytes = new Int8Array(kept.length * weights.length)
  for (const [at, place] of kept.entries())
    for (const [i, plane] of weights.entries())
      bytes[at * weights.length + i] = byteOf(plane[place]! / (scales[i]! || 1))
  return {
    hashes: Uint32Array.from(kept, (place) => hashes[place]!),
    tellings: Float32Array.from(kept, (place) => tellings[place]!),
    weights: bytes,
    scales,
    biases: Float32Array.from(biases),
    offsets,
  }
}
