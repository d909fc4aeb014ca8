/** Where a text stands: the theme it is nearest to, and whether it clearly speaks of it. */
export type Placed = { column: number; clear: boolean }

/** A fresh theme is news when earlier themes left out more than this part of its texts. */
const NEWS = 0.5
/** Fewer texts begin no theme. */
const FEWEST = 5

/**
 * Where to begin so that earlier themes go on: each text in the earlier theme it is nearest to. Fresh themes that earlier
 * ones know little of begin beside them, the largest first, as long as there is room.
 *
 * @param earlier  where each text stands among `counts.earlier` themes; null for texts without words
 * @param fresh    the same among `counts.fresh` themes that were found anew
 * @returns        the theme of each text, −1 for none, and how many there are
 */
export function goOn(
  earlier: readonly (Placed | null)[],
  fresh: readonly (Placed | null)[],
  counts: { earlier: number; fresh: number; most: number },
): { labels: Int32Array; count: number } {
  const own = Array.from({ length: counts.fresh }, (): number[] => [])
  fresh.forEach((place, text) => {
    if (place?.clear) own[place.column]!.push(text)
  })
  const news = own
    .map((texts, column) => ({ column, left: texts.filter((text) => !earlier[text]?.clear), size: texts.length }))
    .filter(({ left, size }) => left.length >= FEWEST && left.length > NEWS * size)
    .sort((a, b) => b.left.length - a.left.length || a.column - b.column)
    .slice(0, Math.max(0, counts.most - counts.earlier))
  const labels = Int32Array.from(earlier, (place) => place?.column ?? -1)
  news.forEach(({ left }, at) => {
    for (const text of left) labels[text] = counts.earlier + at
  })
  return { labels, count: counts.earlier + news.length }
}
