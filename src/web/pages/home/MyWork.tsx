import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { DueChip } from '../../parts/DueChip.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useCan } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import { useReviewState } from '../review/review.ts'
import css from './home.module.css'
import { useWork, type WorkItem } from './home.ts'

/** What waits for the one who looks: their cases, the earliest due first; what is late for the team when they have none. */
export function MyWork() {
  const { t } = useWords()
  const { counts, mine, late } = useWork()
  return (
    <section className={css.card} aria-labelledby="my-work">
      <header className={css.head}>
        <h2 id="my-work">{t('home.my-work')}</h2>
        <Link to="/inbox" search={{ view: 'mine' }}>
          {t('home.all-mine')}
        </Link>
      </header>
      <Counts counts={counts.data?.counts ?? []} />
      <Differing />
      {mine.isPending && <Skeleton height={120} />}
      {mine.isError && <ErrorState problem={mine.error} retry={() => void mine.refetch()} />}
      {mine.data?.length === 0 && (
        <p className={css.quiet}>{late.length > 0 ? t('home.others-late') : t('home.no-work')}</p>
      )}
      <ul className={css.work}>
        {mine.data?.map((item) => (
          <Work key={item.id} item={item} view="mine" />
        ))}
        {late.map((item) => (
          <Work key={item.id} item={item} view="broken" />
        ))}
      </ul>
    </section>
  )
}

/** Voices that two people judged differently, for whoever may decide. Nothing where there are none. */
function Differing() {
  const { t } = useWords()
  const { data } = useReviewState(useCan()('taxonomy:change'))
  if (!data || data.differs === 0) return null
  return (
    <Link to="/review" search={{ state: 'differs' }}>
      {t('home.differs', { n: data.differs })}
    </Link>
  )
}

function Counts({ counts }: { counts: readonly { view: string; n: number; capped: boolean }[] }) {
  const { t } = useWords()
  const f = useFormat()
  const of = (view: string) => {
    const found = counts.find((count) => count.view === view)
    if (!found) return '–'
    return found.capped ? t('home.or-more', { n: found.n }) : f.number(found.n)
  }
  const shown = [
    { view: 'mine', label: t('home.mine') },
    { view: 'broken', label: t('home.broken') },
    { view: 'unassigned', label: t('home.unassigned') },
  ]
  return (
    <div className={css.counts}>
      {shown.map(({ view, label }) => (
        <Link key={view} to="/inbox" search={{ view }}>
          <b>{of(view)}</b> {label}
        </Link>
      ))}
    </div>
  )
}

const Work = ({ item, view }: { item: WorkItem; view: 'mine' | 'broken' }) => (
  <li>
    <Link to="/inbox" search={{ view, case: item.id }} className={css.job}>
      <span className={css.facts}>#{item.number}</span>
      <span className={css.subject}>{item.subject}</span>
      <DueChip dueAt={item.dueAt} />
    </Link>
  </li>
)
