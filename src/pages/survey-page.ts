/** The page a survey is answered on: whole and usable as plain HTML; scripts/survey.ts shows it step by step. */
import { html } from 'hono/html'
import type { Definition } from '../shared/questions/definition.ts'
import { type Sent, textIn, type Wrong } from '../shared/questions/question.ts'
import { speakTo } from '../shared/words/catalogues.ts'
import type { Locale } from '../shared/words/locale.ts'
import type { Speak } from '../shared/words/say.ts'
import { customerPage, type Html, type Organisation } from './layout.ts'
import { questionStep, wrongWords } from './survey-question.ts'
import { SURVEY_STYLE } from './survey-style.ts'

export type SurveyShown = {
  slug: string
  version: number
  definition: Definition
  locale: Locale
  organisation: Organisation
  /** Made for this showing of the page: what is sent with it is one response. */
  submission: string
  /** When it was shown, in milliseconds; comes back with the answers. */
  shownAt: number
  /** What the link said: product, order … */
  facts: Readonly<Record<string, string>>
  answers: ReadonlyMap<string, Sent>
  contact: string
  wrong: ReadonlyMap<string, Wrong>
  wrongContact: boolean
  /** Nothing at all was answered. */
  empty: boolean
  script: string | null
  /** Set in the builder: nothing is kept or sent, and this question (or the first) is in sight. */
  preview?: { at: string } | undefined
}

const NOTHING: Sent = { values: [], other: '' }

export function surveyPage(shown: SurveyShown): Html {
  const { definition, locale, organisation, slug, facts } = shown
  const t = speakTo(locale, organisation.pronoun)
  const title = textIn(definition.title, locale)
  const purpose = textIn(definition.purpose, locale)
  const query = (lang: Locale) => new URLSearchParams({ ...facts, lang }).toString()
  const action = `/s/${slug}/responses`
  const body = html`${problems(shown, t)}
<h1>${title}</h1>
${purpose ? html`<p class="lead">${purpose}</p>` : ''}
<form method="post" action="${action}" novalidate accept-charset="utf-8" data-slug="${slug}" data-words="${JSON.stringify(scriptWords(t))}"${shown.preview ? html` data-preview="${shown.preview.at}"` : ''}>
<input type="hidden" name="submission" value="${shown.submission}">
<input type="hidden" name="version" value="${shown.version}">
<input type="hidden" name="shown" value="${shown.shownAt}">
<input type="hidden" name="lang" value="${locale}">
${Object.entries(facts).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${definition.questions.map((question) =>
  questionStep({
    question,
    locale,
    sent: shown.answers.get(question.key) ?? NOTHING,
    wrong: shown.wrong.get(question.key) ?? null,
  }),
)}
${definition.settings.contact === 'none' ? '' : contactStep(shown, t)}
<div class="hp" aria-hidden="true"><label>${t('customer-pages.leave-empty')}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
<div class="acts" id="acts"><button class="button" type="submit">${t('customer-pages.send')}</button></div>
</form>`
  return customerPage({
    locale,
    title,
    workspace: organisation,
    body,
    script: shown.script,
    style: SURVEY_STYLE,
    languages: definition.locales.map((lang) => ({ locale: lang, href: `/s/${slug}?${query(lang)}` })),
  })
}

function contactStep({ contact, wrongContact }: SurveyShown, t: Speak): Html {
  return html`<section class="step" id="q-contact" tabindex="-1" data-key="contact">
<label class="ask" for="contact">${t('customer-pages.contact')} <span class="tag">${t('customer-pages.optional')}</span></label>
<p class="help" id="h-contact">${t('customer-pages.contact-help')}</p>
<p class="wrong" id="e-contact"${wrongContact ? '' : html` hidden`}>${wrongContact ? t('customer-pages.wrong-contact') : ''}</p>
<input type="text" id="contact" name="contact" value="${contact}" maxlength="254" autocomplete="email" autocapitalize="off" spellcheck="false" aria-describedby="${wrongContact ? 'h-contact e-contact' : 'h-contact'}"${wrongContact ? html` aria-invalid="true"` : ''}>
</section>`
}

/** Everything that does not fit, above the form, each leading to its place. */
function problems({ definition, locale, wrong, wrongContact, empty }: SurveyShown, t: Speak): Html {
  if (empty)
    return html`<div class="problems" role="alert" id="problems"><h2>${t('customer-pages.wrong-empty')}</h2></div>`
  const n = wrong.size + (wrongContact ? 1 : 0)
  if (n === 0) return html``
  const words = wrongWords(t)
  const asked = definition.questions.flatMap((question) => {
    const why = wrong.get(question.key)
    return why === undefined ? [] : [{ key: question.key, label: textIn(question.label, locale), said: words[why] }]
  })
  const contact = wrongContact
    ? [{ key: 'contact', label: t('customer-pages.contact'), said: t('customer-pages.wrong-contact') }]
    : []
  return html`<div class="problems" role="alert" id="problems"><h2>${t('customer-pages.problems', { n })}</h2>
<ul>${[...asked, ...contact].map(({ key, label, said }) => html`<li><a href="#q-${key}">${label}</a> ${said}</li>`)}</ul></div>`
}

/** What the script says; it brings no words of its own. */
const scriptWords = (t: Speak) => ({
  next: t('customer-pages.next'),
  back: t('customer-pages.back'),
  send: t('customer-pages.send'),
  sending: t('customer-pages.sending'),
  progress: t('customer-pages.progress'),
  restored: t('customer-pages.restored'),
  startOver: t('customer-pages.start-over'),
  offline: t('customer-pages.offline'),
  retrying: t('customer-pages.retrying'),
  preview: t('customer-pages.preview'),
  optional: t('customer-pages.optional'),
  required: t('customer-pages.wrong-required'),
  otherEmpty: t('customer-pages.wrong-other-empty'),
})
