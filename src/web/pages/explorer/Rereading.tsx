import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { UnderstandingProgress } from '../../../shared/contracts/understanding.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import { api } from '../../api.ts'
import { useWords } from '../../words.tsx'

const AGAIN = 10 * SECOND

/** How many voices are still to be read again, and whether a person stopped that. Nothing once all are. */
export function Rereading() {
  const { t } = useWords()
  const progress = useQuery({
    queryKey: ['understanding', 'progress'],
    queryFn: ({ signal }) =>
      api.get<z.input<typeof UnderstandingProgress>>('/api/v1/understanding/progress', {}, signal),
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data.outdated > 0 && !state.data.stopped ? AGAIN : false,
  })
  const left = progress.data?.outdated ?? 0
  if (left === 0) return null
  const word = progress.data?.stopped ? 'examples.rereading-stopped' : 'explorer.rereading'
  return <span role="status">{t(word, { n: left })}</span>
}
