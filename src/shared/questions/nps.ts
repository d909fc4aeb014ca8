import type { Kind, ScoreQuestion, Texts } from './question.ts'
import { freshScore, readPoint } from './scale.ts'

export const NPS_LOW: Texts = { 'zh-CN': '完全不会', 'zh-TW': '完全不會', en: 'Not at all likely' }
export const NPS_HIGH: Texts = { 'zh-CN': '一定会', 'zh-TW': '一定會', en: 'Extremely likely' }

/** Would you recommend us, 0 to 10. */
export const nps: Kind<ScoreQuestion> = {
  kind: 'nps',
  score: { kind: 'nps', min: 0, max: 10 },
  fresh: (key) => freshScore('nps', key),
  read: (question, sent) => readPoint(question, sent, 0, 10),
}
