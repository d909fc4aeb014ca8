import { isWordUnit } from '../language/script.ts'

const APOSTROPHE = 0x27
const SPACE = 0x20
const LINE = 0x0a

/** Longest run of signs or words that is one feature. */
const LONGEST_RUN = 4
/** Parts of a latin word, its ends counted as a sign: `wait` → ` wa`, `wai`, `ait`, … */
const SHORTEST_PART = 3
const LONGEST_PART = 5
/** A word so long is no word; what is beyond adds nothing. */
const LONGEST_WORD = 40

const RUN = 7
const PART = 1000
const AROUND = 99
const FIRST = 501
const LAST = 502

/** One step of a 32-bit hash over units; multiplicative, so that it is cheap in JavaScript. */
const mixed = (hash: number, unit: number): number => {
  const h = Math.imul(hash ^ unit, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/**
 * Visits the features of a text in the form of `normalise`, each as a 32-bit hash and as often as it occurs: runs of one
 * to four signs, where a latin word or a number is one sign; two signs with one between them left out; the first and the
 * last sign; parts of latin words, which stand for their endings and survive a typing error.
 * Linear in the text. Models keep these hashes: after a change here, those of models/ are to be made anew.
 */
export function everyGram(text: string, visit: (hash: number) => void): void {
  const signs = signsOf(text, visit)
  for (let at = 0; at < signs.length; at++) {
    let hash = RUN
    for (let i = at; i < at + LONGEST_RUN && i < signs.length; i++) {
      hash = mixed(hash, signs[i]!)
      visit(hash >>> 0)
    }
    if (at + 2 < signs.length) visit(mixed(mixed(AROUND, signs[at]!), signs[at + 2]!) >>> 0)
  }
  if (signs.length === 0) return
  visit(mixed(FIRST, signs[0]!) >>> 0)
  visit(mixed(LAST, signs[signs.length - 1]!) >>> 0)
}

/** The signs of a text, each as a hash; the parts of its words are visited on the way. */
function signsOf(text: string, visit: (hash: number) => void): number[] {
  const signs: number[] = []
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (!isWordUnit(unit)) {
      if (unit !== SPACE && unit !== LINE) signs.push(mixed(31, unit))
      at++
      continue
    }
    const end = wordEnd(text, at)
    let hash = 17
    for (let i = at; i < end; i++) hash = mixed(hash, text.charCodeAt(i))
    signs.push(hash)
    everyPart(text, at, Math.min(end, at + LONGEST_WORD), visit)
    at = end
  }
  return signs
}

/** Where the word that begins at `from` ends; don't is one word. */
function wordEnd(text: string, from: number): number {
  let at = from
  while (
    isWordUnit(text.charCodeAt(at)) ||
    (text.charCodeAt(at) === APOSTROPHE && at > from && isWordUnit(text.charCodeAt(at + 1)))
  )
    at++
  return at
}

function everyPart(text: string, from: number, to: number, visit: (hash: number) => void): void {
  const unitAt = (i: number) => (i < from || i >= to ? SPACE : text.charCodeAt(i))
  for (let start = from - 1; start + SHORTEST_PART <= to + 1; start++) {
    let hash = PART
    for (let i = start; i < start + LONGEST_PART && i <= to; i++) {
      hash = mixed(hash, unitAt(i))
      if (i - start + 1 >= SHORTEST_PART) visit(hash >>> 0)
    }
  }
}
