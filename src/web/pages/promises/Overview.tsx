import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../format.ts'
import { Figure } from '../../parts/Figure.tsx'
import type { Search } from '../../where.ts'
import { useWords } from '../../words.tsx'
import css from './ledger.module.css'
import type { Summary } from './ledger.ts'

type Props = { summary: Summary; before: Summary | undefined; days: number; search: Search }

/** The share kept, how many were not and how late; by kind; and why. Each number opens its promises below. */
export function Overview({ summary, before, days, search }: Props) {
  const { t } = useWords()
  const f = useFormat()
  const { broken, lateness, ended } = summary
  const earlier = t('home.days-before', { n: days })
  const madeGood = lateness?.n ?? 0
  return (
    <div className={css.overview}>
      <div className={css.figures}>
        <Figure
          label={t('ledger.rate')}
          kind="share"
          value={summary.rate}
          n={ended}
          interval={summary.interval}
          before={{ label: earlier, value: before?.rate ?? null }}
          to={{ path: '/promises', search: showing(search, { show: 'kept' }) }}
        />
        <Figure
          label={t('ledger.broken')}
          kind="count"
          value={broken}
          n={null}
          before={{ label: earlier, value: before?.broken ?? null }}
          to={{ path: '/promises', search: showing(search, { show: 'broken' }) }}
          note={broken > 0 && t('ledger.made-good', { n: madeGood })}
        />
        <Figure
          label={t('ledger.late')}
          kind="span"
          value={lateness?.p90 ?? null}
          n={madeGood}
          before={{ label: earlier, value: before?.lateness?.p90 ?? null }}
          note={lateness && t('ledger.median', { span: f.span(lateness.p50) })}
        />
      </div>
      <ByKind summary={summary} search={search} />
      <Why summary={summary} search={search} />
    </div>
  )
}

/** The address of the same period and team that shows other promises. */
const showing = ({ days, kind, team }: Search, change: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ days, kind, team, ...change }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>

function Card({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={css.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function ByKind({ summary, search }: Pick<Props, 'summary' | 'search'>) {
  const { t, term } = useWords()
  const f = useFormat()
  return (
    <Card id="by-kind" title={t('ledger.by-kind')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('ledger.kind')}</th>
            <th scope="col">{t('ledger.rate')}</th>
            <th scope="col">{t('ledger.broken')}</th>
          </tr>
        </thead>
        <tbody>
          {summary.byKind.map(({ kind, rate, interval, ended, broken }) => (
            <tr key={kind}>
              <th scope="row">{term('promise', kind)}</th>
              <td>
                {rate === null ? '–' : f.share(rate, interval)}
                <span className="hx-quiet hx-small"> {t('figure.n', { n: ended })}</span>
              </td>
              <td>
                <Link to="/promises" search={showing(search, { kind, show: 'broken' })} title={t('figure.open')}>
                  {f.number(broken)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Why({ summary, search }: Pick<Props, 'summary' | 'search'>) {
  const { t } = useWords()
  const f = useFormat()
  const rows = [
    ...summary.why.map(({ why, n }) => ({ said: why, n, filter: { why } })),
    ...(summary.unexplained > 0
      ? [{ said: t('ledger.unexplained'), n: summary.unexplained, filter: { explained: 'no' } }]
      : []),
  ]
  return (
    <Card id="why-broken" title={t('ledger.why')}>
      {rows.length === 0 ? (
        <p className="hx-quiet hx-small">{t('ledger.why-empty')}</p>
      ) : (
        <table className={css.table}>
          <tbody>
            {rows.map(({ said, n, filter }) => (
              <tr key={said}>
                <th scope="row">{said}</th>
                <td>
                  <Link to="/promises" search={showing(search, { ...filter, show: 'broken' })} title={t('figure.open')}>
                    {f.number(n)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
