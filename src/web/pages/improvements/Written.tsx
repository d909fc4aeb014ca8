import { Textarea, TextInput } from '@mantine/core'
import { SaveState } from '../../parts/SaveState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { View } from './improvements.ts'
import { useSavedForm } from './saved.ts'

/** Problem, cause and solution in words; saved while they are written. */
export function Written({ view }: { view: View }) {
  const { t } = useWords()
  const still = !useCan()('improvement:change')
  const { title, problem, cause, solution } = view
  const [form, change, saving] = useSavedForm(view.id, { title, problem, cause, solution }, ({ title, ...rest }) => ({
    ...rest,
    ...(title.trim() !== '' && { title: title.trim() }),
  }))
  const long = (field: 'problem' | 'cause' | 'solution') => ({
    value: form[field],
    readOnly: still,
    maxLength: 8000,
    autosize: true,
    minRows: 2,
    maxRows: 16,
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <section className={css.card}>
      <header className={css.head}>
        <h2>{t('improvements.about')}</h2>
        <SaveState saving={saving} />
      </header>
      <div className={css.form}>
        <TextInput
          label={t('improvements.name')}
          value={form.title}
          maxLength={200}
          readOnly={still}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea label={t('improvements.problem')} placeholder={t('improvements.problem-hint')} {...long('problem')} />
        <Textarea label={t('improvements.cause')} placeholder={t('improvements.cause-hint')} {...long('cause')} />
        <Textarea
          label={t('improvements.solution')}
          placeholder={t('improvements.solution-hint')}
          {...long('solution')}
        />
      </div>
    </section>
  )
}
