import { type Counted, isSignal, viewOf } from './features.ts'

/** Features of texts by place: `hashes[i]` is the feature at place i, `weights[i]` how telling it is by itself. */
export type Vocabulary = { hashes: Uint32Array; weights: Float32Array }

/** A text as places and values, in the same order. */
export type Vector = { places: Int32Array; values: Float32Array }

/** Finds places by hash; a table with gaps in plain arrays, several times faster than a Map. */
export class Places {
  readonly #keys: Uint32Array
  readonly #places: Int32Array
  readonly #last: number

  constructor(hashes: Uint32Array) {
    let size = 16
    while (size < hashes.length * 2) size *= 2
    this.#keys = new Uint32Array(size)
    this.#places = new Int32Array(size).fill(-1)
    this.#last = size - 1
    hashes.forEach((hash, place) => {
      let at = hash & this.#last
      while (this.#places[at] !== -1) at = (at + 1) & this.#last
      this.#keys[at] = hash
      this.#places[at] = place
    })
  }

  /** The place of a feature, or -1. */
  of(hash: number): number {
    let at = hash & this.#last
    for (;;) {
      const place = this.#places[at]!
      if (place === -1 || this.#keys[at] === hash) return place
      at = (at + 1) & this.#last
    }
  }
}

/**
 * The features that at least `minTexts` of the texts share, weighed by how few share them; signals weigh one.
 *
 * @param counted  the features of each text
 * @source smoothed inverse document frequency, Spärck Jones 1972, J. Documentation 28:11–21
 */
export function fitVocabulary(counted: readonly Counted[], minTexts: number): Vocabulary {
  const texts = new Map<number, number>()
  for (const counts of counted) for (const hash of counts.keys()) texts.set(hash, (texts.get(hash) ?? 0) + 1)
  const kept = [...texts].filter(([, n]) => n >= minTexts).sort((a, b) => a[0] - b[0])
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    weights: Float32Array.from(kept, ([hash, n]) =>
      isSignal(hash) ? 1 : Math.log((1 + counted.length) / (1 + n)) + 1,
    ),
  }
}

/**
 * A text by the features of a vocabulary: the root-like weight of how often each occurs, times its own. Each view is of
 * length one, so that neither drowns the other; signals stay as they are.
 */
export function vectorOf(counts: Counted, places: Places, weights: Float32Array): Vector {
  const known: number[] = []
  const found: number[] = []
  const values: number[] = []
  const squares: [number, number] = [0, 0]
  for (const [feature, count] of counts) {
    const place = places.of(feature)
    if (place < 0) continue
    const value = isSignal(feature) ? count : (1 + Math.log(count)) * weights[place]!
    known.push(feature)
    found.push(place)
    values.push(value)
    if (!isSignal(feature)) squares[viewOf(feature)] += value * value
  }
  const lengths = squares.map((square) => Math.sqrt(square) || 1)
  return {
    places: Int32Array.from(found),
    values: Float32Array.from(values, (value, i) => {
      const feature = known[i]!
      return isSignal(feature) ? value : value / lengths[viewOf(feature)]!
    }),
  }
}
