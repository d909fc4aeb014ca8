const NONE: readonly RegExpExecArray[] = []

/**
 * Every match of a global pattern, in order: what `matchAll` gives, which makes the pattern anew for each text. Thirty
 * patterns are looked for in a text, and nearly always there is nothing.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
