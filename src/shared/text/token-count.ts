/** Letters of alphabets to one token; Han, kana and other signs count one each. */
const LETTERS_EACH = 3

/**
 * About how many tokens a language model counts in a text, rather too many than too few: a token for each Han character,
 * one for three letters or digits. Real counts come from the service; this is for a budget that must be kept before.
 *
 * @returns a whole number ≥ 0
 */
export function tokenCount(text: string): number {
  let narrow = 0
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x250) narrow++
    else wide++
  }
  return Math.ceil(narrow / LETTERS_EACH) + wide
}
