import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { z } from 'zod'
import type { ImprovementItem, LinkedVoices } from '../../../shared/contracts/improvements.ts'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'
import { FormProblem, RestOfProblem, TextField } from '../../parts/fields.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'

type Item = Pick<z.input<typeof ImprovementItem>, 'id' | 'number' | 'title' | 'stage' | 'reach'>

const SHOWN = 20

/** Ties voices to an improvement: one that is there, or a new one. */
export function LinkPanel({ ids, close }: { ids: readonly string[]; close: () => void }) {
  const { t } = useWords()
  const link = useLink(ids, close)
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['improvements', 'to-link', q],
    queryFn: ({ signal }) =>
      api.get<CursorPage<Item>>('/api/v1/improvements', { q, limit: SHOWN }, signal).then(({ items }) => items),
  })
  return (
    <SidePanel title={t('explorer.link-title', { n: ids.length })} close={close}>
      <div className={css.linking}>
        <SearchField label={t('explorer.link-search')} value={q} search={setQ} />
        {found.data?.length === 0 && <p className={css.quiet}>{t('explorer.link-none')}</p>}
        <ul className={css.targets}>
          {found.data?.map((item) => (
            <li key={item.id}>
              <button type="button" disabled={link.isPending} onClick={() => link.mutate(item)}>
                <span>
                  #{item.number} {item.title}
                </span>
                <span className={css.quiet}>{t('explorer.link-voices', { n: item.reach.voices })}</span>
                <StageBadge of="improvement" stage={item.stage} />
              </button>
            </li>
          ))}
        </ul>
        <NewOne ids={ids} close={close} />
      </div>
    </SidePanel>
  )
}

function useLinked(close: () => void) {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['improvements'] })
    void queries.invalidateQueries({ queryKey: ['feedback', 'improvements'] })
    close()
  }
}

function useLink(ids: readonly string[], close: () => void) {
  const { t } = useWords()
  const linked = useLinked(close)
  const { offerUndo, say, sayProblem } = useSaying()
  return useMutation({
    mutationFn: ({ id }: Item) =>
      api.send<z.input<typeof LinkedVoices>>('POST', `/api/v1/improvements/${id}/feedback`, { feedbackIds: ids }),
    onSuccess({ added, already }, { id, title }) {
      linked()
      if (added === 0) return say(t('explorer.linked-already', { title }))
      const said = t('explorer.linked', { n: added, title })
      // Of a mixed lot it is not known which were new: taking back would part some that were linked before.
      if (already > 0) return say(said)
      const unlink = (voice: string) => api.send('DELETE', `/api/v1/improvements/${id}/feedback/${voice}`)
      offerUndo({ said, undo: () => Promise.all(ids.map(unlink)), undone: linked })
    },
    onError: sayProblem,
  })
}

function NewOne({ ids, close }: { ids: readonly string[]; close: () => void }) {
  const { t } = useWords()
  const linked = useLinked(close)
  const { say } = useSaying()
  const [title, setTitle] = useState('')
  const once = useRef(newKey())
  const make = useMutation({
    mutationFn: () =>
      api.send<Item>('POST', '/api/v1/improvements', { title: title.trim(), feedbackIds: ids }, { once: once.current }),
    onSuccess(made) {
      linked()
      say(t('explorer.linked', { n: ids.length, title: made.title }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') make.mutate()
  }
  return (
    <FormProblem problem={make.error}>
      <form onSubmit={submit} className={css.make}>
        <h3>{t('explorer.link-new')}</h3>
        <TextField
          path="title"
          label={t('explorer.link-new-title')}
          placeholder={t('explorer.link-new-example')}
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <RestOfProblem />
        <Button type="submit" variant="default" loading={make.isPending} disabled={title.trim() === ''}>
          {t('explorer.link-make')}
        </Button>
      </form>
    </FormProblem>
  )
}
