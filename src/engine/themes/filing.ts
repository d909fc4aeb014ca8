import { ownWeights } from './discover.ts'
import { judge, type Mixture, mixtureOf, partsOf } from './mixture.ts'
import type { LanguageThemes } from './model.ts'
import type { WordedTexts } from './words.ts'

/**
 * A text whose words do not speak for a theme by this much (in logarithms: e² times likelier than without themes; less
 * where there are too few themes to be so clear) or that is less than half of one theme says nothing that many say.
 */
const clearEnough = (themes: number): number => Math.min(2, Math.log(themes))
const HALF = 0.5

/** Where a text is filed: the likeliest column, its part, how much the words say for it, and whether that is clear. */
export type Judged = { column: number; confidence: number; said: number; clear: boolean }

/** How each text is filed by a mixture over its words. */
export const placedBy = ({ starts, ids }: WordedTexts, mixture: Mixture): Judged[] =>
  Array.from({ length: starts.length - 1 }, (_, i) => fileIds(mixture, ids, starts[i]!, starts[i + 1]!))

/** How each text is filed under earlier themes, by the words that both know. */
export function placedEarlier(
  { words, starts, ids }: WordedTexts,
  { words: known, mixture }: LanguageThemes,
): Judged[] {
  const numbers = new Map(known.map((word, at) => [word, at]))
  const theirs = Int32Array.from(words, (word) => numbers.get(word) ?? -1)
  return Array.from({ length: starts.length - 1 }, (_, i) => {
    const own = ids.subarray(starts[i]!, starts[i + 1]!).map((id) => theirs[id]!)
    const shared = own.filter((id) => id >= 0)
    return fileIds(mixture, shared, 0, shared.length)
  })
}

/** So many parts, each filed by what the others say. */
const PARTS = 5
/** Among more texts than this one weighs nothing. */
const FEW_TEXTS = 20_000

/**
 * Files each text by what the others say, in the theme that it is nearest to or in none. In few texts one's own words
 * weigh much in the theme that one helped to make, and everything would seem to belong somewhere.
 *
 * @param own  how each is filed by all, itself included
 */
export function judgedByOthers(texts: WordedTexts, own: readonly Judged[], count: number): readonly Judged[] {
  if (own.length > FEW_TEXTS) return own
  const { starts, ids } = texts
  const labels = Int32Array.from(own, ({ column }, text) => (starts[text + 1]! > starts[text]! ? column : -1))
  const weights = ownWeights(texts, labels, count)
  const others = Array.from({ length: PARTS }, (_, part) =>
    mixtureOf(
      texts,
      labels.map((label, text) => (text % PARTS === part ? -1 : label)),
      count,
      weights,
    ),
  )
  return own.map(({ column }, text) => {
    const judged = fileIds(others[text % PARTS]!, ids, starts[text]!, starts[text + 1]!)
    return { ...judged, column, clear: judged.clear && judged.column === column }
  })
}

/** Files the words `from` … `to` of `ids`. */
export function fileIds(mixture: Mixture, ids: ArrayLike<number>, from: number, to: number): Judged {
  const scores = new Float64Array(mixture.count)
  const column = judge(mixture, ids, from, to, scores)
  const said = scores[column]! - Math.log(mixture.shares[column]! + 1e-12)
  partsOf(scores)
  const confidence = scores[column]!
  return { column, confidence, said, clear: to > from && said >= clearEnough(mixture.count) && confidence >= HALF }
}
