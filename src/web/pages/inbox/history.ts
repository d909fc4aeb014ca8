import type { z } from 'zod'
import type { FeedbackItem } from '../../../shared/contracts/feedback.ts'
import type { CaseItem } from './case-types.ts'

type Voice = z.input<typeof FeedbackItem>

export type Past = {
  key: string
  at: string
  channel: string
  intent: string | null
  said: string
  /** The case that answers it; null when it needed none. */
  case: CaseItem | null
}

/** A customer's voices with their cases, newest first; a case whose voices are not among them stands for itself. */
export function historyOf(voices: readonly Voice[], cases: readonly CaseItem[]): Past[] {
  const told = new Set(voices.map(({ id }) => id))
  const heard = voices.map((voice) => ({
    key: voice.id,
    at: voice.occurredAt,
    channel: voice.channel,
    intent: voice.intent,
    said: voice.subject || voice.text,
    case: cases.find(({ feedback }) => feedback.includes(voice.id)) ?? null,
  }))
  const others = cases
    .filter(({ feedback }) => !feedback.some((id) => told.has(id)))
    .map((it) => ({ key: it.id, at: it.openedAt, channel: it.channel, intent: it.intent, said: it.subject, case: it }))
  return [...heard, ...others].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}
