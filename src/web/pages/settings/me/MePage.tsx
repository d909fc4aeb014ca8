import { Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { ChangeMe, MeView } from '../../../../shared/contracts/session.ts'
import { isLocale, LOCALE_NAMES, LOCALES } from '../../../../shared/words/locale.ts'
import { api } from '../../../api.ts'
import { useAutosave } from '../../../parts/autosave.ts'
import { FormProblem, PickField, TextField } from '../../../parts/fields.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { SaveState } from '../../../parts/SaveState.tsx'
import { sessionQuery } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import css from '../settings.module.css'
import { EmailPart } from './EmailPart.tsx'
import { PasswordPart } from './PasswordPart.tsx'
import { SessionsPart } from './SessionsPart.tsx'
import { TwoFactorPart } from './TwoFactorPart.tsx'

type Me = z.input<typeof MeView>
type Change = z.input<typeof ChangeMe>

/** Oneself: name and language, address, password, two-step sign-in, where one is signed in. */
export function MePage() {
  const { t } = useWords()
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => api.get<Me>('/api/v1/me', {}, signal) })
  return (
    <SettingsFrame title={t('settings.me')}>
      <PageBody>
        <Loaded found={me}>
          {(data) => (
            <>
              <Profile me={data} />
              <EmailPart email={data.email} />
              <PasswordPart email={data.email} />
              <TwoFactorPart me={data} />
              <SessionsPart />
            </>
          )}
        </Loaded>
      </PageBody>
    </SettingsFrame>
  )
}

function Profile({ me }: { me: Me }) {
  const { t, speak } = useWords()
  const queries = useQueryClient()
  const [form, setForm] = useState({ name: me.name, locale: me.locale, away: me.away, digest: me.digest })
  const saving = useAutosave(form, async (value) => {
    const change: Change = { ...value, name: value.name.trim() }
    await api.send('PUT', '/api/v1/me', change)
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  })
  return (
    <section className={css.part}>
      <h2>{t('settings.profile')}</h2>
      <FormProblem problem={saving.problem}>
        <div className={css.form}>
          <TextField
            path="name"
            label={t('settings.name')}
            value={form.name}
            maxLength={120}
            autoComplete="name"
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <PickField
            path="locale"
            label={t('settings.language')}
            data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
            value={form.locale}
            allowDeselect={false}
            onChange={(locale) => {
              if (!isLocale(locale)) return
              setForm({ ...form, locale })
              void speak(locale, true)
            }}
          />
          <Switch
            label={t('settings.digest')}
            checked={form.digest === 'daily'}
            onChange={(event) => setForm({ ...form, digest: event.currentTarget.checked ? 'daily' : 'off' })}
          />
          <Switch
            label={t('settings.away')}
            checked={form.away}
            onChange={(event) => setForm({ ...form, away: event.currentTarget.checked })}
          />
          <SaveState saving={saving} />
        </div>
      </FormProblem>
    </section>
  )
}
