/** What a spreadsheet would run as a formula, also behind spaces and in its full-width form. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const guarded = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Tells spreadsheets that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One line of a CSV file (RFC 4180), its texts made harmless for spreadsheets by a leading apostrophe. */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(',')}\r\n`
