import { Button, ColorInput, Input, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import type { z } from 'zod'
import type { ChangeWorkspace, WorkspaceView } from '../../../../shared/contracts/workspace.ts'
import { isLocale, LOCALE_NAMES, LOCALES } from '../../../../shared/words/locale.ts'
import { api } from '../../../api.ts'
import { FormProblem, PickField, RestOfProblem, TextField } from '../../../parts/fields.tsx'
import { PageBody } from '../../../parts/PageBody.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { sessionQuery } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import css from '../settings.module.css'
import { zoneOptions } from '../zones.ts'
import { LogoPart } from './LogoPart.tsx'

type Workspace = z.input<typeof WorkspaceView>
type Change = z.input<typeof ChangeWorkspace>

export function WorkspacePage() {
  const { t } = useWords()
  const found = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => api.get<Workspace>('/api/v1/workspace', {}, signal),
  })
  return (
    <SettingsFrame title={t('settings.workspace')}>
      <PageBody>
        <Loaded found={found}>
          {(workspace) => (
            <>
              <Form workspace={workspace} />
              <LogoPart logo={workspace.logo} />
            </>
          )}
        </Loaded>
      </PageBody>
    </SettingsFrame>
  )
}

const formOf = ({ name, slug, timezone, locale, pronoun, mailFrom, colour }: Workspace) => ({
  name,
  slug,
  timezone,
  locale,
  pronoun,
  mailFrom: mailFrom ?? '',
  colour: colour ?? '',
})

function Form({ workspace }: { workspace: Workspace }) {
  const { t, locale } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const [form, setForm] = useState(formOf(workspace))
  const zones = useMemo(() => zoneOptions(locale, workspace.timezone), [locale, workspace.timezone])
  const save = useMutation({
    mutationFn: () => {
      const change: Change = {
        ...form,
        mailFrom: form.mailFrom.trim() === '' ? null : form.mailFrom,
        colour: form.colour === '' ? null : form.colour,
      }
      return api.send<Workspace>('PUT', '/api/v1/workspace', change)
    },
    onSuccess: async (saved) => {
      queries.setQueryData(['workspace'], saved)
      setForm(formOf(saved))
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      say(t('settings.saved'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const text = (path: 'name' | 'slug' | 'mailFrom') => ({
    path,
    value: form[path],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [path]: event.currentTarget.value }),
  })
  return (
    <FormProblem problem={save.error}>
      <form className={`${css.form} ${css.part}`} onSubmit={submit}>
        <TextField
          {...text('name')}
          label={t('settings.workspace-name')}
          description={t('settings.workspace-name-about')}
          required
          maxLength={120}
        />
        <TextField
          {...text('slug')}
          label={t('settings.slug')}
          description={t('settings.slug-about', { slug: form.slug })}
          required
          maxLength={63}
        />
        <PickField
          path="timezone"
          label={t('settings.timezone')}
          description={t('settings.timezone-about')}
          data={zones}
          searchable
          allowDeselect={false}
          value={form.timezone}
          onChange={(timezone) => timezone && setForm({ ...form, timezone })}
        />
        <PickField
          path="locale"
          label={t('settings.workspace-language')}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          allowDeselect={false}
          value={form.locale}
          onChange={(locale) => isLocale(locale) && setForm({ ...form, locale })}
        />
        <Input.Wrapper label={t('settings.pronoun')} labelElement="div">
          <SegmentedControl
            display="flex"
            w="fit-content"
            aria-label={t('settings.pronoun')}
            value={form.pronoun}
            data={[
              { value: '你', label: t('settings.pronoun-plain') },
              { value: '您', label: t('settings.pronoun-polite') },
            ]}
            onChange={(pronoun) => setForm({ ...form, pronoun: pronoun === '您' ? '您' : '你' })}
          />
        </Input.Wrapper>
        <TextField
          {...text('mailFrom')}
          type="email"
          label={t('settings.mail-from')}
          placeholder="care@example.com"
          description={t('settings.mail-from-about')}
        />
        <ColorInput
          label={t('settings.colour')}
          description={t('settings.colour-about')}
          placeholder="#0F766E"
          value={form.colour}
          format="hex"
          onChange={(colour) => setForm({ ...form, colour })}
        />
        <RestOfProblem />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </FormProblem>
  )
}
