/** The status page: where a voice stands, what is owed by when, what was said, and a place to say more. */
import { html } from 'hono/html'
import type { Instant } from '../shared/time/instant.ts'
import { speak, speakTo, wordsFor } from '../shared/words/catalogues.ts'
import { formatBytes, formatMoment } from '../shared/words/format.ts'
import { LOCALES, type Locale } from '../shared/words/locale.ts'
import { type Speak, termOf } from '../shared/words/say.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'

/** What became of it, told to everyone who said it: `link` leads to more, if there is more. */
export type NoticeShown = { text: string; at: Instant; link: string | null }

export type StatusPage = {
  locale: Locale
  organisation: Organisation
  zone: string
  now: Instant
  code: string
  /** What they said; '' when they gave scores only. */
  said: string
  saidAt: Instant
  /** Null while nobody has to answer it. */
  stage: string | null
  owed: readonly { kind: string; dueAt: Instant; late: boolean }[]
  messages: readonly {
    direction: 'in' | 'out'
    author: string | null
    text: string
    at: Instant
    files: readonly { name: string; size: number; link: string }[]
  }[]
  notices: readonly NoticeShown[]
  /** True while we ask whether it is solved. */
  asked: boolean
  /** What their last act led to. */
  outcome: 'sent' | 'empty' | 'yes' | 'no' | 'answered' | null
  /** Makes the form count once, however often it is sent. */
  once: string
}

const STYLE = `.said{white-space:pre-wrap}.message{border-inline-start:3px solid var(--line);padding:.25rem 0 .25rem .875rem;margin:1rem 0}
.message.ours{border-color:var(--brand)}.message p{white-space:pre-wrap}.stage{font-size:1.1875rem;font-weight:600}ul.owed{list-style:none;padding:0;margin:.5rem 0}
.steps{display:flex;list-style:none;padding:0;margin:1.25rem 0 1rem}.steps li{flex:1;position:relative;padding-top:1.5rem;text-align:center;font-size:.875rem;color:var(--quiet)}
.steps li::before{content:"";position:absolute;top:0;left:calc(50% - 8px);width:16px;height:16px;border-radius:50%;border:2px solid var(--edge);background:var(--ground);z-index:1}
.steps li+li::after{content:"";position:absolute;top:7px;right:50%;width:100%;height:2px;background:var(--line)}
.steps .done::before,.steps [aria-current]::before{border-color:var(--brand);background:var(--brand)}
.steps .done+li::after{background:var(--brand)}
.steps [aria-current]{color:var(--ink);font-weight:600}.steps [aria-current]::before{box-shadow:0 0 0 4px var(--ground),0 0 0 6px var(--brand)}
@media(forced-colors:active){.steps .done::before,.steps [aria-current]::before{forced-color-adjust:none;background:Highlight}}`

/** How far each stage of a case has come, in the steps that customers see. */
const STEP_OF: Readonly<Record<string, number>> = {
  new: 0,
  acknowledged: 0,
  working: 1,
  waiting: 1,
  resolved: 2,
  verified: 3,
  closed: 3,
}

export function statusPage(shown: StatusPage): Html {
  const { locale, organisation, code, stage, owed, zone, now } = shown
  const t = speakTo(locale, organisation.pronoun)
  const words = wordsFor(locale, organisation.pronoun)
  const moment = (at: Instant) => formatMoment(locale, at, zone, now)
  const standing = stage === null ? t('track.received') : termOf(words, locale, 'track.stage', stage)
  const body = html`<h1>${t('track.title')}</h1>
<p class="quiet">${t('track.number', { code })}</p>
${outcomeNote(shown)}
${stepsOf(t, stage)}
<div class="card" role="status"><p class="stage">${standing}</p>
${owed.length > 0 ? html`<ul class="owed">${owed.map(({ kind, dueAt, late }) => html`<li>${termOf(words, locale, late ? 'track.late' : 'track.promise', kind, { due: moment(dueAt) })}</li>`)}</ul>` : ''}</div>
${shown.asked ? checkForm(t, `/track/${code}`) : ''}
${noticesOf(shown)}
${conversation(shown)}
<form method="post" action="/track/${code}">
<input type="hidden" name="once" value="${shown.once}">
<div class="field"><label for="text">${t('track.answer')}</label><p class="help" id="text-help">${t('track.answer.hint')}</p>
<textarea id="text" name="text" maxlength="20000" aria-describedby="text-help" required></textarea></div>
<div class="acts"><button class="button" type="submit">${t('track.send')}</button></div>
</form>`
  const languages = LOCALES.map((each) => ({ locale: each, href: `/track/${code}?lang=${each}` }))
  return customerPage({ locale, title: t('track.title'), workspace: organisation, body, style: STYLE, languages })
}

