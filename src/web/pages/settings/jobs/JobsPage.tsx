import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { DeadLetterList, Schedule } from '../../../../shared/contracts/jobs.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { PageBody } from '../../../parts/PageBody.tsx'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { SureButton } from '../SureButton.tsx'
import css from '../settings.module.css'
import { rhythmMs } from './rhythm.ts'

type Jobs = z.input<typeof Schedule>
type Letters = z.input<typeof DeadLetterList>

const RENEWED_MS = 15_000

/** What runs by itself, and what failed for good. */
export function JobsPage() {
  const { t } = useWords()
  return (
    <SettingsFrame title={t('settings.jobs')}>
      <PageBody>
        <DeadLetters />
        <Rhythms />
      </PageBody>
    </SettingsFrame>
  )
}

function Rhythms() {
  const { t, term } = useWords()
  const f = useFormat()
  const found = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => api.get<Jobs>('/api/v1/jobs', {}, signal),
    refetchInterval: RENEWED_MS,
  })
  const did = (counts: Readonly<Record<string, number>>) =>
    f.list(
      Object.entries(counts)
        .filter(([, n]) => n > 0)
        .map(([what, n]) => term('did', what, { n })),
    )
  return (
    <section className={css.part}>
      <h2>{t('settings.jobs-schedule')}</h2>
      <p className={css.quiet}>{t('settings.jobs-schedule-about')}</p>
      <Loaded found={found}>
        {({ jobs }) => (
          <ul className={css.lines}>
            {jobs.map(({ name, every, last }) => (
              <li key={name}>
                <span>
                  {term('job', name)}
                  <br />
                  {last?.failure ? (
                    <span className={css.failing}>{t('settings.jobs-failed', { why: last.failure })}</span>
                  ) : (
                    <span className="hx-quiet hx-small">{did(last?.counts ?? {}) || t('settings.jobs-idle')}</span>
                  )}
                </span>
                <span className={css.rhythm}>
                  {t('settings.jobs-every', { span: f.span(rhythmMs(every)) })}
                  <br />
                  <span className="hx-small">{last && <TimeAgo at={last.ranAt} />}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}

function DeadLetters() {
  const { t, term } = useWords()
  const { say, sayProblem } = useSaying()
  const mayChange = useCan()('job:change')
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['dead-letters'],
    queryFn: ({ signal }) => api.get<Letters>('/api/v1/dead-letters', {}, signal),
    refetchInterval: RENEWED_MS,
  })
  const look = () => queries.invalidateQueries({ queryKey: ['dead-letters'] })
  const retry = useMutation({
    mutationFn: (id: string) => api.send('POST', `/api/v1/dead-letters/${id}/retry`),
    onSuccess: () => say(t('settings.dead-retried')),
    onError: sayProblem,
    onSettled: look,
  })
  const retryAll = useMutation({
    mutationFn: async (letters: Letters['items']) => {
      for (const { id } of letters) await api.send('POST', `/api/v1/dead-letters/${id}/retry`)
    },
    onSuccess: () => say(t('settings.dead-retried')),
    onError: sayProblem,
    onSettled: look,
  })
  const letGo = useMutation({
    mutationFn: (id: string) => api.send('DELETE', `/api/v1/dead-letters/${id}`),
    onError: sayProblem,
    onSettled: look,
  })
  return (
    <section className={css.part}>
      <h2>{t('settings.dead')}</h2>
      <Loaded found={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.quiet}>{t('settings.dead-none')}</p>
          ) : (
            <>
              <p className={css.quiet}>{t('settings.dead-about')}</p>
              {mayChange && items.length > 1 && (
                <p>
                  <Button variant="default" loading={retryAll.isPending} onClick={() => retryAll.mutate(items)}>
                    {t('settings.dead-retry-all', { n: items.length })}
                  </Button>
                </p>
              )}
              <ul className={css.lines}>
                {items.map(({ id, handler, reason, failedAt }) => (
                  <li key={id}>
                    <span>
                      {term('job', handler)}
                      <br />
                      <span className="hx-quiet hx-small">{reason}</span>
                    </span>
                    <span className="hx-quiet">
                      <TimeAgo at={failedAt} />
                    </span>
                    {mayChange && (
                      <span className={css.row}>
                        <Button
                          variant="default"
                          loading={retry.isPending && retry.variables === id}
                          onClick={() => retry.mutate(id)}
                        >
                          {t('settings.dead-retry')}
                        </Button>
                        <SureButton act={t('settings.dead-let-go')} does={() => letGo.mutate(id)} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  )
}
