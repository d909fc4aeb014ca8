import { DRILL_DOWN } from '../../engine/value/drill-down.ts'
import type { Db } from '../../platform/db/db.ts'
import { scaleOf } from '../../shared/questions/kinds.ts'
import { isChoice, isScore, isText, type Question, textIn } from '../../shared/questions/question.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { optionWords } from './reading.ts'
import { type ResponseOn, responsesOn } from './response.store.ts'

export type AnsweredSurvey = { id: string; title: string; answers: { asked: string; said: string }[] }

/** What was answered in the responses that these voices are, by voice: each question as it was asked then. */
export async function answeredOn(
  db: Db,
  feedbackIds: readonly string[],
  locale: Locale,
): Promise<Map<string, AnsweredSurvey>> {
  const rows = await responsesOn(db, feedbackIds)
  return new Map(
    rows.map(({ feedbackId, surveyId, title, definition, answers }) => [
      feedbackId,
      {
        id: surveyId,
        title,
        answers: definition.questions.flatMap((question) => {
          const said = saidTo(question, answers, locale)
          if (said === '') return []
          return [{ asked: textIn(question.label, locale), said }, ...followUpOf(question, answers, locale)]
        }),
      },
    ]),
  )
}

/** What was asked once more, and what was said to it. */
function followUpOf(question: Question, answers: ResponseOn['answers'], locale: Locale) {
  if (!isText(question)) return []
  return answers.flatMap(({ question: key, option, text }) => {
    const asked = option === null ? undefined : DRILL_DOWN[option]
    return key === question.key && asked !== undefined && text !== null ? [{ asked: asked[locale], said: text }] : []
  })
}

function saidTo(question: Question, answers: ResponseOn['answers'], locale: Locale): string {
  const own = answers.filter((answer) => answer.question === question.key)
  if (isChoice(question))
    return own.map((answer) => optionWords(question, answer, locale)).join(locale === 'en' ? ', ' : '、')
  const [first] = own
  if (isScore(question)) return first?.number == null ? '' : `${first.number} / ${scaleOf(question)?.max ?? ''}`
  return first?.text ?? ''
}
