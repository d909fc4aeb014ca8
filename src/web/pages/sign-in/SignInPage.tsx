import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, problemOf } from '../../api.ts'
import { Entrance } from '../../frame/Entrance.tsx'
import { FormProblem, RestOfProblem, SecretField, TextField } from '../../parts/fields.tsx'
import type { Session } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useEnter } from './enter.ts'

type Credentials = { email: string; password: string; code?: string }

/** E-mail and password, then the second factor for those who set one. */
export function SignInPage() {
  const { t } = useWords()
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => api.send<Session>('POST', '/api/v1/session', credentials),
    onSuccess: enter,
    onError: (thrown) => {
      if (problemOf(thrown).code === 'session.code-required') setAsksCode(true)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }

  if (asksCode) {
    return (
      <SecondFactor
        busy={signIn.isPending}
        problem={signIn.error && problemOf(signIn.error).code !== 'session.code-required' ? signIn.error : null}
        give={(code) => signIn.mutate({ email: email.trim(), password, code })}
        back={() => {
          setAsksCode(false)
          signIn.reset()
        }}
      />
    )
  }
  return (
    <Entrance title={t('session.sign-in')}>
      <FormProblem problem={signIn.error}>
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
          <SecretField
            path="password"
            label={t('session.password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={signIn.isPending}>
            {t('session.sign-in')}
          </Button>
          <Anchor component={Link} to="/lost" size="sm">
            {t('session.lost')}
          </Anchor>
        </form>
      </FormProblem>
    </Entrance>
  )
}

type FactorProps = { busy: boolean; problem: unknown; give: (code: string) => void; back: () => void }

function SecondFactor({ busy, problem, give, back }: FactorProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give(code.replaceAll(' ', ''))
  }
  return (
    <Entrance title={t('session.second-factor')} about={t('session.second-factor-about')}>
      <FormProblem problem={problem}>
        <form onSubmit={submit}>
          <TextField
            path="code"
            label={t('session.code')}
            autoComplete="one-time-code"
            autoFocus
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <RestOfProblem />
          <Button type="submit" fullWidth loading={busy}>
            {t('session.go-on')}
          </Button>
          <Button variant="subtle" color="gray" onClick={back}>
            {t('session.other-account')}
          </Button>
        </form>
      </FormProblem>
    </Entrance>
  )
}
