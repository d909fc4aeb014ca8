import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { isChoice, OTHER, type Question, textIn } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import type { Speak } from '../../../shared/words/say.ts'
import { useFormat } from '../../format.ts'
import { useCursorList } from '../../parts/cursor-list.ts'
import { DataList } from '../../parts/DataList.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { SidePanel } from '../../parts/SidePanel.tsx'
import { useSearchState } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './results.module.css'
import type { ResponseItem, Survey } from './surveys.ts'

type Answer = ResponseItem['answers'][number]

/** What one row of answers says, in the words of what was asked. */
function answerWords(t: Speak, locale: Locale, question: Question | undefined, answer: Answer): string {
  if (answer.number !== null) return String(answer.number)
  if (answer.option === OTHER) return `${t('survey.other-option')}${answer.text ? ` · ${answer.text}` : ''}`
  if (answer.option === null) return answer.text ?? t('survey.erased')
  const option = question && isChoice(question) ? question.options.find(({ key }) => key === answer.option) : undefined
  return option ? textIn(option.label, locale) : answer.option
}

/** All responses, or those behind one figure. */
export function ResponsesPane({ survey }: { survey: Survey }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const [search, setSearch] = useSearchState()
  const questions = survey.published?.questions ?? []
  const asked = (key: string) => questions.find((question) => question.key === key)
  const query = { question: search.question ?? null, option: search.option ?? null, number: search.number ?? null }
  const list = useCursorList<ResponseItem>(
    ['surveys', 'responses', survey.id, query],
    `/api/v1/surveys/${survey.id}/responses`,
    query,
  )
  /** As they were asked; what is no longer asked comes last. */
  const inOrder = ({ answers }: ResponseItem) => {
    const place = new Map(questions.map(({ key }, at) => [key, at]))
    return answers.toSorted((a, b) => (place.get(a.question) ?? 99) - (place.get(b.question) ?? 99))
  }
  const open = list.items.find(({ id }) => id === search.response)
  const inShort = (response: ResponseItem) =>
    inOrder(response)
      .map((answer) => answerWords(t, locale, asked(answer.question), answer))
      .join(' · ')
  const narrowed = search.question ? textIn(asked(search.question)?.label ?? {}, locale) : ''
  return (
    <>
      {search.question && (
        <p className={css.narrowed}>
          {t('survey.narrowed', { question: narrowed || search.question })}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setSearch({ question: null, option: null, number: null })}
          >
            {t('survey.show-all')}
          </Button>
        </p>
      )}
      <DataList
        label={t('survey.tab-responses')}
        list={list}
        idOf={({ id }) => id}
        columns="minmax(0, 1fr) 150px"
        phoneColumns="minmax(0, 1fr) auto"
        row={(response) => (
          <>
            <span>{inShort(response)}</span>
            <span title={f.full(response.answeredAt)}>{f.moment(response.answeredAt)}</span>
          </>
        )}
        open={({ id }) => setSearch({ response: id })}
        current={search.response ?? null}
        empty={
          <EmptyState
            icon={<IconMessages size={28} stroke={1.5} />}
            said={t('survey.results-none')}
            next={t('survey.results-none-next')}
          />
        }
      />
      {open && (
        <SidePanel title={t('survey.response')} close={() => setSearch({ response: null })}>
          <p className={css.about}>
            {f.full(open.answeredAt)} · {t('survey.version', { n: open.version })}
          </p>
          <dl className={css.answers}>
            {[...new Set(inOrder(open).map(({ question }) => question))].map((key) => (
              <div key={key}>
                <dt>{textIn(asked(key)?.label ?? {}, locale) || key}</dt>
                {open.answers
                  .filter((answer) => answer.question === key)
                  .map((answer) => (
                    <dd key={`${answer.option} ${answer.number}`}>{answerWords(t, locale, asked(key), answer)}</dd>
                  ))}
              </div>
            ))}
          </dl>
          {open.feedback && (
            <Button component={Link} to={`/explorer?voice=${open.feedback}`} variant="light">
              {t('survey.open-voice')}
            </Button>
          )}
        </SidePanel>
      )}
    </>
  )
}
