/** Excel knows UTF-8 by this mark. */
const MARK = '\uFEFF'

/** A cell that a spreadsheet would run as a formula is kept as text. */
const cell = (value: string | number): string => {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Refused lines as a CSV file: line, why. */
export const refusedCsv = (
  head: readonly [string, string],
  refused: readonly { line: number; why: string }[],
): string =>
  MARK + [head, ...refused.map(({ line, why }) => [line, why])].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
