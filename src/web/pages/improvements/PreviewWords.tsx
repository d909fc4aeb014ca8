import { effectWord, valueWord } from '../../../shared/improvements/verdict-sentence.ts'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './improvements.module.css'
import type { Preview } from './improvements.ts'

/** What the plan would find in its first window now, and whether the second will hold enough. */
export function PreviewWords({ preview, hopedFor }: { preview: Preview; hopedFor: number | null }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const { unit, before, needed, expectedAfter, warnings } = preview
  const value = (amount: number | null) => valueWord(locale, unit, amount)
  const short = needed !== null && expectedAfter !== null && Math.min(expectedAfter, before.n) < needed
  return (
    <div role="status">
      {warnings.length > 0 && <p className={css.warning}>{t('improvements.warn-moves')}</p>}
      {before.n === 0 ? (
        <p>{t('improvements.preview-nothing')}</p>
      ) : (
        <p>
          {t('improvements.preview-now', { value: value(before.value), n: before.n })}{' '}
          {before.interval &&
            t('improvements.preview-interval', { low: value(before.interval.low), high: value(before.interval.high) })}
        </p>
      )}
      {needed !== null && hopedFor !== null && (
        <p>
          {t('improvements.preview-needed', {
            hoped: effectWord(locale, unit, hopedFor).replace('+', ''),
            needed: f.number(needed),
            expected: expectedAfter === null ? '–' : f.number(expectedAfter),
          })}
        </p>
      )}
      {short && <p className={css.warning}>{t('improvements.preview-short')}</p>}
    </div>
  )
}
