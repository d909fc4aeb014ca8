import type { Question } from '../../shared/questions/question.ts'
import { isChoice, textIn } from '../../shared/questions/question.ts'
import { csvLine } from '../../shared/text/csv-line.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { isoOf } from '../../shared/time/instant.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { optionWords, wordsIn } from './reading.ts'

export type Answered = {
  id: string
  feedbackId: string | null
  version: number
  locale: string
  answeredAt: Instant
  facts: { product?: string; order?: string; branch?: string }
  answers: readonly {
    question: string
    kind: string
    number: number | null
    option: string | null
    text: string | null
  }[]
}

const BETWEEN = '; '

/** The first line: what every column holds. A question's column says what was asked. */
export const csvHead = (questions: readonly Question[], locale: Locale): string =>
  csvLine([
    'response',
    'feedback',
    'answered_at',
    'version',
    'language',
    'product',
    'order',
    'branch',
    ...questions.map(({ label }) => textIn(label, locale)),
  ])

/** One response; several ticked options stand in one cell. */
export function csvOf(response: Answered, questions: readonly Question[], locale: Locale): string {
  const { id, feedbackId, version, locale: language, answeredAt, answers } = response
  const { product = null, order = null, branch = null } = response.facts
  const cells = questions.map((question) => {
    const own = answers.filter((answer) => answer.question === question.key && answer.kind === question.kind)
    if (own.length === 0) return null
    if (isChoice(question)) return own.map((answer) => optionWords(question, answer, locale)).join(BETWEEN)
    return own[0]?.number ?? (wordsIn(own) || null)
  })
  return csvLine([id, feedbackId, isoOf(answeredAt), version, language, product, order, branch, ...cells])
}
