import type { ReactNode } from 'react'
import { useFormat } from '../../format.ts'
import { Figure } from '../../parts/Figure.tsx'
import { useWords } from '../../words.tsx'
import css from './home.module.css'
import { daysOf, type Home } from './home.ts'

/** NPS in points, CSAT as a share, CES as a mean: each with its n, interval and comparison. */
export function Scores({ home, days }: { home: Home; days: number }) {
  const { t, term } = useWords()
  const f = useFormat()
  const about: Record<string, ReactNode> = {
    nps: t('home.nps-about'),
    csat: t('home.csat-about'),
    ces: t('home.ces-about'),
  }
  return (
    <section className={`${css.scores} ${css.wide}`} aria-label={t('home.scores')}>
      {home.scores.map(({ kind, n, value, interval, before }) => (
        <Figure
          key={kind}
          label={term('score', kind)}
          kind={kind === 'csat' ? 'share' : 'score'}
          value={value}
          n={n}
          interval={interval}
          before={{ label: t('home.days-before', { n: days }), value: before.value }}
          to={{ path: '/explorer', search: { ...daysOf(home, f.zone), score: kind } }}
          note={n === 0 ? t('home.no-score', { kind: kind.toUpperCase() }) : about[kind]}
        />
      ))}
    </section>
  )
}
