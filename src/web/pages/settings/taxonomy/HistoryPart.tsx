import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CategoryHistory } from '../../../../shared/contracts/taxonomy.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useCategories } from '../../../parts/categories.ts'
import { usePeople } from '../../../parts/people.ts'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useCan } from '../../../session.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { categoryPath } from './changing.ts'
import { useSplitUndo } from './splitting.ts'
import css from './taxonomy.module.css'

type History = z.input<typeof CategoryHistory>
type Change = History['items'][number]['change']

/** Who changed what about a category, newest first. */
export function HistoryPart({ id }: { id: string }) {
  const { t, term } = useWords()
  const f = useFormat()
  const people = usePeople()
  const may = useCan()('taxonomy:change')
  const { nameOf } = useCategories()
  /** One line of the history: what `by` did. */
  const tellChange = (by: string, change: Change): string => {
    if ('added' in change) return t('taxonomy.created', { by })
    if (Array.isArray(change.split)) {
      const parts = change.split.map((part) => nameOf(String(part)) || t('taxonomy.gone'))
      return t('taxonomy.was-split', { by, parts: f.list(parts) })
    }
    if (Array.isArray(change.splitUndone)) {
      const parts = change.splitUndone.map((part) => nameOf(String(part)) || t('taxonomy.gone'))
      return t('taxonomy.split-undone', { by, parts: f.list(parts) })
    }
    return t('taxonomy.changed', { by, what: f.list(Object.keys(change).map((what) => term('category-change', what))) })
  }
  const found = useQuery({
    queryKey: ['categories', 'history', id],
    queryFn: ({ signal }) => api.get<History>(`${categoryPath(id)}/history`, {}, signal),
  })
  return (
    <section className={css.section}>
      <h3>{t('taxonomy.history')}</h3>
      <Loaded found={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.quiet}>{t('taxonomy.history-none')}</p>
          ) : (
            <ol className={css.history}>
              {items.map(({ at, by, change }, i) => (
                <li key={`${at} ${Object.keys(change).join()}`}>
                  {tellChange(people.nameOf(by) ?? t('taxonomy.someone'), change)}{' '}
                  <span className={css.quiet}>
                    <TimeAgo at={at} />
                  </span>
                  {may && i === lastSplit(items) && <SplitUndo id={id} />}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}

/** The place of a split that can still be taken back: the newest one, when nobody has done so. −1 for none. */
function lastSplit(items: History['items']): number {
  const at = items.findIndex(({ change }) => 'split' in change || 'splitUndone' in change)
  const change = items[at]?.change
  return change !== undefined && 'split' in change ? at : -1
}

function SplitUndo({ id }: { id: string }) {
  const { t } = useWords()
  const { say, sayProblem } = useSaying()
  const undo = useMutation({
    mutationFn: useSplitUndo(id),
    onSuccess: () => say(t('taxonomy.split-is-undone')),
    onError: sayProblem,
  })
  return (
    <Button size="compact-xs" variant="subtle" loading={undo.isPending} onClick={() => undo.mutate()}>
      {t('taxonomy.split-undo')}
    </Button>
  )
}
