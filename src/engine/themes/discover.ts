import { agreement } from './agreement.ts'
import { cluster, join } from './clusters.ts'
import { type Filed, improve, type Mixture, mixtureOf, tellingOf } from './mixture.ts'
import { textVectors, wordVectors } from './word-vectors.ts'
import { drawn, tallyOf, type WordedTexts } from './words.ts'

/** Words are learned from so many texts (from 20,000 of shopping they were clearly worse), themes begun in fewer. */
const MOST_LEARNED = 50_000
const MOST_SEARCHED = 20_000
/** Clusters that show which words tell texts apart. */
const FIRST_CLUSTERS = 40
/**
 * Clusters that are joined to each theme asked for, one beginning after the other. On shopping agreement with the labels
 * was .67–.72 from 2, .65–.73 from 3, .70–.73 from 4, .59 from 8. Many themes are fine as they are.
 */
const FINER = [4, 3, 4, 3, 4]
const MANY = 40
const FINER_MANY = [1, 1, 1]
/** Parts of the time by which words are learned and beginnings tried. */
const LEARNED = 0.2
const TRIED = 0.7
const TRIAL_ROUNDS = 8
const LAST_ROUNDS = 10
/**
 * Words that make up a hundredth of all weigh half in the first look. A thousandth, as is usual, wipes out what a
 * collection is all about: on car-forum posts agreement with the labels was .38 instead of .42.
 */
const COMMON = 0.01

/** How many themes to find: a number, or as many as lie further apart than `near` (cosine). */
export type Wanted = { count: number } | { near: number; most: number }

type Trial = { mixture: Mixture } & Filed

/** Words by how telling they are of given clusters, 0…1. */
export const ownWeights = (texts: WordedTexts, labels: Int32Array, count: number): Float64Array =>
  tellingOf(texts, labels, count).map((telling) => Math.min(1, telling))

/** The trial that the others agree with most: what chance alone has made stands alone. */
function mostAgreed(trials: readonly Trial[]): Trial {
  const support = trials.map((one) => trials.reduce((sum, other) => sum + agreement(one.labels, other.labels), 0))
  return trials[support.indexOf(Math.max(...support))]!
}

/**
 * Finds what texts speak of. Words whose use differs from cluster to cluster count, words that are everywhere do not:
 * a first clustering shows which they are, a second one, finer than asked for, is joined to themes, and these are fitted
 * as a mixture, from several beginnings. Needs at least one text with a word.
 *
 * @param progress  told how much is done, 0…1, after each part
 * @returns  the mixture over the words of `texts`
 */
export function discover(
  texts: WordedTexts,
  wanted: Wanted,
  seed: number,
  progress: (done: number) => void = () => {},
): Mixture {
  const learned = drawn(texts, MOST_LEARNED, seed)
  const searched = drawn(learned, MOST_SEARCHED, seed)
  const number = searched.starts.length - 1
  const most = 'count' in wanted ? wanted.count : wanted.most
  const vectors = wordVectors(learned, seed)
  progress(LEARNED)
  const common = tallyOf(learned).map((times) => COMMON / (COMMON + times / learned.ids.length))
  const first = textVectors(searched, vectors, common)
  const clusters = Math.min(Math.max(FIRST_CLUSTERS, most), number)
  const finer = 'near' in wanted || most >= MANY ? FINER_MANY : FINER
  const trials = finer.map((times, i) => {
    const telling = tellingOf(searched, cluster(first, clusters, seed + i).labels, clusters)
    const rows = textVectors(searched, vectors, telling)
    const { labels } = cluster(rows, Math.min(number, most * times), seed + i)
    const joined = join(rows, labels, 'count' in wanted ? { fewest: most } : { near: wanted.near })
    const trial = begin(searched, joined.labels, joined.count, TRIAL_ROUNDS)
    progress(LEARNED + ((TRIED - LEARNED) * (i + 1)) / finer.length)
    return trial
  })
  const { labels, mixture } = mostAgreed(trials)
  const found = settle(texts, searched, labels, mixture.count)
  progress(1)
  return found
}

/** A mixture made of clusters and improved, words weighed by how telling they are of these clusters. */
function begin(texts: WordedTexts, labels: Int32Array, count: number, rounds: number): Trial {
  const weights = ownWeights(texts, labels, count)
  return improve(texts, mixtureOf(texts, labels, count, weights), weights, rounds)
}

/** Fits themes that begin where texts are filed, −1 for those that begin none, to all texts. */
export const fitFrom = (texts: WordedTexts, labels: Int32Array, count: number): Mixture =>
  begin(texts, labels, count, LAST_ROUNDS).mixture

/** Fits themes begun in some texts to all. */
function settle(texts: WordedTexts, searched: WordedTexts, labels: Int32Array, count: number): Mixture {
  const begun = begin(searched, labels, count, LAST_ROUNDS)
  const filed = improve(texts, begun.mixture, ownWeights(searched, begun.labels, count), 1)
  return begin(texts, filed.labels, count, LAST_ROUNDS).mixture
}
