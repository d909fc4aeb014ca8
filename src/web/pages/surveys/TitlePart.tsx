import type { Definition } from '../../../shared/questions/definition.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { useWords } from '../../words.tsx'
import css from './builder.module.css'
import { TextsInput } from './TextsInput.tsx'

type Props = { draft: Definition; change: (draft: Definition) => void; locale: Locale }

/** What stands around the questions: title, purpose, thanks. */
export function TitlePart({ draft, change, locale }: Props) {
  const { t } = useWords()
  return (
    <section className={css.part} aria-label={t('survey.frame')}>
      <TextsInput
        label={t('survey.title')}
        maxLength={120}
        texts={draft.title}
        locale={locale}
        change={(title) => change({ ...draft, title })}
      />
      <TextsInput
        label={t('survey.purpose')}
        description={t('survey.purpose-about')}
        maxLength={500}
        texts={draft.purpose}
        locale={locale}
        change={(purpose) => change({ ...draft, purpose })}
      />
      <TextsInput
        label={t('survey.thanks')}
        description={t('survey.thanks-about')}
        maxLength={500}
        texts={draft.thanks}
        locale={locale}
        change={(thanks) => change({ ...draft, thanks })}
      />
    </section>
  )
}
