import { Button, Skeleton } from '@mantine/core'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useWords } from '../../words.tsx'
import { type Go, HistoryEntry } from './HistoryEntry.tsx'
import css from './history.module.css'
import { useHistory } from './history.ts'

type Props = {
  customer: string
  /** How many to begin with, and with every "load more". */
  limit: number
  go?: Go
  /** The case that is open beside this: what belongs to it is marked. */
  here?: string
}

/** The whole history of a customer in one line of time. */
export function HistoryList({ customer, limit, go, here }: Props) {
  const { t } = useWords()
  const list = useHistory(customer, limit)
  if (list.state === 'failed') return <ErrorState problem={list.problem} retry={list.retry} />
  if (list.state === 'waiting') return <Skeleton height={120} />
  if (list.items.length === 0) return <p className={css.none}>{t('customers.timeline-empty')}</p>
  return (
    <>
      <ol className={css.history}>
        {list.items.map((entry) => (
          <li
            key={`${entry.kind} ${entry.id}`}
            data-from={entry.kind === 'message' && entry.direction === 'out' ? 'us' : undefined}
            data-here={(here !== undefined && 'case' in entry && entry.case?.id === here) || undefined}
          >
            <HistoryEntry entry={entry} customer={customer} go={go ?? null} />
          </li>
        ))}
      </ol>
      {list.more && (
        <Button variant="subtle" fullWidth loading={list.loadingMore} onClick={list.loadMore}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}
