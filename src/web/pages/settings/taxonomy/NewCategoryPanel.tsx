import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { LONGEST_EXAMPLE, MOST_EXAMPLES_KEPT } from '../../../../shared/contracts/example-limits.ts'
import { api } from '../../../api.ts'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { FormProblem, LongField, RestOfProblem, TextField } from '../../../parts/fields.tsx'
import { SidePanel } from '../../../parts/SidePanel.tsx'
import { useWords } from '../../../words.tsx'
import { useRefreshTree } from './changing.ts'
import { sendExamples } from './examples.ts'
import { firstTooLong, linesOf } from './lines.ts'
import css from './taxonomy.module.css'
import { placesFor } from './tree.ts'

const TOP = 'top'

type Props = { below: string | null; close: () => void; made: (id: string) => void; taught: (id: string) => void }

/** A new category: a name and a place; the rest is filled in where it then stands. */
export function NewCategoryPanel({ below, close, made, taught }: Props) {
  const { t, locale } = useWords()
  const { items, pathOf } = useCategories()
  const refresh = useRefreshTree()
  const [form, setForm] = useState({ name: '', definition: '', parent: below, examples: '' })
  const added = useRef<Category | null>(null)
  const texts = linesOf(form.examples)
  const tooLong = firstTooLong(texts, LONGEST_EXAMPLE)
  const add = useMutation({
    async mutationFn() {
      // Where the examples were refused, the category is there already: the next try gives them to it.
      added.current ??= await api.send<Category>('POST', '/api/v1/categories', {
        names: { [locale]: form.name.trim() },
        definition: form.definition.trim(),
        parent: form.parent,
      })
      if (texts.length > 0) await sendExamples(added.current.id, { belongs: true, texts })
      return added.current
    },
    async onSuccess({ id }) {
      await refresh()
      if (texts.length > 0) taught(id)
      else made(id)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <SidePanel title={t('taxonomy.add')} close={close}>
      <FormProblem problem={add.error}>
        <form onSubmit={submit} className={css.panel}>
          <TextField
            path={`names.${locale}`}
            label={t('taxonomy.name')}
            required
            maxLength={60}
            data-autofocus
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          />
          <LongField
            path="definition"
            label={t('taxonomy.definition')}
            description={t('taxonomy.definition-about')}
            maxLength={1000}
            minRows={2}
            value={form.definition}
            onChange={(event) => setForm({ ...form, definition: event.currentTarget.value })}
          />
          <Textarea
            label={t('examples.new')}
            description={t('examples.new-about')}
            error={tooLong !== null && t('examples.too-long', { line: tooLong, most: LONGEST_EXAMPLE })}
            autosize
            minRows={3}
            maxRows={10}
            value={form.examples}
            onChange={(event) => setForm({ ...form, examples: event.currentTarget.value })}
          />
          <Select
            label={t('taxonomy.parent')}
            data={[
              { value: TOP, label: t('taxonomy.top') },
              ...placesFor(items, null).map(({ category }) => ({ value: category.id, label: pathOf(category.id) })),
            ]}
            value={form.parent ?? TOP}
            allowDeselect={false}
            searchable
            onChange={(value) => setForm({ ...form, parent: value === TOP ? null : value })}
          />
          <RestOfProblem />
          <Button
            type="submit"
            loading={add.isPending}
            disabled={form.name.trim() === '' || tooLong !== null || texts.length > MOST_EXAMPLES_KEPT}
          >
            {t('taxonomy.save')}
          </Button>
        </form>
      </FormProblem>
    </SidePanel>
  )
}
