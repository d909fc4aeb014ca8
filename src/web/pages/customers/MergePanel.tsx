import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { MergeView } from '../../../shared/contracts/customers.ts'
import { api } from '../../api.ts'
import type { CursorPage } from '../../parts/cursor-list.ts'
import { SearchField } from '../../parts/SearchField.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import css from './customers.module.css'
import { type Customer, type CustomerInList, customerPath } from './customers.ts'

const SHOWN = 20

/** Makes another customer part of this one; undo takes them apart again. */
export function MergePanel({ customer, close }: { customer: Customer; close: () => void }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { offerUndo, sayProblem } = useSaying()
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['customers', 'to-merge', q],
    enabled: q.trim() !== '',
    queryFn: ({ signal }) => api.get<CursorPage<CustomerInList>>('/api/v1/customers', { q, limit: SHOWN }, signal),
  })
  const others = (found.data?.items ?? []).filter(({ id }) => id !== customer.id)
  const call = (name: string) => name || t('customers.unnamed')
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['customers'] })
    void queries.invalidateQueries({ queryKey: ['feedback'] })
  }
  const merge = useMutation({
    mutationFn: (from: CustomerInList) =>
      api.send<z.input<typeof MergeView>>('POST', `${customerPath(customer.id)}/merges`, { from: from.id }),
    onSuccess({ id }, from) {
      refresh()
      close()
      offerUndo({
        said: t('customers.merged-now', { from: call(from.name), into: call(customer.name) }),
        undo: () => api.send('DELETE', `${customerPath(customer.id)}/merges/${id}`),
        undone: refresh,
      })
    },
    onError: sayProblem,
  })
  return (
    <SidePanel title={t('customers.merge')} close={close}>
      <div className={css.form}>
        <p className={css.quiet}>{t('customers.merge-about', { name: call(customer.name) })}</p>
        <SearchField label={t('customers.search')} value={q} search={setQ} />
        {found.data && others.length === 0 && <p className={css.quiet}>{t('customers.merge-none')}</p>}
        <ul className={css.plain}>
          {others.map((other) => (
            <li key={other.id} className={css.line}>
              <span>
                {call(other.name)} {other.tier && <span className={css.tier}>{other.tier}</span>}
              </span>
              <span className={css.quiet}>
                <TimeAgo at={other.createdAt} />
              </span>
              <Button
                size="compact-sm"
                variant="default"
                disabled={merge.isPending}
                onClick={() => merge.mutate(other)}
              >
                {t('customers.merge-do')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}
