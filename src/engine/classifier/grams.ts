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

/** The features of the text read last: several models read one text. Grown by doubling, never given back. */
let grams = new Uint32Array(4096)
let count = 0
let read: string | undefined
let signs = new Int32Array(1024)

/**
 * The features of a text in the form of `normalise`, each as a 32-bit hash and as often as it occurs: runs of one to four
 * signs, where a latin word or a number is one sign; two signs with one between them left out; the first and the last
 * sign; parts of latin words, which stand for their endings and survive a typing error.
 * Linear in the text. Models keep these hashes: after a change here, those of models/ are to be made anew.
 *
 * @returns a view that holds until the next call
 */
export function gramsIn(text: string): Uint32Array {
  if (text !== read) {
    read = undefined
    count = 0
    const most = readSigns(text)
    makeRoom(most * (LONGEST_RUN + 1) + 2)
    putRuns(most)
    read = text
  }
  return grams.subarray(0, count)
}

/** Visits the features of a text, see `gramsIn`; `visit` may not read another text. */
export function everyGram(text: string, visit: (hash: number) => void): void {
  for (const hash of gramsIn(text)) visit(hash)
}

function makeRoom(more: number): void {
  if (count + more <= grams.length) return
  const wider = new Uint32Array(Math.max(grams.length * 2, count + more))
  wider.set(grams)
  grams = wider
}

function putRuns(most: number): void {
  for (let at = 0; at < most; at++) {
    const end = Math.min(at + LONGEST_RUN, most)
    let hash = RUN
    for (let i = at; i < end; i++) {
      hash = mixed(hash, signs[i]!)
      grams[count++] = hash
    }
    if (at + 2 < most) grams[count++] = mixed(mixed(AROUND, signs[at]!), signs[at + 2]!)
  }
  if (most === 0) return
  grams[count++] = mixed(FIRST, signs[0]!)
  grams[count++] = mixed(LAST, signs[most - 1]!)
}

/** Puts the signs of a text, each as a hash, and on the way the parts of its words; gives the number of signs. */
function readSigns(text: string): number {
  if (signs.length < text.length) signs = new Int32Array(text.length * 2)
  let most = 0
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (!isWordUnit(unit)) {
      if (unit !== SPACE && unit !== LINE) signs[most++] = mixed(31, unit)
      at++
      continue
    }
    const end = wordEnd(text, at)
    let hash = 17
    for (let i = at; i < end; i++) hash = mixed(hash, text.charCodeAt(i))
    signs[most++] = hash
    putParts(text, at, Math.min(end, at + LONGEST_WORD))
    at = end
  }
  return most
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

function putParts(text: string, from: number, to: number): void {
  makeRoom((to - from + 2) * (LONGEST_PART - SHORTEST_PART + 1))
  for (let start = from - 1; start + SHORTEST_PART <= to + 1; start++) {
    let hash = PART
    for (let i = start; i < start + LONGEST_PART && i <= to; i++) {
      hash = mixed(hash, i < from || i >= to ? SPACE : text.charCodeAt(i))
      if (i - start + 1 >= SHORTEST_PART) grams[count++] = hash
    }
  }
}
