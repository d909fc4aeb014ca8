/** A mail of ours as a value: what it says is written once, as text and as HTML. */
import { type Pronoun, speak } from '../words/catalogues.ts'
import type { Locale } from '../words/locale.ts'
import { htmlOf } from './letter-html.ts'

/** On whose behalf we write; `colour` is `#rrggbb` or null. */
export type House = { name: string; colour: string | null }

/** With how it addresses its customers in Chinese. */
export type CustomersHouse = House & { pronoun: Pronoun }

export type LetterPart =
  /** May hold a name or a quote, which anybody can choose: no address in it becomes a link. */
  | { kind: 'say'; text: string }
  /** What one of our people wrote and saw as it goes out: web addresses in it are links. */
  | { kind: 'written'; text: string }
  /** The one thing to do. */
  | { kind: 'act'; label: string; link: string }
  /** What can be done as well. */
  | { kind: 'aside'; label: string; link: string }
  /** The question whether it is solved; `label` is what stands before the link where there are no two answers to press. */
  | { kind: 'check'; ask: string; label: string; link: string }
  | { kind: 'list'; items: readonly { text: string; link: string | null }[] }

export type Letter = {
  locale: Locale
  house: House
  subject: string
  /** Null where the first sentence greets. */
  hello: string | null
  parts: readonly LetterPart[]
  /** Who signs; null for mails that the system itself sends. */
  by: string | null
  /** The customer's number and status page, and what else they can do. */
  track: { code: string; label: string; link: string; also: string | null } | null
}

export type WrittenLetter = { subject: string; text: string; html: string }

/** Paragraphs, without those that are not there. */
export const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n')

export function writeLetter(letter: Letter): WrittenLetter {
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) }
}

/** The line above the signature lets programs fold it away. @source RFC 3676, section 4.3 */
function textOf({ locale, hello, parts, by, track }: Letter): string {
  const t = speak(locale)
  const way = track === null ? null : t('letter.link', { label: track.label, link: track.link })
  return joined(
    hello,
    ...parts.map((part) => partText(locale, part)),
    [way, track?.also ?? null].filter((line) => line !== null).join('\n'),
    by === null ? null : `-- \n${by}`,
  )
}

function partText(locale: Locale, part: LetterPart): string {
  const line = (label: string, link: string) => speak(locale)('letter.link', { label, link })
  if (part.kind === 'say' || part.kind === 'written') return part.text
  if (part.kind === 'list')
    return part.items.map(({ text, link }) => (link === null ? `· ${text}` : `· ${text}\n  ${link}`)).join('\n')
  if (part.kind === 'check') return `${part.ask}\n${line(part.label, part.link)}`
  return line(part.label, part.link)
}
