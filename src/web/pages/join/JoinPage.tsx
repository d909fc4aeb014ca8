import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Entrance } from '../../frame/Entrance.tsx'
import { Waiting } from '../../frame/Waiting.tsx'
import { FormProblem, RestOfProblem, SecretField, TextField } from '../../parts/fields.tsx'
import type { Session } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { DeadLink } from '../lost/DeadLink.tsx'
import { useEnter } from '../sign-in/enter.ts'

type Invitation = { workspaceName: string; email: string; role: string }

/** Accepts the invitation that came by mail. */
export function JoinPage() {
  const { t, term } = useWords()
  const [{ token = '' }] = useSearchState()
  const enter = useEnter()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const path = `/api/v1/staff-invitations/${encodeURIComponent(token)}`
  const found = useQuery({
    queryKey: ['staff-invitation', token],
    queryFn: ({ signal }) => api.get<Invitation>(path, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const join = useMutation({
    mutationFn: () => api.send<Session | undefined>('POST', `${path}/acceptance`, { name, password }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    join.mutate()
  }

  if (found.isPending) return <Waiting />
  if (found.isError)
    return <DeadLink problem={found.error} said={t('session.join-dead')} retry={() => void found.refetch()} />
  const { workspaceName, email, role } = found.data
  return (
    <Entrance
      title={t('session.join', { workspace: workspaceName })}
      about={t('session.join-about', { email, role: term('role', role) })}
    >
      <FormProblem problem={join.error}>
        <form onSubmit={submit}>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <TextField
            path="name"
            label={t('session.name')}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <SecretField
            path="password"
            label={t('session.password')}
            description={t('session.password-about')}
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={join.isPending}>
            {t('session.accept')}
          </Button>
        </form>
      </FormProblem>
    </Entrance>
  )
}
