/** A stretch of the text that must not be shown, in UTF-16 code units. */
export type Hidden = { start: number; end: number }

const LONGEST = 60
const MASK = '＊＊＊'
/** What ends the first clause; a dot only before a space, so that 3.5 and a.b stay whole. */
const END = /[,，。!！?？;；\n~…]|\.(?=\s|$)/
/** Where nothing was looked at yet: addresses of mail, and runs of digits as long as a phone number. */
const LOOKS_PERSONAL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\+?\d(?:[ -]?\d){6,20}/g

/** The text with the given stretches, and whatever looks like an address or a phone number, masked. */
export function masked(text: string, hidden: readonly Hidden[]): string {
  let out = ''
  let from = 0
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start)) {
    if (start < from || end <= start) continue
    out += text.slice(from, start) + MASK
    from = end
  }
  return (out + text.slice(from)).replace(LOOKS_PERSONAL, MASK)
}

/**
 * What a case is called: the first clause of the first voice that says something, personal data masked, at most 60
 * characters. Without any text, `otherwise`.
 */
export function subjectOf(text: string, hidden: readonly Hidden[], otherwise: string): string {
  const clause = masked(text.slice(0, 2000), hidden)
    .split(END)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .find((part) => [...part].length >= 2)
  if (clause === undefined) return otherwise
  const characters = [...clause]
  return characters.length <= LONGEST ? clause : `${characters.slice(0, LONGEST - 1).join('')}…`
}
