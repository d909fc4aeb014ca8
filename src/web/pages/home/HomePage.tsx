import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconMessage2Search } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan, useSession } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { Channels } from './Channels.tsx'
import { EchoBlock } from './EchoBlock.tsx'
import { FirstRun } from './FirstRun.tsx'
import { Hurts } from './Hurts.tsx'
import css from './home.module.css'
import { type Home, PERIODS, periodOf, useHome } from './home.ts'
import { MyWork } from './MyWork.tsx'
import { Scores } from './Scores.tsx'
import { Volume } from './Volume.tsx'

/** The first page: the echo rate, what is behind it, and what wants doing. */
export function HomePage() {
  const { t } = useWords()
  const can = useCan()
  const { workspace } = useSession()
  const [search, setSearch] = useSearchState()
  const days = periodOf(search.days)
  const home = useHome(days)
  const firstRun = !workspace.firstRunDone && can('workspace:change')
  const begun = home.data !== undefined && hasVoices(home.data)

  return (
    <>
      <PageHeader
        title={firstRun && !begun ? t('home.first-title') : t('nav.home')}
        acts={
          (begun || !firstRun) && (
            <SegmentedControl
              size="xs"
              aria-label={t('home.period')}
              value={String(days)}
              onChange={(value) => setSearch({ days: value })}
              data={PERIODS.map((n) => ({ value: String(n), label: t('home.days', { n }) }))}
            />
          )
        }
      />
      <PageBody>
        {firstRun && <FirstRun />}
        {home.isPending && !firstRun && <Waiting />}
        {home.isError && !home.data && <ErrorState problem={home.error} retry={() => void home.refetch()} />}
        {home.data && (begun ? <Figures home={home.data} days={days} /> : !firstRun && <Nothing days={days} />)}
      </PageBody>
    </>
  )
}

const hasVoices = ({ voices, echo, behind }: Home) =>
  voices.n + voices.before + echo.asked + behind.waiting + behind.silent > 0

function Figures({ home, days }: { home: Home; days: number }) {
  return (
    <div className={css.page}>
      <EchoBlock home={home} days={days} />
      <Volume home={home} days={days} />
      <MyWork />
      <Scores home={home} days={days} />
      <Hurts home={home} days={days} />
      <Channels home={home} />
    </div>
  )
}

function Nothing({ days }: { days: number }) {
  const { t } = useWords()
  return (
    <>
      <EmptyState
        icon={<IconMessage2Search size={28} stroke={1.5} />}
        said={t('home.empty')}
        next={`${t('home.empty-next')}${days < 90 ? ` ${t('home.quiet-period', { n: days })}` : ''}`}
      >
        <Button renderRoot={(props) => <Link to="/settings/imports" {...props} />}>{t('home.first-import-do')}</Button>
        <Button variant="default" renderRoot={(props) => <Link to="/surveys" {...props} />}>
          {t('home.first-survey')}
        </Button>
      </EmptyState>
      <MyWork />
    </>
  )
}

const Waiting = () => (
  <div className={css.page} aria-busy="true">
    <Skeleton height={168} className={css.wide} />
    <Skeleton height={280} />
    <Skeleton height={280} />
  </div>
)
