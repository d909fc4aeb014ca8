import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { IconCloudOff, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JudgedField } from '../../../shared/contracts/review.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { useLearning, wantedFor } from '../settings/learning/learning.ts'
import { FIELDS } from './judgement.ts'
import { useJudging } from './judging.ts'
import css from './review.module.css'
import { COUNTED_TO, type Filter, useReviewState } from './review.ts'
import { Walk } from './Walk.tsx'

const STATES = ['open', 'second', 'differs'] as const

const oneOf = <T extends string>(members: readonly T[], value: string | undefined): T | null =>
  members.find((member) => member === value) ?? null

/** One voice after the other: what the engine is unsure of, said by a person. */
export function ReviewPage() {
  const { t } = useWords()
  if (useCan()('feedback:correct')) return <Desk />
  return (
    <>
      <PageHeader title={t('review.title')} />
      <EmptyState
        icon={<IconLock size={28} stroke={1.5} />}
        said={t('review.closed')}
        next={t('settings.closed-next')}
      />
    </>
  )
}

function Desk() {
  const { t } = useWords()
  const [search, setSearch] = useSearchState()
  const judging = useJudging()
  const filter: Filter = {
    field: oneOf(FIELDS, search.field),
    state: oneOf(STATES, search.state),
    drawn: search.drawn === 'true',
  }
  return (
    <>
      <PageHeader title={t('review.title')} about={<Progress />}>
        <FieldPick field={filter.field} pick={(field) => setSearch({ field })} />
        <StatePick state={filter.state} pick={(state) => setSearch({ state, drawn: null })} />
        <Switch
          size="xs"
          label={t('review.only-drawn')}
          checked={filter.drawn}
          onChange={(event) => setSearch({ drawn: event.currentTarget.checked ? 'true' : null, state: null })}
        />
      </PageHeader>
      {judging.unsent > 0 && (
        <div className={css.unsent} role="alert">
          <IconCloudOff size={16} stroke={1.75} aria-hidden="true" />
          <span>{t('review.unsent', { n: judging.unsent })}</span>
          <Button size="compact-sm" variant="default" onClick={judging.resend}>
            {t('review.resend')}
          </Button>
        </div>
      )}
      <Walk
        key={`${filter.field} ${filter.state} ${filter.drawn}`}
        filter={filter}
        judging={judging}
        showAll={() => setSearch({ field: null, state: null, drawn: null })}
      />
    </>
  )
}

/** What was done today, what waits, and how far the next lesson is. */
function Progress() {
  const { t } = useWords()
  const { data: state } = useReviewState()
  const { data: learning } = useLearning(false)
  if (!state) return <>{t('review.about')}</>
  const { waiting, today } = state
  return (
    <span className={css.progress}>
      <span>{t('review.today', { n: today.mine, all: today.all })}</span>
      <span>{t(waiting >= COUNTED_TO ? 'review.waiting-more' : 'review.waiting', { n: waiting })}</span>
      {learning && <NextLesson wanted={wantedFor(learning)} />}
    </span>
  )
}

function NextLesson({ wanted }: { wanted: number }) {
  const { t } = useWords()
  return <Link to="/settings/learning">{wanted > 0 ? t('review.lesson', { n: wanted }) : t('review.lesson-due')}</Link>
}

const ALL = 'all'

function FieldPick({ field, pick }: { field: JudgedField | null; pick: (field: JudgedField | null) => void }) {
  const { t } = useWords()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('review.field')}
      value={field ?? ALL}
      onChange={(value) => pick(oneOf(FIELDS, value))}
      data={[
        { value: ALL, label: t('review.all') },
        { value: 'sentiment', label: t('explorer.sentiment') },
        { value: 'intent', label: t('explorer.intent') },
        { value: 'categories', label: t('explorer.categories') },
      ]}
    />
  )
}

/** Shown where two people judge, or where something of that time is left. */
function StatePick({ state, pick }: { state: Filter['state']; pick: (state: Filter['state']) => void }) {
  const { t, term } = useWords()
  const { data } = useReviewState()
  if (!data || (!data.twoReviewers && data.second + data.differs === 0 && state === null)) return null
  const counts: Record<string, number> = { second: data.second, differs: data.differs }
  const label = (name: string) =>
    counts[name] === undefined ? term('review-state', name) : `${term('review-state', name)} ${counts[name]}`
  return (
    <Select
      size="xs"
      w={160}
      aria-label={t('review.state')}
      placeholder={t('review.any-state')}
      data={STATES.map((name) => ({ value: name, label: label(name) }))}
      value={state}
      clearable
      onChange={(value) => pick(oneOf(STATES, value ?? undefined))}
    />
  )
}
