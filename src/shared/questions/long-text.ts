import type { Kind, TextQuestion } from './question.ts'
import { freshText, readWords } from './written.ts'

export const LONG_LONGEST = 5_000

/** As much as one wants to say. */
export const longText: Kind<TextQuestion> = {
  kind: 'long-text',
  score: null,
  fresh: (key) => freshText('long-text', key),
  read: (question, sent) => readWords(question, sent, LONG_LONGEST),
}
