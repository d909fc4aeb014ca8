/** What one person reads: "you said, we did". */
import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { type CustomersHouse, joined, type WrittenLetter, writeLetter } from '../../shared/letters/letter.ts'
import { speakTo } from '../../shared/words/catalogues.ts'

export type NoticeFacts = {
  locale: Locale
  /** Empty when nobody is known. */
  name: string
  house: CustomersHouse
  /** Their number and status page. */
  code: string
  link: string
  title: string
  /** The text staff wrote; empty takes a sentence with the title. */
  template: string
  /** What they said, whole. */
  said: string
  /** The day they said it, in words. */
  date: string
}

/** `plain` is what the status page shows; the rest is the mail. */
export type Written = WrittenLetter & { plain: string }

const QUOTED = 80

/**
 * A short quote of what someone said, personal data masked, on one line.
 *
 * @returns at most 80 characters and an ellipsis; empty when nothing was said
 */
export function quoteOf(text: string): string {
  const start = text.slice(0, 2_000).toWellFormed()
  const plain = mask(start, findPii(start)).replace(/\s+/g, ' ').trim()
  const characters = [...plain]
  return characters.length <= QUOTED ? plain : `${characters.slice(0, QUOTED).join('').trimEnd()}…`
}

/** Writes the notice: as it stands on the status page, and as a mail. */
export function writeNotice(
  facts: NoticeFacts,
  fill: (text: string, values: Record<'customer.name' | 'said' | 'title' | 'date', string>) => string,
): Written {
  const { locale, name, template, title, date, house, code, link } = facts
  const t = speakTo(locale, house.pronoun)
  const said = quoteOf(facts.said)
  const own = fill(template, { 'customer.name': name, said, title, date }).trim()
  const quotes = template.includes('said')
  const names = template.includes('customer.name')
  const asked = quotes ? null : said === '' ? t('notice.asked', { date }) : t('notice.said', { date, said })
  const did = own === '' ? t('notice.did', { title }) : own
  const hello = name === '' ? t('letter.hello-you') : t('letter.hello', { name })
  const written = writeLetter({
    locale,
    house,
    subject: t('notice.subject', { title }),
    hello: names ? null : hello,
    parts: [
      ...(asked === null ? [] : [{ kind: 'say', text: asked } as const]),
      { kind: quotes || names ? 'say' : 'written', text: did },
    ],
    by: house.name,
    track: { code, label: t('notice.see'), link, also: t('notice.reply') },
  })
  return { ...written, plain: joined(asked, did) }
}

const YES: readonly unknown[] = [true, 1, 'true', '1', 'yes']
const REFUSALS = ['optOut', 'opt_out', 'unsubscribed', 'doNotContact', 'do_not_contact']

/** Whether an organisation's own attributes say that this customer wants no mail. */
export const wantsNoMail = (attributes: Readonly<Record<string, unknown>>): boolean =>
  REFUSALS.some((name) => YES.includes(attributes[name]))
