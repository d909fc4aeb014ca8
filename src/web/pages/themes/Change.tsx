import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './themes.module.css'
import type { Theme } from './themes.ts'

/** How the share moved against the period before, in points, or that this cannot be told from chance. */
export function Change({ change }: Pick<Theme, 'change'>) {
  const { t } = useWords()
  const f = useFormat()
  if (change === null) return <span className={css.quiet}>{t('themes.no-before')}</span>
  const points = (fraction: number) =>
    `${fraction > 0 ? '+' : fraction < 0 ? '−' : ''}${f.number(Math.abs(fraction) * 100, 1)}`
  const { difference, low, high, chance } = change
  const range = t('themes.points-range', { n: points(difference), low: points(low), high: points(high) })
  return (
    <>
      <span title={chance ? t('themes.by-chance-about') : undefined} className={chance ? css.quiet : undefined}>
        {chance ? t('themes.by-chance') : difference > 0 ? t('themes.more') : t('themes.less')}
      </span>
      <span className={css.second}>{range}</span>
    </>
  )
}
