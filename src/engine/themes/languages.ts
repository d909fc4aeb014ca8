import { detectLanguage } from '../language/detect.ts'

/** A language of fewer texts has no themes of its own. */
const FEWEST = 100
/** One told from a larger one by words alone is to be more than what is misread of that. */
const MISREAD = 0.05
/** Enough to know a language by. UTF-16 units. */
const LONGEST_READ = 400

/** No language, and the mark of themes that were found before languages were told apart. */
export const ANY = 'und'

/** Written alike: which of these a short text is in can be misread. */
const LATIN: ReadonlySet<string> = new Set(['en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'id', 'vi', 'tr'])

/** The language of a text, both scripts of Chinese being one; `und` where it does not say. */
export const languageOf = (text: string): string => detectLanguage(text.slice(0, LONGEST_READ)).tag.split('-')[0]!

/** The languages that themes are looked for in, that of most texts first: the largest, and all of a hundred texts or more. */
export function languagesOf(tags: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const tag of tags) if (tag !== ANY) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const all = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const latin = all.find(([tag]) => LATIN.has(tag))?.[1] ?? 0
  const large = all.filter(([tag, n], i) => i === 0 || (n >= FEWEST && (!LATIN.has(tag) || n >= MISREAD * latin)))
  return large.length === 0 ? [ANY] : large.map(([tag]) => tag)
}

/**
 * Which of the languages a text is read in. What does not say goes with most texts, what may be misread with the largest
 * that is written alike. `own` is false where it is in none of them, so that it is of no theme.
 */
export function placeOf(tag: string, languages: readonly string[]): { part: number; own: boolean } {
  if (tag === ANY || languages[0] === ANY) return { part: 0, own: true }
  const exact = languages.indexOf(tag)
  if (exact >= 0) return { part: exact, own: true }
  const alike = LATIN.has(tag) ? languages.findIndex((language) => LATIN.has(language)) : -1
  return alike >= 0 ? { part: alike, own: true } : { part: 0, own: false }
}

/** How many themes of so many in all each language gets, by its texts; at least one each, as far as they go. */
export function apportioned(count: number, sizes: readonly number[]): number[] {
  const shares: number[] = sizes.map((_, i) => (i < count ? 1 : 0))
  let left = count - shares.reduce((sum, x) => sum + x, 0)
  // One by one to the language with most texts for each theme it has.
  for (; left > 0; left--) {
    const each = sizes.map((size, i) => size / shares[i]!)
    shares[each.indexOf(Math.max(...each))]!++
  }
  return shares
}
