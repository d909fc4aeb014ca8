/**
 * The frame of every page that customers see: the organisation's name, logo and colour on our layout, our name small
 * at the foot. Works without script; what a script adds it adds to this.
 */
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { brandShades } from '../shared/brand/brand-colour.ts'
import { type Pronoun, speak } from '../shared/words/catalogues.ts'
import { LOCALE_NAMES, type Locale } from '../shared/words/locale.ts'
import { PAGE_STYLE, schemes } from './page-style.ts'

/** What `html` of hono/html gives: escaped already. `await` it before it is sent. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The organisation as its customers see it; `logoUrl` may be a `data:` address, `colour` is `#rrggbb`. */
export type Organisation = { name: string; logoUrl?: string | null; colour?: string | null; pronoun?: Pronoun }

export type CustomerPage = {
  locale: Locale
  title: string
  workspace: Organisation
  body: Html
  /** Address of a script below /pages/; loaded deferred, as a classic script. */
  script?: string | null
  /** CSS of this page alone. */
  style?: string
  /** The languages this page can be read in and where each is; shown when there is more than one. */
  languages?: readonly { locale: Locale; href: string }[]
}

/** One whole customer page. */
export function customerPage({
  locale,
  title,
  workspace,
  body,
  script,
  style = '',
  languages = [],
}: CustomerPage): Html {
  const t = speak(locale)
  const { light, onLight, dark, onDark } = brandShades(workspace.colour)
  const brand = schemes([
    ['brand', light, dark],
    ['on-brand', onLight, onDark],
  ])
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="${light}">
<title>${title} · ${workspace.name}</title>
<link rel="icon" href="${workspace.logoUrl ?? 'data:,'}">
<style>${raw(PAGE_STYLE)}${raw(brand)}${raw(style)}</style>
${script ? html`<script src="${script}" defer></script>` : ''}
</head>
<body>
<a class="skip" href="#main">${t('customer-pages.skip')}</a>
<header class="top"><div class="page">
${workspace.logoUrl ? html`<img src="${workspace.logoUrl}" alt="">` : ''}<span class="who">${workspace.name}</span>
${languages.length > 1 ? tongues(locale, languages, t('customer-pages.languages')) : ''}
</div></header>
<main id="main"><div class="page">
${body}
</div></main>
<footer class="foot"><div class="page">${t('customer-pages.made-with')}</div></footer>
</body>
</html>`
}

function tongues(current: Locale, languages: readonly { locale: Locale; href: string }[], label: string): Html {
  return html`<nav class="tongues" aria-label="${label}">${languages.map(({ locale, href }) =>
    locale === current
      ? html`<b lang="${locale}" aria-current="true">${LOCALE_NAMES[locale]}</b>`
      : html`<a lang="${locale}" hreflang="${locale}" href="${href}">${LOCALE_NAMES[locale]}</a>`,
  )}</nav>`
}