/** Nothing to show while nobody has to answer it. */
function stepsOf(t: Speak, stage: string | null): Html | '' {
  const at = STEP_OF[stage ?? '']
  if (at === undefined) return ''
  const end = stage === 'closed' ? t('track.step.closed') : t('track.step.verified')
  const steps = [t('track.step.received'), t('track.step.working'), t('track.step.answered'), end]
  return html`<ol class="steps" aria-label="${t('track.steps')}">${steps.map((step, each) =>
    each === at
      ? html`<li aria-current="step">${step}</li>`
      : each < at
        ? html`<li class="done"><span class="heard">${t('track.step.done', { step })}</span><span aria-hidden="true">${step}</span></li>`
        : html`<li>${step}</li>`,
  )}</ol>`
}

function outcomeNote({ locale, organisation, outcome }: StatusPage): Html | '' {
  const t = speakTo(locale, organisation.pronoun)
  if (outcome === null) return ''
  const said = {
    sent: t('track.sent'),
    empty: t('track.empty'),
    yes: t('track.check.thanks-yes'),
    no: t('track.check.thanks-no'),
    answered: t('track.check.answered'),
  }[outcome]
  return html`<p class="note" role="status">${said}</p>`
}

function noticesOf({ locale, notices, zone, now }: StatusPage): Html | '' {
  const t = speak(locale)
  if (notices.length === 0) return ''
  return html`<h2>${t('track.notices')}</h2>${notices.map(
    ({
      text,
      at,
      link,
    }) => html`<div class="message ours"><p>${text}</p><p class="quiet small">${formatMoment(locale, at, zone, now)}</p>
${link === null ? '' : html`<p><a href="${link}">${t('track.notice.see')}</a></p>`}</div>`,
  )}`
}

function conversation({ locale, organisation, said, saidAt, messages, zone, now }: StatusPage): Html {
  const t = speakTo(locale, organisation.pronoun)
  const moment = (at: Instant) => formatMoment(locale, at, zone, now)
  return html`<h2>${t('track.you-said')}</h2>
<div class="message"><p class="said">${said === '' ? t('track.only-score') : said}</p><p class="quiet small">${moment(saidAt)}</p></div>
${messages.length > 0 ? html`<h2>${t('track.messages')}</h2>` : ''}
${messages.map(
  ({ direction, author, text, at, files }) => html`<div class="message ${direction === 'out' ? 'ours' : ''}">
<p class="quiet small">${direction === 'in' ? t('track.from.you') : (author ?? organisation.name)} · ${moment(at)}</p>
<p>${text}</p>${files.map(
    ({ name, size, link }) =>
      html`<p><a href="${link}" download>${name}</a> <span class="quiet small">${formatBytes(locale, size)}</span></p>`,
  )}</div>`,
)}`
}

/** "Is it solved?" with two buttons and room for a word; a look at the page answers nothing. */
export function checkForm(
  t: Speak,
  action: string,
  { isTitled = true, leaning = 'yes' }: { isTitled?: boolean; leaning?: 'yes' | 'no' } = {},
): Html {
  const answers = [
    ['yes', t('track.check.yes')],
    ['no', t('track.check.no')],
  ] as const
  return html`<form method="post" action="${action}" class="card"${isTitled ? '' : html` aria-label="${t('track.check.ask')}"`}>${isTitled ? html`<h2>${t('track.check.ask')}</h2>` : ''}
<div class="field"><label for="comment">${t('track.check.comment')}</label><textarea id="comment" name="comment" maxlength="2000"></textarea></div>
<div class="acts">${answers.map(([answer, word]) => html`<button class="button${answer === leaning ? '' : ' plain'}" type="submit" name="answer" value="${answer}">${word}</button>`)}</div></form>`
}

/** Where a code is typed in. `unknown` when the last one was not found. */
export function findPage({
  locale,
  product,
  typed,
  unknown,
}: {
  locale: Locale
  product: string
  typed: string
  unknown: boolean
}): Html {
  const t = speak(locale)
  const body = html`<h1>${t('track.find')}</h1>
<form method="get" action="/track"><div class="field"><label for="code">${t('track.code')}</label>
<p class="help" id="code-help">${t('track.find.hint')}</p>
${unknown ? html`<p class="wrong" role="alert" id="code-wrong">${t('track.unknown')}</p>` : ''}
<input id="code" name="code" type="text" value="${typed}" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="code-help${unknown ? ' code-wrong' : ''}"${unknown ? html` aria-invalid="true"` : ''} required></div>
<div class="acts"><button class="button" type="submit">${t('track.find.button')}</button></div></form>`
  const languages = LOCALES.map((each) => ({ locale: each, href: `/track?lang=${each}` }))
  return customerPage({ locale, title: t('track.find'), workspace: { name: product }, body, languages })
}
