import { type Dense, denseOf, type Sparse, strongest, unitRows, withoutCommon } from './matrix.ts'
import type { WordedTexts } from './words.ts'

/** Words so near each other are said of one thing. */
const NEAR = 10
/** Directions kept: 64, fewer where there are few words, or what is chance would count as much as what is shared. */
const widthFor = (words: number): number => Math.min(64, Math.max(8, Math.ceil(words / 10)))
/** Frequent neighbours count less than they would: Levy, Goldberg & Dagan 2015, Trans. ACL 3:211–225. */
const NEIGHBOUR_POWER = 0.75
/** Between all directions alike (0) and as strong as they are (1). On shopping .25 and .5 were as good, 0 and 1 worse. */
const STRENGTH = 0.25

/** Pairs of words and how often they were met, in plain arrays that grow. */
class Pairs {
  #first = new Int32Array(1 << 16).fill(-1)
  #second = new Int32Array(1 << 16)
  #times = new Float32Array(1 << 16)
  size = 0

  add(first: number, second: number, times: number): void {
    if (this.size * 2 > this.#first.length) this.#grow()
    const last = this.#first.length - 1
    let at = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)
    at = (at ^ (at >>> 15)) & last
    while (this.#first[at] !== -1 && (this.#first[at] !== first || this.#second[at] !== second)) at = (at + 1) & last
    if (this.#first[at] === -1) {
      this.size++
      this.#first[at] = first
      this.#second[at] = second
    }
    this.#times[at]! += times
  }

  #grow(): void {
    const [first, second, times] = [this.#first, this.#second, this.#times]
    this.#first = new Int32Array(first.length * 2).fill(-1)
    this.#second = new Int32Array(first.length * 2)
    this.#times = new Float32Array(first.length * 2)
    this.size = 0
    first.forEach((one, at) => {
      if (one !== -1) this.add(one, second[at]!, times[at]!)
    })
  }

  each(visit: (first: number, second: number, times: number) => void): void {
    this.#first.forEach((first, at) => {
      if (first !== -1) visit(first, this.#second[at]!, this.#times[at]!)
    })
  }
}

/**
 * Which words stand near each other more often than by chance, and by how much, ≥ 0: words × neighbours, and the
 * transpose. Pairs are met both ways, so that both hold the same places.
 */
function attraction({ words, starts, ids }: WordedTexts): { pull: Sparse; back: Sparse } {
  const pairs = new Pairs()
  for (let text = 0; text + 1 < starts.length; text++)
    for (let i = starts[text]!; i < starts[text + 1]!; i++)
      for (let j = i + 1; j < starts[text + 1]! && j <= i + NEAR; j++)
        if (ids[i] !== ids[j]) pairs.add(Math.min(ids[i]!, ids[j]!), Math.max(ids[i]!, ids[j]!), 1)
  const met = new Float64Array(words.length)
  const rows = new Int32Array(words.length + 1)
  pairs.each((a, b, times) => {
    met[a]! += times
    met[b]! += times
    rows[a + 1]!++
    rows[b + 1]!++
  })
  for (let i = 0; i < words.length; i++) rows[i + 1]! += rows[i]!
  const damped = met.map((times) => times ** NEIGHBOUR_POWER)
  const all = damped.reduce((sum, x) => sum + x, 0)
  const next = rows.slice()
  const columns = new Int32Array(pairs.size * 2)
  const [pull, back] = [new Float32Array(pairs.size * 2), new Float32Array(pairs.size * 2)]
  const put = (word: number, neighbour: number, times: number) => {
    const at = next[word]!++
    columns[at] = neighbour
    pull[at] = Math.max(0, Math.log((times * all) / (met[word]! * damped[neighbour]!)))
    back[at] = Math.max(0, Math.log((times * all) / (met[neighbour]! * damped[word]!)))
  }
  pairs.each((a, b, times) => {
    put(a, b, times)
    put(b, a, times)
  })
  const shape = { rows: words.length, width: words.length, starts: rows, columns }
  return { pull: { ...shape, values: pull }, back: { ...shape, values: back } }
}

/**
 * Words as directions, words that keep the same company near each other: words × up to 64, each of length one.
 *
 * @source Levy & Goldberg 2014, NIPS 27:2177–2185: positive pointwise mutual information and its strongest directions
 */
export function wordVectors(texts: WordedTexts, seed: number): Dense {
  const { pull, back } = attraction(texts)
  return unitRows(strongest(pull, back, widthFor(texts.words.length), STRENGTH, seed))
}

/**
 * Texts as the weighed sum of their words, less what all texts share: texts × width, each of length one or zero.
 *
 * @source Arora, Liang & Ma 2017, ICLR: A simple but tough-to-beat baseline for sentence embeddings
 */
export function textVectors({ starts, ids }: WordedTexts, vectors: Dense, weights: ArrayLike<number>): Dense {
  const { width } = vectors
  const texts = denseOf(starts.length - 1, width)
  for (let text = 0; text < texts.rows; text++) {
    const times = new Map<number, number>()
    for (let p = starts[text]!; p < starts[text + 1]!; p++) times.set(ids[p]!, (times.get(ids[p]!) ?? 0) + 1)
    for (const [word, n] of times) {
      const weight = (1 + Math.log(n)) * weights[word]!
      for (let k = 0; k < width; k++) texts.values[text * width + k]! += weight * vectors.values[word * width + k]!
    }
  }
  return unitRows(withoutCommon(texts))
}
