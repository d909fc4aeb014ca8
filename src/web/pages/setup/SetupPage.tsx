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

/** The first person of a new installation, by the link that the server printed. */
export function SetupPage() {
  const { t, locale } = useWords()
  const [{ token = '' }] = useSearchState()
  const enter = useEnter()
  const [form, setForm] = useState({ name: '', email: '', password: '', workspaceName: '' })
  const link = useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.get('/api/v1/setup', { token }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const setUp = useMutation({
    mutationFn: () =>
      api.send<Session | undefined>('POST', '/api/v1/setup', { ...form, email: form.email.trim(), token, locale }),
    onSuccess: enter,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUp.mutate()
  }
  const at = (path: keyof typeof form) => ({
    path,
    required: true,
    value: form[path],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [path]: event.currentTarget.value }),
  })

  if (link.isPending) return <Waiting />
  if (link.isError)
    return <DeadLink problem={link.error} said={t('session.setup-dead')} retry={() => void link.refetch()} />
  return (
    <Entrance title={t('session.setup')} about={t('session.setup-about')}>
      <FormProblem problem={setUp.error}>
        <form onSubmit={submit}>
          <TextField
            {...at('workspaceName')}
            label={t('session.workspace-name')}
            description={t('session.workspace-about')}
          />
          <TextField {...at('name')} label={t('session.name')} autoComplete="name" />
          <TextField {...at('email')} type="email" label={t('session.email')} autoComplete="username" />
          <SecretField
            {...at('password')}
            label={t('session.password')}
            description={t('session.password-about')}
            autoComplete="new-password"
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={setUp.isPending}>
            {t('session.begin')}
          </Button>
        </form>
      </FormProblem>
    </Entrance>
  )
}
