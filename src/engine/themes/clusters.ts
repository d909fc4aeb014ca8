import { chance } from '../statistics/chance.ts'
import { type Dense, denseOf, unitRows } from './matrix.ts'

/** For each row the number of its cluster, and how near the rows are to the middles of theirs, summed. */
export type Clusters = { labels: Int32Array; nearness: number }

const MOST_ROUNDS = 25
/** The first middles are drawn from so many rows. */
const CANDIDATES = 8_000
/** Nothing more to be won when so small a share of the rows moves. */
const STILL = 0.0005

function nearnessOf(a: Dense, i: number, b: Dense, j: number): number {
  let sum = 0
  for (let k = 0; k < a.width; k++) sum += a.values[i * a.width + k]! * b.values[j * a.width + k]!
  return sum
}

/**
 * How near row `i` is to each of the middles. Four at a time: a processor adds to four sums in the time in which it adds
 * to one, and each sum is what it would be alone.
 */
function nearnessToAll(rows: Dense, i: number, { rows: count, values: middles }: Dense, near: Float64Array): void {
  const { width, values } = rows
  const row = i * width
  let c = 0
  for (; c + 4 <= count; c += 4) {
    const [a, b] = [c * width, (c + 1) * width]
    const [d, e] = [(c + 2) * width, (c + 3) * width]
    let [ofA, ofB, ofD, ofE] = [0, 0, 0, 0]
    for (let k = 0; k < width; k++) {
      const x = values[row + k]!
      ofA += x * middles[a + k]!
      ofB += x * middles[b + k]!
      ofD += x * middles[d + k]!
      ofE += x * middles[e + k]!
    }
    near[c] = ofA
    near[c + 1] = ofB
    near[c + 2] = ofD
    near[c + 3] = ofE
  }
  for (; c < count; c++) {
    let sum = 0
    for (let k = 0; k < width; k++) sum += values[row + k]! * middles[c * width + k]!
    near[c] = sum
  }
}

/** Middles far from each other: each next one is drawn by its distance from those before. */
function firstMiddles(rows: Dense, count: number, next: () => number): Dense {
  const middles = denseOf(count, rows.width)
  const step = Math.max(1, rows.rows / CANDIDATES)
  const candidates = Array.from({ length: Math.min(rows.rows, CANDIDATES) }, (_, i) => Math.floor(i * step))
  const distances = new Float64Array(candidates.length).fill(Number.POSITIVE_INFINITY)
  let chosen = candidates[Math.floor(next() * candidates.length)]!
  for (let c = 0; c < count; c++) {
    middles.values.set(rows.values.subarray(chosen * rows.width, (chosen + 1) * rows.width), c * rows.width)
    let left = 0
    candidates.forEach((row, at) => {
      distances[at] = Math.min(distances[at]!, Math.max(0, 1 - nearnessOf(rows, row, middles, c)))
      left += distances[at]!
    })
    left *= next()
    const found = candidates.findIndex((_, at) => {
      left -= distances[at]!
      return left <= 0
    })
    chosen = candidates[Math.max(0, found)]!
  }
  return middles
}

/**
 * Parts rows of length one into `count` clusters by the angle to their middles.
 *
 * @source Dhillon & Modha 2001, Machine Learning 42:143–175; first middles: Arthur & Vassilvitskii 2007, SODA 1027–1035
 */
export function cluster(rows: Dense, count: number, seed: number): Clusters {
  let middles = firstMiddles(rows, count, chance(seed))
  const labels = new Int32Array(rows.rows).fill(-1)
  const near = new Float64Array(count)
  let nearness = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sums = denseOf(count, rows.width)
    let moved = 0
    nearness = 0
    for (let i = 0; i < rows.rows; i++) {
      nearnessToAll(rows, i, middles, near)
      let best = 0
      for (let c = 1; c < count; c++) if (near[c]! > near[best]!) best = c
      if (labels[i] !== best) moved++
      labels[i] = best
      nearness += near[best]!
      for (let k = 0; k < rows.width; k++) sums.values[best * rows.width + k]! += rows.values[i * rows.width + k]!
    }
    middles = unitRows(sums)
    if (moved <= rows.rows * STILL) break
  }
  return { labels, nearness }
}

/**
 * Joins the two clusters whose middles are nearest, again and again, until `fewest` are left or the nearest are no
 * nearer than `near`. Small and large clusters count alike, so that a theme that is in every tenth mouth stays whole
 * and one in every thousandth is not swallowed.
 *
 * @param near  cosine, −1…1
 * @returns     labels 0 … count − 1
 */
export function join(
  rows: Dense,
  labels: Int32Array,
  { fewest = 1, near = -2 },
): { labels: Int32Array; count: number } {
  const clusters = labels.reduce((most, label) => Math.max(most, label), -1) + 1
  const sums = denseOf(clusters, rows.width)
  labels.forEach((label, i) => {
    for (let k = 0; k < rows.width; k++) sums.values[label * rows.width + k]! += rows.values[i * rows.width + k]!
  })
  const into = Array.from({ length: clusters }, (_, c) => c)
  const left = new Set(labels)
  while (left.size > Math.max(1, fewest)) {
    const pair = nearestPair(sums, [...left])
    if (pair === null || pair.near < near) break
    left.delete(pair.second)
    for (let k = 0; k < rows.width; k++)
      sums.values[pair.first * rows.width + k]! += sums.values[pair.second * rows.width + k]!
    for (let c = 0; c < clusters; c++) if (into[c] === pair.second) into[c] = pair.first
  }
  const numbers = new Map([...left].map((c, number) => [c, number]))
  return { labels: labels.map((label) => numbers.get(into[label]!)!), count: left.size }
}

function nearestPair(sums: Dense, left: readonly number[]): { first: number; second: number; near: number } | null {
  const middles = unitRows({ ...sums, values: sums.values.slice() })
  let found: { first: number; second: number; near: number } | null = null
  left.forEach((first, at) => {
    for (const second of left.slice(at + 1)) {
      const near = nearnessOf(middles, first, middles, second)
      if (found === null || near > found.near) found = { first, second, near }
    }
  })
  return found
}
