/** Themes that share less of their texts than this are two themes. */
const SAME = 0.3

/**
 * Gives each theme its number: that of the earlier theme it shares most of its texts with, else a new one. Each number
 * is given once, to the pair that shares most.
 *
 * @param labels   the theme of each text, 0 … count − 1; negative for none
 * @param nextId   the first number never given
 * @param earlier  the number of the earlier theme of the same texts, null for none
 */
export function identitiesOf(
  labels: Int32Array,
  count: number,
  nextId: number,
  earlier?: readonly (number | null)[],
): { ids: number[]; nextId: number } {
  const ids = new Map<number, number>()
  const taken = new Set<number>()
  for (const { column, id, share } of earlier === undefined ? [] : sharesOf(labels, earlier)) {
    if (share < SAME || ids.has(column) || taken.has(id)) continue
    ids.set(column, id)
    taken.add(id)
  }
  let next = nextId
  return { ids: Array.from({ length: count }, (_, column) => ids.get(column) ?? next++), nextId: next }
}

/** Pairs of a theme and an earlier one by the texts in both as a share of those in either, the largest first. */
function sharesOf(labels: Int32Array, earlier: readonly (number | null)[]) {
  const now = new Map<number, number>()
  const before = new Map<number, number>()
  const both = new Map<number, Map<number, number>>()
  labels.forEach((column, text) => {
    const id = earlier[text] ?? null
    if (column >= 0) now.set(column, (now.get(column) ?? 0) + 1)
    if (id !== null) before.set(id, (before.get(id) ?? 0) + 1)
    if (column < 0 || id === null) return
    const row = both.get(column) ?? new Map<number, number>()
    row.set(id, (row.get(id) ?? 0) + 1)
    both.set(column, row)
  })
  return [...both]
    .flatMap(([column, row]) =>
      [...row].map(([id, shared]) => ({ column, id, share: shared / (now.get(column)! + before.get(id)! - shared) })),
    )
    .sort((a, b) => b.share - a.share || a.column - b.column || a.id - b.id)
}
