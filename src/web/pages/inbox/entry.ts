import type { z } from 'zod'
import type { NewFeedback } from '../../../shared/contracts/feedback.ts'

/** What staff fill in; what is empty is not sent. */
export type Entry = {
  channel: 'call' | 'counter' | 'paper'
  csat: number | ''
  name: string
  phone: string
  email: string
  externalId: string
}

export const EMPTY_ENTRY: Entry = { channel: 'call', csat: '', name: '', phone: '', email: '', externalId: '' }

/** The voice as the API takes it. */
export function feedbackOf(entry: Entry & { text: string }): z.input<typeof NewFeedback> {
  const { channel, csat, text, ...fields } = entry
  const known = Object.entries(fields).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]))
  return {
    channel,
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(csat !== '' && { scores: [{ kind: 'csat' as const, value: csat }] }),
    ...(known.length > 0 && { customer: Object.fromEntries(known) }),
  }
}
