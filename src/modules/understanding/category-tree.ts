import { DEEPEST_CATEGORY } from '../../shared/contracts/taxonomy.ts'

/** What the rules of the tree look at. */
export type Node = { id: string; parentId: string | null; retired: boolean; mergedInto: string | null }

/** Why a category cannot hang there; null when it can. */
export type Misplaced = 'too-deep' | 'in-itself' | 'parent-retired' | 'no-parent'

/**
 * Whether a category may hang under `parentId` (null: at the top) with everything below it.
 *
 * @param id  the category that moves; null for a new one
 */
export function misplaced(nodes: readonly Node[], id: string | null, parentId: string | null): Misplaced | null {
  if (parentId === null) return null
  const parent = nodes.find((node) => node.id === parentId)
  if (parent === undefined) return 'no-parent'
  if (parent.retired) return 'parent-retired'
  const above = pathTo(nodes, parentId)
  if (id !== null && above.includes(id)) return 'in-itself'
  return above.length + (id === null ? 1 : heightOf(nodes, id)) > DEEPEST_CATEGORY ? 'too-deep' : null
}

/** From the top down to `id`. Stops in a tree that bites its tail. */
function pathTo(nodes: readonly Node[], id: string): string[] {
  const path: string[] = []
  let at: string | null | undefined = id
  while (at != null && !path.includes(at)) {
    path.unshift(at)
    at = nodes.find((node) => node.id === at)?.parentId
  }
  return path
}

/** Levels from `id` downwards, itself included. */
function heightOf(nodes: readonly Node[], id: string): number {
  const below = nodes.filter((node) => node.parentId === id && !node.retired)
  return 1 + Math.max(0, ...below.map((node) => heightOf(nodes, node.id)))
}

/** `id`, all that hangs below it, and all that was merged into any of them: what belongs to it when voices are counted. */
export function familyOfCategory(nodes: readonly Node[], id: string): string[] {
  const family = new Set([id])
  for (const member of family) {
    for (const node of nodes) if (node.parentId === member || node.mergedInto === member) family.add(node.id)
  }
  return [...family]
}

/** `id` and everything below it that is still in use. */
export function liveBelow(nodes: readonly Node[], id: string): string[] {
  const found = new Set([id])
  for (const member of found)
    for (const node of nodes) if (node.parentId === member && !node.retired) found.add(node.id)
  return [...found]
}

/** `id` and all that was merged into it, and into those: what it unites. */
export function unitedIn(nodes: readonly Pick<Node, 'id' | 'mergedInto'>[], id: string): string[] {
  const united = new Set([id])
  for (const member of united) for (const node of nodes) if (node.mergedInto === member) united.add(node.id)
  return [...united]
}
