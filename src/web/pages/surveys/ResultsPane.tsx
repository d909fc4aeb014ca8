import { Button, Skeleton } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { api } from '../../api.ts'
import { Chart } from '../../charts/Chart.tsx'
import { useFormat } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { useWords } from '../../words.tsx'
import { QuestionFigures } from './QuestionFigures.tsx'
import css from './surveys.module.css'
import type { Results, Survey } from './surveys.ts'

/** What came back: how many, when, and what every question says, over all versions. */
export function ResultsPane({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const results = useQuery({
    queryKey: ['surveys', 'results', survey.id],
    queryFn: ({ signal }) => api.get<Results>(`/api/v1/surveys/${survey.id}/results`, {}, signal),
  })
  if (results.isError) return <ErrorState problem={results.error} retry={() => void results.refetch()} />
  if (!results.data) {
    return (
      <PageBody>
        <Skeleton height={240} />
      </PageBody>
    )
  }
  if (results.data.responses === 0) return <Nothing survey={survey} />
  return (
    <PageBody>
      <div className={css.figures}>
        <Figure
          label={t('survey.responses')}
          kind="count"
          value={results.data.responses}
          n={null}
          to={{ path: `/surveys/${survey.id}`, search: { tab: 'responses' } }}
        />
        <Button component="a" variant="default" href={`/api/v1/surveys/${survey.id}/responses.csv`} download>
          {t('survey.csv')}
        </Button>
      </div>
      {results.data.days.length > 1 && <Days days={results.data.days} />}
      {results.data.questions.map((question, at) => (
        <QuestionFigures
          key={`${question.key} ${question.kind}`}
          surveyId={survey.id}
          result={question}
          number={question.retired ? null : at + 1}
        />
      ))}
    </PageBody>
  )
}

function Days({ days }: { days: Results['days'] }) {
  const { t } = useWords()
  const f = useFormat()
  const most = days.reduce((best, each) => (each.responses > best.responses ? each : best))
  const option = useMemo(
    () => ({
      xAxis: { type: 'category' as const, data: days.map(({ day }) => day.slice(5)) },
      yAxis: { type: 'value' as const, minInterval: 1 },
      tooltip: { trigger: 'axis' as const },
      series: [{ type: 'bar' as const, name: t('survey.responses'), data: days.map(({ responses }) => responses) }],
    }),
    [days, t],
  )
  return (
    <Chart
      title={t('survey.days', { day: most.day, n: most.responses })}
      unit={t('survey.per-day')}
      option={option}
      table={{
        head: [t('survey.day'), t('survey.responses')],
        rows: days.map(({ day, responses }) => [day, f.number(responses)]),
      }}
      height={160}
    />
  )
}

function Nothing({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const isOpen = survey.state === 'open'
  return (
    <EmptyState
      icon={<IconChartBar size={28} stroke={1.5} />}
      said={t('survey.results-none')}
      next={isOpen ? t('survey.results-none-next') : t('survey.share-none-next')}
    >
      {isOpen && (
        <Button component={Link} to={`/surveys/${survey.id}?tab=share`} variant="light">
          {t('survey.tab-share')}
        </Button>
      )}
    </EmptyState>
  )
}
