import type { Kind, ScoreQuestion, Texts } from './question.ts'
import { freshScore, readPoint } from './scale.ts'

export const CES_LOW: Texts = { 'zh-CN': '完全不同意', 'zh-TW': '完全不同意', en: 'Strongly disagree' }
export const CES_HIGH: Texts = { 'zh-CN': '完全同意', 'zh-TW': '完全同意', en: 'Strongly agree' }

/** It was easy to get it done, 1 to 7: higher is better. */
export const ces: Kind<ScoreQuestion> = {
  kind: 'ces',
  score: { kind: 'ces', min: 1, max: 7 },
  fresh: (key) => freshScore('ces', key),
  read: (question, sent) => readPoint(question, sent, 1, 7),
}
