import type { Kind, TextQuestion } from './question.ts'
import { freshText, readWords } from './written.ts'

export const SHORT_LONGEST = 200

/** One line. */
export const shortText: Kind<TextQuestion> = {
  kind: 'short-text',
  score: null,
  fresh: (key) => freshText('short-text', key),
  read: (question, sent) => readWords(question, sent, SHORT_LONGEST),
}
