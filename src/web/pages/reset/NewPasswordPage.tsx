import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { Entrance } from '../../frame/Entrance.tsx'
import { FormProblem, RestOfProblem, SecretField } from '../../parts/fields.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { DeadLink } from '../lost/DeadLink.tsx'

/** Sets a new password by the link from the mail. */
export function NewPasswordPage() {
  const { t } = useWords()
  const [{ token = '' }] = useSearchState()
  const [password, setPassword] = useState('')
  const set = useMutation({
    mutationFn: () => api.send('PUT', `/api/v1/password-resets/${encodeURIComponent(token)}`, { password }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate()
  }
  const gone = token === '' || (set.error !== null && problemOf(set.error).status === 404)
  if (gone) return <DeadLink problem={set.error} said={t('session.reset-dead')} retry={() => set.mutate()} />
  if (set.isSuccess) {
    return (
      <Entrance title={t('session.password-set')} about={t('session.password-set-about')}>
        <Anchor component={Link} to="/sign-in">
          {t('session.to-sign-in')}
        </Anchor>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('session.new-password')}>
      <FormProblem problem={set.error}>
        <form onSubmit={submit}>
          <SecretField
            path="password"
            label={t('session.new-password')}
            description={t('session.password-about')}
            autoComplete="new-password"
            autoFocus
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={set.isPending}>
            {t('session.set-password')}
          </Button>
        </form>
      </FormProblem>
    </Entrance>
  )
}
