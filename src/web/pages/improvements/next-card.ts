/**
 * Where a key leads on a board: j and k within a column, h and l to the same height of the nearest column that holds
 * something. From outside the board, the first card.
 */
export function nextCard<Card>(
  columns: readonly (readonly Card[])[],
  current: Card | null | undefined,
  key: 'h' | 'j' | 'k' | 'l',
): Card | null {
  const at = columns.findIndex((column) => column.some((card) => card === current))
  const column = columns[at]
  if (column === undefined) return columns.find((cards) => cards.length > 0)?.[0] ?? null
  const row = column.findIndex((card) => card === current)
  if (key === 'j') return column[row + 1] ?? null
  if (key === 'k') return column[row - 1] ?? null
  const step = key === 'l' ? 1 : -1
  for (let to = at + step; to >= 0 && to < columns.length; to += step) {
    const cards = columns[to] ?? []
    const found = cards[Math.min(row, cards.length - 1)]
    if (found !== undefined) return found
  }
  return null
}
