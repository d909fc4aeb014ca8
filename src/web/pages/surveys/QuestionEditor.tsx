import { ActionIcon, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { CES_HIGH, CES_LOW } from '../../../shared/questions/ces.ts'
import { CSAT_POINTS } from '../../../shared/questions/csat.ts'
import type { Definition } from '../../../shared/questions/definition.ts'
import { NPS_HIGH, NPS_LOW } from '../../../shared/questions/nps.ts'
import {
  isChoice,
  isScore,
  isText,
  type Question,
  type ScoreQuestion,
  type Texts,
  textIn,
} from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { withMoved, withQuestion } from './draft.ts'
import { OptionsEditor } from './OptionsEditor.tsx'
import { TextsInput } from './TextsInput.tsx'

type Props = {
  draft: Definition
  change: (draft: Definition) => void
  question: Question
  locale: Locale
  isFirst: boolean
  isLast: boolean
  remove: () => void
}

/** One question open for writing. */
export function QuestionEditor({ draft, change, question, locale, isFirst, isLast, remove }: Props) {
  const { t } = useWords()
  const put = (changed: Question) => change(withQuestion(draft, changed))
  const move = (step: -1 | 1) => change(withMoved(draft, question.key, step))
  return (
    <div className={css.editor}>
      <TextsInput
        label={t('survey.label')}
        maxLength={500}
        autoFocus={question.label[locale] === undefined}
        texts={question.label}
        locale={locale}
        change={(label) => put({ ...question, label })}
      />
      <TextsInput
        label={t('survey.help')}
        maxLength={500}
        texts={question.help}
        locale={locale}
        change={(help) => put({ ...question, help })}
      />
      {isChoice(question) && <OptionsEditor question={question} locale={locale} change={put} />}
      {isScore(question) && <Ends question={question} locale={locale} change={put} />}
      {'example' in question && (
        <TextsInput
          label={t('survey.example')}
          description={t('survey.example-about')}
          maxLength={300}
          texts={question.example}
          locale={locale}
          change={(example) => put({ ...question, example })}
        />
      )}
      {isText(question) && (
        <Switch
          label={t('survey.follow-up')}
          description={t('survey.follow-up-about')}
          checked={question.followUp === true}
          onChange={(event) => put({ ...question, followUp: event.currentTarget.checked })}
        />
      )}
      <div className={css.foot}>
        <Switch
          label={t('survey.required')}
          checked={question.required}
          onChange={(event) => put({ ...question, required: event.currentTarget.checked })}
        />
        <span className={css.grow} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('survey.move-up')}
          disabled={isFirst}
          onClick={() => move(-1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('survey.move-down')}
          disabled={isLast}
          onClick={() => move(1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('survey.remove-question')} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </div>
  )
}

const USUAL: Readonly<Record<ScoreQuestion['kind'], { low: Texts; high: Texts }>> = {
  nps: { low: NPS_LOW, high: NPS_HIGH },
  ces: { low: CES_LOW, high: CES_HIGH },
  csat: { low: CSAT_POINTS[0] ?? {}, high: CSAT_POINTS[4] ?? {} },
}

/** The words at the ends of a scale; left empty they are the usual ones. */
function Ends({
  question,
  locale,
  change,
}: {
  question: ScoreQuestion
  locale: Locale
  change: (question: Question) => void
}) {
  const { t } = useWords()
  const { low, high } = USUAL[question.kind]
  return (
    <div className={css.pair}>
      <TextsInput
        label={t('survey.low-end')}
        maxLength={60}
        placeholder={textIn(low, locale)}
        texts={question.low}
        locale={locale}
        change={(changed) => change({ ...question, low: changed })}
      />
      <TextsInput
        label={t('survey.high-end')}
        maxLength={60}
        placeholder={textIn(high, locale)}
        texts={question.high}
        locale={locale}
        change={(changed) => change({ ...question, high: changed })}
      />
    </div>
  )
}
