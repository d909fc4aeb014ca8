import { Button } from '@mantine/core'
import { IconMessages } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
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
import { dayWord } from '../improvements/days.ts'
import { useRange } from './range.ts'
import css from './results.module.css'
import { type ResponseItem, resultsQuery, type Survey } from './surveys.ts'

type Answer = ResponseItem['answers'][number]

/** What one row of answers says, in the words of what was asked. */
function answerWords(t: Speak, locale: Locale, question: Question | undefined, answer: Answer): string {
  if (answer.number !== null) return t('survey.points', { n: answer.number })
  if (answer.option === OTHER) return `${t('survey.other-option')}${answer.text ? ` · ${answer.text}` : ''}`
  if (answer.option === null) return answer.text ?? t('survey.erased')
  const option = question && isChoice(question) ? question.options.find(({ key }) => key === answer.option) : undefined
  return option ? textIn(option.label, locale) : answer.option
}

const FACTS = ['product', 'order', 'branch'] as const

const factWord = (t: Speak, fact: (typeof FACTS)[number]): string =>
  ({ product: t('survey.fact-product'), order: t('survey.fact-order'), branch: t('survey.fact-branch') })[fact]

/** All responses, or those behind one figure. */
export function ResponsesPane({ survey }: { survey: Survey }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const [search, setSearch] = useSearchState()
  const { window } = useRange()
  // Every question ever asked: an answer to one that is no longer asked still has its words.
  const results = useQuery(resultsQuery(survey.id, {}))
  const questions = results.data?.questions.map(({ asked }) => asked) ?? survey.published?.questions ?? []
  const asked = (key: string) => questions.find((question) => question.key === key)
  const query = {
    question: search.question ?? null,
    option: search.option ?? null,
    number: search.number ?? null,
    ...window,
  }
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
  const isNarrowed = window.from !== undefined
  const open = list.items.find(({ id }) => id === search.response)
  const inShort = (response: ResponseItem) =>
    inOrder(response)
      .map((answer) => answerWords(t, locale, asked(answer.question), answer))
      .join(' · ')
  return (
    <>
      <Narrowed asked={asked} />
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
            said={isNarrowed ? t('survey.none-in-range') : t('survey.results-none')}
            next={isNarrowed ? t('survey.none-in-range-next') : t('survey.results-none-next')}
          />
        }
      />
      {open && (
        <SidePanel title={t('survey.response')} close={() => setSearch({ response: null })}>
          <p className={css.about}>
            {f.full(open.answeredAt)} · {t('survey.version', { n: open.version })}
            {FACTS.map((name) => open.facts[name] && ` · ${factWord(t, name)} ${open.facts[name]}`)}
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

/** Which responses are shown, where it is not all of them, and the way back to all. */
function Narrowed({ asked }: { asked: (key: string) => Question | undefined }) {
  const { t, locale } = useWords()
  const [{ question = '', option, number, from, to }, setSearch] = useSearchState()
  const isOfDays = from !== undefined && to !== undefined
  if (question === '' && !isOfDays) return null
  const label = textIn(asked(question)?.label ?? {}, locale) || question
  const answer =
    option !== undefined || number !== undefined
      ? answerWords(t, locale, asked(question), {
          question,
          kind: 'single',
          option: option ?? null,
          number: number === undefined ? null : Number(number),
          text: null,
        })
      : null
  const ofQuestion =
    answer === null ? t('survey.narrowed', { question: label }) : t('survey.narrowed-to', { question: label, answer })
  return (
    <p className={css.narrowed}>
      {question !== '' && <span>{ofQuestion}</span>}
      {isOfDays && <span>{t('survey.narrowed-days', { from: dayWord(from, locale), to: dayWord(to, locale) })}</span>}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => setSearch({ question: null, option: null, number: null, from: null, to: null })}
      >
        {t('survey.show-all')}
      </Button>
    </p>
  )
}
