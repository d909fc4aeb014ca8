const PLACES = /\{\{\?\}\}|\{\{\s*(customer\.name|product|number|agent\.name|due|workspace)\s*(?:\|[^{}]{0,200})?\}\}/

/** Where a template's place, or what a machine's draft left open ({{?}}), still stands in a text, so that nobody sends "你好，{{customer.name}}"; null when none does. */
export function unfilled(text: string): { place: string; from: number; to: number } | null {
  const found = PLACES.exec(text)
  return found ? { place: found[0], from: found.index, to: found.index + found[0].length } : null
}
