import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../api.ts'
import { FormProblem, RestOfProblem, SecretField } from '../../../parts/fields.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'

const EMPTY = { current: '', next: '' }

export function PasswordPart({ email }: { email: string }) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [form, setForm] = useState(EMPTY)
  const change = useMutation({
    mutationFn: () => api.send('PUT', '/api/v1/me/password', form),
    onSuccess: async () => {
      setForm(EMPTY)
      say(t('settings.password-changed'))
      await queries.invalidateQueries({ queryKey: ['me', 'sessions'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <section className={css.part}>
      <h2>{t('settings.password')}</h2>
      <FormProblem problem={change.error}>
        <form className={css.form} onSubmit={submit}>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <SecretField
            path="password"
            label={t('settings.password-current')}
            autoComplete="current-password"
            required
            value={form.current}
            onChange={(event) => setForm({ ...form, current: event.currentTarget.value })}
          />
          <SecretField
            path="next"
            label={t('settings.password-next')}
            description={t('settings.password-about')}
            autoComplete="new-password"
            required
            value={form.next}
            onChange={(event) => setForm({ ...form, next: event.currentTarget.value })}
          />
          <RestOfProblem />
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('settings.password-change')}
            </Button>
          </div>
        </form>
      </FormProblem>
    </section>
  )
}
