import { keyness } from '../keywords/keyness.ts'
import type { Segmenter } from '../keywords/segmenter.ts'
import { termsOf } from '../keywords/terms.ts'
import { isHan } from '../language/script.ts'

/** A single Chinese character or two letters hardly ever say what a part is about: 不, 件, is. */
const SHORTEST = { han: 2, other: 3 }
/** A word of one text alone is of that text, not of the part. */
const FEWEST = 2
const MOST_NAMES = 10
/** Parts are small: the prior weighs as much as so many texts, or a word of every text of a part could not stand out. */
const PRIOR = 10

/** Of one standard error it is likelier chance than not. */
const TELLING = 1
/** Words that stand in everybody's sentences and say nothing by themselves. */
const SAY_LITTLE = new Set(
  '可以 一台 一片 一个 两个 一次 一下 问题 我家 家里 本人 东西 事情 情况 有点 需要 觉得 感觉 希望 建议 今天 昨天 明天 actually really best called think'.split(
    ' ',
  ),
)

const isName = (word: string): boolean =>
  !SAY_LITTLE.has(word) &&
  word.length >= (isHan(word.charCodeAt(0)) ? SHORTEST.han : SHORTEST.other) &&
  !/^\d/.test(word)

/**
 * The words that tell each part from all others, the surest first, as they are written most often: content words of the
 * segmenter by keyness, by the number of texts that hold them.
 *
 * @param labels  the part of each text; null for none
 * @returns       for each part its words; none where nothing sets it apart
 */
export function namesOf(
  texts: readonly string[],
  labels: readonly (number | null)[],
  parts: number,
  segment: Segmenter,
): string[][] {
  const held = texts.map((text) => {
    const terms = termsOf({ text }, { segment }).flatMap((term) => (term === null || !isName(term.word) ? [] : [term]))
    return new Map(terms.map(({ word, written }) => [word, written]))
  })
  const filed = [...held.keys()].filter((i) => labels[i] !== null)
  const telling = Array.from({ length: parts }, (_, part) => {
    const own = filed.filter((i) => labels[i] === part)
    const others = filed.filter((i) => labels[i] !== part)
    const counted = countsOf(held, own, others)
    return keyness(counted, { here: own.length, there: others.length }, { prior: PRIOR })
      .filter(({ z, here }) => z >= TELLING && here >= FEWEST)
      .sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_NAMES)
      .map(({ word, z }) => ({ word, z, written: writtenIn(held, own, word) }))
  })
  // A word of two parts names the one that it tells more of.
  const best = new Map<string, number>()
  for (const { word, z } of telling.flat()) best.set(word, Math.max(best.get(word) ?? 0, z))
  return telling.map((words) => words.filter(({ word, z }) => best.get(word) === z).map(({ written }) => written))
}

function countsOf(held: readonly ReadonlyMap<string, string>[], own: readonly number[], others: readonly number[]) {
  const counts = new Map<string, { here: number; there: number }>()
  for (const i of own)
    for (const word of held[i]!.keys()) counts.set(word, { here: (counts.get(word)?.here ?? 0) + 1, there: 0 })
  for (const i of others) {
    for (const word of held[i]!.keys()) {
      const count = counts.get(word)
      if (count !== undefined) count.there++
    }
  }
  return [...counts].map(([word, count]) => ({ word, ...count }))
}

function writtenIn(held: readonly ReadonlyMap<string, string>[], own: readonly number[], word: string): string {
  const spelled = Map.groupBy(
    own.flatMap((i) => held[i]!.get(word) ?? []),
    (written) => written,
  )
  return [...spelled].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? word
}
