import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { FormProblem, LongField, PickField, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import { CategoryPick, SeverityPick } from './fields.tsx'
import css from './improvements.module.css'
import { useChoices, type View } from './improvements.ts'

type Props = {
  caseId: string | null
  feedbackIds?: readonly string[]
  title?: string
  close: () => void
  made: (id: string) => void
}

/** What the change is about; the rest is filled in on its page. */
export function NewImprovement({ caseId, feedbackIds = [], title = '', close, made }: Props) {
  const { t } = useWords()
  const { say } = useSaying()
  const queries = useQueryClient()
  const choices = useChoices()
  const once = useRef(newKey())
  const [form, setForm] = useState({
    title,
    problem: '',
    category: null as string | null,
    owner: null as string | null,
    severity: 3,
  })
  const make = useMutation({
    mutationFn: () =>
      api.send<View>(
        'POST',
        '/api/v1/improvements',
        { ...form, title: form.title.trim(), feedbackIds, ...(caseId !== null && { case: caseId }) },
        { once: once.current },
      ),
    onSuccess(view) {
      void queries.invalidateQueries({ queryKey: ['improvements'] })
      say(t('improvements.created', { number: String(view.number) }))
      made(view.id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (form.title.trim() !== '') make.mutate()
  }
  return (
    <SidePanel
      title={t('improvements.new')}
      close={close}
      foot={
        <Button type="submit" form="new-improvement" loading={make.isPending} disabled={form.title.trim() === ''}>
          {t('improvements.create')}
        </Button>
      }
    >
      <FormProblem problem={make.error}>
        <form id="new-improvement" onSubmit={submit} className={css.form}>
          <TextField
            path="title"
            label={t('improvements.name')}
            placeholder={t('improvements.name-hint')}
            maxLength={200}
            value={form.title}
            onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
          />
          <LongField
            path="problem"
            label={t('improvements.problem')}
            placeholder={t('improvements.problem-hint')}
            maxLength={8000}
            value={form.problem}
            onChange={(event) => setForm({ ...form, problem: event.currentTarget.value })}
          />
          <CategoryPick value={form.category} pick={(category) => setForm({ ...form, category })} />
          <PickField
            path="owner"
            label={t('improvements.owner')}
            placeholder={t('improvements.nobody')}
            data={(choices.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={form.owner}
            onChange={(owner) => setForm({ ...form, owner })}
            searchable
            clearable
          />
          <SeverityPick value={form.severity} pick={(severity) => setForm({ ...form, severity })} />
          {feedbackIds.length > 0 && (
            <p className={css.quiet}>{t('improvements.with-voices', { n: feedbackIds.length })}</p>
          )}
          <RestOfProblem />
        </form>
      </FormProblem>
    </SidePanel>
  )
}
