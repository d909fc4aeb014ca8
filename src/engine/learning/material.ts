import { Places, type Vector } from '../classifier/vectors.ts'
import { everyFeature } from './features.ts'

/** Texts as vectors of about length one over the grams that some of them share. */
export type Material = {
  hashes: Uint32Array
  /** What a gram's weight is multiplied by when it is read without its telling. */
  tellings: Float32Array
  vectors: Vector[]
}

/** One text alone teaches nothing, and of many texts a few teach next to nothing: a gram must be in so many. */
const leastTexts = (texts: number): number => (texts > 2_000 ? 3 : 2)

/** The grams of normalised texts, weighed by how few of them share each. */
export function materialOf(texts: readonly string[]): Material {
  const shared = new Map<number, number>()
  for (const text of texts) everyFeature(text, (hash) => shared.set(hash, (shared.get(hash) ?? 0) + 1))
  const least = leastTexts(texts.length)
  const kept = [...shared].filter(([, n]) => n >= least).sort((a, b) => a[0] - b[0])
  const hashes = Uint32Array.from(kept, ([hash]) => hash)
  const tellings = Float32Array.from(kept, ([, n]) => Math.log((1 + texts.length) / (1 + n)) + 1)
  const usual = rootMeanSquare(kept, tellings)
  for (let i = 0; i < tellings.length; i++) tellings[i]! /= usual
  const places = new Places(hashes)
  return { hashes, tellings, vectors: texts.map((text) => vectorOf(text, places, tellings)) }
}

function rootMeanSquare(kept: readonly [number, number][], tellings: Float32Array): number {
  let squares = 0
  let count = 0
  for (const [i, [, n]] of kept.entries()) {
    squares += n * tellings[i]! ** 2
    count += n
  }
  return Math.sqrt(squares / Math.max(count, 1)) || 1
}

/** Grams that nobody shares count in the length of a text: one that is mostly new is spoken for weakly. */
function vectorOf(text: string, places: Places, tellings: Float32Array): Vector {
  const found: number[] = []
  const count = everyFeature(text, (hash) => {
    const place = places.of(hash)
    if (place >= 0) found.push(place)
  })
  const scale = 1 / Math.sqrt(Math.max(count, 1))
  return { places: Int32Array.from(found), values: Float32Array.from(found, (place) => tellings[place]! * scale) }
}

/** Above this two texts say the same in other words. */
const ALIKE = 0.25
/** The newest so many are compared. */
const MOST_COMPARED = 2_000

/** Of `among`, the vectors that are like none of `others`. Places in `among`. */
export function unlike(among: readonly Vector[], others: readonly Vector[], size: number): number[] {
  const held = new Float32Array(size)
  const compared = others.slice(0, MOST_COMPARED)
  return [...among.keys()].filter((i) => {
    const { places, values } = among[i]!
    for (let k = 0; k < places.length; k++) held[places[k]!] = values[k]!
    const isLike = compared.some((other) => {
      let product = 0
      for (let k = 0; k < other.places.length; k++) product += held[other.places[k]!]! * other.values[k]!
      return product > ALIKE
    })
    for (const place of places) held[place] = 0
    return !isLike
  })
}
