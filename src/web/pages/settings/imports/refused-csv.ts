/** Excel knows UTF-8 by this mark. */
const MARK = '\uFEFF'

/** A cell that a spreadsheet would run as a formula is kept as text. */
const cell = (value: string | number): string => {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows of cells, the head first, as a CSV file. */
export const refusedCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
