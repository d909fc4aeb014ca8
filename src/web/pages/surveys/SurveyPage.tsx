import { Skeleton, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLive } from '../../live.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useCan } from '../../session.tsx'
import { usePathParams, useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import { Builder } from './Builder.tsx'
import { ResponsesPane } from './ResponsesPane.tsx'
import { ResultsPane } from './ResultsPane.tsx'
import { SharePane } from './SharePane.tsx'
import { SurveyActs } from './SurveyActs.tsx'
import { SurveyState } from './SurveyState.tsx'
import css from './surveys.module.css'
import { type Survey, surveyQuery } from './surveys.ts'

/** One survey: what it asks, how it reaches people, what came back. */
export function SurveyPage() {
  const { id = '' } = usePathParams()
  const survey = useQuery(surveyQuery(id))
  useLive(['surveys'], ['survey'])
  if (survey.isError) return <ErrorState problem={survey.error} retry={() => void survey.refetch()} />
  if (!survey.data) {
    return (
      <PageBody>
        <Skeleton height={28} width={240} mb="md" />
        <Skeleton height={320} />
      </PageBody>
    )
  }
  return <OneSurvey survey={survey.data} />
}

const TABS = ['edit', 'share', 'results', 'responses'] as const
type Tab = (typeof TABS)[number]

function OneSurvey({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const mayChange = useCan()('survey:change')
  const [search, setSearch] = useSearchState()
  const first: Tab = survey.responses > 0 || !mayChange ? 'results' : 'edit'
  const tab = TABS.find((each) => each === search.tab) ?? first
  // Once opened it stays beside the other tabs: what is being written is never taken away.
  const [isBuilding, setBuilding] = useState(tab === 'edit')
  if (tab === 'edit' && !isBuilding) setBuilding(true)
  const titles = {
    edit: t('survey.tab-edit'),
    share: t('survey.tab-share'),
    results: t('survey.tab-results'),
    responses: t('survey.tab-responses'),
  }
  return (
    <>
      <PageHeader
        title={survey.title || t('survey.untitled')}
        about={<SurveyState state={survey.state} />}
        acts={<SurveyActs survey={survey} />}
      >
        <Tabs
          value={tab}
          onChange={(next) =>
            setSearch({ tab: next, question: null, option: null, number: null, response: null }, { replace: false })
          }
        >
          <Tabs.List className={css.tabs}>
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each} disabled={each === 'edit' && !mayChange}>
                {titles[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </PageHeader>
      {isBuilding && (
        <div hidden={tab !== 'edit'}>
          <Builder key={survey.id} survey={survey} />
        </div>
      )}
      {tab === 'share' && <SharePane survey={survey} />}
      {tab === 'results' && <ResultsPane survey={survey} />}
      {tab === 'responses' && <ResponsesPane survey={survey} />}
    </>
  )
}
