import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Instant } from '../../../shared/time/instant.ts'
import { api, problemOf } from '../../api.ts'
import { now, useNow } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { Way } from './Way.tsx'

type Demo = { state: 'none' | 'loading' | 'loaded'; workspaceId: string | null; share: number }

const POLL = 1_000

/** Loads the demo into a workspace of its own, says how far it is, and leads there. */
export function DemoWay({ before }: { before: () => Promise<unknown> }) {
  const { t, tell } = useWords()
  const queries = useQueryClient()
  const { sayProblem } = useSaying()
  const [since, setSince] = useState<Instant | null>(null)
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => api.get<Demo>('/api/v1/demo', {}, signal),
    // Between asking for it and its first row the state is still "none".
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'loading' || (since !== null && data?.state !== 'loaded') ? POLL : false,
  })
  const load = useMutation({
    mutationFn: () => api.send('POST', '/api/v1/demo'),
    onMutate: () => setSince(now()),
    onError: () => setSince(null),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['demo'] }),
  })
  const enter = useMutation({
    async mutationFn(workspaceId: string) {
      await before()
      await api.send('PUT', '/api/v1/session/workspace', { workspaceId })
      // A whole new page: nothing of this workspace may stay.
      window.location.assign('/app/')
    },
    onError: sayProblem,
  })
  const { state = 'none', workspaceId = null } = demo.data ?? {}
  const busy = state === 'loading' || (since !== null && state !== 'loaded')
  return (
    <Way title={t('home.first-demo')} about={t('home.first-demo-about')}>
      {busy && <Loading since={since} share={demo.data?.share ?? 0} />}
      {load.error && <p role="alert">{t('home.first-failed', { why: tell(problemOf(load.error)) })}</p>}
      {state === 'loaded' && workspaceId !== null ? (
        <Button loading={enter.isPending} onClick={() => enter.mutate(workspaceId)}>
          {t('home.first-enter')}
        </Button>
      ) : (
        <Button loading={busy} onClick={() => load.mutate()}>
          {t('home.first-load')}
        </Button>
      )}
    </Way>
  )
}

function Loading({ since, share }: { since: Instant | null; share: number }) {
  const { t } = useWords()
  const f = useFormat()
  const current = useNow()
  const span = f.span(Math.max(0, current - (since ?? current)))
  return (
    <>
      <Progress value={100 * share} animated size="sm" aria-label={t('home.first-load')} />
      <span role="status" className="hx-small hx-quiet">
        {t('home.first-loading', { share: f.percent(share), span })}
      </span>
    </>
  )
}
