/** The public page: what we heard, what we did, what came of it. No script, no names. */
import { html } from 'hono/html'
import type { VerificationResult } from '../shared/contracts/improvements.ts'
import { publicState } from '../shared/improvements/public-state.ts'
import type { Instant } from '../shared/time/instant.ts'
import { isoOf } from '../shared/time/instant.ts'
import { speakTo } from '../shared/words/catalogues.ts'
import { formatDay } from '../shared/words/format.ts'
import { LOCALES, type Locale } from '../shared/words/locale.ts'
import type { Speak, WordKey } from '../shared/words/say.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'

const STATES = {
  proposed: 'portal-page.state.proposed',
  accepted: 'portal-page.state.accepted',
  building: 'portal-page.state.building',
  shipped: 'portal-page.state.shipped',
  verified: 'portal-page.state.verified',
  'not-verified': 'portal-page.state.not-verified',
  declined: 'portal-page.state.declined',
  reopened: 'portal-page.state.reopened',
} as const satisfies Record<string, WordKey>

export type PortalEntry = {
  id: string
  title: string
  heard: string
  did: string
  came: string
  voices: number
  stage: Exclude<keyof typeof STATES, 'reopened'>
  shippedAt: Instant | null
  /** The verdict in plain words; null while there is none. */
  sentence: string | null
  /** What to mind when reading it. */
  cautions: VerificationResult['cautions']
  /** What was measured before and after, as it is read; null while there is no verdict that says it. */
  moved: { before: string; after: string } | null
  verdict: string | null
}

export type PortalPage = {
  locale: Locale
  workspace: Organisation
  slug: string
  zone: string
  now: Instant
  entries: readonly PortalEntry[]
}

const STYLE = `.entry h2{margin:0 0 .25rem}.entry h3{font-size:.9375rem;font-weight:600;color:var(--quiet);margin:1rem 0 .125rem}
.entry p{margin:.125rem 0;white-space:pre-line}.state{display:inline-block;border:1px solid var(--edge);border-radius:999px;padding:.125rem .75rem;font-size:.875rem}
.state[data-done]{border-color:var(--done);color:var(--done)}.meta{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;color:var(--quiet);font-size:.9375rem}
.entry:target{border-color:var(--brand)}.entry .moved{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem;font-size:1.375rem;font-weight:600;font-variant-numeric:tabular-nums}
.moved small{font-size:.875rem;font-weight:400;color:var(--quiet);margin-inline-end:.375rem}.entry .verdict{margin-bottom:.75rem}`

const stateOf = ({ stage, verdict }: PortalEntry) => publicState(stage, verdict)

/** The whole page; texts of staff are escaped like everything else. */
export function portalPage({ locale, workspace, slug, zone, now, entries }: PortalPage): Html {
  const t = speakTo(locale, workspace.pronoun)
  const title = t('portal-page.title')
  const body = html`<h1>${title}</h1>
<p class="lead">${t('portal-page.lead')}</p>
${entries.length === 0 ? empty(t) : entries.map((entry) => entryOf(entry, { t, locale, zone, now }))}
${entries.some(({ sentence }) => sentence !== null) ? html`<p class="quiet small">${t('portal-page.how')}</p>` : ''}`
  const languages = LOCALES.map((each) => ({ locale: each, href: `/p/${slug}?lang=${each}` }))
  return customerPage({ locale, title, workspace, body, style: STYLE, languages })
}

const empty = (t: Speak): Html =>
  html`<div class="card"><p>${t('portal-page.empty')}</p><p class="quiet">${t('portal-page.empty-next')}</p></div>`

type Reader = { t: Speak; locale: Locale; zone: string; now: Instant }

function entryOf(entry: PortalEntry, { t, locale, zone, now }: Reader): Html {
  const { id, title, heard, did, voices, stage, shippedAt } = entry
  const isDone = stage === 'verified'
  return html`<article class="card entry" id="${id}">
<h2>${title}</h2>
<p class="meta"><span class="state"${isDone ? html` data-done` : ''}>${t(STATES[stateOf(entry)])}</span>${
    voices > 0 ? html`<span>${t('portal-page.voices', { n: voices })}</span>` : ''
  }${
    shippedAt === null
      ? ''
      : html`<time datetime="${isoOf(shippedAt)}">${t('portal-page.shipped', { day: formatDay(locale, shippedAt, zone, now) })}</time>`
  }</p>
${heard === '' ? '' : html`<h3>${t('portal-page.heard')}</h3><p>${heard}</p>`}
${did === '' ? '' : html`<h3>${shippedAt === null ? t('portal-page.doing') : t('portal-page.did')}</h3><p>${did}</p>`}
${cameOf(entry, t)}
</article>`
}

function cameOf(entry: PortalEntry, t: Speak): Html | '' {
  const { came, sentence, cautions, moved, stage } = entry
  const waits = stage === 'shipped' && sentence === null
  if (came === '' && sentence === null && !waits) return ''
  return html`<h3>${t('portal-page.came')}</h3>
${moved === null ? '' : html`<p class="moved" aria-hidden="true"><span><small>${t('improvements.chart-before')}</small>${moved.before}</span><span class="quiet">→</span><span><small>${t('improvements.chart-after')}</small>${moved.after}</span></p>`}
${sentence === null ? '' : html`<p class="verdict">${sentence}</p>`}
${cautions.map((caution) => html`<p class="quiet small">${t(`improvements.caution.${caution}`)}</p>`)}
${waits ? html`<p>${t('portal-page.waiting')}</p>` : ''}
${stateOf(entry) === 'reopened' ? html`<p>${t('portal-page.reopened')}</p>` : ''}
${came === '' ? '' : html`<p>${came}</p>`}`
}
