import type { Definition } from '../../../shared/questions/definition.ts'
import { isChoice, isScore, type Question, type Texts } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { blankTemplate } from './blank.ts'
import { cesTemplate } from './ces.ts'
import { csatDeliveryTemplate } from './csat-delivery.ts'
import { csatServiceTemplate } from './csat-service.ts'
import { npsTemplate } from './nps.ts'
import { productTemplate } from './product.ts'
import { storeTemplate } from './store.ts'
import type { Template } from './template.ts'

/** In the order in which they are offered. */
export const TEMPLATES: readonly Template[] = [
  npsTemplate,
  csatServiceTemplate,
  csatDeliveryTemplate,
  cesTemplate,
  productTemplate,
  storeTemplate,
  blankTemplate,
]

export const templateOf = (key: string): Template | null => TEMPLATES.find((template) => template.key === key) ?? null

/** The template in the wanted languages only; a text that is not written in one of them is left to be written. */
export function inLanguages(definition: Definition, locales: readonly Locale[]): Definition {
  const kept = (texts: Texts): Texts =>
    Object.fromEntries(locales.flatMap((locale) => (texts[locale] === undefined ? [] : [[locale, texts[locale]]])))
  return {
    ...definition,
    title: kept(definition.title),
    purpose: kept(definition.purpose),
    thanks: kept(definition.thanks),
    locales,
    questions: definition.questions.map((question) => questionIn(question, kept)),
  }
}

function questionIn(question: Question, kept: (texts: Texts) => Texts): Question {
  const asked = { label: kept(question.label), help: kept(question.help) }
  if (isScore(question)) return { ...question, ...asked, low: kept(question.low), high: kept(question.high) }
  if (isChoice(question)) {
    const options = question.options.map(({ key, label }) => ({ key, label: kept(label) }))
    return { ...question, ...asked, options }
  }
  return { ...question, ...asked, example: kept(question.example) }
}
