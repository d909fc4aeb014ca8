import { foldHan } from './folding.ts'
import { normalise } from './normalise.ts'
import { isWordUnit } from './script.ts'

/** A set of phrases to be found in normalised text, each with what it means. */
export type Phrases<T> = { next: Map<number, Phrases<T>> | undefined; value: T | undefined }

/** A phrase found: units from ≤ i < to of the normalised text. */
export type Hit<T> = { from: number; to: number; value: T }

export function emptyPhrases<T>(): Phrases<T> {
  return { next: undefined, value: undefined }
}

/** Han and printable ASCII without double spaces: nothing to normalise but script and case. Ten thousand phrases are added at start. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]+(?: [\x21-\x7e\u4e00-\u9fff]+)*$/

/** Adds a phrase; it is normalised as texts are, so 網 and 网 are one. A phrase that is there already is replaced. */
export function addPhrase<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  const text = PLAIN.test(phrase) ? foldHan(phrase.toLowerCase()) : normalise(phrase, { collapse: false }).text
  if (text === '' || text === ' ') return
  let node = phrases
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Most nodes are ends: a map for each would double the time to start.
    node.next ??= new Map()
    let next = node.next.get(unit)
    if (next === undefined) {
      next = emptyPhrases<T>()
      node.next.set(unit, next)
    }
    node = next
  }
  node.value = value
}

export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const phrases = emptyPhrases<T>()
  for (const [phrase, value] of entries) addPhrase(phrases, phrase, value)
  return phrases
}

/** Latin words match whole: "ok" is not in "book". */
const breaksWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isWordUnit(text.charCodeAt(at)) && isWordUnit(text.charCodeAt(at - 1))

/** The longest phrase that begins at `at`, if any. Time is bounded by the longest phrase. */
export function longestAt<T>(phrases: Phrases<T>, text: string, at: number, end = text.length): Hit<T> | undefined {
  let node: Phrases<T> | undefined = phrases.next?.get(text.charCodeAt(at))
  if (node === undefined || breaksWord(text, at)) return undefined
  let found: Hit<T> | undefined
  for (let to = at + 1; node !== undefined; to++) {
    if (node.value !== undefined && !breaksWord(text, to)) found = { from: at, to, value: node.value }
    node = to < end ? node.next?.get(text.charCodeAt(to)) : undefined
  }
  return found
}

/** Phrases from left to right, the longest first, none overlapping. */
export function findPhrases<T>(phrases: Phrases<T>, text: string, from = 0, end = text.length): Hit<T>[] {
  const hits: Hit<T>[] = []
  for (let at = from; at < end; ) {
    const hit = longestAt(phrases, text, at, end)
    if (hit) hits.push(hit)
    at = hit ? hit.to : at + 1
  }
  return hits
}

/** Every phrase at every place, overlapping ones too. */
export function everyPhrase<T>(
  phrases: Phrases<T>,
  text: string,
  visit: (value: T, from: number, to: number) => void,
): void {
  for (let at = 0; at < text.length; at++) {
    let node = phrases.next?.get(text.charCodeAt(at))
    if (node === undefined || breaksWord(text, at)) continue
    for (let to = at + 1; node !== undefined; to++) {
      if (node.value !== undefined && !breaksWord(text, to)) visit(node.value, at, to)
      node = to < text.length ? node.next?.get(text.charCodeAt(to)) : undefined
    }
  }
}
