/** Where the searched words stand in a text, so that they can be marked. */

export type Span = { start: number; end: number }

const QUOTED = /["“]([^"”]{1,200})["”]/g
const CHINESE = /[⺀-鿿豈-﫿]/
const MOST = 200

/** The words of a search: what stands in quotes as a whole, the rest apart by spaces. */
export function wordsOf(q: string): string[] {
  const quoted = [...q.matchAll(QUOTED)].map(([, phrase = '']) => phrase.trim())
  const loose = q.replace(QUOTED, ' ').split(/[\s,，。；;]+/)
  return [...new Set([...quoted, ...loose])].filter((word) => word !== '')
}

/** Every place of `word`, whatever its case. Lengths stay the same only while lower-casing keeps them. */
function placesOf(word: string, text: string): Span[] {
  const [hay, needle] = [text.toLowerCase(), word.toLowerCase()]
  if (hay.length !== text.length || needle === '') return []
  const found: Span[] = []
  for (let at = hay.indexOf(needle); at >= 0 && found.length < MOST; at = hay.indexOf(needle, at + needle.length)) {
    found.push({ start: at, end: at + needle.length })
  }
  return found
}

/** Pairs of neighbouring Chinese signs: what a longer word is found by when it does not stand as a whole. */
const pairsOf = (word: string): string[] =>
  CHINESE.test(word) && word.length > 2 ? [...word].slice(1).map((sign, i) => `${[...word][i]}${sign}`) : []

/** Spans to mark, in order and apart. */
export function foundIn(text: string, words: readonly string[]): Span[] {
  const all = words.flatMap((word) => {
    const whole = placesOf(word, text)
    return whole.length > 0 ? whole : pairsOf(word).flatMap((pair) => placesOf(pair, text))
  })
  const merged: Span[] = []
  for (const span of all.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

const BEFORE = 12

/** The stretch of a text to show in one line: from a little before the first found word. */
export function snippetOf(text: string, words: readonly string[], length = 160): { text: string; cut: boolean } {
  const line = text.replace(/\s+/g, ' ').trim()
  const first = foundIn(line, words)[0]?.start ?? 0
  const from = first > 40 ? first - BEFORE : 0
  return { text: line.slice(from, from + length), cut: from > 0 }
}
