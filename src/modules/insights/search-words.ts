import { normalise } from '../../engine/language/normalise.ts'
import { queryTokens } from '../../engine/language/search-tokens.ts'

/** What to look for: a tsquery for the index, and phrases that the text itself must hold. */
export type Wanted = { tokens: string; phrases: readonly string[] }

/**
 * Reads a search. All words must occur; what stands in quotes, and every run of Chinese, must occur as it stands.
 * Null when there is nothing to look for.
 */
export function wantedOf(q: string): Wanted | null {
  const tokens = queryTokens(q)
  if (tokens.length === 0) return null
  return { tokens: tokens.map(quoted).join(' & '), phrases: phrasesOf(q) }
}

/** A lexeme as PostgreSQL reads it in a tsquery. */
const quoted = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** Pairs of neighbours can be found apart from each other, so what is longer is looked for in the text itself. */
function phrasesOf(q: string): string[] {
  const inQuotes = [...q.matchAll(/["“]([^"”]{1,200})["”]/g)].map(([, phrase = '']) => plain(phrase).trim())
  const runs = plain(q).match(/[⺀-鿿豈-﫿]{3,}|[぀-ヿ]{3,}|[가-힯]{3,}/g) ?? []
  return [...new Set([...inQuotes, ...runs])].filter((phrase) => phrase !== '').slice(0, 20)
}

/** The form in which words are compared. */
export const plain = (text: string): string => normalise(text, { collapse: false }).text

/** True when the text holds all phrases, whatever its script, case or width. */
export function holds({ phrases }: Wanted, text: string): boolean {
  if (phrases.length === 0) return true
  const read = plain(text)
  return phrases.every((phrase) => read.includes(phrase))
}
