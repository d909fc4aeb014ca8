import { IconTrendingUp } from '@tabler/icons-react'
import { useFormat } from '../../format.ts'
import { useWords } from '../../words.tsx'
import css from './themes.module.css'
import type { Theme } from './themes.ts'

/** Weeks that are enough to say what is usual. */
const FIRM_WEEKS = 4

export function RisingMark() {
  const { t } = useWords()
  return (
    <span className={css.rising}>
      <IconTrendingUp size={14} stroke={1.75} aria-hidden="true" />
      {t('themes.rising')}
    </span>
  )
}

/** What was seen, what was expected, and how likely that is by chance. */
export function RisingFacts({ rising }: { rising: NonNullable<Theme['rising']> }) {
  const { t } = useWords()
  const f = useFormat()
  const { count, expected, usual, chance, weeks } = rising
  const small = chance < 0.001
  return (
    <p className={css.risingFacts}>
      <RisingMark />{' '}
      {t('themes.rising-is', {
        n: count,
        weeks,
        expected: f.number(expected, 1),
        low: f.number(usual.low),
        high: f.number(usual.high),
        chance: small ? `< ${f.percent(0.001, 1)}` : f.percent(chance, 1),
      })}{' '}
      {weeks < FIRM_WEEKS && t('themes.rising-few')}
    </p>
  )
}
