/** The tree of categories as the page walks it. */

export const DEEPEST = 3

type Node = { id: string; parent: string | null; position: number; retiredAt: string | null }
export type Placed<T> = { category: T; level: number }

const siblings = <T extends Node>(items: readonly T[], parent: string | null): T[] =>
  items.filter((item) => item.parent === parent).sort((a, b) => a.position - b.position)

/** Every category after the one it hangs below, with its level (0 at the top). */
export function placed<T extends Node>(items: readonly T[], parent: string | null = null, level = 0): Placed<T>[] {
  return siblings(items, parent).flatMap((category) => [{ category, level }, ...placed(items, category.id, level + 1)])
}

const liveBelow = <T extends Node>(items: readonly T[], id: string): T[] =>
  items.filter((item) => item.parent === id && item.retiredAt === null)

/** Levels from `id` downwards, itself included. */
const heightOf = (items: readonly Node[], id: string): number =>
  1 + Math.max(0, ...liveBelow(items, id).map((child) => heightOf(items, child.id)))

/** True when something in use hangs below. */
export const hasChildren = (items: readonly Node[], id: string): boolean => liveBelow(items, id).length > 0

function isBelow(items: readonly Node[], id: string, above: string): boolean {
  const parent = items.find((item) => item.id === id)?.parent ?? null
  return parent !== null && (parent === above || isBelow(items, parent, above))
}

/** Where a category, with all below it, may hang besides the top: not in itself, not retired, not too deep. */
export function placesFor<T extends Node>(items: readonly T[], id: string | null): Placed<T>[] {
  const height = id === null ? 1 : heightOf(items, id)
  return placed(items).filter(
    ({ category, level }) =>
      category.retiredAt === null &&
      level + 1 + height <= DEEPEST &&
      category.id !== id &&
      (id === null || !isBelow(items, category.id, id)),
  )
}

/** The live sibling just before (-1) or after (1); null at the end. */
export function neighbour<T extends Node>(items: readonly T[], of: T, step: -1 | 1): T | null {
  const row = siblings(items, of.parent).filter(({ retiredAt, id }) => retiredAt === null || id === of.id)
  return row[row.findIndex(({ id }) => id === of.id) + step] ?? null
}
