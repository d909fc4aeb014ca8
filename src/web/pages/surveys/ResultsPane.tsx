import { Button, Skeleton } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Chart } from '../../charts/Chart.tsx'
import { useFormat } from '../../format.ts'
import { RangePick } from '../../parts/DatePick.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { useWords } from '../../words.tsx'
import { dayWord } from '../improvements/days.ts'
import { QuestionFigures } from './QuestionFigures.tsx'
import { type Range, useRange } from './range.ts'
import css from './surveys.module.css'
import { type Results, resultsQuery, type Survey } from './surveys.ts'

/** What came back: how many, when, and what every question says, over all versions. */
export function ResultsPane({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const { days, window, pick } = useRange()
  const results = useQuery({ ...resultsQuery(survey.id, window), placeholderData: (before) => before })
  if (results.isError) return <ErrorState problem={results.error} retry={() => void results.refetch()} />
  if (!results.data) {
    return (
      <PageBody>
        <Skeleton height={240} />
      </PageBody>
    )
  }
  const isNarrowed = window.from !== undefined
  const { responses, questions } = results.data
  if (responses === 0 && !isNarrowed) return <Nothing survey={survey} />
  return (
    <PageBody>
      <div className={css.results}>
        <div className={css.figures}>
          <Figure
            label={t('survey.responses')}
            kind="count"
            value={responses}
            n={null}
            to={{ path: `/surveys/${survey.id}`, search: { tab: 'responses', ...spanOf(days) } }}
          />
          <div className={css.narrow}>
            <RangePick label={t('survey.range')} value={days} pick={pick} />
            <Button component="a" variant="default" href={csvPath(survey.id, window)} download>
              {t('survey.csv')}
            </Button>
          </div>
        </div>
        {responses === 0 ? (
          <EmptyState
            icon={<IconChartBar size={28} stroke={1.5} />}
            said={t('survey.none-in-range')}
            next={t('survey.none-in-range-next')}
          >
            <Button variant="light" onClick={() => pick([null, null])}>
              {t('survey.show-all')}
            </Button>
          </EmptyState>
        ) : (
          <>
            {results.data.days.length > 1 && <Days surveyId={survey.id} days={results.data.days} />}
            <p className={css.note}>{t('survey.interval-note')}</p>
            {questions.map((question, at) => (
              <QuestionFigures
                key={`${question.key} ${question.kind}`}
                surveyId={survey.id}
                span={spanOf(days)}
                result={question}
                number={question.retired ? null : at + 1}
              />
            ))}
          </>
        )}
      </div>
    </PageBody>
  )
}

/** The days as the address has them, so that the responses behind a figure are those it counts. */
const spanOf = ([from, to]: Range['days']): Record<string, string> => (from !== null && to !== null ? { from, to } : {})

const csvPath = (id: string, window: Range['window']): string =>
  `/api/v1/surveys/${id}/responses.csv?${new URLSearchParams(window)}`

function Days({ surveyId, days }: { surveyId: string; days: Results['days'] }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const navigate = useNavigate()
  const most = days.reduce((best, each) => (each.responses > best.responses ? each : best))
  const bars = {
    names: days.map(({ day }) => dayWord(day, locale)),
    series: [{ name: t('survey.responses'), values: days.map(({ responses }) => responses) }],
  }
  const open = ({ index }: { index: number }) => {
    const day = days[index]?.day
    if (day !== undefined)
      void navigate({ to: `/surveys/${surveyId}`, search: { tab: 'responses', from: day, to: day } as never })
  }
  return (
    <Chart
      title={t('survey.days', {
        from: dayWord(days[0]?.day ?? most.day, locale),
        to: dayWord(days.at(-1)?.day ?? most.day, locale),
        day: dayWord(most.day, locale),
        n: most.responses,
      })}
      unit={t('survey.per-day')}
      bars={bars}
      table={{
        head: [t('survey.day'), t('survey.responses')],
        rows: days.map(({ day, responses }) => [dayWord(day, locale), f.number(responses)]),
      }}
      height={160}
      pick={open}
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
