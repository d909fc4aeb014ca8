import { tallyOf, type WordedTexts } from './words.ts'

/**
 * What each theme says more often than all texts do: odds[word · count + theme] is the weighed logarithm of how much
 * more; shares[theme] is the theme's part of all texts, summing to 1.
 */
export type Mixture = { count: number; odds: Float32Array; shares: Float64Array }

/** `labels`: the likeliest theme of each text; `fit`: the mean log-likelihood of a text above that of no themes. */
export type Filed = { labels: Int32Array; fit: number }

/** A theme is believed to speak as all do until it holds a tenth of so many words more than there are different ones. */
const DOUBT = 0.1
/** A part of a text smaller than this moves nothing. */
const TOO_LITTLE = 1e-3
const STILL = 0.001

/**
 * How telling each word is of the clusters: the distance between where the word occurs and where all words do.
 * About 0 for words that are everywhere (的, 很好, the), up to log(count) for words of one cluster.
 *
 * @returns Kullback–Leibler divergence in nats, ≥ 0, drawn towards 0 for rare words
 */
export function tellingOf(texts: WordedTexts, labels: Int32Array, count: number): Float64Array {
  const { words, starts, ids } = texts
  const times = new Float64Array(words.length * count)
  const all = new Float64Array(count)
  labels.forEach((label, text) => {
    if (label < 0) return
    for (let p = starts[text]!; p < starts[text + 1]!; p++) times[ids[p]! * count + label]!++
    all[label]! += starts[text + 1]! - starts[text]!
  })
  const sum = all.reduce((total, x) => total + x, 0)
  const shares = all.map((x) => (x + 1) / (sum + count))
  return Float64Array.from(words, (_, word) => {
    let of = 0
    for (let c = 0; c < count; c++) of += times[word * count + c]!
    let distance = 0
    for (let c = 0; c < count; c++) {
      const share = (times[word * count + c]! + UNSEEN * shares[c]!) / (of + UNSEEN)
      distance += share * Math.log(share / shares[c]!)
    }
    return Math.max(0, distance)
  })
}

/** Every word is taken as seen so many times more, spread as all words are. */
const UNSEEN = 5

/** Adds up what the words of a text say for each theme; the return value is the likeliest. */
export function judge(
  { count, odds, shares }: Mixture,
  ids: ArrayLike<number>,
  from: number,
  to: number,
  into: Float64Array,
): number {
  for (let c = 0; c < count; c++) into[c] = Math.log(shares[c]! + 1e-12)
  for (let p = from; p < to; p++) {
    const at = ids[p]! * count
    for (let c = 0; c < count; c++) into[c]! += odds[at + c]!
  }
  let best = 0
  for (let c = 1; c < count; c++) if (into[c]! > into[best]!) best = c
  return best
}

/** Turns logarithms into parts of 1, in place; gives the logarithm of what they sum to. */
export function partsOf(scores: Float64Array): number {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp(scores[c]! - most)
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum
  return most + Math.log(sum)
}

/** Collects from parts of texts what each theme says. */
class Tally {
  readonly #texts: WordedTexts
  readonly #count: number
  readonly #times: Float32Array
  readonly #parts: Float64Array

  constructor(texts: WordedTexts, count: number) {
    this.#texts = texts
    this.#count = count
    this.#times = new Float32Array(texts.words.length * count)
    this.#parts = new Float64Array(count)
  }

  add(text: number, theme: number, part: number): void {
    const { starts, ids } = this.#texts
    this.#parts[theme]! += part
    for (let p = starts[text]!; p < starts[text + 1]!; p++) this.#times[ids[p]! * this.#count + theme]! += part
  }

  /** @param usual how often each word occurs in all texts */
  mixture(usual: Float64Array, weights: ArrayLike<number>): Mixture {
    const count = this.#count
    const words = usual.length
    const all = usual.reduce((sum, x) => sum + x, 0)
    const said = new Float64Array(count)
    for (let at = 0; at < this.#times.length; at++) said[at % count]! += this.#times[at]!
    const odds = new Float32Array(words * count)
    for (let word = 0; word < words; word++) {
      const share = usual[word]! / all
      if (share === 0) continue
      for (let c = 0; c < count; c++) {
        const own = (this.#times[word * count + c]! + DOUBT * words * share) / (said[c]! + DOUBT * words)
        odds[word * count + c] = weights[word]! * Math.log(own / share)
      }
    }
    const parts = this.#parts.reduce((sum, x) => sum + x, 0)
    return { count, odds, shares: this.#parts.map((x) => (x + 1 / count) / (parts + 1)) }
  }
}

/** The mixture that texts filed under labels make; those under −1 are left out. */
export function mixtureOf(texts: WordedTexts, labels: Int32Array, count: number, weights: ArrayLike<number>): Mixture {
  const tally = new Tally(texts, count)
  labels.forEach((label, text) => {
    if (label >= 0) tally.add(text, label, 1)
  })
  return tally.mixture(tallyOf(texts), weights)
}

/**
 * Makes a mixture fit texts better, round by round: each text is shared out among themes by what its words say, then
 * each theme learns from its parts. Words count by their weight, 0…1.
 *
 * @source Nigam et al. 2000, Machine Learning 39:103–134 (a mixture of multinomials by expectation and maximisation)
 */
export function improve(
  texts: WordedTexts,
  start: Mixture,
  weights: ArrayLike<number>,
  rounds: number,
): { mixture: Mixture } & Filed {
  const count = texts.starts.length - 1
  const usual = tallyOf(texts)
  const labels = new Int32Array(count).fill(-1)
  const scores = new Float64Array(start.count)
  let mixture = start
  let fit = 0
  for (let round = 0; round < rounds; round++) {
    const tally = new Tally(texts, start.count)
    let moved = 0
    fit = 0
    for (let text = 0; text < count; text++) {
      const [from, to] = [texts.starts[text]!, texts.starts[text + 1]!]
      if (from === to) continue
      const best = judge(mixture, texts.ids, from, to, scores)
      if (labels[text] !== best) moved++
      labels[text] = best
      fit += partsOf(scores)
      scores.forEach((part, theme) => {
        if (part > TOO_LITTLE) tally.add(text, theme, part)
      })
    }
    mixture = tally.mixture(usual, weights)
    if (moved <= count * STILL) break
  }
  return { mixture, labels, fit: fit / Math.max(1, count) }
}
