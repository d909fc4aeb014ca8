import { freshChoice, readChoices } from './choice.ts'
import type { ChoiceQuestion, Kind } from './question.ts'

/** One of several. */
export const single: Kind<ChoiceQuestion> = {
  kind: 'single',
  score: null,
  fresh: (key) => freshChoice('single', key),
  read: (question, sent) => readChoices(question, sent, 1),
}
