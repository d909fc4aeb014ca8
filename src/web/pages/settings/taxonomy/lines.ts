/** Texts pasted one per line: trimmed, each once, empty ones left out; quotes and bullets around a line are not its words. */
export function linesOf(pasted: string): string[] {
  const lines = pasted.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replace(AROUND, '').trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}

/** A bullet or number at the beginning, and quotes around the whole. */
const AROUND = /^\s*(?:[-*•·]\s+|\d{1,3}[.、)）]\s*(?!\d))|^\s*["“「]|["”」]\s*$/g

/** The number of the first pasted line that is longer than `most` characters, from 1; null when none is. */
export function firstTooLong(lines: readonly string[], most: number): number | null {
  const at = lines.findIndex((line) => [...line].length > most)
  return at < 0 ? null : at + 1
}
