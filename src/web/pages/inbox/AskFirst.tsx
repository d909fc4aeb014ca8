import { Button } from '@mantine/core'
import { AidMark } from '../../parts/ReadingAids.tsx'
import { useWords } from '../../words.tsx'
import type { Case } from './case-types.ts'
import css from './composer.module.css'
import { useTheirLanguage } from './their-language.ts'
import { toAsk } from './to-ask.ts'

type Props = { it: Case; text: string; put: (question: string) => void }

/** Of a vague voice: the question that would make it concrete, in the customer's language, put into the reply with one press. */
export function AskFirst({ it, text, put }: Props) {
  const { t } = useWords()
  const theirs = useTheirLanguage(it)
  const question = toAsk(it)?.[theirs]
  if (!question || text.includes(question)) return null
  return (
    <div className={css.ask}>
      <span className={css.quiet}>
        <AidMark /> {t('aids.ask-said')}
      </span>
      <q lang={theirs}>{question}</q>
      <Button size="compact-sm" variant="default" onClick={() => put(question)}>
        {t('aids.ask-put')}
      </Button>
    </div>
  )
}
