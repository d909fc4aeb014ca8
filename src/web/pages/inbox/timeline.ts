import type { Case, CaseMessage, CaseVoice } from './case-types.ts'

export type Turn =
  | { kind: 'voice'; at: string; voice: CaseVoice }
  | { kind: 'message'; at: string; message: CaseMessage }

/** Voices and messages in the order they were said; a voice stands before a message of the same moment. */
export function turnsOf({ voices, messages }: Pick<Case, 'voices' | 'messages'>): Turn[] {
  const turns: Turn[] = [
    ...voices.map((voice) => ({ kind: 'voice' as const, at: voice.occurredAt, voice })),
    ...messages.map((message) => ({ kind: 'message' as const, at: message.at, message })),
  ]
  return turns.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
