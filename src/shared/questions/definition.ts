/** A whole survey as it is made and published, and what must be mended before it can be. */
import { type Instant, instant } from '../time/instant.ts'
import type { Locale } from '../words/locale.ts'
import { isChoice, OTHER, type Question, type Texts } from './question.ts'

export type SurveySettings = {
  /** ISO moments; null is no limit. */
  readonly opensAt: string | null
  readonly closesAt: string | null
  /** The most responses taken; null is no limit. */
  readonly cap: number | null
  /** `optional` asks at the end for an e-mail address or phone number, and says what for. */
  readonly contact: 'none' | 'optional'
  /** Answers taken in a minute from one address; SENT_A_MINUTE unless said. A shop's tablet or a campus sends from one. */
  readonly perAddress?: number | null | undefined
}

/** What one person's hands never reach, and a program soon does. */
export const SENT_A_MINUTE = 60

export type Definition = {
  readonly title: Texts
  /** What the answers are for, in a line or two: people answer what they understand. */
  readonly purpose: Texts
  readonly thanks: Texts
  /** The first is the one others fall back to. */
  readonly locales: readonly Locale[]
  readonly questions: readonly Question[]
  readonly settings: SurveySettings
}

export const FAULTS = [
  'no-locale',
  'no-question',
  'no-title',
  'no-label',
  'no-translation',
  'duplicate-key',
  'few-options',
  'no-option-label',
  'duplicate-option',
  'dates-reversed',
] as const

/** `path` as in the API's errors: `questions[2].options`. */
export type Fault = { readonly why: (typeof FAULTS)[number]; readonly path: string; readonly locale: Locale | null }

const fault = (why: Fault['why'], path: string, locale: Locale | null = null): Fault => ({ why, path, locale })

/** What stands in the way of publishing, in the order of the survey; none when it can go out. */
export function faultsOf(definition: Definition): Fault[] {
  const { locales, questions, settings } = definition
  const found: Fault[] = []
  if (locales.length === 0) found.push(fault('no-locale', 'locales'))
  found.push(...textFaults(definition.title, 'title', locales, 'no-title'))
  if (questions.length === 0) found.push(fault('no-question', 'questions'))
  found.push(...optionalFaults(definition.purpose, 'purpose', locales))
  found.push(...optionalFaults(definition.thanks, 'thanks', locales))
  const keys = new Set<string>()
  for (const [at, question] of questions.entries()) {
    if (keys.has(question.key)) found.push(fault('duplicate-key', `questions[${at}].key`))
    keys.add(question.key)
    found.push(...questionFaults(question, `questions[${at}]`, locales))
  }
  const { opensAt, closesAt } = settings
  if (opensAt !== null && closesAt !== null && instant(opensAt) >= instant(closesAt)) {
    found.push(fault('dates-reversed', 'settings.closesAt'))
  }
  return found
}

function questionFaults(question: Question, path: string, locales: readonly Locale[]): Fault[] {
  const found = textFaults(question.label, `${path}.label`, locales, 'no-label')
  found.push(...optionalFaults(question.help, `${path}.help`, locales))
  if (!isChoice(question)) return found
  if (question.options.length + (question.other ? 1 : 0) < 2) found.push(fault('few-options', `${path}.options`))
  const keys = new Set([OTHER])
  for (const [at, option] of question.options.entries()) {
    if (keys.has(option.key)) found.push(fault('duplicate-option', `${path}.options[${at}]`))
    keys.add(option.key)
    found.push(...textFaults(option.label, `${path}.options[${at}].label`, locales, 'no-option-label'))
  }
  return found
}

const missingIn = (texts: Texts, locales: readonly Locale[]) =>
  locales.filter((locale) => (texts[locale] ?? '').trim() === '')

/** A text that must be there: missing altogether is `why`, missing in some languages is a missing translation. */
function textFaults(texts: Texts, path: string, locales: readonly Locale[], why: Fault['why']): Fault[] {
  const missing = missingIn(texts, locales)
  if (missing.length === locales.length) return missing.length === 0 ? [] : [fault(why, path)]
  return missing.map((locale) => fault('no-translation', path, locale))
}

/** A text that may be left out, but not in one language only. */
function optionalFaults(texts: Texts, path: string, locales: readonly Locale[]): Fault[] {
  const missing = missingIn(texts, locales)
  return missing.length === locales.length ? [] : missing.map((locale) => fault('no-translation', path, locale))
}

/** Whether a published survey takes answers at a moment, apart from its cap. */
export function openAt({ settings }: Pick<Definition, 'settings'>, now: Instant): 'open' | 'not-yet' | 'over' {
  if (settings.opensAt !== null && now < instant(settings.opensAt)) return 'not-yet'
  if (settings.closesAt !== null && now >= instant(settings.closesAt)) return 'over'
  return 'open'
}
