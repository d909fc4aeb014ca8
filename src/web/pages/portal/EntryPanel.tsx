import { Button, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { FormProblem, LongField, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { EntryPreview } from './EntryPreview.tsx'
import css from './portal.module.css'
import type { Entry, EntryWords } from './portal.ts'

/** The public words of one improvement, with what customers will read. */
export function EntryPanel({ entry, close }: { entry: Entry; close: () => void }) {
  const { t } = useWords()
  const may = useCan()('portal:change')
  const { title, heard, did, came } = entry
  const [form, setForm] = useState<EntryWords>({ public: entry.public, title, heard, did, came })
  const save = useSave(entry.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(form)
  }
  const at = (field: 'title' | 'heard' | 'did' | 'came') => ({
    path: field,
    value: form[field],
    readOnly: !may,
    maxLength: field === 'title' ? 200 : 1000,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [field]: event.currentTarget.value }),
  })
  return (
    <SidePanel
      title={entry.internalTitle}
      close={close}
      takesFocus={false}
      foot={
        may && (
          <Button type="submit" form="entry" loading={save.isPending}>
            {t('portal.save')}
          </Button>
        )
      }
    >
      <FormProblem problem={save.error}>
        <form id="entry" onSubmit={submit} className={css.form}>
          <Switch
            label={t('portal.show')}
            checked={form.public}
            disabled={!may}
            onChange={(event) => setForm({ ...form, public: event.currentTarget.checked })}
          />
          <TextField label={t('portal.entry-title')} placeholder={t('portal.entry-title-hint')} {...at('title')} />
          <LongField label={t('portal-page.heard')} placeholder={t('portal.heard-hint')} {...at('heard')} />
          <LongField label={t('portal-page.did')} placeholder={t('portal.did-hint')} {...at('did')} />
          <LongField label={t('portal.came-field')} placeholder={t('portal.came-hint')} {...at('came')} />
          <RestOfProblem />
        </form>
      </FormProblem>
      <EntryPreview entry={{ ...entry, ...form }} />
    </SidePanel>
  )
}

function useSave(id: string) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { say } = useSaying()
  return useMutation({
    mutationFn: (words: EntryWords) => api.send<Entry>('PUT', `/api/v1/portal/improvements/${id}`, words),
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['portal'] })
      void queries.invalidateQueries({ queryKey: ['improvements'] })
      say(t('portal.saved'))
    },
  })
}
