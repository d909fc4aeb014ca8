import { chiSquareUpper } from './distributions.ts'

export type CrossTab = {
  n: number
  chiSquare: number
  df: number
  p: number
  /** Strength of the association, 0 none – 1 total; and the same without its small-sample bias. */
  cramersV: number
  cramersVCorrected: number
  expected: number[][]
  /** Cells beyond ±2 stand out from what independence would give. */
  adjustedResiduals: number[][]
  /** More than a fifth of the cells expect under 5, or one expects under 1: the p value is not to be trusted. */
  sparse: boolean
}

/**
 * Do rows and columns of a table of counts depend on each other?
 *
 * Rows or columns that are empty throughout are left out of the degrees of freedom.
 *
 * @param table  counts, rows × columns, rectangular, integers ≥ 0
 * @returns      null when fewer than two rows or columns hold anything
 * @throws       RangeError when the table is ragged or holds something other than counts
 * @source       Pearson 1900; adjusted residuals Haberman 1973, Biometrics 29:205–220;
 *               corrected V Bergsma 2013, J. Korean Stat. Soc. 42:323–328
 */
export function crossTab(table: readonly (readonly number[])[]): CrossTab | null {
  const width = table[0]?.length ?? 0
  if (table.some((row) => row.length !== width || row.some((x) => !Number.isInteger(x) || x < 0))) {
    throw new RangeError('crossTab: want a rectangular table of integers ≥ 0')
  }
  const rows = table.map((row) => row.reduce((sum, x) => sum + x, 0))
  const columns = Array.from({ length: width }, (_, c) => table.reduce((sum, row) => sum + (row[c] ?? 0), 0))
  const n = rows.reduce((sum, x) => sum + x, 0)
  const r = rows.filter((x) => x > 0).length
  const k = columns.filter((x) => x > 0).length
  if (r < 2 || k < 2) return null

  const expected = rows.map((row) => columns.map((column) => (row * column) / n))
  const chiSquare = sumOver(table, (x, i, j) => {
    const e = expected[i]?.[j] ?? 0
    return e > 0 ? (x - e) ** 2 / e : 0
  })
  const df = (r - 1) * (k - 1)
  return {
    n,
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    cramersV: Math.sqrt(chiSquare / (n * (Math.min(r, k) - 1))),
    cramersVCorrected: correctedV(chiSquare, n, r, k),
    expected,
    adjustedResiduals: table.map((row, i) =>
      row.map((x, j) => {
        const e = expected[i]?.[j] ?? 0
        const spread = e * (1 - (rows[i] ?? 0) / n) * (1 - (columns[j] ?? 0) / n)
        return spread > 0 ? (x - e) / Math.sqrt(spread) : 0
      }),
    ),
    sparse: isSparse(expected),
  }
}

function correctedV(chiSquare: number, n: number, r: number, k: number): number {
  if (n < 2) return 0
  const phi = Math.max(0, chiSquare / n - ((r - 1) * (k - 1)) / (n - 1))
  const rows = r - (r - 1) ** 2 / (n - 1)
  const columns = k - (k - 1) ** 2 / (n - 1)
  const room = Math.min(rows, columns) - 1
  return room > 0 ? Math.sqrt(phi / room) : 0
}

/** Cochran's rule (1954, Biometrics 10:417–451). */
function isSparse(expected: number[][]): boolean {
  const cells = expected.flat().filter((e) => e > 0)
  return cells.some((e) => e < 1) || cells.filter((e) => e < 5).length > cells.length / 5
}

function sumOver(table: readonly (readonly number[])[], f: (x: number, i: number, j: number) => number): number {
  return table.reduce((sum, row, i) => sum + row.reduce((part, x, j) => part + f(x, i, j), 0), 0)
}
