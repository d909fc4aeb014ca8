import type { Question } from '../../../shared/contracts/reading-aids.ts'
import { type Case, type CaseMessage, type CaseVoice, isOpen } from './case-types.ts'

type Value = Pick<NonNullable<NonNullable<CaseVoice['understanding']>['value']>, 'ask'>
/** What of a case it hangs on. */
export type Known = Pick<Case, 'stage'> & {
  voices: readonly (Pick<CaseVoice, 'occurredAt'> & { understanding: { value: Value | null } | null })[]
  messages: readonly Pick<CaseMessage, 'at' | 'direction' | 'text'>[]
}

/**
 * What could be asked about the newest voice that is vague; null when it was asked before, when the customer has said
 * more since, or when nothing is owed any longer.
 */
export function toAsk({ stage, voices, messages }: Known): Question | null {
  if (!isOpen({ stage })) return null
  const vague = voices.findLast(({ understanding }) => understanding?.value?.ask)
  const question = vague?.understanding?.value?.ask
  if (!vague || !question) return null
  const since = Date.parse(vague.occurredAt)
  const saidMore =
    voices.some((voice) => Date.parse(voice.occurredAt) > since) ||
    messages.some(({ direction, at }) => direction === 'in' && Date.parse(at) > since)
  const asked = messages.some(
    ({ direction, text }) => direction === 'out' && Object.values(question).some((words) => text.includes(words)),
  )
  return saidMore || asked ? null : question
}
