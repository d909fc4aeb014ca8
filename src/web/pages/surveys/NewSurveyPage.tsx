import { Button, Checkbox, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { textIn } from '../../../shared/questions/question.ts'
import { LOCALE_NAMES, LOCALES, type Locale } from '../../../shared/words/locale.ts'
import { api } from '../../api.ts'
import { newKey } from '../../ids.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { PageBody } from '../../parts/PageBody.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { useSaying } from '../../parts/undo.tsx'
import { useSession } from '../../session.tsx'
import { useWords } from '../../words.tsx'
import css from './surveys.module.css'
import { kindWord, type Survey, type TemplateList } from './surveys.ts'

/** What to begin with: a template, and the languages it is asked in. */
export function NewSurveyPage() {
  const { t, locale } = useWords()
  const { workspace } = useSession()
  const navigate = useNavigate()
  const { sayProblem } = useSaying()
  const [locales, setLocales] = useState<Locale[]>([workspace.locale])
  const templates = useQuery({
    queryKey: ['surveys', 'templates'],
    queryFn: ({ signal }) => api.get<TemplateList>('/api/v1/surveys/templates', {}, signal),
  })
  const making = useMutation({
    mutationFn: (template: string) =>
      api.send<Survey>('POST', '/api/v1/surveys', { template, locales }, { once: newKey() }),
    onSuccess: ({ id }) => navigate({ to: `/surveys/${id}` }),
    onError: sayProblem,
  })
  if (templates.isError) return <ErrorState problem={templates.error} retry={() => void templates.refetch()} />
  return (
    <>
      <PageHeader title={t('survey.new')} about={t('survey.new-about')} />
      <PageBody>
        <Checkbox.Group
          label={t('survey.languages')}
          description={t('survey.languages-about')}
          value={locales}
          onChange={(chosen) => chosen.length > 0 && setLocales(LOCALES.filter((each) => chosen.includes(each)))}
        >
          <div className={css.line}>
            {LOCALES.map((each) => (
              <Checkbox key={each} value={each} label={LOCALE_NAMES[each]} />
            ))}
          </div>
        </Checkbox.Group>
        <ul className={css.templates}>
          {templates.data?.items.map(({ key, title, about, kinds }) => (
            <li key={key} className={css.template}>
              <h2>{textIn(title, locale)}</h2>
              <p>{textIn(about, locale)}</p>
              <p className={css.kinds}>
                {kinds.length > 0 &&
                  [t('survey.questions', { n: kinds.length }), ...new Set(kinds.map((kind) => kindWord(t, kind)))].join(
                    ' · ',
                  )}
              </p>
              <Button
                variant={key === 'blank' ? 'default' : 'light'}
                loading={making.isPending && making.variables === key}
                disabled={making.isPending}
                onClick={() => making.mutate(key)}
              >
                {key === 'blank' ? t('survey.begin-empty') : t('survey.begin-with')}
                <span className="hx-heard"> {textIn(title, locale)}</span>
              </Button>
            </li>
          )) ?? <Skeleton height={160} />}
        </ul>
      </PageBody>
    </>
  )
}
