import { foldUnit } from './folding.ts'

/**
 * A text in one form of writing, with the way back.
 * `starts[i]` is the UTF-16 offset in the original at which unit `i` began; `starts[text.length]` is the original's length.
 */
export type Normalised = { text: string; starts: Int32Array }

export type NormaliseOptions = {
  /** Shorten runs of one letter or mark to two (哈哈哈哈 → 哈哈); numbers stay. Default true. */
  collapse?: boolean
  /** Units of the original to read; the rest is ignored. Default all. */
  limit?: number
}

const SPACE = 0x20
const LONGEST_CLUSTER = 12
const MARK = /\p{M}/u

/** Joiners, marks of direction, variation selectors and skin tones: invisible, or a shade of the same sign. */
const isInvisible = (point: number): boolean =>
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x202a && point <= 0x202e) ||
  (point >= 0x2060 && point <= 0x2064) ||
  (point >= 0xfe00 && point <= 0xfe0f) ||
  (point >= 0x1f3fb && point <= 0x1f3ff) ||
  point === 0xfeff ||
  point === 0xad

const isLoneSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

/** Room for the text being read, kept from text to text: most are short, and two arrays for each would cost as much as reading it. */
let units = new Uint16Array(1024)
let starts = new Int32Array(1024)
/** Longer texts get arrays of their own, so that one of a megabyte does not hold memory for good. */
const LONGEST_KEPT = 65_536

/** Collects units and their origins; growing by doubling keeps a megabyte cheap. */
class Writer {
  readonly #collapse: boolean
  #units: Uint16Array
  #starts: Int32Array
  #length = 0

  constructor(size: number, collapse: boolean) {
    if (units.length < size + 16 && size <= LONGEST_KEPT) {
      units = new Uint16Array(size * 2)
      starts = new Int32Array(size * 2)
    }
    const isKept = units.length >= size + 16
    this.#units = isKept ? units : new Uint16Array(size + 16)
    this.#starts = isKept ? starts : new Int32Array(size + 16)
    this.#collapse = collapse
  }

