import { chance } from '../statistics/chance.ts'

/** The group of a direction and how much nearer it is to its middle than to the next one, 0…1; null for no direction. */
export type Grouped = { group: number; lead: number } | null

const ROUNDS = 30
/** Beginnings that are tried; the one whose groups are closest is taken. */
const STARTS = 6

/**
 * Parts directions of length one into so many groups, each about its own middle. The same for the same input.
 *
 * @param directions  null where a text has none
 * @param count       ≥ 1; fewer groups where there are fewer directions
 * @source            Dhillon & Modha 2001, Machine Learning 42:143–175: spherical k-means; begun as Arthur & Vassilvitskii
 *                    2007, SODA: k-means++
 */
export function groupsOf(directions: readonly (Float64Array | null)[], count: number, seed = 1): Grouped[] {
  const known = directions.filter((direction) => direction !== null)
  if (known.length === 0) return directions.map(() => null)
  const next = chance(seed)
  let best = { middles: [] as Float64Array[], closeness: Number.NEGATIVE_INFINITY }
  for (let start = 0; start < STARTS; start++) {
    const found = settled(known, begun(known, count, next))
    if (found.closeness > best.closeness) best = found
  }
  return directions.map((direction) => (direction === null ? null : placedAt(direction, best.middles)))
}

/** The first middle by chance, each next one the likelier the farther it lies from those there are. */
function begun(known: readonly Float64Array[], count: number, next: () => number): Float64Array[] {
  const middles = [known[Math.floor(next() * known.length)]!]
  while (middles.length < Math.min(count, known.length)) {
    const far = known.map((direction) => 1 - nearestOf(direction, middles).nearness)
    let left = next() * far.reduce((sum, each) => sum + Math.max(each, 0), 0)
    const at = far.findIndex((each) => {
      left -= Math.max(each, 0)
      return left < 0
    })
    if (at < 0) break
    middles.push(known[at]!)
  }
  return middles
}

function settled(
  known: readonly Float64Array[],
  begin: Float64Array[],
): { middles: Float64Array[]; closeness: number } {
  let middles = begin
  let closeness = Number.NEGATIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const sums = middles.map((middle) => new Float64Array(middle.length))
    let now = 0
    for (const direction of known) {
      const { at, nearness } = nearestOf(direction, middles)
      now += nearness
      const sum = sums[at]!
      for (let k = 0; k < sum.length; k++) sum[k]! += direction[k]!
    }
    if (now - closeness < 1e-9) break
    closeness = now
    middles = sums.map((sum, at) => lengthOne(sum) ?? middles[at]!)
  }
  return { middles, closeness }
}

function lengthOne(vector: Float64Array): Float64Array | null {
  const square = vector.reduce((sum, x) => sum + x * x, 0)
  return square < 1e-12 ? null : vector.map((x) => x / Math.sqrt(square))
}

function nearestOf(direction: Float64Array, middles: readonly Float64Array[]): { at: number; nearness: number } {
  let best = { at: 0, nearness: Number.NEGATIVE_INFINITY }
  middles.forEach((middle, at) => {
    const nearness = productOf(direction, middle)
    if (nearness > best.nearness) best = { at, nearness }
  })
  return best
}

function placedAt(direction: Float64Array, middles: readonly Float64Array[]): { group: number; lead: number } {
  const { at, nearness } = nearestOf(direction, middles)
  const others = middles.flatMap((middle, other) => (other === at ? [] : [productOf(direction, middle)]))
  return { group: at, lead: Math.min(1, nearness - Math.max(-1, ...others)) }
}

function productOf(a: Float64Array, b: Float64Array): number {
  let product = 0
  for (let k = 0; k < a.length; k++) product += a[k]! * b[k]!
  return product
}
