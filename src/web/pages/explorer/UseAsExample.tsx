import { Button, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { ExamplesAdded } from '../../../shared/contracts/category-examples.ts'
import { api } from '../../api.ts'
import { BelongsChoice } from '../../parts/BelongsChoice.tsx'
import { useCategories } from '../../parts/categories.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import type { Voice } from './voices.ts'

/** Lets a voice teach a category: as one that belongs, or as one that only seems to. */
export function UseAsExample({ voice }: { voice: Voice }) {
  const { t } = useWords()
  const may = useCan()('taxonomy:change')
  const queries = useQueryClient()
  const { items, pathOf, nameOf } = useCategories()
  const { say, sayProblem } = useSaying()
  const [isOpen, setOpen] = useState(false)
  const [category, setCategory] = useState<string | null>(null)
  const [belongs, setBelongs] = useState(true)
  const [given, setGiven] = useState<string | null>(null)
  const add = useMutation({
    mutationFn: (id: string) =>
      api.send<z.input<typeof ExamplesAdded>>('POST', `/api/v1/categories/${id}/examples`, {
        belongs,
        feedbackIds: [voice.id],
      }),
    onSuccess({ already }, id) {
      setGiven(id)
      const word = belongs ? 'examples.picked-yes' : 'examples.picked-no'
      say(t(already > 0 ? 'examples.picked-already' : word, { name: nameOf(id) }))
      void queries.invalidateQueries({ queryKey: ['categories', 'examples', id] })
      void queries.invalidateQueries({ queryKey: ['categories', 'learned', id] })
    },
    onError: sayProblem,
  })
  if (!may || voice.text.trim() === '') return null
  if (!isOpen) {
    return (
      <div>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('examples.pick')}
        </Button>{' '}
        <span className={css.quiet}>{t('examples.pick-about')}</span>
      </div>
    )
  }
  return (
    <section className={css.example} aria-label={t('examples.pick')}>
      <Select
        label={t('examples.pick-category')}
        data={items.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => ({ value: id, label: pathOf(id) }))}
        value={category}
        onChange={setCategory}
        searchable
        autoFocus
      />
      <div className={css.exampleActs}>
        <BelongsChoice label={t('examples.belongs')} belongs={belongs} onChange={setBelongs} />
        <Button
          size="xs"
          loading={add.isPending}
          disabled={category === null}
          onClick={() => category !== null && add.mutate(category)}
        >
          {t('examples.pick')}
        </Button>
        {given !== null && (
          <Link to="/settings/taxonomy" search={{ learn: given }}>
            {t('examples.to-category')}
          </Link>
        )}
      </div>
    </section>
  )
}
