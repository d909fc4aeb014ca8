import { SentimentMark } from '../../parts/SentimentMark.tsx'
import { useWords } from '../../words.tsx'
import css from './explorer.module.css'
import { snippetOf } from './found-words.ts'
import { Marked } from './Marked.tsx'
import { useSimilar, type Voice } from './voices.ts'

/** Voices that hold the same telling words, newest first. */
export function Similar({ voice, open }: { voice: Voice; open: (id: string) => void }) {
  const { t } = useWords()
  const { data } = useSimilar(voice)
  if (voice.understanding.keywords.length === 0) return null
  const words = data?.words ?? []
  return (
    <section>
      <h3>
        {t('explorer.similar')}
        {data && data.items.length > 0 && (
          <span className={css.quiet}>{t('explorer.similar-all', { words: words.join(' ') })}</span>
        )}
      </h3>
      {data?.items.length === 0 && <p className={css.quiet}>{t('explorer.similar-none')}</p>}
      <ul className={css.similar}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => open(item.id)}>
              <SentimentMark sentiment={item.sentiment} short />
              <span>
                <Marked text={snippetOf(item.text, words, 90).text} words={words} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
