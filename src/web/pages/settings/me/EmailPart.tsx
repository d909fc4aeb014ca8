import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../api.ts'
import { FormProblem, RestOfProblem, SecretField, TextField } from '../../../parts/fields.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { sessionQuery } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'

const EMPTY = { email: '', password: '' }

export function EmailPart({ email }: { email: string }) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [form, setForm] = useState(EMPTY)
  const change = useMutation({
    mutationFn: () => api.send('PUT', '/api/v1/me/email', form),
    onSuccess: async () => {
      say(t('settings.email-changed', { email: form.email.trim() }))
      setForm(EMPTY)
      await queries.invalidateQueries({ queryKey: ['me'] })
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <section className={css.part}>
      <h2>{t('settings.email')}</h2>
      <p>{t('settings.email-now', { email })}</p>
      <FormProblem problem={change.error}>
        <form className={css.form} onSubmit={submit}>
          <TextField
            path="email"
            label={t('settings.email-new')}
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            value={form.email}
            onChange={(event) => setForm({ ...form, email: event.currentTarget.value })}
          />
          <SecretField
            path="password"
            label={t('settings.password-current')}
            autoComplete="current-password"
            required
            value={form.password}
            onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
          />
          <RestOfProblem />
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t('settings.email-change')}
            </Button>
          </div>
        </form>
      </FormProblem>
    </section>
  )
}
