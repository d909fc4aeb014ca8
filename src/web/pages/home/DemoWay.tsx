import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../shared/time/instant.ts'
import { api, problemOf } from '../../api.ts'
import { now, useNow } from '../../clock.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import { Way } from './Way.tsx'

type Demo = { state: 'none' | 'loading' | 'done' }

const POLL = 1_000

/** Loads the demo and says how long it has been at it. */
export function DemoWay({ loaded }: { loaded: () => void }) {
  const { t, tell } = useWords()
  const queries = useQueryClient()
  const [since, setSince] = useState<Instant | null>(null)
  const told = useRef(loaded)
  told.current = loaded
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => api.get<Demo>('/api/v1/demo', {}, signal),
    refetchInterval: (query) => (query.state.data?.state === 'loading' ? POLL : false),
  })
  const load = useMutation({
    mutationFn: () => api.send('POST', '/api/v1/demo'),
    onMutate: () => setSince(now()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['demo'] }),
  })
  const state = demo.data?.state ?? 'none'
  const asked = since !== null
  useEffect(() => {
    if (asked && state === 'done') told.current()
  }, [asked, state])

  const busy = load.isPending || state === 'loading'
  return (
    <Way title={t('home.first-demo')} about={t('home.first-demo-about')}>
      {busy && <Loading since={since} />}
      {load.error && <p role="alert">{t('home.first-failed', { why: tell(problemOf(load.error)) })}</p>}
      {state === 'done' ? (
        <Button onClick={loaded}>{t('home.first-loaded')}</Button>
      ) : (
        <Button loading={busy} onClick={() => load.mutate()}>
          {t('home.first-load')}
        </Button>
      )}
    </Way>
  )
}

function Loading({ since }: { since: Instant | null }) {
  const { t } = useWords()
  const f = useFormat()
  const current = useNow()
  const span = f.span(Math.max(0, current - (since ?? current)))
  return (
    <>
      <Progress value={100} animated size="sm" aria-label={t('home.first-load')} />
      <span role="status" className="hx-small hx-quiet">
        {t('home.first-loading', { span })}
      </span>
    </>
  )
}
