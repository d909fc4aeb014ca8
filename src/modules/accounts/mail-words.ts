/** The mails that staff get, in their language. */

import { catalogues, speak } from '../../shared/words/catalogues.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { isWordKey, termOf } from '../../shared/words/say.ts'

export type Written = { subject: string; text: string }

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

export function invitationMail(
  locale: Locale,
  of: { workspace: string; by: string; role: string; link: string; days: number },
): Written {
  const t = speak(locale)
  const role = termOf(catalogues[locale], locale, 'role', of.role)
  return {
    subject: t('accounts.invite-subject', { by: of.by, workspace: of.workspace }),
    text: paragraphs(
      t('accounts.invite-text', { by: of.by, workspace: of.workspace, role }),
      of.link,
      t('accounts.invite-end', { n: of.days }),
    ),
  }
}

export function resetMail(locale: Locale, of: { name: string; link: string }): Written {
  const t = speak(locale)
  return {
    subject: t('accounts.reset-subject'),
    text: paragraphs(t('accounts.reset-text', { name: of.name }), of.link, t('accounts.reset-end')),
  }
}

export type Told = { kind: string; facts: Record<string, string | number>; link: string | null }

/** @param more how many are not listed */
export function digestMail(
  locale: Locale,
  of: { name: string; workspace: string; items: readonly Told[]; more: number; publicUrl: string },
): Written {
  const t = speak(locale)
  const words = catalogues[locale]
  const lines = of.items.map(({ kind, facts, link }) => {
    const said = isWordKey(words, `notification.${kind}`) ? termOf(words, locale, 'notification', kind, facts) : kind
    return link === null ? `· ${said}` : `· ${said}\n  ${of.publicUrl}${link}`
  })
  const n = of.items.length + of.more
  return {
    subject: t('accounts.digest-subject', { n, workspace: of.workspace }),
    text: paragraphs(
      t('accounts.digest-text', { name: of.name, n }),
      lines.join('\n'),
      ...(of.more > 0 ? [t('accounts.digest-more', { n: of.more })] : []),
      t('accounts.digest-end', { link: `${of.publicUrl}/app/settings/me` }),
    ),
  }
}
