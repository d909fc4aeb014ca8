import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import type { ChoiceQuestion, Option } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { freeOptionKey, moved } from './draft.ts'
import { TextsInput } from './TextsInput.tsx'

type Props = { question: ChoiceQuestion; locale: Locale; change: (question: ChoiceQuestion) => void }

/** The options of a choice, in order, and whether there is room for another answer. */
export function OptionsEditor({ question, locale, change }: Props) {
  const { t } = useWords()
  const { options } = question
  const put = (changed: readonly Option[]) => change({ ...question, options: changed })
  const add = () => put([...options, { key: freeOptionKey(question), label: {} }])
  return (
    <fieldset className={css.options}>
      <legend>{t('survey.options')}</legend>
      <ul>
        {options.map((option, at) => (
          <li key={option.key}>
            <TextsInput
              aria-label={t('survey.option', { n: at + 1 })}
              placeholder={t('survey.option', { n: at + 1 })}
              maxLength={200}
              texts={option.label}
              locale={locale}
              change={(label) => put(options.map((each) => (each.key === option.key ? { ...each, label } : each)))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('survey.option-up', { n: at + 1 })}
              disabled={at === 0}
              onClick={() => put(moved(options, at, -1))}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('survey.option-down', { n: at + 1 })}
              disabled={at === options.length - 1}
              onClick={() => put(moved(options, at, 1))}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('survey.option-remove', { n: at + 1 })}
              onClick={() => put(options.filter(({ key }) => key !== option.key))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={add}
        >
          {t('survey.add-option')}
        </Button>
        <Switch
          label={t('survey.other')}
          checked={question.other}
          onChange={(event) => change({ ...question, other: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  )
}
