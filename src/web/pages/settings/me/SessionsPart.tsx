import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { SessionList } from '../../../../shared/contracts/session.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import css from '../settings.module.css'
import { deviceOf } from './device.ts'

type Sessions = z.input<typeof SessionList>

const KEY = ['me', 'sessions']

/** Where one is signed in, and the way to end it there. */
export function SessionsPart() {
  const { t } = useWords()
  const { say, sayProblem } = useSaying()
  const f = useFormat()
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Sessions>('/api/v1/me/sessions', {}, signal),
  })
  const end = useMutation({
    mutationFn: (id: string) => api.send('DELETE', `/api/v1/me/sessions${id === '' ? '' : `/${id}`}`),
    onSuccess: () => say(t('settings.session-ended')),
    onError: sayProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <section className={css.part}>
      <h2>{t('settings.sessions')}</h2>
      <Loaded found={found}>
        {({ items }) => (
          <>
            <ul className={css.lines}>
              {items.map(({ id, address, userAgent, startedAt, seenAt, current }) => (
                <li key={id}>
                  <span title={userAgent}>
                    {deviceOf(userAgent)} · {address}
                    <br />
                    <span className="hx-quiet hx-small">
                      {t('settings.session-since', { when: f.moment(startedAt) })} ·{' '}
                      {current ? (
                        t('settings.session-this')
                      ) : (
                        <>
                          {t('settings.session-seen')} <TimeAgo at={seenAt} />
                        </>
                      )}
                    </span>
                  </span>
                  {!current && (
                    <Button variant="default" onClick={() => end.mutate(id)}>
                      {t('settings.session-end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {items.length > 1 && (
              <p>
                <Button variant="default" loading={end.isPending} onClick={() => end.mutate('')}>
                  {t('settings.session-end-others')}
                </Button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
