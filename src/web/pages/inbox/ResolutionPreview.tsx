import { useQuery } from '@tanstack/react-query'
import { LOCALE_NAMES } from '../../../shared/words/locale.ts'
import type { WordKey } from '../../../shared/words/say.ts'
import { speaker } from '../../../shared/words/say.ts'
import { loadLanguage, useWords } from '../../words.tsx'
import type { Case, Outcome } from './case-types.ts'
import css from './panel.module.css'
import { useTheirLanguage } from './their-language.ts'

const SENTENCES: Readonly<Record<Outcome, WordKey>> = {
  resolved: 'letter.resolved.resolved',
  explained: 'letter.resolved.explained',
  'no-action': 'letter.resolved.no-action',
}

/** The message as the customer will read it, in the customer's language. */
export function ResolutionPreview({ it, outcome, note }: { it: Case | null; outcome: Outcome; note: string }) {
  const { t, locale: own } = useWords()
  const locale = useTheirLanguage(it)
  const { data } = useQuery({
    queryKey: ['language', locale],
    queryFn: () => loadLanguage(locale),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return null
  const say = speaker(data.words, locale)
  return (
    <section className={css.preview} aria-label={t('inbox.resolve.preview')}>
      <h3>
        {t('inbox.resolve.preview')}
        {locale !== own && <span> {LOCALE_NAMES[locale]}</span>}
      </h3>
      <div lang={locale}>
        <p>{say(SENTENCES[outcome])}</p>
        {note && <p>{note}</p>}
        <p>{say('letter.check.ask')}</p>
      </div>
      <p className="hx-quiet hx-small">{t('inbox.resolve.then')}</p>
    </section>
  )
}
