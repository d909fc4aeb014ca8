/** The page behind the link of a satisfaction check. */
import { html } from 'hono/html'
import { speakTo } from '../shared/words/catalogues.ts'
import type { Locale } from '../shared/words/locale.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'
import { checkForm } from './status-page.ts'

export type CheckPage = {
  locale: Locale
  organisation: Organisation
  /** Where the form is sent. */
  action: string
  state: 'asked' | 'answered' | 'gone' | 'yes' | 'no'
  /** What they had said, so that they know what is asked about; '' for none. */
  said: string
  code: string | null
  /** The answer whose link in the mail was followed: it only stands out, for a look answers nothing. */
  leaning: 'yes' | 'no'
}

export function checkPage({ locale, organisation, action, state, said, code, leaning }: CheckPage): Html {
  const t = speakTo(locale, organisation.pronoun)
  const sentences = {
    asked: t('track.check.ask'),
    answered: t('track.check.answered'),
    gone: t('track.check.gone'),
    yes: t('track.check.thanks-yes'),
    no: t('track.check.thanks-no'),
  }
  const title = sentences[state]
  const body = html`<h1>${title}</h1>
${state === 'asked' && said !== '' ? html`<div class="note"><p class="quiet small">${t('track.you-said')}</p><p>${said}</p></div>` : ''}
${state === 'asked' ? checkForm(t, action, { isTitled: false, leaning }) : ''}
<div class="acts">${
    code === null
      ? html`<a class="button plain" href="/track">${t('track.find')}</a>`
      : html`<a class="button plain" href="/track/${code}">${t('track.check.see')}</a>`
  }</div>`
  return customerPage({ locale, title, workspace: organisation, body })
}
