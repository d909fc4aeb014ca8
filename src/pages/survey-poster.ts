/** A page to print and hang up: what it is about, the code to scan, the address to type. */
import { html, raw } from 'hono/html'
import { speak } from '../shared/words/catalogues.ts'
import type { Locale } from '../shared/words/locale.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'

const POSTER_STYLE = `
main{display:grid;align-items:center}main .page{max-width:60rem;text-align:center}
.top .page,.foot .page{max-width:60rem;justify-content:center;text-align:center}.top .who{flex:none;font-size:1.25rem}
.poster h1{font-size:clamp(2rem,6vw,3.5rem);margin:1rem 0}
.poster .lead{font-size:clamp(1.125rem,2.6vw,1.5rem);max-width:32rem;margin-inline:auto;text-wrap:balance}
.poster .qr{width:min(60vw,22rem);margin:2rem auto;background:#fff;padding:1rem;border-radius:16px;border:1px solid var(--line)}
.poster .qr svg{display:block;width:100%;height:auto}
.poster .scan{font-size:clamp(1.25rem,3vw,1.75rem);font-weight:650}
.poster .address{font:500 1.125rem/1.6 ui-monospace,"SF Mono",Menlo,Consolas,monospace;color:var(--quiet)}
@page{size:A4;margin:15mm}
@media print{:root{color-scheme:light}.top{border:0}.poster .qr{width:110mm;border:0}}
`

export type PosterShown = {
  locale: Locale
  organisation: Organisation
  title: string
  purpose: string
  url: string
  /** The code as SVG of our own making. */
  qr: string
}

export function posterPage({ locale, organisation, title, purpose, url, qr }: PosterShown): Html {
  const t = speak(locale)
  const body = html`<div class="poster">
<h1>${title}</h1>
${purpose ? html`<p class="lead">${purpose}</p>` : ''}
<div class="qr" role="img" aria-label="${t('survey.poster-scan')}">${raw(qr)}</div>
<p class="scan">${t('survey.poster-scan')}</p>
<p class="address">${url.replace(/^https?:\/\//, '')}</p>
</div>`
  return customerPage({ locale, title, workspace: organisation, body, style: POSTER_STYLE })
}
