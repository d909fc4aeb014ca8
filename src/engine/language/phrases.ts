import { foldHan } from './folding.ts'
import { normalise } from './normalise.ts'
import { isWordUnit } from './script.ts'

/** A set of phrases to be found in normalised text, each with what it means: a tree of units in one table. */
export type Phrases<T> = {
  /** A bit for each unit that begins a phrase: by it alone most places are passed over. */
  heads: Int32Array
  /** Open addressing, `SLOT` numbers each: node, unit + 1 (0 in a free one), the node that follows. The root is node 0. */
  slots: Int32Array
  shift: number
  /** By node; undefined where no phrase ends. */
  values: (T | undefined)[]
}

/** A phrase found: units from ≤ i < to of the normalised text. */
export type Hit<T> = { from: number; to: number; value: T }

/** Three numbers and one to spare, so that no slot lies across two lines of the processor's cache. */
const SLOT = 4
const FEWEST_BITS = 4

/** Where the edge from `node` over `unit` stands, or the free slot where it would. */
function slotOf(slots: Int32Array, shift: number, node: number, unit: number): number {
  const last = slots.length - SLOT
  let at = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> shift) * SLOT
  while (slots[at + 1] !== 0 && (slots[at + 1] !== unit + 1 || slots[at] !== node)) at = at === last ? 0 : at + SLOT
  return at
}

/** The node after `node` by `unit`; 0 when there is none, for nothing leads back to the root. */
const nodeAfter = <T>({ slots, shift }: Phrases<T>, node: number, unit: number): number =>
  slots[slotOf(slots, shift, node, unit) + 2]!

const begins = <T>({ heads }: Phrases<T>, unit: number): boolean => ((heads[unit >>> 5]! >>> (unit & 31)) & 1) === 1

function putEdge(slots: Int32Array, shift: number, node: number, unit: number, to: number): void {
  const at = slotOf(slots, shift, node, unit)
  slots[at] = node
  slots[at + 1] = unit + 1
  slots[at + 2] = to
}

/** Twice as many slots, so that at most half of them are taken. */
function widen<T>(phrases: Phrases<T>): void {
  const wider = new Int32Array(phrases.slots.length * 2)
  const shift = phrases.shift - 1
  for (let at = 0; at < phrases.slots.length; at += SLOT) {
    const mark = phrases.slots[at + 1]!
    if (mark !== 0) putEdge(wider, shift, phrases.slots[at]!, mark - 1, phrases.slots[at + 2]!)
  }
  phrases.slots = wider
  phrases.shift = shift
}

/** Han and printable ASCII without double spaces: nothing to normalise but script and case. Ten thousand phrases are added at start. */
const PLAIN = /^[\x21-\x7e\u4e00-\u9fff]+(?: [\x21-\x7e\u4e00-\u9fff]+)*$/

/** A phrase is normalised as texts are, so 網 and 网 are one. One that is there already is replaced. */
function addPhrase<T>(phrases: Phrases<T>, phrase: string, value: T): void {
  const text = PLAIN.test(phrase) ? foldHan(phrase.toLowerCase()) : normalise(phrase, { collapse: false }).text
  if (text === '' || text === ' ') return
  const head = text.charCodeAt(0)
  phrases.heads[head >>> 5]! |= 1 << (head & 31)
  let node = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const next = nodeAfter(phrases, node, unit)
    node = next === 0 ? addNode(phrases, node, unit) : next
  }
  phrases.values[node] = value
}

function addNode<T>(phrases: Phrases<T>, node: number, unit: number): number {
  const next = phrases.values.push(undefined) - 1
  if (next * 2 * SLOT > phrases.slots.length) widen(phrases)
  putEdge(phrases.slots, phrases.shift, node, unit, next)
  return next
}

/** Each phrase with what it means, ready to be found; the last meaning given to one counts. */
export function phrasesOf<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const phrases: Phrases<T> = {
    heads: new Int32Array(0x10000 / 32),
    slots: new Int32Array(SLOT << FEWEST_BITS),
    shift: 32 - FEWEST_BITS,
    values: [undefined],
  }
  for (const [phrase, value] of entries) addPhrase(phrases, phrase, value)
  return phrases
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
  let node = nodeAfter(phrases, 0, head)
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
    let node = nodeAfter(phrases, 0, head)
    for (let to = at + 1; node !== 0; to++) {
      const value = values[node]
      if (value !== undefined && !breaksWord(text, to)) visit(value, at, to)
      node = to < text.length ? nodeAfter(phrases, node, text.charCodeAt(to)) : 0
    }
  }
}
