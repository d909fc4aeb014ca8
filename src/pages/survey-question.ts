/** One question of the survey page, as HTML that needs no script. Field names: `q.<key>`, and `o.<key>` for "other". */
import { html } from 'hono/html'
import { OTHER_LONGEST } from '../shared/questions/choice.ts'
import { CSAT_POINTS } from '../shared/questions/csat.ts'
import { endsOf } from '../shared/questions/kinds.ts'
import { LONG_LONGEST } from '../shared/questions/long-text.ts'
import {
  type ChoiceQuestion,
  isChoice,
  isScore,
  isText,
  OTHER,
  type Question,
  type ScoreQuestion,
  type Sent,
  type TextQuestion,
  textIn,
  type Wrong,
} from '../shared/questions/question.ts'
import { pointsOf } from '../shared/questions/scale.ts'
import { SHORT_LONGEST } from '../shared/questions/short-text.ts'
import { speak } from '../shared/words/catalogues.ts'
import type { Locale } from '../shared/words/locale.ts'
import type { Speak } from '../shared/words/say.ts'
import type { Html } from './layout.ts'

type Shown = { question: Question; sent: Sent; wrong: Wrong | null; locale: Locale }

/** What is said of an answer that does not fit. */
export const wrongWords = (t: Speak): Record<Wrong, string> => ({
  required: t('customer-pages.wrong-required'),
  'not-a-point': t('customer-pages.wrong-not-a-point'),
  'not-an-option': t('customer-pages.wrong-not-an-option'),
  'only-one': t('customer-pages.wrong-only-one'),
  'other-empty': t('customer-pages.wrong-other-empty'),
  'too-long': t('customer-pages.wrong-too-long'),
})

/** One step: question, help, error and the fields. The id `q-<key>` is where the error summary leads. */
export function questionStep(shown: Shown): Html {
  const { question, locale, wrong } = shown
  const t = speak(locale)
  const help = helpOf(question, locale, t)
  const about = [help.length === 0 ? '' : `h-${question.key}`, wrong ? `e-${question.key}` : ''].join(' ').trim()
  const above = html`${help.length === 0 ? '' : html`<p class="help" id="h-${question.key}">${help.map((line) => html`<span>${line}</span>`)}</p>`}
<p class="wrong" id="e-${question.key}"${wrong ? '' : html` hidden`}>${wrong ? wrongWords(t)[wrong] : ''}</p>`
  const optional = question.required ? '' : html` <span class="tag">${t('customer-pages.optional')}</span>`
  const label = textIn(question.label, locale)
  const inner =
    isScore(question) || isChoice(question)
      ? html`<fieldset${about ? html` aria-describedby="${about}"` : ''}><legend>${label}${optional}</legend>
${above}
${isScore(question) ? scoreFields(question, shown) : choiceFields(question, shown, t)}</fieldset>`
      : html`<label class="ask" for="f-${question.key}">${label}${optional}</label>
${above}
${textField(question, shown, about)}`
  return html`<section class="step" id="q-${question.key}" tabindex="-1" data-key="${question.key}"${question.required ? html` data-required="1"` : ''}${isText(question) && question.followUp ? html` data-follow="1"` : ''}>
${inner}
</section>`
}

/** Explanation and example stand above the field, line by line, where they stay while one writes. */
function helpOf(question: Question, locale: Locale, t: Speak): string[] {
  const several = question.kind === 'multi' ? t('customer-pages.several') : ''
  const example = isText(question) ? textIn(question.example, locale) : ''
  return [textIn(question.help, locale), several, example].filter((line) => line !== '')
}

function scoreFields(question: ScoreQuestion, { sent, locale }: Shown): Html {
  if (question.kind === 'csat') return faceless(question, sent, locale)
  const [min, max] = question.kind === 'nps' ? [0, 10] : [1, 7]
  const t = speak(locale)
  const ends = endsOf(question)
  const low = textIn(ends.low, locale)
  const high = textIn(ends.high, locale)
  const heard = (point: number) => {
    const words = point === min ? low : point === max ? high : ''
    return words === '' ? '' : html` aria-label="${t('customer-pages.point', { point, words })}"`
  }
  return html`<p class="ends" aria-hidden="true"><span>${min} ${low}</span><span>${max} ${high}</span></p>
<div class="scale ${question.kind === 'nps' ? 'eleven' : 'seven'}">${pointsOf(min, max).map(
    (point) =>
      html`<label class="point"><input type="radio" name="q.${question.key}" value="${point}"${checked(sent, String(point))}${heard(point)}><span>${point}</span></label>`,
  )}</div>`
}

/** Five points, each with its word: what 2 of 5 means is not left to guess. */
function faceless(question: ScoreQuestion, sent: Sent, locale: Locale): Html {
  const { low, high } = endsOf(question)
  const words = [low, ...CSAT_POINTS.slice(1, -1), high].map((point) => textIn(point, locale))
  return html`<div class="choices">${words.map(
    (word, at) =>
      html`<label class="choice"><input type="radio" name="q.${question.key}" value="${at + 1}"${checked(sent, String(at + 1))}><span>${word}</span></label>`,
  )}</div>`
}

function choiceFields(question: ChoiceQuestion, { sent, locale }: Shown, t: Speak): Html {
  const type = question.kind === 'single' ? 'radio' : 'checkbox'
  const row = (key: string, label: string) =>
    html`<label class="choice"><input type="${type}" name="q.${question.key}" value="${key}"${checked(sent, key)}><span>${label}</span></label>`
  const other = html`<div class="other">${row(OTHER, t('customer-pages.other'))}
<p class="other-words"><input type="text" name="o.${question.key}" value="${sent.other}" maxlength="${OTHER_LONGEST}" aria-label="${t('customer-pages.other-words')}" placeholder="${t('customer-pages.other-words')}" autocomplete="off"></p></div>`
  return html`<div class="choices">${question.options.map(({ key, label }) => row(key, textIn(label, locale)))}${question.other ? other : ''}</div>`
}

function textField(question: TextQuestion, { sent, wrong }: Shown, about: string): Html {
  const value = sent.values.join('\n')
  const rest = html`id="f-${question.key}" name="q.${question.key}"${about ? html` aria-describedby="${about}"` : ''}${wrong ? html` aria-invalid="true"` : ''}`
  return question.kind === 'short-text'
    ? html`<input type="text" ${rest} maxlength="${SHORT_LONGEST}" value="${value}" autocomplete="off">`
    : html`<textarea ${rest} maxlength="${LONG_LONGEST}" rows="5">
${value}</textarea>`
}

const checked = (sent: Sent, value: string) => (sent.values.includes(value) ? html` checked` : '')
