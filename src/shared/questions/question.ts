/**
 * What a survey asks. Plain data and rules without a schema library, for the builder in the browser, the page on the
 * server and the store read the same ones. One file per kind of question beside this; kinds.ts is their table.
 */
import { LOCALES, type Locale } from '../words/locale.ts'

/** One text in the languages of a survey. */
export type Texts = Readonly<Partial<Record<Locale, string>>>

export type Option = { readonly key: string; readonly label: Texts }

type Asked = {
  /** Stays with the question over all versions: answers are joined by it. */
  readonly key: string
  readonly label: Texts
  readonly help: Texts
  readonly required: boolean
}

/** A scale with words at its ends; empty words are those of the kind. */
export type ScoreQuestion = Asked & { readonly kind: 'nps' | 'csat' | 'ces'; readonly low: Texts; readonly high: Texts }
/** `other` adds a last choice with a line to write in. */
export type ChoiceQuestion = Asked & {
  readonly kind: 'single' | 'multi'
  readonly options: readonly Option[]
  readonly other: boolean
}
/** `example` shows what a useful answer looks like; `followUp` asks once more, on the spot, when the answer is vague. */
export type TextQuestion = Asked & {
  readonly kind: 'short-text' | 'long-text'
  readonly example: Texts
  readonly followUp?: boolean | undefined
}

export type Question = ScoreQuestion | ChoiceQuestion | TextQuestion
export type QuestionKind = Question['kind']

export const isScore = (question: Question): question is ScoreQuestion => 'low' in question
export const isChoice = (question: Question): question is ChoiceQuestion => 'options' in question
export const isText = (question: Question): question is TextQuestion => 'example' in question

/** The key under which the choice "other" is kept; no option may take it. */
export const OTHER = 'other'

/** What came in for one question, from a form or from JSON. */
export type Sent = { readonly values: readonly string[]; readonly other: string; readonly followUp?: FollowUp }

/** What was asked back when an answer was vague (a key of the engine's questions), and what was said to it. */
export type FollowUp = { readonly asked: string; readonly text: string }

/** Where an answer to what was asked back stands among the rows of its question; `option` then says what was asked. */
export const FOLLOW_UP = 1
export const FOLLOW_UP_LONGEST = 1_000

/** One row of `answers`. A chosen option has `option`, a point `number`, words `text`; "other" has option and text. */
export type AnswerRow = {
  question: string
  kind: QuestionKind
  ordinal: number
  text: string | null
  number: number | null
  option: string | null
}

/** Why an answer does not fit; the words for it are `customer-pages.wrong-<why>`. */
export type Wrong = 'required' | 'not-a-point' | 'not-an-option' | 'only-one' | 'other-empty' | 'too-long'

export type Read = { rows: AnswerRow[]; wrong: null } | { rows: null; wrong: Wrong }

export const fits = (rows: AnswerRow[]): Read => ({ rows, wrong: null })
export const wrong = (why: Wrong): Read => ({ rows: null, wrong: why })

/** What a kind of question knows. */
export type Kind<Q extends Question> = {
  readonly kind: QuestionKind
  /** The score of the feedback that an answer becomes; null for kinds that give none. */
  readonly score: { kind: 'nps' | 'csat' | 'ces'; min: number; max: number } | null
  /** A new question of this kind, still without a label. */
  fresh(key: string): Q
  /** Rows of `answers` for what was sent, none when it was left out. */
  read(question: Q, sent: Sent): Read
}

/** A text in a language, else in the first language it is written in; '' when it is in none. */
export function textIn(texts: Texts, locale: Locale): string {
  const own = texts[locale]
  if (own !== undefined && own.trim() !== '') return own
  for (const other of LOCALES) if ((texts[other] ?? '').trim() !== '') return texts[other] ?? ''
  return ''
}

export const isBlank = (texts: Texts): boolean => LOCALES.every((locale) => (texts[locale] ?? '').trim() === '')
