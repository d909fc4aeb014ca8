/** Pairs of neighbouring signs, small letters, without spaces: enough to tell what two texts share, in any language. */
function pairsOf(text: string): Set<string> {
  const signs = [...text.toLowerCase().replace(/[\s\p{P}]+/gu, '')]
  return new Set(signs.slice(1).map((sign, i) => `${signs[i]}${sign}`))
}

/**
 * Of things described in words those whose description shares most with what was said, best first; the order given
 * breaks ties.
 */
export function likeliest<T extends { about: string }>(things: readonly T[], said: string): T[] {
  const heard = pairsOf(said)
  const shared = new Map(things.map((thing) => [thing, share(pairsOf(thing.about), heard)]))
  return things.toSorted((a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0))
}

/** The part of the pairs that was heard; long descriptions have no advantage. */
function share(pairs: ReadonlySet<string>, heard: ReadonlySet<string>): number {
  if (pairs.size === 0) return 0
  let hits = 0
  for (const pair of pairs) if (heard.has(pair)) hits++
  return hits / Math.sqrt(pairs.size)
}
