import { foldHan } from './folding.ts'
import { normalise } from './normalise.ts'
import { isWordUnit } from './script.ts'

/**
 * A set of phrases to be found in normalised text, each with what it means: a tree of units, small enough for the
 * processor's caches. Node 0 is its root; the children of a node stand together, ascending by unit.
 */
export type Phrases<T> = {
  /** By node: the unit that leads to it. */
  units: Uint16Array
  /** By node: where its children begin; they end where those of the next node begin. */
  first: Int32Array
  /** By node; undefined where no phrase ends. */
  values: (T | undefined)[]
  /** A bit for each unit that begins a phrase: by it alone most places are passed over. */
  heads: Int32Array
  /** By number of `heads`: the bits before it. */
  before: Uint16Array
}

/** A phrase found: units from ≤ i < to of the normalised text. */
export type Hit<T> = { from: number; to: number; value: T }

/** Han and printable ASCII without double spaces: nothing to normalise but script and case. Ten thousand phrases are added at start. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]+(?: [\x21-\x7e\u4e00-\u9fff]+)*$/

/** A phrase is normalised as texts are, so 網 and 网 are one. */
const spelled = (phrase: string): string =>
  PLAIN.test(phrase) ? foldHan(phrase.toLowerCase()) : normalise(phrase, { collapse: false }).text

/** Each phrase with what it means, ready to be found; the last meaning given to one counts. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const meanings = new Map<string, T>()
  for (const [phrase, value] of entries) meanings.set(spelled(phrase), value)
  meanings.delete('')
  meanings.delete(' ')
  return { ...treeOf(meanings), ...headsOf(meanings.keys()) }
}

/** Level by level over the sorted phrases: those below a node are a stretch of them. */
function treeOf<T>(meanings: ReadonlyMap<string, T>): Pick<Phrases<T>, 'units' | 'first' | 'values'> {
  const phrases = [...meanings.keys()].sort()
  const most = phrases.reduce((sum, { length }) => sum + length, 1)
  const units = new Uint16Array(most)
  const first = new Int32Array(most + 1)
  const values: (T | undefined)[] = []
  const stretches = [{ from: 0, to: phrases.length, depth: 0 }]
  for (let node = 0; node < stretches.length; node++) {
    const { from, to, depth } = stretches[node]!
    first[node] = stretches.length
    const isEnd = phrases[from]?.length === depth
    values.push(isEnd ? meanings.get(phrases[from]!) : undefined)
    for (let i = isEnd ? from + 1 : from; i < to; ) {
      const unit = phrases[i]!.charCodeAt(depth)
      const begin = i
      while (i < to && phrases[i]!.charCodeAt(depth) === unit) i++
      units[stretches.length] = unit
      stretches.push({ from: begin, to: i, depth: depth + 1 })
    }
  }
  first[stretches.length] = stretches.length
  return { units: units.slice(0, stretches.length), first: first.slice(0, stretches.length + 1), values }
}

function headsOf(phrases: Iterable<string>): Pick<Phrases<unknown>, 'heads' | 'before'> {
  const heads = new Int32Array(0x10000 / 32)
  const before = new Uint16Array(heads.length)
  for (const phrase of phrases) heads[phrase.charCodeAt(0) >>> 5]! |= 1 << (phrase.charCodeAt(0) & 31)
  let count = 0
  for (const [i, word] of heads.entries()) {
    before[i] = count
    if (word !== 0) count += bitsIn(word)
  }
  return { heads, before }
}

/** @source Warren 2013, Hacker's Delight, 5–1 */
function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const begins = <T>({ heads }: Phrases<T>, unit: number): boolean => ((heads[unit >>> 5]! >>> (unit & 31)) & 1) === 1

/** The node after the root by a unit that `begins`. */
const headNode = <T>({ heads, before }: Phrases<T>, unit: number): number =>
  1 + before[unit >>> 5]! + bitsIn(heads[unit >>> 5]! & ((1 << (unit & 31)) - 1))

const FEW = 8

/** The node after `node` by `unit`; 0 when there is none, for nothing leads back to the root. */
function nodeAfter<T>({ units, first }: Phrases<T>, node: number, unit: number): number {
  let low = first[node]!
  let high = first[node + 1]!
  while (high - low > FEW) {
    const middle = (low + high) >> 1
    if (units[middle]! > unit) high = middle
    else low = middle
  }
  for (; low < high; low++) if (units[low] === unit) return low
  return 0
}

/** Latin words match whole: "ok" is not in "book". */
const breaksWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isWordUnit(text.charCodeAt(at)) && isWordUnit(text.charCodeAt(at - 1))

/** The longest phrase that begins at `at`, if any. Time is bounded by the longest phrase. */
export function longestAt<T>(phrases: Phrases<T>, text: string, at: number, end = text.length): Hit<T> | undefined {
  const head = text.charCodeAt(at)
  if (!begins(phrases, head) || breaksWord(text, at)) return undefined
  const { values } = phrases
  let found = 0
  let last = at
  let node = headNode(phrases, head)
  for (let to = at + 1; node !== 0; to++) {
    if (values[node] !== undefined && !breaksWord(text, to)) {
      found = node
      last = to
    }
    node = to < end ? nodeAfter(phrases, node, text.charCodeAt(to)) : 0
  }
  return found === 0 ? undefined : { from: at, to: last, value: values[found]! }
}

/** Phrases from left to right, the longest first, none overlapping. */
export function findPhrases<T>(phrases: Phrases<T>, text: string, from = 0, end = text.length): Hit<T>[] {
  const hits: Hit<T>[] = []
  for (let at = from; at < end; ) {
    const hit = begins(phrases, text.charCodeAt(at)) ? longestAt(phrases, text, at, end) : undefined
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
  const { values } = phrases
  for (let at = 0; at < text.length; at++) {
    const head = text.charCodeAt(at)
    if (!begins(phrases, head) || breaksWord(text, at)) continue
    let node = headNode(phrases, head)
    for (let to = at + 1; node !== 0; to++) {
      const value = values[node]
      if (value !== undefined && !breaksWord(text, to)) visit(value, at, to)
      node = to < text.length ? nodeAfter(phrases, node, text.charCodeAt(to)) : 0
    }
  }
}
