import { useWords } from '../../words.tsx'
import css from './portal.module.css'
import type { Entry } from './portal.ts'

/** One entry as customers will read it. */
export function EntryPreview({ entry }: { entry: Entry }) {
  const { t, term } = useWords()
  const { title, internalTitle, heard, did, came, voices, stage, result, shippedAt } = entry
  return (
    <section aria-labelledby="preview">
      <h3 id="preview" className={css.label}>
        {t('portal.preview')}
      </h3>
      <article className={css.preview}>
        <h4>{title || internalTitle}</h4>
        <p className={css.quiet}>
          {term('portal-page.state', stage)}
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
        {(result || came) && <h5>{t('portal-page.came')}</h5>}
        {result && <p>{result.sentence}</p>}
        {came && <p>{came}</p>}
      </article>
    </section>
  )
}
