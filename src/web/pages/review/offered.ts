/** Which categories stand ready for a voice, so that the usual one is a single key away. */

type Node = { id: string; parent: string | null; retiredAt: string | null }

/** So many have a key of their own. */
export const MOST_OFFERED = 6

/**
 * Those named first (by the engine, by people), then their neighbours in the tree, then what was chosen last.
 *
 * @param named   ids in the order of their weight; those no longer in use are offered too, for they are what is said
 * @param recent  ids chosen for other voices, the latest first
 */
export function offeredFor(
  tree: readonly Node[],
  named: readonly string[],
  recent: readonly string[],
  most = MOST_OFFERED,
): string[] {
  const byId = new Map(tree.map((node) => [node.id, node]))
  const live = (id: string) => byId.get(id)?.retiredAt === null
  const isParent = new Set(tree.flatMap(({ parent, retiredAt }) => (parent && retiredAt === null ? [parent] : [])))
  const parents = named.map((id) => byId.get(id)?.parent ?? null).filter((parent) => parent !== null)
  const neighbours = parents.flatMap((parent) => tree.filter((node) => node.parent === parent).map(({ id }) => id))
  const others = [...neighbours, ...recent].filter((id) => live(id) && !isParent.has(id))
  return [...new Set([...named.filter((id) => byId.has(id)), ...others])].slice(0, Math.max(most, named.length))
}

/** The categories of many voices, the most frequent first: what speaks of little else is likely one of these. */
export function commonAmong(filed: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const id of filed.flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
}
