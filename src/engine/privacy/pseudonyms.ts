import { PII_LABELS, type PiiFinding, type PiiKind } from './kinds.ts'

/** What only the holder of the key can do. The engine knows no key; who calls brings these. */
export type Cipher = {
  /** Sixteen signs of A–Z and 2–7: always the same for one text, and nothing to be guessed from them without the key. */
  code(text: string): string
  /** Locks a value; the same value locked twice may look different. */
  close(plain: string): string
  /** What `close` locked. @throws when the key is another or the text was changed */
  open(sealed: string): string
}

/** Placeholders with the locked values they stand for. Worth nothing without the key. */
export type Vault = Readonly<Record<string, string>>

const SHORT = 6
const LONG = 16
/** As we write it, and as a model may give it back: in other brackets, with another dash, in small letters. */
const PLACEHOLDER = new RegExp(
  `[[【［]\\s?(${Object.values(PII_LABELS).join('|')})\\s?[-－–—]\\s?([A-Za-z2-7]{${SHORT},${LONG}}(?:-\\d{1,3})?)\\s?[\\]】］]`,
  'g',
)

/** One value however it is spelled: 138-0013-8000 is １３８００１３８０００. */
function canonical(kind: PiiKind, value: string): string {
  const folded = value.normalize('NFKC').toLowerCase()
  return kind === 'name' || kind === 'address' ? folded.replace(/\s+/g, ' ') : folded.replace(/[^\p{L}\p{N}@.]/gu, '')
}

/**
 * The text with every value replaced by a placeholder such as [姓名-K7Q2MD] that says its kind and nothing else. The same
 * value gets the same placeholder wherever the same key is used, so that a conversation stays readable; another spelling
 * of it gets the same with a number behind.
 *
 * @param findings of `findPii` or `findKnown` for this text, in order, none overlapping
 * @param vault    what was replaced before in the same conversation; it is not changed
 * @returns        the text, and the vault with what was added; `restore` gives the very same text back
 */
export function pseudonymise(
  text: string,
  findings: readonly PiiFinding[],
  cipher: Cipher,
  vault: Vault = {},
): { text: string; vault: Vault } {
  const known: Record<string, string> = { ...vault }
  const opened = new Map(Object.entries(known).map(([placeholder, sealed]) => [placeholder, cipher.open(sealed)]))
  const placeholderFor = (kind: PiiKind, value: string): string => {
    const code = cipher.code(`${kind} ${canonical(kind, value)}`)
    for (let spelling = 1; ; spelling++) {
      const placeholder = `[${PII_LABELS[kind]}-${code.slice(0, SHORT)}${spelling > 1 ? `-${spelling}` : ''}]`
      const held = opened.get(placeholder)
      if (held === value) return placeholder
      if (held === undefined) {
        known[placeholder] = cipher.close(value)
        opened.set(placeholder, value)
        return placeholder
      }
    }
  }
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of findings.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue
    pieces.push(text.slice(from, start), placeholderFor(kind, text.slice(start, end)))
    from = end
  }
  return { text: pieces.join('') + text.slice(from), vault: known }
}

/**
 * Puts the values back. Placeholders that stand for nothing here, because a model or a customer made them up, stay as
 * they are and are named.
 *
 * @throws whatever `cipher.open` throws when the key is another
 */
export function restore(text: string, vault: Vault, cipher: Cipher): { text: string; unknown: string[] } {
  const unknown = new Set<string>()
  const restored = text.replace(PLACEHOLDER, (whole, label: string, code: string) => {
    const sealed = vault[`[${label}-${code.toUpperCase()}]`]
    if (sealed !== undefined) return cipher.open(sealed)
    unknown.add(whole)
    return whole
  })
  return { text: restored, unknown: [...unknown] }
}
