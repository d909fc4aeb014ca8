import { freshChoice, readChoices } from './choice.ts'
import type { ChoiceQuestion, Kind } from './question.ts'

/** Any of several; each chosen one is a row. */
export const multi: Kind<ChoiceQuestion> = {
  kind: 'multi',
  score: null,
  fresh: (key) => freshChoice('multi', key),
  read: (question, sent) => readChoices(question, sent, null),
}
