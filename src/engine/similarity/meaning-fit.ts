import type { Segmenter } from '../keywords/segmenter.ts'
import { normalise } from '../language/normalise.ts'
import { chance, shuffle } from '../statistics/chance.ts'
import { cluster } from '../themes/clusters.ts'
import { type Dense, denseOf, unitRows } from '../themes/matrix.ts'
import { wordVectors } from '../themes/word-vectors.ts'
import { readWords, tallyOf } from '../themes/words.ts'
import { directionOf, type MeaningModel, quantised } from './meaning.ts'

export type MeaningOptions = { segment: Segmenter; cells: number; seed: number }

/** Arora, Liang & Ma 2017 call it a: words of this share of all weigh half. */
const COMMON_SHARE = 1e-3
/** Cells are drawn from so many texts. */
const MOST_FOR_CELLS = 20_000
const LONGEST_READ = 2_000
/** A character that fewer texts hold is taken for as rare as any. */
const FEWEST_TEXTS = 3

/**
 * Learns directions of words from texts, without labels.
 *
 * @source words: Levy & Goldberg 2014 (see themes/word-vectors.ts); texts: Arora, Liang & Ma 2017, ICLR; cells: Sivic &
 *         Zisserman 2003, ICCV: an inverted file over the middles of spherical k-means
 */
export function fitMeaning(texts: readonly string[], { segment, cells, seed }: MeaningOptions): MeaningModel {
  const worded = readWords(texts, segment)
  const vectors = wordVectors(worded, seed)
  const tally = tallyOf(worded)
  const all = tally.reduce((sum, n) => sum + n, 0)
  const model: MeaningModel = {
    width: vectors.width,
    words: new Map(worded.words.map((word, at) => [word, at])),
    weights: Uint8Array.from(tally, (n) => Math.max(1, Math.round((255 * COMMON_SHARE) / (COMMON_SHARE + n / all)))),
    vectors: Int8Array.from(vectors.values, quantised),
    common: new Float32Array(vectors.width),
    cells: new Int8Array(0),
    characters: charactersOf(texts),
  }
  const order = Array.from(texts, (_, i) => i)
  shuffle(order, chance(seed))
  const few = order.slice(0, MOST_FOR_CELLS).map((i) => texts[i]!)
  const withCommon = { ...model, common: meanOf(directionsOf(few, model, segment)) }
  const rows = directionsOf(few, withCommon, segment)
  return { ...withCommon, cells: Int8Array.from(middlesOf(rows, Math.min(cells, rows.rows), seed), quantised) }
}

function directionsOf(texts: readonly string[], model: MeaningModel, segment: Segmenter): Dense {
  const found = texts.map((text) => directionOf(text, model, segment)).filter((direction) => direction !== null)
  const rows = denseOf(found.length, model.width)
  found.forEach((direction, i) => {
    rows.values.set(direction, i * model.width)
  })
  return rows
}

function meanOf({ rows, width, values }: Dense): Float32Array {
  const mean = denseOf(1, width)
  for (let at = 0; at < rows * width; at++) mean.values[at % width]! += values[at]!
  return unitRows(mean).values
}

function middlesOf(rows: Dense, count: number, seed: number): Float32Array {
  const { labels } = cluster(rows, count, seed)
  const middles = denseOf(count, rows.width)
  labels.forEach((label, i) => {
    for (let k = 0; k < rows.width; k++) middles.values[label * rows.width + k]! += rows.values[i * rows.width + k]!
  })
  return unitRows(middles).values
}

/** −ln of the share of texts that hold each character (UTF-16 unit) that some texts share. */
function charactersOf(texts: readonly string[]): Map<number, number> {
  const holders = new Map<number, number>()
  for (const text of texts) {
    const { text: plain } = normalise(text, { limit: LONGEST_READ })
    for (const code of new Set(Array.from({ length: plain.length }, (_, i) => plain.charCodeAt(i))))
      holders.set(code, (holders.get(code) ?? 0) + 1)
  }
  return new Map(
    [...holders]
      .filter(([code, n]) => n >= FEWEST_TEXTS && code > 0x20)
      .sort((a, b) => a[0] - b[0])
      .map(([code, n]) => [code, -Math.log(n / texts.length)]),
  )
}
