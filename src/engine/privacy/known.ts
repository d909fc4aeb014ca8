import type { PiiFinding, PiiKind } from './kinds.ts'

/** A value that is known from elsewhere to be personal, such as the name in a customer's record. */
export type Known = { kind: PiiKind; value: string }

/** Shorter ones stand in too many words by chance. */
const SHORTEST = 2

/**
 * Where known values stand in a text, whatever the words around: a name that no rule would see. Letters are compared
 * without their case, and a value of Latin letters or digits must stand alone. Takes time linear in the text for each
 * value.
 */
export function findKnown(text: string, known: readonly Known[]): PiiFinding[] {
  const folded = text.toLowerCase()
  // Rare letters change their length with their case; then places would be wrong.
  const folds = folded.length === text.length
  const haystack = folds ? folded : text
  const found: PiiFinding[] = []
  for (const { kind, value } of known) {
    const needle = folds ? value.toLowerCase() : value
    if ([...value.trim()].length < SHORTEST) continue
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + needle.length)) {
      const end = at + needle.length
      if (standsAlone(haystack, at, end)) found.push({ kind, start: at, end })
    }
  }
  return found
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[a-z0-9]/i.test(sign)
const standsAlone = (text: string, start: number, end: number): boolean =>
  !(isWordSign(text[start]) && isWordSign(text[start - 1])) && !(isWordSign(text[end - 1]) && isWordSign(text[end]))

/** Findings of several searches as one: in order, the longer of two that overlap, at the same length the first. */
export function joinFindings(...lists: readonly (readonly PiiFinding[])[]): PiiFinding[] {
  const length = ({ start, end }: PiiFinding) => end - start
  const kept: PiiFinding[] = []
  for (const finding of lists.flat().toSorted((a, b) => a.start - b.start || length(b) - length(a))) {
    const last = kept.at(-1)
    if (last === undefined || finding.start >= last.end) kept.push(finding)
    else if (length(finding) > length(last)) {
      // What overlapped only the shorter one was dropped before; what the longer one covers stays covered.
      kept[kept.length - 1] = finding
    }
  }
  return kept
}
