import { Button, SegmentedControl } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { useLive } from '../../live.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { TimeAgo } from '../../parts/TimeAgo.tsx'
import { useCan } from '../../session.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { SurveyState } from './SurveyState.tsx'
import type { SurveyItem } from './surveys.ts'

const COUNTED_TO = 10_000

export function SurveysPage() {
  const { t } = useWords()
  const f = useFormat()
  const mayChange = useCan()('survey:change')
  const navigate = useNavigate()
  const [search, setSearch] = useSearchState()
  const query = { state: search.state ?? null }
  const list = useCursorList<SurveyItem>(['surveys', 'list', query], '/api/v1/surveys', query)
  useLive(['surveys'], ['survey'])

  const make = mayChange && (
    <Button component={Link} to="/surveys/new">
      {t('survey.new')}
    </Button>
  )
  const heads = [t('survey.head-title'), t('survey.head-state'), t('survey.head-responses'), t('survey.head-last')]
  return (
    <>
      <PageHeader title={t('nav.surveys')} acts={make}>
        <SegmentedControl
          size="xs"
          aria-label={t('survey.head-state')}
          value={search.state ?? 'all'}
          data={[
            { value: 'all', label: t('survey.state-all') },
            { value: 'open', label: t('survey.state-open') },
            { value: 'draft', label: t('survey.state-draft') },
            { value: 'closed', label: t('survey.state-closed') },
          ]}
          onChange={(state) => setSearch({ state: state === 'all' ? null : state })}
        />
      </PageHeader>
      <DataList
        label={t('nav.surveys')}
        list={list}
        idOf={({ id }) => id}
        columns="minmax(0, 2fr) 110px 110px 150px"
        head={heads.map((name, at) => (
          <span key={name} data-desk={at === 1 || at === 3 || undefined}>
            {name}
          </span>
        ))}
        row={({ title, state, responses, lastAnsweredAt }) => (
          <>
            <span>{title || t('survey.untitled')}</span>
            <span data-desk>
              <SurveyState state={state} />
            </span>
            <span>{responses >= COUNTED_TO ? t('survey.many', { n: COUNTED_TO }) : f.number(responses)}</span>
            <span data-desk>{lastAnsweredAt ? <TimeAgo at={lastAnsweredAt} /> : t('survey.never')}</span>
          </>
        )}
        open={({ id }) => void navigate({ to: `/surveys/${id}` })}
        empty={
          <EmptyState
            icon={<IconForms size={28} stroke={1.5} />}
            said={search.state ? t('survey.none-so') : t('survey.none')}
            {...(!search.state && { next: t('survey.none-next') })}
          >
            {!search.state && make}
          </EmptyState>
        }
      />
    </>
  )
}
