/** Words of the workspace's own, as people type or paste them. */

/** Limits of the contract, which carries zod and stays on the server. */
export const LONGEST_WORD = 40
export const MOST_WORDS = 2_000

/** What parts one word from the next; a space does not, for names of products have them. */
const BETWEEN = /[\n\r\t,，、;；]+/

/**
 * The words of a text that are new to the list, once each.
 *
 * @returns `added` in the order of the text; `tooLong` what cannot be kept; `leftOut` how many the list has no room for
 */
export function newWords(
  text: string,
  known: readonly string[],
): { added: string[]; tooLong: string[]; leftOut: number } {
  const given = [...new Set(text.split(BETWEEN).map((word) => word.replace(/\s+/g, ' ').trim()))].filter(
    (word) => word !== '' && !known.includes(word),
  )
  const fitting = given.filter((word) => word.length <= LONGEST_WORD)
  const room = Math.max(0, MOST_WORDS - known.length)
  return {
    added: fitting.slice(0, room),
    tooLong: given.filter((word) => word.length > LONGEST_WORD),
    leftOut: Math.max(0, fitting.length - room),
  }
}
