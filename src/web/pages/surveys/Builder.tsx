import { Alert, Button, SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Definition, type Fault, faultsOf } from '../../../shared/questions/definition.ts'
import { LOCALE_NAMES, type Locale } from '../../../shared/words/locale.ts'
import { api } from '../../api.ts'
import { useAutosave } from '../../parts/autosave.ts'
import { SaveState } from '../../parts/SaveState.tsx'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { PhonePreview } from './PhonePreview.tsx'
import { Publish } from './Publish.tsx'
import { QuestionList } from './QuestionList.tsx'
import { SettingsPart } from './SettingsPart.tsx'
import { hasChanges, type Survey, surveyQuery } from './surveys.ts'
import { TitlePart } from './TitlePart.tsx'

/** Keeps the draft here while it is written and on the server when it rests. */
function useDraft(survey: Survey) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Definition>(survey.draft)
  const changedAt = useRef(survey.changedAt)
  const saving = useAutosave(draft, async (wanted) => {
    const saved = await api.send<Survey>('PUT', `/api/v1/surveys/${survey.id}`, {
      changedAt: changedAt.current,
      draft: wanted,
    })
    changedAt.current = saved.changedAt
    queries.setQueryData(surveyQuery(survey.id).queryKey, saved)
  })
  // Who leaves within the moment of rest has written it all the same.
  const flush = useRef(saving.retry)
  useEffect(() => () => flush.current(), [])
  return { draft, setDraft, saving }
}

/** The question or part a fault is about: its place in the list, or null for the survey's own fields. */
const placeOf = ({ path }: Fault): number | null => {
  const found = /^questions\[(\d+)\]/.exec(path)?.[1]
  return found === undefined ? null : Number(found)
}

/** Makes a survey: the texts in one language at a time, the page on a phone beside it. */
export function Builder({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const { draft, setDraft, saving } = useDraft(survey)
  const [chosen, setChosen] = useState<string | null>(draft.questions[0]?.key ?? null)
  const [wantedLocale, setLocale] = useState<Locale>(draft.locales[0] ?? 'zh-CN')
  const locale = draft.locales.includes(wantedLocale) ? wantedLocale : (draft.locales[0] ?? 'zh-CN')
  const faults = faultsOf(draft)
  const isSafe = saving.state === 'clean' || saving.state === 'saved'
  const isPublished = survey.state === 'open' && isSafe && !hasChanges(survey)
  const goTo = (fault: Fault) => {
    if (fault.locale !== null) setLocale(fault.locale)
    const place = placeOf(fault)
    setChosen(place === null ? null : (draft.questions[place]?.key ?? null))
  }
  return (
    <div className={css.builder}>
      <div className={css.making}>
        <div className={css.bar}>
          <span className={css.kind}>{t('survey.questions', { n: draft.questions.length })}</span>
          {draft.locales.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t('survey.writing-in')}
              value={locale}
              data={draft.locales.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
              onChange={(each) => setLocale(each as Locale)}
            />
          )}
          <SaveState saving={saving} />
          {!isPublished && (
            <Button className={css.toPublish} size="compact-sm" variant="light" component="a" href="#publish">
              {faults.length > 0 ? t('survey.to-faults', { n: faults.length }) : t('survey.to-publish')}
            </Button>
          )}
        </div>
        {saving.problem?.code === 'survey.changed' && (
          <Alert color="yellow" title={t('survey.changed-title')}>
            <p>{t('survey.changed-about')}</p>
            <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
              {t('survey.reload')}
            </Button>
          </Alert>
        )}
        <TitlePart draft={draft} change={setDraft} locale={locale} />
        <QuestionList
          draft={draft}
          change={setDraft}
          locale={locale}
          chosen={chosen}
          choose={setChosen}
          faults={faults}
        />
        <SettingsPart draft={draft} change={setDraft} />
        <Publish survey={survey} draft={draft} faults={faults} saving={saving} goTo={goTo} />
      </div>
      <PhonePreview draft={draft} locale={locale} at={chosen ?? ''} />
    </div>
  )
}
