import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Definition, Fault } from '../../../shared/questions/definition.ts'
import { textIn } from '../../../shared/questions/question.ts'
import { LOCALE_NAMES } from '../../../shared/words/locale.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { api } from '../../api.ts'
import type { Saving } from '../../parts/autosave.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { hasChanges, type Survey, surveyQuery } from './surveys.ts'

const faultWord = (t: Speak, why: Fault['why']): string =>
  ({
    'no-locale': t('survey.fault-no-locale'),
    'no-question': t('survey.fault-no-question'),
    'no-title': t('survey.fault-no-title'),
    'no-label': t('survey.fault-no-label'),
    'no-translation': t('survey.fault-no-translation'),
    'duplicate-key': t('survey.fault-duplicate-key'),
    'few-options': t('survey.fault-few-options'),
    'no-option-label': t('survey.fault-no-option-label'),
    'duplicate-option': t('survey.fault-duplicate-option'),
    'dates-reversed': t('survey.fault-dates-reversed'),
  })[why]

type Props = {
  survey: Survey
  draft: Definition
  faults: readonly Fault[]
  saving: Saving
  goTo: (fault: Fault) => void
}

/** What is still missing, each leading to its place; then the act itself, and what it will do. */
export function Publish({ survey, draft, faults, saving, goTo }: Props) {
  const { t, locale } = useWords()
  const queries = useQueryClient()
  const { say, sayProblem } = useSaying()
  const [, setSearch] = useSearchState()
  const publishing = useMutation({
    mutationFn: () => api.send<Survey>('POST', `/api/v1/surveys/${survey.id}/publication`),
    onError: sayProblem,
    onSuccess: (published) => {
      queries.setQueryData(surveyQuery(survey.id).queryKey, published)
      say(t('survey.published-said', { n: published.version }))
      setSearch({ tab: 'share' }, { replace: false })
    },
  })
  const isSafe = saving.state === 'clean' || saving.state === 'saved'
  const isSame = survey.state === 'open' && isSafe && !hasChanges(survey)
  const about =
    survey.version === 0 ? t('survey.publish-first') : isSame ? t('survey.publish-same') : t('survey.publish-again')
  return (
    <section id="publish" className={css.part} aria-label={t('survey.publish')}>
      <h2>{t('survey.publish')}</h2>
      {faults.length > 0 ? (
        <>
          <p>{t('survey.faults', { n: faults.length })}</p>
          <ul className={css.faults}>
            {faults.map((fault) => (
              <li key={`${fault.path} ${fault.why} ${fault.locale}`}>
                <Button size="compact-sm" variant="subtle" onClick={() => goTo(fault)}>
                  {placeWord(fault, draft, locale, t)}
                  {faultWord(t, fault.why)}
                  {fault.locale && ` · ${LOCALE_NAMES[fault.locale]}`}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="hx-quiet">{about}</p>
      )}
      <Button
        className={css.publish}
        disabled={faults.length > 0 || !isSafe || isSame}
        loading={publishing.isPending}
        onClick={() => publishing.mutate()}
      >
        {survey.version === 0 ? t('survey.publish-open') : t('survey.publish-changes')}
      </Button>
    </section>
  )
}

/** "第2题：" for a fault within a question. */
function placeWord({ path }: Fault, draft: Definition, locale: Parameters<typeof textIn>[1], t: Speak): string {
  const at = /^questions\[(\d+)\]/.exec(path)?.[1]
  if (at === undefined) return ''
  const label = textIn(draft.questions[Number(at)]?.label ?? {}, locale)
  return t('survey.fault-at', { n: Number(at) + 1, label: label.slice(0, 20) })
}
