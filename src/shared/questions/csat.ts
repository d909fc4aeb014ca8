import type { Kind, ScoreQuestion, Texts } from './question.ts'
import { freshScore, readPoint } from './scale.ts'

/** The words of the five points, 1 first. */
export const CSAT_POINTS: readonly Texts[] = [
  { 'zh-CN': '很不满意', 'zh-TW': '很不滿意', en: 'Very dissatisfied' },
  { 'zh-CN': '不太满意', 'zh-TW': '不太滿意', en: 'Dissatisfied' },
  { 'zh-CN': '一般', 'zh-TW': '普通', en: 'Neither' },
  { 'zh-CN': '满意', 'zh-TW': '滿意', en: 'Satisfied' },
  { 'zh-CN': '很满意', 'zh-TW': '很滿意', en: 'Very satisfied' },
]

/** How satisfied are you, 1 to 5, each point with its word. */
export const csat: Kind<ScoreQuestion> = {
  kind: 'csat',
  score: { kind: 'csat', min: 1, max: 5 },
  fresh: (key) => freshScore('csat', key),
  read: (question, sent) => readPoint(question, sent, 1, 5),
}
