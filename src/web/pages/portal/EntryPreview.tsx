import { publicState } from '../../../shared/improvements/public-state.ts'
import { valueWord } from '../../../shared/improvements/verdict-sentence.ts'
import { useWords } from '../../words.tsx'
import css from './portal.module.css'
import type { Entry } from './portal.ts'

/** One entry as customers will read it. */
export function EntryPreview({ entry }: { entry: Entry }) {
  const { t, term, locale } = useWords()
  const { title, internalTitle, heard, did, came, voices, stage, result, shippedAt } = entry
  const state = publicState(stage, result?.verdict ?? null)
  const moved = result !== null && result.verdict !== 'too-few' ? result : null
  return (
    <section aria-labelledby="preview">
      <h3 id="preview" className={css.label}>
        {t('portal.preview')}
      </h3>
      <article className={css.preview}>
        <h4>{title || internalTitle}</h4>
        <p className={css.quiet}>
          {term('portal-page.state', state)}
          {voices > 0 && ` · ${t('portal-page.voices', { n: voices })}`}
        </p>
        {heard && (
          <>
            <h5>{t('portal-page.heard')}</h5>
            <p>{heard}</p>
          </>
        )}
        {did && (
          <>
            <h5>{shippedAt === null ? t('portal-page.doing') : t('portal-page.did')}</h5>
            <p>{did}</p>
          </>
        )}
        {(result || came || stage === 'shipped') && <h5>{t('portal-page.came')}</h5>}
        {moved && (
          <p className={css.moved} aria-hidden="true">
            {valueWord(locale, moved.unit, moved.before.value)} → {valueWord(locale, moved.unit, moved.after.value)}
          </p>
        )}
        {result && <p>{result.sentence}</p>}
        {!result && stage === 'shipped' && <p>{t('portal-page.waiting')}</p>}
        {state === 'reopened' && <p>{t('portal-page.reopened')}</p>}
        {came && <p>{came}</p>}
      </article>
    </section>
  )
}
