import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { useNow } from '../../../clock.ts'
import { toInstant, useFormat } from '../../../format.ts'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { ShownOnce } from '../ShownOnce.tsx'
import css from '../settings.module.css'
import type { Invitation, Made } from './people.ts'

const KEY = ['invitations']

/** Those invited who have not come yet; nothing when there are none. */
export function Invitations() {
  const { t, term } = useWords()
  const { say, sayProblem } = useSaying()
  const f = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ items: Invitation[] }>('/api/v1/invitations', {}, signal),
  })
  const look = () => queries.invalidateQueries({ queryKey: KEY })
  const again = useMutation({
    mutationFn: (id: string) => api.send<Made>('POST', `/api/v1/invitations/${id}/sending`),
    onSuccess: ({ email }) => say(t('settings.invite-sent', { email })),
    onError: sayProblem,
    onSettled: look,
  })
  const revoke = useMutation({
    mutationFn: ({ id }: Invitation) => api.send('DELETE', `/api/v1/invitations/${id}`),
    onSuccess: (_, { email }) => say(t('settings.invitation-revoked', { email })),
    onError: sayProblem,
    onSettled: look,
  })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <PageBody>
      <section className={css.part}>
        <h2>{t('settings.invitations')}</h2>
        <ul className={css.lines}>
          {items.map((invitation) => {
            const { id, email, role, expiresAt } = invitation
            const late = toInstant(expiresAt) <= now
            return (
              <li key={id}>
                <span>
                  {email} · {term('role', role)}
                </span>
                <span className="hx-quiet">
                  {late ? t('settings.invitation-late') : t('settings.invitation-until', { day: f.day(expiresAt) })}
                </span>
                <span className={css.row}>
                  <Button variant="default" onClick={() => again.mutate(id)}>
                    {t('settings.invitation-again')}
                  </Button>
                  <Button variant="default" onClick={() => revoke.mutate(invitation)}>
                    {t('settings.invitation-revoke')}
                  </Button>
                </span>
              </li>
            )
          })}
        </ul>
        {again.data && <ShownOnce said={t('settings.invite-link')} secret={again.data.link} />}
      </section>
    </PageBody>
  )
}
