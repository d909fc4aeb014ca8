import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import type { UnderstandingProgress } from '../../shared/contracts/understanding.ts'
import { SECOND } from '../../shared/time/instant.ts'
import { api } from '../api.ts'
import { useWords } from '../words.tsx'
import css from './reading-again.module.css'
import { useSaying } from './undo.tsx'

type Is = z.input<typeof UnderstandingProgress>

const KEY = ['understanding', 'progress']
const AGAIN = 5 * SECOND

/**
 * How many old voices are still to be read again, and the way to stop that; nothing once all are. The bar runs from the
 * most that was seen here.
 *
 * @param may  whether the reader may stop it
 */
export function ReadingAgain({ may }: { may: boolean }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { sayProblem } = useSaying()
  const most = useRef(0)
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Is>('/api/v1/understanding/progress', {}, signal),
    refetchInterval: ({ state: { data: is } }) => (is !== undefined && is.outdated > 0 && !is.stopped ? AGAIN : false),
  })
  const goOn = useMutation({
    mutationFn: (on: boolean) => api.send<Is>(on ? 'PUT' : 'DELETE', '/api/v1/understanding/reading-again'),
    onSuccess: (is) => queries.setQueryData<Is>(KEY, is),
    onError: sayProblem,
  })
  const left = data?.outdated ?? 0
  most.current = left === 0 ? 0 : Math.max(most.current, left)
  if (left === 0 || data === undefined) return null
  const { stopped } = data
  return (
    <div className={css.again}>
      <p role="status">{t(stopped ? 'examples.rereading-stopped' : 'examples.rereading', { n: left })}</p>
      {!stopped && <Progress value={100 * (1 - left / most.current)} aria-label={t('examples.progress')} size="sm" />}
      {may && (
        <div>
          <Button variant="default" size="xs" loading={goOn.isPending} onClick={() => goOn.mutate(stopped)}>
            {t(stopped ? 'examples.rereading-go-on' : 'examples.rereading-stop')}
          </Button>
        </div>
      )}
    </div>
  )
}
