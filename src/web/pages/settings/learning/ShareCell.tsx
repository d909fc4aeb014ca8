import { useFormat } from '../../../format.ts'
import { useWords } from '../../../words.tsx'
import css from './learning.module.css'
import type { Share } from './learning.ts'
import { FEW_JUDGEMENTS } from './reading-figures.ts'

/** A share as it is always written here: with its interval and its n, and a word where the sample is small. */
export function ShareCell({ share }: { share: Share }) {
  const { t } = useWords()
  const f = useFormat()
  if (share.rate === null) return <span className={css.quiet}>{t('learning.no-sample')}</span>
  return (
    <span className={css.share}>
      <span>{f.share(share.rate, share.interval)}</span>
      <span className={css.quiet}>
        {t('figure.n', { n: share.of })}
        {share.of < FEW_JUDGEMENTS && ` · ${t('learning.few')}`}
      </span>
    </span>
  )
}
