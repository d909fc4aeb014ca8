import { Button, Menu, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Definition, Fault } from '../../../shared/questions/definition.ts'
import { QUESTION_KINDS } from '../../../shared/questions/kinds.ts'
import { type QuestionKind, textIn } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { newKey } from '../../ids.ts'
import { useSaying } from '../../parts/undo.tsx'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { withNewQuestion, withoutQuestion } from './draft.ts'
import { QuestionEditor } from './QuestionEditor.tsx'
import { kindWord } from './surveys.ts'

type Props = {
  draft: Definition
  change: (change: Definition | ((draft: Definition) => Definition)) => void
  locale: Locale
  chosen: string | null
  choose: (key: string | null) => void
  faults: readonly Fault[]
}

const KEY_LENGTH = 7

/** All questions in order; the chosen one is open for writing. */
export function QuestionList({ draft, change, locale, chosen, choose, faults }: Props) {
  const { t } = useWords()
  const { offerUndo } = useSaying()
  const { questions } = draft
  const add = (kind: QuestionKind) => {
    const key = `q${newKey().slice(0, KEY_LENGTH)}`
    const at = questions.findIndex((question) => question.key === chosen)
    change(withNewQuestion(draft, kind, key, at < 0 ? questions.length - 1 : at))
    choose(key)
  }
  const remove = (key: string) => {
    change(withoutQuestion(draft, key))
    choose(null)
    offerUndo({
      said: t('survey.removed'),
      undo: async () => change((now) => ({ ...now, questions: restored(now, draft, key) })),
    })
  }
  return (
    <section className={css.part} aria-label={t('survey.questions-title')}>
      <h2>{t('survey.questions-title')}</h2>
      {questions.length === 0 && <p className="hx-quiet">{t('survey.no-questions')}</p>}
      <ol className={css.questions}>
        {questions.map((question, at) => {
          const wrong = faults.some(({ path }) => path.startsWith(`questions[${at}]`))
          const isOpen = question.key === chosen
          return (
            <li key={question.key} className={css.question} data-open={isOpen || undefined}>
              <UnstyledButton
                className={css.head}
                aria-expanded={isOpen}
                onClick={() => choose(isOpen ? null : question.key)}
              >
                <span className={css.number}>{at + 1}</span>
                <span className={css.label}>{textIn(question.label, locale) || t('survey.unwritten')}</span>
                <span className={css.kind}>{kindWord(t, question.kind)}</span>
                {wrong && <span className={css.wrong}>{t('survey.unfinished')}</span>}
              </UnstyledButton>
              {isOpen && (
                <QuestionEditor
                  draft={draft}
                  change={change}
                  question={question}
                  locale={locale}
                  isFirst={at === 0}
                  isLast={at === questions.length - 1}
                  remove={() => remove(question.key)}
                />
              )}
            </li>
          )
        })}
      </ol>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="light" leftSection={<IconPlus size={16} aria-hidden="true" />}>
            {t('survey.add-question')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {QUESTION_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {kindWord(t, kind)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </section>
  )
}

/** A removed question back in its old place, beside whatever was changed meanwhile. */
function restored(now: Definition, before: Definition, key: string): Definition['questions'] {
  const at = before.questions.findIndex((question) => question.key === key)
  const question = before.questions[at]
  if (question === undefined || now.questions.some((each) => each.key === key)) return now.questions
  const questions = [...now.questions]
  questions.splice(at, 0, question)
  return questions
}
