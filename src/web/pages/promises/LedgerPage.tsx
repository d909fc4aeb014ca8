import { SegmentedControl, Select, Skeleton } from '@mantine/core'
import { IconClockCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { TeamList } from '../../../shared/contracts/people.ts'
import { api } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { PERIODS, periodOf } from '../home/home.ts'
import { PROMISES } from '../inbox/case-types.ts'
import { Entries } from './Entries.tsx'
import { useLedger } from './ledger.ts'
import { Overview } from './Overview.tsx'

/** How well we keep what we promise: the share, how late, why, and each promise behind it. */
export function LedgerPage() {
  const { t, term } = useWords()
  const [search, setSearch] = useSearchState()
  const days = periodOf(search.days)
  const { summary, before, problem, again, list } = useLedger(search, days)
  const teams = useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => api.get<z.input<typeof TeamList>>('/api/v1/teams', {}, signal),
  })
  return (
    <>
      <PageHeader
        title={t('ledger.title')}
        about={t('ledger.about')}
        acts={
          <SegmentedControl
            size="xs"
            aria-label={t('home.period')}
            value={String(days)}
            onChange={(value) => setSearch({ days: value })}
            data={PERIODS.map((n) => ({ value: String(n), label: t('home.days', { n }) }))}
          />
        }
      >
        <Select
          aria-label={t('ledger.kind')}
          placeholder={t('ledger.all-kinds')}
          data={PROMISES.map((kind) => ({ value: kind, label: term('promise', kind) }))}
          value={search.kind ?? null}
          onChange={(kind) => setSearch({ kind })}
          clearable
          w={150}
        />
        <Select
          aria-label={t('ledger.team')}
          placeholder={t('ledger.all-teams')}
          data={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={search.team ?? null}
          onChange={(team) => setSearch({ team })}
          clearable
          w={180}
        />
      </PageHeader>
      {problem !== null && summary === undefined ? (
        <ErrorState problem={problem} retry={again} />
      ) : summary === undefined ? (
        <PageBody>
          <Skeleton height={260} />
        </PageBody>
      ) : summary.ended === 0 ? (
        <EmptyState
          icon={<IconClockCheck size={28} stroke={1.5} />}
          said={t('ledger.empty')}
          next={t('ledger.empty-next')}
        />
      ) : (
        <>
          <PageBody>
            <Overview summary={summary} before={before} days={days} search={search} />
          </PageBody>
          <Entries list={list} search={search} setSearch={setSearch} />
        </>
      )}
    </>
  )
}
