/** What can be done to a draft. Pure: each gives a new one. */
import type { Definition } from '../../../shared/questions/definition.ts'
import { freshQuestion } from '../../../shared/questions/kinds.ts'
import { isChoice, type Question, type QuestionKind, type Texts } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'

/** A text changed in one language; an emptied one is taken out. */
export function withText(texts: Texts, locale: Locale, text: string): Texts {
  const { [locale]: _, ...others } = texts
  return text === '' ? others : { ...others, [locale]: text }
}

export const withQuestion = (draft: Definition, changed: Question): Definition => ({
  ...draft,
  questions: draft.questions.map((question) => (question.key === changed.key ? changed : question)),
})

/** A new question after the one at `after` (−1: first). `key` is fresh for good, so that old answers never meet it. */
export function withNewQuestion(draft: Definition, kind: QuestionKind, key: string, after: number): Definition {
  const questions = [...draft.questions]
  questions.splice(after + 1, 0, freshQuestion(kind, key))
  return { ...draft, questions }
}

export const withoutQuestion = (draft: Definition, key: string): Definition => ({
  ...draft,
  questions: draft.questions.filter((question) => question.key !== key),
})

/** The question one place up (−1) or down (1); at the end of the list nothing moves. */
export const withMoved = (draft: Definition, key: string, step: -1 | 1): Definition => ({
  ...draft,
  questions: moved(
    draft.questions,
    draft.questions.findIndex((question) => question.key === key),
    step,
  ),
})

export function moved<T>(list: readonly T[], from: number, step: -1 | 1): readonly T[] {
  const to = from + step
  const [one, other] = [list[from], list[to]]
  if (from < 0 || to < 0 || one === undefined || other === undefined) return list
  const changed = [...list]
  changed[from] = other
  changed[to] = one
  return changed
}

/** The first free key for a new option: a, b, c … then o27, o28 … */
export function freeOptionKey(question: Question): string {
  const taken = new Set(isChoice(question) ? question.options.map(({ key }) => key) : [])
  for (let n = 0; ; n++) {
    const key = n < 26 ? String.fromCharCode(97 + n) : `o${n + 1}`
    if (!taken.has(key)) return key
  }
}

/** Turns a language on or off; the last one stays. */
export function withLocale(draft: Definition, locale: Locale, isOn: boolean, order: readonly Locale[]): Definition {
  const wanted = order.filter((each) => (each === locale ? isOn : draft.locales.includes(each)))
  return wanted.length === 0 ? draft : { ...draft, locales: wanted }
}
