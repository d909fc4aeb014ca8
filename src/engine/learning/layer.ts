import { Places } from '../classifier/vectors.ts'
import { everyFeature } from './features.ts'

export const LEARNED_FIELDS = ['sentiment', 'intent', 'categories'] as const
export type LearnedField = (typeof LEARNED_FIELDS)[number]

/** What was learned about one label of a field: log-odds that are added to the engine's, by gram. */
export type Plane = {
  field: LearnedField
  /** A label, or a category's key. */
  label: string
  bias: number
  /** What 127 weighs. */
  unit: number
  hashes: Uint32Array
  weights: Int8Array
}

/** Log-odds to add, by place of the plane; null where no gram of the field's planes occurs, and the engine's word stands. */
export type Added = Record<LearnedField, Float64Array | null>

/** Planes made ready for reading: for each gram the planes that it speaks for. */
export type Layer = {
  planes: Readonly<Record<LearnedField, readonly string[]>>
  addedTo(text: string): Added
}

const byField = <T>(of: (field: LearnedField) => T): Record<LearnedField, T> => ({
  sentiment: of('sentiment'),
  intent: of('intent'),
  categories: of('categories'),
})

/**
 * Makes planes ready: one look into one table for each gram of a text, however many planes there are.
 * `addedTo` takes a text in the form of `normalise`, and its time is linear in it.
 */
export function layerOf(given: readonly Plane[]): Layer {
  const planes = LEARNED_FIELDS.flatMap((field) => given.filter((plane) => plane.field === field))
  const hashes = Uint32Array.from(new Set(planes.flatMap((plane) => [...plane.hashes]))).sort()
  const places = new Places(hashes)
  const starts = new Int32Array(hashes.length + 1)
  for (const plane of planes) for (const hash of plane.hashes) starts[places.of(hash) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const owners = new Uint16Array(starts.at(-1)!)
  const sizes = new Float32Array(owners.length)
  const filled = starts.slice()
  for (const [owner, plane] of planes.entries()) {
    for (const [k, hash] of plane.hashes.entries()) {
      const at = filled[places.of(hash)]!++
      owners[at] = owner
      sizes[at] = (plane.weights[k]! * plane.unit) / 127
    }
  }
  const counts = byField((field) => planes.filter((plane) => plane.field === field).length)
  const bits = Uint8Array.from(planes, ({ field }) => 1 << LEARNED_FIELDS.indexOf(field))
  const table = { places, starts, owners, sizes, counts, bits }
  return {
    planes: byField((field) => planes.filter((plane) => plane.field === field).map(({ label }) => label)),
    addedTo: (text) => added(text, planes, table),
  }
}

type Table = {
  places: Places
  starts: Int32Array
  owners: Uint16Array
  sizes: Float32Array
  counts: Record<LearnedField, number>
  /** For each plane the bit of its field. */
  bits: Uint8Array
}

/** `planes` stand by field, in the order of the fields. */
function added(text: string, planes: readonly Plane[], { places, starts, owners, sizes, counts, bits }: Table): Added {
  const sums = new Float64Array(planes.length)
  let speaks = 0
  const count = everyFeature(text, (hash) => {
    const place = places.of(hash)
    if (place < 0) return
    for (let at = starts[place]!, end = starts[place + 1]!; at < end; at++) {
      const owner = owners[at]!
      sums[owner]! += sizes[at]!
      speaks |= bits[owner]!
    }
  })
  const scale = count === 0 ? 0 : 1 / Math.sqrt(count)
  for (const [i, { bias }] of planes.entries()) sums[i] = sums[i]! * scale + bias
  let from = 0
  return byField((field) => {
    const to = from + counts[field]
    const part = speaks & (1 << LEARNED_FIELDS.indexOf(field)) ? sums.slice(from, to) : null
    from = to
    return part
  })
}
