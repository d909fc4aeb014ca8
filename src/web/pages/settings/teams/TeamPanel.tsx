import { Button, MultiSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import type { PeoplePage, TeamView } from '../../../../shared/contracts/people.ts'
import { api } from '../../../api.ts'
import { FormProblem, PickField, RestOfProblem, TextField, useFieldError } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { SureButton } from '../SureButton.tsx'
import css from '../settings.module.css'
import { useLoads } from './loads.ts'

type Team = z.input<typeof TeamView>
type People = z.input<typeof PeoplePage>
type Option = { value: string; label: string }

type Props = { team: Team | null; mayChange: boolean; close: () => void }

/** A team, or a new one when `team` is null. */
export function TeamPanel({ team, mayChange, close }: Props) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [name, setName] = useState(team?.name ?? '')
  const [memberIds, setMemberIds] = useState<string[]>(team?.members.map(({ id }) => id) ?? [])
  const [leadId, setLeadId] = useState<string | null>(team?.leadId ?? null)
  const people = useQuery({
    queryKey: ['people', 'here'],
    queryFn: ({ signal }) => api.get<People>('/api/v1/people', { limit: 200 }, signal),
  })
  const options: Option[] = (people.data?.items ?? team?.members ?? []).map((each) => ({
    value: each.id,
    label: each.name,
  }))
  const done = async () => {
    close()
    await queries.invalidateQueries({ queryKey: ['teams'] })
    await queries.invalidateQueries({ queryKey: ['people'] })
  }
  const save = useMutation({
    mutationFn: () => {
      const body = {
        name: name.trim(),
        leadId: leadId !== null && memberIds.includes(leadId) ? leadId : null,
        memberIds,
      }
      return team ? api.send('PUT', `/api/v1/teams/${team.id}`, body) : api.send('POST', '/api/v1/teams', body)
    },
    onSuccess: async () => {
      say(t('settings.saved'))
      await done()
    },
  })
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', `/api/v1/teams/${team?.id}`),
    onSuccess: async () => {
      say(t('settings.team-removed', { name: team?.name ?? '' }))
      await done()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  if (team && !mayChange) {
    return (
      <SidePanel title={team.name} close={close}>
        <Members team={team} />
      </SidePanel>
    )
  }
  return (
    <SidePanel title={team?.name ?? t('settings.team-new')} close={close}>
      <FormProblem problem={save.error ?? remove.error}>
        <form className={css.form} onSubmit={submit}>
          <TextField
            path="name"
            label={t('settings.team-name')}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MembersField options={options} value={memberIds} pick={setMemberIds} />
          <PickField
            path="leadId"
            label={t('settings.team-lead')}
            description={t('settings.team-lead-about')}
            placeholder={t('settings.team-no-lead')}
            data={options.filter(({ value }) => memberIds.includes(value))}
            value={leadId !== null && memberIds.includes(leadId) ? leadId : null}
            clearable
            onChange={setLeadId}
          />
          <RestOfProblem />
          <div>
            <Button type="submit" loading={save.isPending}>
              {t('settings.save')}
            </Button>
          </div>
        </form>
        {team && <Members team={team} />}
        {team && (
          <div className={css.foot}>
            <SureButton act={t('settings.team-remove')} busy={remove.isPending} does={() => remove.mutate()} />
          </div>
        )}
      </FormProblem>
    </SidePanel>
  )
}

/** Who is in it now, and how much each has in hand. */
function Members({ team: { members, leadId } }: { team: Team }) {
  const { t } = useWords()
  const loads = useLoads()
  if (members.length === 0) return null
  return (
    <section className={css.foot}>
      <h3>{t('settings.team-in-hand')}</h3>
      <ul className={css.lines}>
        {members.map(({ id, name, away }) => (
          <li key={id}>
            <span>
              {name}
              <span className="hx-quiet hx-small">
                {id === leadId && ` ${t('settings.team-lead')}`}
                {away && ` ${t('settings.is-away')}`}
              </span>
            </span>
            {loads && <span>{t('settings.team-open-of', { n: loads.of(id), cap: loads.cap })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type MembersProps = { options: Option[]; value: string[]; pick: (ids: string[]) => void }

function MembersField({ options, value, pick }: MembersProps) {
  const { t } = useWords()
  return (
    <MultiSelect
      label={t('settings.team-members')}
      data={options}
      value={value}
      searchable
      error={useFieldError('memberIds')}
      onChange={pick}
    />
  )
}
