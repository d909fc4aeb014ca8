const MOST_SWEEPS = 15
const EXACT = 1e-18

/**
 * What a symmetric matrix does along its own directions, the strongest first.
 *
 * @param matrix  width × width, symmetric, by rows
 * @returns       values, falling, and vectors of length one as rows in the same order
 * @source        Jacobi 1846, J. reine angew. Math. 30:51–94, by cycles
 */
export function eigenOf(matrix: Float64Array, width: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice()
  const turns = new Float64Array(width * width)
  for (let i = 0; i < width; i++) turns[i * width + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, width); sweep++)
    for (let p = 0; p < width; p++) for (let q = p + 1; q < width; q++) turn(a, turns, width, p, q)
  const order = Array.from({ length: width }, (_, i) => i).sort((x, y) => a[y * width + y]! - a[x * width + x]!)
  const vectors = new Float64Array(width * width)
  order.forEach((from, to) => {
    for (let k = 0; k < width; k++) vectors[to * width + k] = turns[k * width + from]!
  })
  return { values: Float64Array.from(order, (i) => a[i * width + i]!), vectors }
}

function isDiagonal(a: Float64Array, width: number): boolean {
  let off = 0
  let on = 0
  for (let i = 0; i < width; i++)
    for (let j = i; j < width; j++) {
      if (i === j) on += a[i * width + i]! ** 2
      else off += a[i * width + j]! ** 2
    }
  return off <= EXACT * on
}

/** Turns the plane of p and q so that a[p, q] becomes 0, and keeps the turn. */
function turn(a: Float64Array, turns: Float64Array, width: number, p: number, q: number): void {
  const between = a[p * width + q]!
  if (between === 0) return
  const slope = (a[q * width + q]! - a[p * width + p]!) / (2 * between)
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  const mix = (of: Float64Array, first: number, second: number) => {
    const x = of[first]!
    const y = of[second]!
    of[first] = cosine * x - sine * y
    of[second] = sine * x + cosine * y
  }
  for (let k = 0; k < width; k++) mix(a, k * width + p, k * width + q)
  for (let k = 0; k < width; k++) mix(a, p * width + k, q * width + k)
  for (let k = 0; k < width; k++) mix(turns, k * width + p, k * width + q)
}
