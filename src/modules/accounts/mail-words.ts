/** The mails that staff get, in their language. */

import { type House, type WrittenLetter, writeLetter } from '../../shared/letters/letter.ts'
import { catalogues, speak } from '../../shared/words/catalogues.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { isWordKey, termOf } from '../../shared/words/say.ts'

/** What every mail to staff is without: it greets in its first sentence, nobody signs it, and there is nothing to track. */
const FROM_SYSTEM = { hello: null, by: null, track: null }

export function invitationMail(
  locale: Locale,
  of: { house: House; by: string; role: string; link: string; days: number },
): WrittenLetter {
  const t = speak(locale)
  const role = termOf(catalogues[locale], locale, 'role', of.role)
  const workspace = of.house.name
  return writeLetter({
    ...FROM_SYSTEM,
    locale,
    house: of.house,
    subject: t('accounts.invite-subject', { by: of.by, workspace }),
    parts: [
      { kind: 'say', text: t('accounts.invite-text', { by: of.by, workspace, role }) },
      { kind: 'act', label: t('accounts.invite-open', { workspace }), link: of.link },
      { kind: 'say', text: t('accounts.invite-end', { n: of.days }) },
    ],
  })
}

export function resetMail(locale: Locale, of: { house: House; name: string; link: string }): WrittenLetter {
  const t = speak(locale)
  return writeLetter({
    ...FROM_SYSTEM,
    locale,
    house: of.house,
    subject: t('accounts.reset-subject'),
    parts: [
      { kind: 'say', text: t('accounts.reset-text', { name: of.name }) },
      { kind: 'act', label: t('accounts.reset-open'), link: of.link },
      { kind: 'say', text: t('accounts.reset-end') },
    ],
  })
}

/** To the address that is no longer used: whoever reads it there may not be the one who changed it. */
export function movedMail(locale: Locale, of: { house: House; name: string; email: string }): WrittenLetter {
  const t = speak(locale)
  return writeLetter({
    ...FROM_SYSTEM,
    locale,
    house: of.house,
    subject: t('accounts.moved-subject'),
    parts: [
      { kind: 'say', text: t('accounts.moved-text', { name: of.name, email: of.email }) },
      { kind: 'say', text: t('accounts.moved-end') },
    ],
  })
}

export type Told = { kind: string; facts: Record<string, string | number>; link: string | null }

/** @param more how many are not listed */
export function digestMail(
  locale: Locale,
  of: { house: House; name: string; items: readonly Told[]; more: number; publicUrl: string },
): WrittenLetter {
  const t = speak(locale)
  const words = catalogues[locale]
  const items = of.items.map(({ kind, facts, link }) => ({
    text: isWordKey(words, `notification.${kind}`) ? termOf(words, locale, 'notification', kind, facts) : kind,
    link: link === null ? null : `${of.publicUrl}${link}`,
  }))
  const n = of.items.length + of.more
  return writeLetter({
    ...FROM_SYSTEM,
    locale,
    house: of.house,
    subject: t('accounts.digest-subject', { n, workspace: of.house.name }),
    parts: [
      { kind: 'say', text: t('accounts.digest-text', { name: of.name, n }) },
      { kind: 'list', items },
      ...(of.more > 0 ? [{ kind: 'say', text: t('accounts.digest-more', { n: of.more }) } as const] : []),
      { kind: 'aside', label: t('accounts.digest-end'), link: `${of.publicUrl}/app/settings/me` },
    ],
  })
}
