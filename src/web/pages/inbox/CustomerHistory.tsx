import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { FeedbackPage } from '../../../shared/contracts/feedback.ts'
import { api } from '../../api.ts'
import { ChannelIcon } from '../../parts/ChannelIcon.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { StageBadge } from '../../parts/StageBadge.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useWords } from '../../words.tsx'
import type { CaseItem } from './case-types.ts'
import css from './customer.module.css'
import { historyOf } from './history.ts'

const SHOWN = 20

/** Everything this customer said before, on every channel, with what became of it; newest first. */
export function CustomerHistory({
  caseId,
  customerId,
  go,
}: {
  caseId: string
  customerId: string
  go: (id: string) => void
}) {
  const { t, term } = useWords()
  const query = { customer: customerId, limit: SHOWN }
  const voices = useQuery({
    queryKey: ['feedback', 'of', customerId],
    queryFn: ({ signal }) => api.get<z.input<typeof FeedbackPage>>('/api/v1/feedback', query, signal),
  })
  const cases = useQuery({
    queryKey: ['cases', 'of', customerId],
    queryFn: ({ signal }) => api.get<{ items: CaseItem[] }>('/api/v1/cases', { ...query, view: 'all' }, signal),
  })
  const failed = voices.error ?? cases.error
  return (
    <section>
      <h4>{t('inbox.history')}</h4>
      {failed && <ErrorState problem={failed} retry={() => void voices.refetch()} />}
      {!failed && (!voices.data || !cases.data) && <Skeleton height={60} />}
      {voices.data && cases.data && (
        <ol className={css.history}>
          {historyOf(voices.data.items, cases.data.items).map((past) => (
            <li key={past.key} data-here={past.case?.id === caseId || undefined}>
              <div className={css.when}>
                <ChannelIcon channel={past.channel} short />
                <TimeAgo at={past.at} />
                {past.case && <StageBadge stage={past.case.stage} />}
                {past.intent && <span>{term('intent', past.intent)}</span>}
              </div>
              {past.case && past.case.id !== caseId ? (
                <button type="button" className={css.past} onClick={() => go(past.case?.id ?? caseId)}>
                  {past.said || t('inbox.history.scores-only')}
                </button>
              ) : (
                <span className={css.past}>{past.said || t('inbox.history.scores-only')}</span>
              )}
            </li>
          ))}
        </ol>
      )}
      {voices.data?.nextCursor && (
        <Link className={css.link} to="/explorer" search={{ customer: customerId }}>
          {t('inbox.history.all')}
        </Link>
      )}
    </section>
  )
}
