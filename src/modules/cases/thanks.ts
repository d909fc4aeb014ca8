import type { Judges } from '../../engine/analysis/judges.ts'
import { intentOf } from '../../engine/intent/intent.ts'
import { sentimentOf } from '../../engine/sentiment/sentiment.ts'

const LONGEST = 60
const SURE = 0.7

/**
 * Whether a message only says thanks: it asks for nothing, so it neither opens a solved case again nor
 * makes anybody owe an answer. Short and plainly glad; whatever is in doubt wants an answer.
 */
export function onlyThanks(text: string, model: Judges): boolean {
  const said = text.trim()
  if (said.length === 0 || said.length > LONGEST || /[?？]/.test(said)) return false
  const intent = intentOf(said, model)
  return intent.label === 'praise' && intent.confidence >= SURE && sentimentOf(said, { model }).label === 'positive'
}
