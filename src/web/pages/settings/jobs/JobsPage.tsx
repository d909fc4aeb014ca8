import { Button, Table } from '@mantine/core'
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
  return (
    <section className={css.part}>
      <h2>{t('settings.jobs-schedule')}</h2>
      <Loaded found={found}>
        {({ jobs }) => (
          <div className={css.wide}>
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('settings.jobs-name')}</Table.Th>
                  <Table.Th>{t('settings.jobs-every')}</Table.Th>
                  <Table.Th>{t('settings.jobs-last')}</Table.Th>
                  <Table.Th>{t('settings.jobs-counts')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {jobs.map(({ name, every, last }) => (
                  <Table.Tr key={name}>
                    <Table.Td title={name}>{term('job', name)}</Table.Td>
                    <Table.Td>{f.span(rhythmMs(every))}</Table.Td>
                    <Table.Td>{last ? <TimeAgo at={last.ranAt} /> : t('settings.jobs-idle')}</Table.Td>
                    <Table.Td>
                      {last?.failure
                        ? t('settings.jobs-failed', { why: last.failure })
                        : Object.entries(last?.counts ?? {})
                            .filter(([, n]) => n > 0)
                            .map(([what, n]) => `${what} ${f.number(n)}`)
                            .join('  ')}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </Loaded>
    </section>
  )
}

function DeadLetters() {
  const { t } = useWords()
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
              <ul className={css.lines}>
                {items.map(({ id, handler, reason, failedAt }) => (
                  <li key={id}>
                    <span>
                      <code>{handler}</code>
                      <br />
                      {reason}
                    </span>
                    <span className="hx-quiet">
                      <TimeAgo at={failedAt} />
                    </span>
                    {mayChange && (
                      <span className={css.row}>
                        <Button size="compact-sm" variant="default" onClick={() => retry.mutate(id)}>
                          {t('settings.dead-retry')}
                        </Button>
                        <SureButton size="compact-sm" act={t('settings.dead-let-go')} does={() => letGo.mutate(id)} />
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
