import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { UnderstandingProgress } from '../../../shared/contracts/understanding.ts'
import { SECOND } from '../../../shared/time/instant.ts'
import { api } from '../../api.ts'
import { useWords } from '../../words.tsx'

const AGAIN = 10 * SECOND

/** After a new version of the engine: how many voices are still to be read again. Nothing once all are. */
export function Rereading() {
  const { t } = useWords()
  const progress = useQuery({
    queryKey: ['understanding', 'progress'],
    queryFn: ({ signal }) =>
      api.get<z.input<typeof UnderstandingProgress>>('/api/v1/understanding/progress', {}, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.outdated > 0 ? AGAIN : false),
  })
  const left = progress.data?.outdated ?? 0
  return left > 0 ? <span role="status">{t('explorer.rereading', { n: left })}</span> : null
}
