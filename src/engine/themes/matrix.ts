import { chance } from '../statistics/chance.ts'
import { eigenOf } from './eigen.ts'

/** Row i holds `values[p]` in column `columns[p]` for starts[i] ≤ p < starts[i + 1]; what is not held is 0. */
export type Sparse = { rows: number; width: number; starts: Int32Array; columns: Int32Array; values: Float32Array }

/** Row i is values[i · width] … values[(i + 1) · width − 1]. */
export type Dense = { rows: number; width: number; values: Float32Array }

export const denseOf = (rows: number, width: number): Dense => ({ rows, width, values: new Float32Array(rows * width) })

/** `into` += the stretch of `of` from `at` on, times `by`. */
function addStretch(into: Float32Array, to: number, of: Float32Array, at: number, width: number, by: number): void {
  for (let k = 0; k < width; k++) into[to + k]! += by * of[at + k]!
}

/** a · b. */
export function times(a: Sparse, b: Dense): Dense {
  const product = denseOf(a.rows, b.width)
  for (let i = 0; i < a.rows; i++)
    for (let p = a.starts[i]!; p < a.starts[i + 1]!; p++)
      addStretch(product.values, i * b.width, b.values, a.columns[p]! * b.width, b.width, a.values[p]!)
  return product
}

/** aᵀ · a of a tall matrix: width × width. */
function gramOf({ rows, width, values }: Dense): Float64Array {
  const gram = new Float64Array(width * width)
  for (let i = 0; i < rows; i++) {
    const row = i * width
    for (let a = 0; a < width; a++) {
      const x = values[row + a]!
      for (let b = a; b < width; b++) gram[a * width + b]! += x * values[row + b]!
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) gram[a * width + b] = gram[b * width + a]!
  return gram
}

/** Each row of `a` in the coordinates of the first `width` vectors given as rows, each times its scale. */
function turned(a: Dense, vectors: Float64Array, scales: ArrayLike<number>, width: number): Dense {
  const result = denseOf(a.rows, width)
  const columns = new Float32Array(a.width * width)
  for (let j = 0; j < width; j++)
    for (let k = 0; k < a.width; k++) columns[k * width + j] = vectors[j * a.width + k]! * scales[j]!
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.width; k++)
      addStretch(result.values, i * width, columns, k * width, width, a.values[i * a.width + k]!)
  return result
}

/** Directions so much weaker than the first are rounding. */
const NOTHING = 1e-10

/** Columns that span the same space and stand upright on each other, of length one; missing directions are zero. */
function upright(a: Dense): Dense {
  const { values, vectors } = eigenOf(gramOf(a), a.width)
  const scales = values.map((value) => (value > NOTHING * values[0]! ? 1 / Math.sqrt(value) : 0))
  return turned(a, vectors, scales, a.width)
}

const SPARE = 10
const PASSES = 2

/**
 * The `width` strongest directions of a matrix, one row for each of its rows: U · S^power of its singular value
 * decomposition, by chance and two passes.
 *
 * @param back  the transpose of `a`
 * @source Halko, Martinsson & Tropp 2011, SIAM Review 53:217–288, algorithm 4.4
 */
export function strongest(a: Sparse, back: Sparse, width: number, power: number, seed: number): Dense {
  const wide = Math.min(width + SPARE, a.rows)
  const next = chance(seed)
  const random = denseOf(a.width, wide)
  for (let i = 0; i < random.values.length; i++)
    random.values[i] = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  let basis = upright(times(a, random))
  for (let pass = 0; pass < PASSES; pass++) basis = upright(times(a, upright(times(back, basis))))
  const { values, vectors } = eigenOf(gramOf(times(back, basis)), wide)
  const scales = values.map((value) => Math.max(value, 0) ** (power / 2))
  return turned(basis, vectors, scales, Math.min(width, wide))
}

/** The strongest direction is common to all when it is so much stronger than the next; 3 to 11 times on three sets. */
const STANDS_OUT = 2

/**
 * Takes from every row what it shares with the strongest direction of all rows, in place; where none stands out, for
 * it is a theme itself where there are two, with the direction of their sum.
 */
export function withoutCommon(a: Dense): Dense {
  const { values, vectors } = eigenOf(gramOf(a), a.width)
  const common = values[0]! > STANDS_OUT * (values[1] ?? 0) ? vectors.subarray(0, a.width) : directionOfSum(a)
  for (let i = 0; i < a.rows; i++) {
    const row = i * a.width
    let share = 0
    for (let k = 0; k < a.width; k++) share += a.values[row + k]! * common[k]!
    for (let k = 0; k < a.width; k++) a.values[row + k]! -= share * common[k]!
  }
  return a
}

function directionOfSum(a: Dense): Float32Array {
  const sum = denseOf(1, a.width)
  for (let at = 0; at < a.values.length; at++) sum.values[at % a.width]! += a.values[at]!
  return unitRows(sum).values
}

/** Makes every row that is not zero of length one, in place. */
export function unitRows(a: Dense): Dense {
  for (let i = 0; i < a.rows; i++) {
    const row = i * a.width
    let square = 0
    for (let k = 0; k < a.width; k++) square += a.values[row + k]! ** 2
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0
    for (let k = 0; k < a.width; k++) a.values[row + k]! *= scale
  }
  return a
}
