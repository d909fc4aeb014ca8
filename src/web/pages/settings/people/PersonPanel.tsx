import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Role } from '../../../../shared/contracts/permissions.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { FormProblem, RestOfProblem } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { sessionQuery, useCan, useSession } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { SureButton } from '../SureButton.tsx'
import css from '../settings.module.css'
import { useLoads } from '../teams/loads.ts'
import { givable, type Person } from './people.ts'
import { RolePick } from './RolePick.tsx'

/** One person: role, away, leaving. */
export function PersonPanel({ person, close }: { person: Person; close: () => void }) {
  const { t, term } = useWords()
  const { say, offerUndo } = useSaying()
  const f = useFormat()
  const queries = useQueryClient()
  const { person: me, role: own } = useSession()
  const mayChange = useCan()('people:change')
  const loads = useLoads()
  const path = `/api/v1/people/${person.id}`
  const look = async () => {
    await queries.invalidateQueries({ queryKey: ['people'] })
    if (person.id === me.id) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const putRole = (role: Role) => api.send('PUT', `${path}/role`, { role })
  const changeRole = useMutation({
    mutationFn: putRole,
    onSuccess: (_, role) =>
      offerUndo({
        said: t('settings.role-changed', { name: person.name, role: term('role', role) }),
        undo: () => putRole(person.role),
        undone: () => void look(),
      }),
    onSettled: look,
  })
  const changeAway = useMutation({
    mutationFn: (away: boolean) => api.send('PUT', `${path}/away`, { away }),
    onSettled: look,
  })
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', path),
    onSuccess: async () => {
      say(t('settings.person-removed', { name: person.name }))
      close()
      await look()
    },
  })
  const within = mayChange && person.endedAt === null && givable(own).includes(person.role)

  return (
    <SidePanel title={person.name} close={close}>
      <dl className={css.facts}>
        <dt>{t('settings.head-email')}</dt>
        <dd>{person.email}</dd>
        {!within && (
          <>
            <dt>{t('settings.head-role')}</dt>
            <dd>{term('role', person.role)}</dd>
          </>
        )}
        <dt>{t('settings.person-joined')}</dt>
        <dd>{f.day(person.joinedAt)}</dd>
        {person.endedAt !== null && (
          <>
            <dt>{t('settings.person-left')}</dt>
            <dd>{f.day(person.endedAt)}</dd>
          </>
        )}
        <dt>{t('settings.factor')}</dt>
        <dd>{person.twoFactor ? t('settings.person-factor') : t('settings.person-no-factor')}</dd>
        <dt>{t('settings.head-teams')}</dt>
        <dd>{person.teams.length > 0 ? f.list(person.teams.map(({ name }) => name)) : t('settings.no-team')}</dd>
        {loads && person.endedAt === null && (
          <>
            <dt>{t('settings.team-load')}</dt>
            <dd>{t('settings.team-open-of', { n: loads.of(person.id), cap: loads.cap })}</dd>
          </>
        )}
      </dl>
      <FormProblem problem={changeRole.error ?? changeAway.error ?? remove.error}>
        <div className={css.form}>
          {within && <RolePick label={t('settings.head-role')} value={person.role} pick={changeRole.mutate} />}
          {person.endedAt === null && (mayChange || person.id === me.id) && (
            <Switch
              label={t('settings.is-away')}
              checked={person.away}
              onChange={(event) => changeAway.mutate(event.currentTarget.checked)}
            />
          )}
          <RestOfProblem />
        </div>
        {within && (
          <div className={css.foot}>
            <p className={css.quiet}>{t('settings.person-remove-about')}</p>
            <p>
              <SureButton act={t('settings.person-remove')} busy={remove.isPending} does={() => remove.mutate()} />
            </p>
          </div>
        )}
      </FormProblem>
    </SidePanel>
  )
}
