import type { Db } from '../../platform/db/db.ts'
import { scaleOf } from '../../shared/questions/kinds.ts'
import { isChoice, isScore, isText, type Question, textIn } from '../../shared/questions/question.ts'
import type { Pronoun } from '../../shared/words/catalogues.ts'
import type { Locale } from '../../shared/words/locale.ts'
import { workspaceOf } from '../accounts/index.ts'
import { questionNamed } from '../understanding/index.ts'
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
  const isAskedMore = rows.some(({ definition, answers }) => definition.questions.some((each) => moreOf(each, answers)))
  const pronoun = isAskedMore ? (await workspaceOf(db)).pronoun : '你'
  return new Map(
    rows.map(({ feedbackId, surveyId, title, definition, answers }) => [
      feedbackId,
      {
        id: surveyId,
        title,
        answers: definition.questions.flatMap((question) => {
          const said = saidTo(question, answers, locale)
          if (said === '') return []
          return [{ asked: textIn(question.label, locale), said }, ...askedMore(question, answers, { locale, pronoun })]
        }),
      },
    ]),
  )
}

/** The answer to what was asked once more; its option says what that was. */
const moreOf = (question: Question, answers: ResponseOn['answers']) =>
  isText(question) ? answers.find(({ question: key, option }) => key === question.key && option !== null) : undefined

/** What was asked once more, and what was said to it. */
function askedMore(
  question: Question,
  answers: ResponseOn['answers'],
  { locale, pronoun }: { locale: Locale; pronoun: Pronoun },
): AnsweredSurvey['answers'] {
  const more = moreOf(question, answers)
  const asked = questionNamed(more?.option ?? '', pronoun)
  return asked === null || more?.text == null ? [] : [{ asked: asked[locale], said: more.text }]
}

function saidTo(question: Question, answers: ResponseOn['answers'], locale: Locale): string {
  const own = answers.filter((answer) => answer.question === question.key)
  if (isChoice(question))
    return own.map((answer) => optionWords(question, answer, locale)).join(locale === 'en' ? ', ' : '、')
  const [first] = own
  if (isScore(question)) return first?.number == null ? '' : `${first.number} / ${scaleOf(question)?.max ?? ''}`
  return first?.text ?? ''
}
