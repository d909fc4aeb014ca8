/** What one person reads: "you said, we did". */
import { findPii } from '../../engine/privacy/find.ts'
import { mask } from '../../engine/privacy/mask.ts'
import type { Locale } from '../../shared/contracts/values.ts'
import { type Pronoun, speakTo } from '../../shared/words/catalogues.ts'

export type Letter = {
  locale: Locale
  /** Empty when nobody is known. */
  name: string
  workspace: string
  /** How the workspace addresses customers in Chinese. */
  pronoun: Pronoun
  /** Their status page. */
  link: string
  title: string
  /** The text staff wrote; empty takes a sentence with the title. */
  template: string
  /** What they said, whole. */
  said: string
  /** The day they said it, in words. */
  date: string
}

export type Written = { subject: string; text: string; mail: string }

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

const joined = (...parts: (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('\n\n')

/** Writes the notice: as it stands on the status page, and as a mail. */
export function writeNotice(
  letter: Letter,
  fill: (text: string, values: Record<'customer.name' | 'said' | 'title' | 'date', string>) => string,
): Written {
  const { locale, name, template, title, date, link, workspace } = letter
  const t = speakTo(locale, letter.pronoun)
  const said = quoteOf(letter.said)
  const own = fill(template, { 'customer.name': name, said, title, date }).trim()
  const quotes = template.includes('said')
  const asked = said === '' ? t('notice.asked', { date }) : t('notice.said', { date, said })
  const text = joined(quotes ? null : asked, own === '' ? t('notice.did', { title }) : own)
  const hello = name === '' ? t('letter.hello-you') : t('letter.hello', { name })
  const foot = `${t('notice.see', { link })}\n${t('notice.reply')}`
  return {
    subject: t('notice.subject', { title }),
    text,
    mail: joined(template.includes('customer.name') ? null : hello, text, foot, `-- \n${workspace}`),
  }
}

const YES: readonly unknown[] = [true, 1, 'true', '1', 'yes']
const REFUSALS = ['optOut', 'opt_out', 'unsubscribed', 'doNotContact', 'do_not_contact']

/** Whether an organisation's own attributes say that this customer wants no mail. */
export const wantsNoMail = (attributes: Readonly<Record<string, unknown>>): boolean =>
  REFUSALS.some((name) => YES.includes(attributes[name]))
