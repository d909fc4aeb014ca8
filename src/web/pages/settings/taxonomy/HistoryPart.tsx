import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { CategoryHistory } from '../../../../shared/contracts/taxonomy.ts'
import { api } from '../../../api.ts'
import { useFormat } from '../../../format.ts'
import { useCategories } from '../../../parts/categories.ts'
import { usePeople } from '../../../parts/people.ts'
import { TimeAgo } from '../../../parts/TimeAgo.tsx'
import { useWords } from '../../../words.tsx'
import { Loaded } from '../Loaded.tsx'
import { categoryPath } from './changing.ts'
import css from './taxonomy.module.css'

type History = z.input<typeof CategoryHistory>
type Change = History['items'][number]['change']

/** Who changed what about a category, newest first. */
export function HistoryPart({ id }: { id: string }) {
  const { t, term } = useWords()
  const f = useFormat()
  const people = usePeople()
  const { nameOf } = useCategories()
  /** One line of the history: what `by` did. */
  const tellChange = (by: string, change: Change): string => {
    if ('added' in change) return t('taxonomy.created', { by })
    if (Array.isArray(change.split)) {
      const parts = change.split.map((part) => nameOf(String(part)) || t('taxonomy.gone'))
      return t('taxonomy.was-split', { by, parts: f.list(parts) })
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
              {items.map(({ at, by, change }) => (
                <li key={`${at} ${Object.keys(change).join()}`}>
                  {tellChange(people.nameOf(by) ?? t('taxonomy.someone'), change)}{' '}
                  <span className={css.quiet}>
                    <TimeAgo at={at} />
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  )
}
