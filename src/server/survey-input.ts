/** What comes in for a survey, as a form or as JSON, in one shape. */

import type { Filled, LinkFacts } from '../modules/surveys/index.ts'
import { jsonOf } from '../platform/http/body.ts'
import { fitting } from '../platform/http/shapes.ts'
import { LINK_FACTS, NewResponse } from '../shared/contracts/surveys.ts'
import type { FollowUp, Sent } from '../shared/questions/question.ts'
import { isLocale, type Locale } from '../shared/words/locale.ts'

export type Input = {
  filled: Filled
  /** Null when a caller made none: then every call is a response. */
  submission: string | null
  version: number | null
  locale: Locale | null
  /** When the page was shown; null when there was no page. */
  shownAt: number | null
  facts: LinkFacts
  /** The field that people do not see was filled in. */
  trapped: boolean
  source: 'link' | 'api'
}

const SUBMISSION = /^[A-Za-z0-9_-]{8,80}$/
const LONGEST_FACT = 120

/** What a link may say about what it was sent for; anything else in it is ignored. */
export function linkFacts(params: URLSearchParams): LinkFacts {
  const facts: Partial<Record<(typeof LINK_FACTS)[number], string>> = {}
  for (const name of LINK_FACTS) {
    const value = (params.get(name) ?? '')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, LONGEST_FACT)
    if (value !== '') facts[name] = value.toWellFormed()
  }
  return facts
}

const wholeNumber = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null

/** A form as the page sends it. What is missing or out of shape is taken as not said; the survey decides what it needs. */
export function formInput(bytes: Uint8Array): Input {
  const form = new URLSearchParams(new TextDecoder().decode(bytes).replaceAll('%00', '').replaceAll('\0', ''))
  const answers = new Map<string, Sent>()
  for (const name of new Set(form.keys())) {
    const key = name.slice(2)
    if (name.startsWith('q.'))
      answers.set(key, {
        values: form.getAll(name).slice(0, 100),
        other: form.get(`o.${key}`) ?? '',
        ...followUpIn(form, key),
      })
    else if (name.startsWith('o.') && !form.has(`q.${key}`)) {
      const other = form.get(name) ?? ''
      if (other.trim() !== '') answers.set(key, { values: [], other })
    }
  }
  const submission = form.get('submission') ?? ''
  const lang = form.get('lang')
  return {
    filled: { answers, contact: (form.get('contact') ?? '').slice(0, 254) },
    submission: SUBMISSION.test(submission) ? submission : null,
    version: wholeNumber(form.get('version')),
    locale: isLocale(lang) ? lang : null,
    shownAt: wholeNumber(form.get('shown')),
    facts: linkFacts(form),
    trapped: (form.get('website') ?? '') !== '',
    source: 'link',
  }
}

const ASKED = /^[a-z][a-z-]{0,39}$/

/** What was asked once more about an answer, and what was said to it. */
function followUpIn(form: URLSearchParams, key: string): { followUp?: FollowUp } {
  const asked = form.get(`a.${key}`) ?? ''
  return ASKED.test(asked) ? { followUp: { asked, text: form.get(`f.${key}`) ?? '' } } : {}
}

/** @throws Refusal 'malformed' or 'invalid' naming every place that does not fit */
export function jsonInput(bytes: Uint8Array): Input {
  const body = fitting(NewResponse, jsonOf(bytes), 'body')
  const answers = new Map(Object.entries(body.answers).map(([key, answer]): [string, Sent] => [key, sentOf(answer)]))
  const facts = Object.fromEntries(Object.entries(body.facts ?? {}).filter(([, value]) => value !== ''))
  return {
    filled: { answers, contact: body.contact ?? '' },
    submission: body.submission ?? null,
    version: null,
    locale: body.locale ?? null,
    shownAt: null,
    facts,
    trapped: false,
    source: 'api',
  }
}

function sentOf(answer: NewResponse['answers'][string]): Sent {
  if (typeof answer === 'number') return { values: [String(answer)], other: '' }
  if (typeof answer === 'string') return { values: [answer], other: '' }
  if (Array.isArray(answer)) return { values: answer, other: '' }
  if ('text' in answer) return { values: [answer.text], other: '', followUp: answer.followUp }
  return { values: answer.options, other: answer.other }
}
