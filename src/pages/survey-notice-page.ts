/** The pages around a survey: thank you, not open, not found, not sent. */
import { html } from 'hono/html'
import { speakTo } from '../shared/words/catalogues.ts'
import type { Locale } from '../shared/words/locale.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'

export type ThanksShown = {
  locale: Locale
  organisation: Organisation
  /** The survey's own words of thanks; '' for none. */
  thanks: string
  queryCode: string
}

/** What was received, its code, and what happens next. */
export function thanksPage({ locale, organisation, thanks, queryCode }: ThanksShown): Html {
  const t = speakTo(locale, organisation.pronoun)
  const title = t('customer-pages.thanks')
  const body = html`<h1>${title}</h1>
${thanks ? html`<p>${thanks}</p>` : ''}
<p>${t('customer-pages.thanks-next')}</p>
<div class="card"><p class="quiet small">${t('customer-pages.code')}</p><p class="code">${queryCode}</p>
<p class="quiet">${t('customer-pages.code-help')}</p></div>
<div class="acts"><a class="button" href="/track/${queryCode}">${t('customer-pages.track')}</a></div>`
  return customerPage({ locale, title, workspace: organisation, body })
}

/** One thing to say and what to do about it. */
export function noticePage({
  locale,
  organisation,
  said,
  next,
}: {
  locale: Locale
  organisation: Organisation
  said: string
  next: string
}): Html {
  return customerPage({
    locale,
    title: said,
    workspace: organisation,
    body: html`<h1>${said}</h1><p>${next}</p>`,
  })
}