  put(unit: number, start: number): void {
    const at = this.#length
    if (unit === SPACE && (at === 0 || this.#units[at - 1] === SPACE)) return
    if (this.#collapse && this.#repeats(unit)) return
    if (at + 2 > this.#units.length) this.#grow()
    this.#units[at] = unit
    this.#starts[at] = start
    this.#length = at + 1
  }

  #repeats(unit: number): boolean {
    const at = this.#length
    const isDigit = unit >= 0x30 && unit <= 0x39
    if (at < 2 || isDigit) return false
    return this.#units[at - 1] === unit && this.#units[at - 2] === unit
  }

  /** A sign of two units; a third one in a row goes as a third letter does. */
  putPair(high: number, low: number, start: number): void {
    const at = this.#length
    const units = this.#units
    const isThird =
      at >= 4 && units[at - 1] === low && units[at - 2] === high && units[at - 3] === low && units[at - 4] === high
    if (this.#collapse && isThird) return
    if (at + 3 > units.length) this.#grow()
    this.#units[at] = high
    this.#units[at + 1] = low
    this.#starts[at] = start
    this.#starts[at + 1] = start + 1
    this.#length = at + 2
  }

  #grow(): void {
    const units = new Uint16Array(this.#units.length * 2)
    const starts = new Int32Array(this.#starts.length * 2)
    units.set(this.#units)
    starts.set(this.#starts)
    this.#units = units
    this.#starts = starts
  }

  finish(end: number): Normalised {
    const starts = this.#starts.slice(0, this.#length + 1)
    starts[this.#length] = end
    return { text: decode(this.#units.subarray(0, this.#length)), starts }
  }
}

const CHUNK = 8192
function decode(units: Uint16Array): string {
  let text = ''
  for (let i = 0; i < units.length; i += CHUNK)
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(i, i + CHUNK))
  return text
}

/** ASCII in lower case; control characters become spaces, a line break stays. */
function asciiOf(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32
  if (unit === 0x0a || unit === 0x0d) return 0x0a
  return unit < 0x20 || unit === 0x7f ? SPACE : unit
}

/**
 * One form for one text: NFKC, full width to half width, lower case, Traditional folded to Simplified, invisible
 * characters dropped, spaces joined, runs of one character shortened, every unit tied to its place in the original.
 * Takes time linear in the text. Lone surrogates become spaces.
 */
export function normalise(
  original: string,
  { collapse = true, limit = original.length }: NormaliseOptions = {},
): Normalised {
  const end = Math.min(original.length, limit)
  const writer = new Writer(end, collapse)
  const spaced = isSpelledWithSpaces(original, end)
  let i = 0
  while (i < end) {
    const unit = original.charCodeAt(i)
    if (unit < 0x80 && !isAccent(original.charCodeAt(i + 1))) {
      const isGap =
        unit === SPACE && spaced && isHanUnit(original.charCodeAt(i - 1)) && isHanUnit(original.charCodeAt(i + 1))
      if (!isGap) writer.put(asciiOf(unit), i)
      i++
    } else if (isHanUnit(unit)) {
      writer.put(foldUnit(unit), i)
      i++
    } else {
      i = putCluster(writer, original, i, end)
    }
  }
  return writer.finish(end)
}

const isAccent = (unit: number): boolean => unit >= 0x300 && unit <= 0x36f
const isHanUnit = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

/** True for 很 好 用: some sources put a space after every character; then spaces part nothing. */
function isSpelledWithSpaces(text: string, end: number): boolean {
  let apart = 0
  let together = 0
  for (let i = 1; i < Math.min(end, 400); i++) {
    if (!isHanUnit(text.charCodeAt(i))) continue
    if (isHanUnit(text.charCodeAt(i - 1))) together++
    else if (text.charCodeAt(i - 1) === SPACE && isHanUnit(text.charCodeAt(i - 2))) apart++
  }
  return apart >= 2 && together * 4 <= apart
}

/** Writes the sign at `i` with the marks on it and returns where the next one begins. */
function putCluster(writer: Writer, text: string, i: number, end: number): number {
  const point = text.codePointAt(i)!
  const size = point > 0xffff ? 2 : 1
  if (isInvisible(point)) return i + size
  if (isLoneSurrogate(point)) {
    writer.put(SPACE, i)
    return i + 1
  }
  if (size === 2) return putAstral(writer, text, i, end)
  if (!(text.charCodeAt(i + 1) >= 0x300 && i + 1 < end && MARK.test(text[i + 1]!))) {
    if (singles[point] === 0) singles[point] = singleOf(text[i]!)
    if (singles[point] !== SEVERAL) {
      writer.put(singles[point]!, i)
      return i + 1
    }
  }
  let stop = i + size
  while (stop < end && stop - i < LONGEST_CLUSTER && text.charCodeAt(stop) >= 0x300 && MARK.test(text[stop]!)) stop++
  const form = text.slice(i, stop).normalize('NFKC').toLowerCase()
  for (let k = 0; k < form.length; k++) writer.put(foldedOf(form.charCodeAt(k)), i)
  return stop
}

const foldedOf = (unit: number): number =>
  unit === 0xa0 || unit === 0x3000 || unit === 0x2028 || unit === 0x2029 || unit < 0x20 ? SPACE : foldUnit(unit)

/** What becomes of one unit without a mark on it, once it has been met; `SEVERAL` where it becomes more than one. */
const singles = new Uint16Array(0x10000)
const SEVERAL = 0xffff

function singleOf(unit: string): number {
  const form = unit.normalize('NFKC').toLowerCase()
  return form.length === 1 ? foldedOf(form.charCodeAt(0)) : SEVERAL
}

/** Emoji and rare Han; mathematical letters (𝐀) fold to plain ones. */
function putAstral(writer: Writer, text: string, i: number, end: number): number {
  if (i + 1 >= end) return i + 1
  const form = text
    .slice(i, i + 2)
    .normalize('NFKC')
    .toLowerCase()
  if (form.length === 2 && form.codePointAt(0)! > 0xffff) writer.putPair(form.charCodeAt(0), form.charCodeAt(1), i)
  else for (let k = 0; k < form.length; k++) writer.put(form.charCodeAt(k), i)
  return i + 2
}

/** The stretch of the original that normalised units from ≤ i < to came from; never splits a surrogate pair. */
export function originalSpan({ starts }: Normalised, from: number, to: number): { start: number; end: number } {
  const last = starts.length - 1
  const start = starts[Math.min(from, last)] ?? 0
  let stop = Math.min(Math.max(to, from), last)
  while (stop < last && starts[stop]! <= start && to > from) stop++
  return { start, end: starts[stop] ?? start }
}
