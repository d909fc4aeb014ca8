import { Link } from '@tanstack/react-router'
import { useFormat } from '../../format.ts'
import { nameIn } from '../../parts/categories.ts'
import { useWords } from '../../words.tsx'
import css from './home.module.css'
import { daysOf, type Home } from './home.ts'

/** Categories by negative voices: how many, which share of theirs, and how that moved. */
export function Hurts({ home, days }: { home: Home; days: number }) {
  const { t, locale } = useWords()
  const f = useFormat()
  const most = Math.max(1, ...home.hurts.map(({ negative }) => negative))
  return (
    <section className={css.card} aria-labelledby="hurts">
      <header className={css.head}>
        <h2 id="hurts">{t('home.hurts')}</h2>
      </header>
      {home.hurts.length === 0 ? (
        <p className={css.quiet}>{t('home.hurts-empty')}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('home.category')}</th>
              <th scope="col">{t('home.negative')}</th>
              <th scope="col" data-desk>
                {t('home.negative-share')}
              </th>
              <th scope="col">{t('home.change', { n: days })}</th>
            </tr>
          </thead>
          <tbody>
            {home.hurts.map((hurt) => (
              <tr key={hurt.id}>
                <th scope="row">
                  <Link
                    to="/explorer"
                    search={{ ...daysOf(home, f.zone), category: hurt.id, sentiment: 'negative' }}
                    title={t('figure.open')}
                  >
                    {nameIn(hurt.names, locale)}
                  </Link>
                  <span
                    className={css.meter}
                    style={{ width: `${(hurt.negative / most) * 100}%` }}
                    aria-hidden="true"
                  />
                </th>
                <td>{f.number(hurt.negative)}</td>
                <td data-desk>
                  {hurt.share === null ? '–' : f.share(hurt.share, hurt.interval)}
                  <span className={css.facts}> {t('figure.n', { n: hurt.voices })}</span>
                </td>
                <td>
                  <Change now={hurt.negative} before={hurt.negativeBefore} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Change({ now, before }: { now: number; before: number }) {
  const { t } = useWords()
  const f = useFormat()
  if (before === 0) return <span className={css.facts}>{t('home.change-new')}</span>
  if (now === before) return <span className={css.facts}>{t('home.change-same')}</span>
  return (
    <span>
      {now > before ? '+' : '−'}
      {f.number(Math.abs(now - before))}
      <span className={css.facts}> ({f.number(before)})</span>
    </span>
  )
}
