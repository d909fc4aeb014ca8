/** A word of a cloud and how large it is written, 0…1, the largest being 1. */
export type CloudWord<Word> = Word & { weight: number }

const MOST = 60
/** The smallest can still be read. */
const LEAST = 0.15

/**
 * The words of a cloud, the largest first: at most 60, by how surely each is of its group. By the root, so that the
 * surest does not dwarf the rest.
 *
 * @param words  those with z > 0 are taken
 */
export function cloudOf<Word extends { z: number }>(words: readonly Word[], most = MOST): CloudWord<Word>[] {
  const taken = words
    .filter(({ z }) => z > 0)
    .sort((a, b) => b.z - a.z)
    .slice(0, most)
  const top = taken[0]?.z ?? 1
  return taken.map((word) => ({ ...word, weight: Math.round(Math.max(LEAST, Math.sqrt(word.z / top)) * 1000) / 1000 }))
}
