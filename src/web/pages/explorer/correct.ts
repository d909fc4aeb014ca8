import { useQueryClient } from '@tanstack/react-query'
import type { Intent, Sentiment, Urgency } from '../../../shared/contracts/values.ts'
import { api } from '../../api.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { useRefreshVoices, type Voice } from './voices.ts'

/** One thing that a person says differently than the engine. */
export type Corrected =
  | { sentiment: Sentiment }
  | { intent: Intent }
  | { urgency: Urgency }
  | { categories: readonly string[] }

/** What the voice said before; null when it had no such label, so there is nothing to go back to. */
function before({ understanding: u }: Voice, change: Corrected): Corrected | null {
  if ('categories' in change) return { categories: u.categories }
  if ('sentiment' in change) return u.sentiment && { sentiment: u.sentiment }
  if ('intent' in change) return u.intent && { intent: u.intent }
  return u.urgency && { urgency: u.urgency }
}

/** Puts a label right at once; the server's word follows, and undo puts the old one back. */
export function useCorrect(voice: Voice): (change: Corrected) => void {
  const { t, term } = useWords()
  const queries = useQueryClient()
  const refresh = useRefreshVoices()
  const { offerUndo, sayProblem } = useSaying()
  const key = ['feedback', 'one', voice.id]
  const send = (change: Corrected) => api.send('POST', `/api/v1/feedback/${voice.id}/corrections`, change)

  const said = (change: Corrected): string => {
    if ('categories' in change) return t('explorer.categories-changed')
    const [field = '', value = ''] = Object.entries(change)[0] ?? []
    const names: Record<string, string> = {
      sentiment: t('explorer.sentiment'),
      intent: t('explorer.intent'),
      urgency: t('explorer.urgency'),
    }
    return t('explorer.label-changed', { field: names[field] ?? field, value: term(field, value) })
  }

  return (change) => {
    const old = before(voice, change)
    if (old && JSON.stringify(old) === JSON.stringify(change)) return
    queries.setQueryData<Voice>(
      key,
      (now) => now && { ...now, understanding: { ...now.understanding, ...(change as object), corrected: true } },
    )
    send(change)
      .then(() => {
        if (old) offerUndo({ said: said(change), undo: () => send(old), undone: refresh })
      })
      .catch(sayProblem)
      .finally(refresh)
  }
}
