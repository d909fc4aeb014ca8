/** One voice that says the same: who (null when nobody knows), when (milliseconds) and how alike, 0…1. */
export type Copy = { who: string | null; at: number; alike: number }

/** So many said the same in so short a time: `people` are known and differ, `unknown` are voices without a name. */
export type Coordinated = { voices: number; people: number; unknown: number; from: number; to: number; alike: number }

/** Three days, in milliseconds. */
export const WINDOW = 3 * 86_400_000
/** Twenty Chinese characters: what fewer say alike they may say by themselves, as the words that shops fill in. */
export const FEWEST_SIGNS = 40
export const FEWEST_SPEAKERS = 5

/**
 * Whether voices that say the same look as if they had been asked to: at least five speakers, each counted once, within
 * three days, in at least twenty characters. Of all such stretches the one with most speakers is given, as evidence;
 * nothing follows from it by itself.
 *
 * @param copies  the voice itself among them
 * @param bulk    how much it says, as of `signatureOf`
 */
export function coordinated(copies: readonly Copy[], bulk: number): Coordinated | null {
  if (bulk < FEWEST_SIGNS) return null
  const sorted = copies.toSorted((a, b) => a.at - b.at)
  let best: Coordinated | null = null
  let from = 0
  sorted.forEach(({ at }, to) => {
    while (at - sorted[from]!.at > WINDOW) from++
    const found = stretchOf(sorted.slice(from, to + 1))
    if (found.people + found.unknown > (best === null ? FEWEST_SPEAKERS - 1 : best.people + best.unknown)) best = found
  })
  return best
}

function stretchOf(copies: readonly Copy[]): Coordinated {
  const people = new Set(copies.flatMap(({ who }) => who ?? [])).size
  return {
    voices: copies.length,
    people,
    unknown: copies.filter(({ who }) => who === null).length,
    from: copies[0]!.at,
    to: copies.at(-1)!.at,
    alike: copies.reduce((sum, copy) => sum + copy.alike, 0) / copies.length,
  }
}
