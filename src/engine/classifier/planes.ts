import { fitMargin, type MarginOptions } from './margin.ts'
import { fitVocabulary, Places, type Vector, vectorOf } from './vectors.ts'

/** A text as its features and how often each occurs. */
export type Counted = ReadonlyMap<number, number>

/** One plane for each label, over the features of a vocabulary. */
export type Planes = { hashes: Uint32Array; tellings: Float32Array; weights: Float32Array[]; biases: number[] }

/** Parts each label from all others. `given` holds the places of each text's labels. */
export function fitPlanes(
  counted: readonly Counted[],
  given: readonly ReadonlySet<number>[],
  labels: number,
  { minTexts, ...options }: MarginOptions & { minTexts: number },
): Planes {
  const { hashes, weights: tellings } = fitVocabulary(counted, minTexts)
  const places = new Places(hashes)
  const vectors = counted.map((counts) => vectorOf(counts, places, tellings))
  const planes = Array.from({ length: labels }, (_, label) => {
    const isWithin = Int8Array.from(given, (of) => (of.has(label) ? 1 : -1))
    return fitMargin(vectors, isWithin, hashes.length, options)
  })
  return { hashes, tellings, weights: planes.map(({ weights }) => weights), biases: planes.map(({ bias }) => bias) }
}

/** How far a text lies on each label's side. */
export const distancesOf = ({ places, values }: Vector, { weights, biases }: Planes): Float64Array =>
  Float64Array.from(biases, (bias, label) => {
    const plane = weights[label]!
    let distance = bias
    for (let k = 0; k < places.length; k++) distance += plane[places[k]!]! * values[k]!
    return distance
  })

/** The planes with one byte a weight, the `most` features with the heaviest ones. */
export function packPlanes({ hashes, tellings, weights, biases }: Planes, most: number) {
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
    for (const [label, plane] of weights.entries())
      bytes[at * weights.length + label] = Math.round((plane[place]! / (scales[label]! || 1)) * 127)
  return {
    hashes: Uint32Array.from(kept, (place) => hashes[place]!),
    tellings: Float32Array.from(kept, (place) => tellings[place]!),
    weights: bytes,
    scales,
    biases: Float32Array.from(biases),
  }
}
