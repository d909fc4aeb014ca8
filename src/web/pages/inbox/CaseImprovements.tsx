import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { ImprovementPage, LinkedVoices, VoiceImprovements } from '../../../shared/contracts/improvements.ts'
import { api } from '../../api.ts'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './customer.module.css'

type Linked = z.input<typeof VoiceImprovements>['items']
const FOUND = 8

/** The improvements this case's voices speak for, and the way to a new one. */
export function CaseImprovements({ it }: { it: Case }) {
  const { t } = useWords()
  const may = useCan()('improvement:change')
  const { data: linked } = useQuery({
    queryKey: ['improvements', 'of-voices', ...it.feedback],
    queryFn: async ({ signal }) => {
      const of = (id: string) => api.get<{ items: Linked }>(`/api/v1/feedback/${id}/improvements`, {}, signal)
      const lists = await Promise.all(it.feedback.slice(0, 10).map(of))
      return [...new Map(lists.flatMap(({ items }) => items).map((item) => [item.id, item])).values()]
    },
  })
  if (!may && !linked?.length) return null
  return (
    <section>
      <h4>{t('inbox.improvements')}</h4>
      {linked && linked.length > 0 && (
        <ul className={css.improvements}>
          {linked.map(({ id, number, title, stage }) => (
            <li key={id}>
              <Link className={css.link} to="/improvements/$id" params={{ id }}>
                #{number} {title}
              </Link>
              <StageBadge of="improvement" stage={stage} />
            </li>
          ))}
        </ul>
      )}
      {may && (
        <>
          <LinkField it={it} linked={linked ?? []} />
          <Link className={css.link} to="/improvements" search={{ from: it.id }}>
            {t('inbox.improve')}
          </Link>
        </>
      )}
    </section>
  )
}

/** Finds an improvement by its words or number and links all voices of the case to it. */
function LinkField({ it, linked }: { it: Case; linked: Linked }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo, sayProblem } = useSaying()
  const combobox = useCombobox()
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['improvements', 'find', q],
    queryFn: ({ signal }) =>
      api.get<z.input<typeof ImprovementPage>>('/api/v1/improvements', { q, limit: FOUND }, signal),
    enabled: q.trim() !== '',
  })
  const found = (data?.items ?? []).filter(({ id }) => !linked.some((other) => other.id === id))
  const refresh = () => void queries.invalidateQueries({ queryKey: ['improvements'] })
  const link = async (id: string) => {
    combobox.closeDropdown()
    setQ('')
    const path = `/api/v1/improvements/${id}/feedback`
    try {
      await api.send<z.input<typeof LinkedVoices>>('POST', path, { feedbackIds: it.feedback })
      const undo = () => Promise.all(it.feedback.map((voice) => api.send('DELETE', `${path}/${voice}`)))
      offerUndo({ said: t('inbox.said.linked', { n: it.feedback.length }), undo, undone: refresh })
    } catch (thrown) {
      sayProblem(thrown)
    }
    refresh()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => void link(id)}>
      <Combobox.Target>
        <TextInput
          aria-label={t('inbox.improvements.link')}
          placeholder={t('inbox.improvements.link')}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
          rightSection={isFetching && <Loader size={14} />}
        />
      </Combobox.Target>
      {q.trim() !== '' && (
        <Combobox.Dropdown>
          <Combobox.Options>
            {found.map(({ id, number, title }) => (
              <Combobox.Option key={id} value={id}>
                #{number} {title}
              </Combobox.Option>
            ))}
            {data && found.length === 0 && <Combobox.Empty>{t('parts.nothing-found')}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      )}
    </Combobox>
  )
}
