import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Entrance } from '../../frame/Entrance.tsx'
import { FormProblem, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { useWords } from '../../words.tsx'

/** Asks for a link to set a new password. The answer never says whether the address is known. */
export function LostPasswordPage() {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => api.send('POST', '/api/v1/password-resets', { email: email.trim() }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('session.to-sign-in')}
    </Anchor>
  )
  if (ask.isSuccess) {
    return (
      <Entrance title={t('session.look-in-mail')} about={t('session.look-in-mail-about', { email: email.trim() })}>
        {back}
      </Entrance>
    )
  }
  return (
    <Entrance title={t('session.reset')} about={t('session.reset-about')}>
      <FormProblem problem={ask.error}>
        <form onSubmit={submit}>
          <TextField
            path="email"
            type="email"
            label={t('session.email')}
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={ask.isPending}>
            {t('session.send-link')}
          </Button>
          {back}
        </form>
      </FormProblem>
    </Entrance>
  )
}
